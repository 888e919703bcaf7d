// Keeps the dashboard's figures fresh while somebody looks at them. Without this file the link "Refresh" does it.
'use strict';

const figures = document.getElementById('figures');
if (figures) {
  const said = document.getElementById('as-of');
  const pauseButton = document.getElementById('pause');
  const every = 30_000;
  const longest = 300_000;
  let wait = every;
  let timer = 0;
  let paused = false;
  let running = false;
  let stopped = false;
  let lastAt = Date.now();

  // One line, spoken politely, and only where it says something new.
  const say = (text, isTrouble = false) => {
    if (said.textContent !== text) said.textContent = text;
    said.classList.toggle('stopped', isTrouble);
  };
  const at = part => part.querySelector('[data-at]').dataset.at;
  const parts = from => new Map([...from.querySelectorAll('[data-part]')].map(part => [part.id, part]));
  // What the server sent last, to tell a changed part from one whose tables somebody has opened.
  const sent = new Map([...parts(figures)].map(([id, part]) => [id, part.innerHTML]));
  let shownAt = at(figures);

  const swap = (old, fresh) => {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    // A summary has no id of its own: it is found again by the part of the page that it opens.
    const focusedId = focused?.id || (focused?.localName === 'summary' ? focused.parentElement.id : '');
    const label = focused?.getAttribute('aria-labelledby');
    const scrolled = [...old.querySelectorAll('.scroll')].map(box => [box.scrollLeft, box.scrollTop]);
    for (const details of old.querySelectorAll('details[open]')) {
      const again = fresh.querySelector(`#${details.id}`);
      if (again) again.open = true;
    }
    old.replaceChildren(...fresh.childNodes);
    old.querySelectorAll('.scroll').forEach((box, i) => { if (scrolled[i]) [box.scrollLeft, box.scrollTop] = scrolled[i]; });
    if (focused) {
      const found = (focusedId && old.querySelector(`#${focusedId}`)) || (label && old.querySelector(`[aria-labelledby="${label}"]`));
      const target = found?.localName === 'details' ? found.querySelector('summary') : found;
      target?.focus({ preventScroll: true });
    }
  };

  const show = text => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = parts(page);
    for (const [id, part] of parts(figures)) {
      const next = fresh.get(id);
      if (!next || sent.get(id) === next.innerHTML) continue;
      sent.set(id, next.innerHTML);
      swap(part, next);
    }
    shownAt = at(page);
    say(`Figures of ${shownAt}`);
  };

  const selects = () => {
    const selection = getSelection();
    return selection && !selection.isCollapsed && figures.contains(selection.anchorNode);
  };

  const refresh = async () => {
    if (running) return;
    running = true;
    try {
      const answer = await fetch(figures.dataset.address, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(20_000) });
      if (answer.type === 'opaqueredirect' || answer.status === 403 || answer.status === 404) {
        stopped = true;
        say(`Figures of ${shownAt}. You are signed out: reload the page to sign in again.`, true);
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      // Not while somebody copies a figure, nor after they pressed Pause in the meantime.
      if (!paused && !selects()) show(text);
      lastAt = Date.now();
      wait = every;
    } catch {
      wait = Math.min(wait * 2, longest);
      if (!paused) say(`Figures of ${shownAt}. The server does not answer; it is asked again in ${wait / 60_000} minutes.`.replace(' 1 minutes', ' a minute'), true);
    } finally {
      running = false;
    }
  };

  const plan = after => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (paused || stopped || document.hidden) return;
      await refresh();
      if (!paused && !stopped) plan(wait);
    }, after);
  };

  const pauseText = pauseButton.textContent;
  pauseButton.parentElement.hidden = false;
  pauseButton.addEventListener('click', () => {
    paused = !paused;
    pauseButton.textContent = paused ? 'Go on refreshing' : pauseText;
    say(paused ? `Figures of ${shownAt}, paused` : `Figures of ${shownAt}`);
    wait = every;
    if (!paused) plan(0);
  });
  // Nobody looks at a hidden tab; whoever comes back to it sees new figures at once if they are old.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) plan(Math.max(0, every - (Date.now() - lastAt)));
  });
  plan(every);
}
