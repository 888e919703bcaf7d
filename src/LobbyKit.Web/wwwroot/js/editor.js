// The letter editor. Without this file the form works as it stands: problems and preview come with a press of a button.
'use strict';

const letterForm = document.getElementById('letter-form');
if (letterForm) {
  const boxes = { subject: document.getElementById('Form_Subject'), body: document.getElementById('Form_Body') };
  const startedFrom = letterForm.elements['Form.StartedFrom'];
  const said = document.getElementById('said');
  const kept = document.getElementById('kept');
  const text = () => ({ subject: boxes.subject.value, body: boxes.body.value });
  const same = (a, b) => a.subject === b.subject && a.body === b.body;
  const say = message => { if (said.textContent !== message) said.textContent = message; };

  for (const element of document.querySelectorAll('[data-insert], [data-undo], [data-redo], [data-js]')) element.hidden = false;
  for (const element of document.querySelectorAll('[data-nojs], [data-refresh]')) element.hidden = true;

  // --- Line numbers: the lines are drawn a second time behind the box, and wrap as it does.

  const frame = document.createElement('div');
  frame.className = 'editor';
  const lines = document.createElement('div');
  lines.className = 'lines';
  lines.setAttribute('aria-hidden', 'true');
  lines.dir = boxes.body.dir;
  boxes.body.before(frame);
  frame.append(lines, boxes.body);
  let bad = new Set();
  const drawLines = () => {
    const wanted = boxes.body.value.split('\n');
    while (lines.childElementCount > wanted.length) lines.lastElementChild.remove();
    wanted.forEach((line, i) => {
      const row = lines.children[i] ?? lines.appendChild(document.createElement('div'));
      const shown = line || '\u200b';
      if (row.textContent !== shown) row.textContent = shown;
      row.classList.toggle('bad', bad.has(i + 1));
    });
    lines.style.width = `${boxes.body.clientWidth + 3}px`;
    lines.style.height = `${boxes.body.offsetHeight}px`;
    lines.scrollTop = boxes.body.scrollTop;
  };
  const markBad = () => {
    bad = new Set([...document.querySelectorAll('#problems [data-part="Form_Body"]')].map(link => Number(link.dataset.line)));
    drawLines();
  };
  boxes.body.addEventListener('scroll', () => { lines.scrollTop = boxes.body.scrollTop; });
  new ResizeObserver(drawLines).observe(boxes.body);

  // --- Undo that survives a reload: every change is kept as what it took away and put in, in this browser only.

  const storeKey = letterForm.dataset.key;
  const mostChanges = 2000;
  const read = () => { try { return JSON.parse(localStorage.getItem(storeKey)); } catch { return null; } };
  const fresh = () => ({ now: text(), from: Number(startedFrom.value), changes: [], at: 0, unsaved: false, when: Date.now() });
  let history = fresh();
  let last = text();
  let lastAt = 0;
  const write = () => {
    history.now = last;
    history.when = Date.now();
    for (let most = mostChanges; most >= 0; most = Math.floor(most / 2) - (most < 4 ? 1 : 0)) {
      try {
        localStorage.setItem(storeKey, JSON.stringify(history));
        return;
      } catch {
        // The browser's room is full: the text itself matters most, old changes least.
        history.changes = history.changes.slice(-most);
        history.at = Math.min(history.at, history.changes.length);
        if (most === 0) return;
      }
    }
  };
  const difference = (box, before, after) => {
    let start = 0;
    while (start < before.length && start < after.length && before[start] === after[start]) start++;
    let end = 0;
    while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
    return { box, start, out: before.slice(start, before.length - end), in: after.slice(start, after.length - end) };
  };
  const remember = joins => {
    const now = text();
    for (const box of ['subject', 'body']) {
      if (now[box] === last[box]) continue;
      const change = difference(box, last[box], now[box]);
      const top = history.changes[history.at - 1];
      history.changes.length = history.at;
      if (joins && top && top.box === box && !top.out && !change.out && change.start === top.start + top.in.length) {
        top.in += change.in;
      } else {
        history.changes.push(change);
        if (history.changes.length > mostChanges) history.changes.shift();
        history.at = history.changes.length;
      }
    }
    last = now;
  };
  const undoButton = document.querySelector('[data-undo]');
  const redoButton = document.querySelector('[data-redo]');
  const showHistory = () => {
    // Not "disabled": that would take the focus away from a button just pressed.
    undoButton.setAttribute('aria-disabled', String(history.at === 0));
    redoButton.setAttribute('aria-disabled', String(history.at >= history.changes.length));
  };
  const step = back => {
    if (back ? history.at === 0 : history.at >= history.changes.length) {
      say(back ? 'Nothing more to undo.' : 'Nothing more to redo.');
      return;
    }
    const change = history.changes[back ? --history.at : history.at++];
    const box = boxes[change.box];
    const [gone, put] = back ? [change.in, change.out] : [change.out, change.in];
    box.setRangeText(put, change.start, change.start + gone.length, 'end');
    box.focus();
    last = text();
    afterChange();
    say(back ? 'Undone.' : 'Done again.');
  };
  undoButton.addEventListener('click', () => step(true));
  redoButton.addEventListener('click', () => step(false));
  const put = wanted => {
    boxes.subject.value = wanted.subject;
    boxes.body.value = wanted.body;
    remember(false);
    afterChange();
  };

  // --- What was typed and not saved comes back after a reload, a lost session, a crash.

  const pageText = text();
  const isSavedText = letterForm.dataset.saved === 'true';
  const latest = Number(startedFrom.value);
  const clock = when => new Date(when).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const offer = (message, choices) => {
    kept.replaceChildren();
    const words = document.createElement('p');
    words.textContent = message;
    const actions = document.createElement('p');
    actions.className = 'actions';
    for (const [name, act] of choices) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'secondary';
      button.textContent = name;
      button.addEventListener('click', () => { kept.hidden = true; act(); boxes.body.focus(); });
      actions.append(button);
    }
    kept.append(words, actions);
    kept.hidden = false;
  };
  const bringBack = () => {
    const stored = read();
    if (!stored?.now || !Array.isArray(stored.changes)) return;
    history = stored;
    last = stored.now;
    if (same(stored.now, pageText)) {
      history.unsaved = !isSavedText;
      history.from = latest;
      return;
    }
    if (!stored.unsaved || !isSavedText) {
      // What stands on the page is newer: saved elsewhere, restored, or handed back by the server.
      remember(false);
      history.unsaved = !isSavedText;
      history.from = latest;
      return;
    }
    if (stored.from === latest) {
      boxes.subject.value = stored.now.subject;
      boxes.body.value = stored.now.body;
      offer(`Your unsaved text of ${clock(stored.when)} is back. Save it, or go on writing.`,
        [[`Go back to version ${latest}`, () => put(pageText)]]);
      return;
    }
    // Somebody saved in the meantime: both texts are one press away, and neither is lost.
    const unsaved = stored.now;
    remember(false);
    history.unsaved = true;
    history.from = latest;
    offer(`You have unsaved text of ${clock(stored.when)}, begun from version ${stored.from}. Meanwhile version ${latest} was saved; it is what you see.`,
      [['Show my unsaved text', () => { put(unsaved); startedFrom.value = String(stored.from); }], [`Keep version ${latest}`, () => afterChange()]]);
    history.pending = true;
  };

  // --- Problems and preview while typing.

  const problems = document.getElementById('problems');
  const preview = document.getElementById('preview');
  const stale = document.getElementById('stale');
  let timer = 0;
  let asked = 0;
  const problem = (message, link) => {
    kept.replaceChildren();
    const words = document.createElement('p');
    words.textContent = message;
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link;
      anchor.target = '_blank';
      anchor.rel = 'noopener';
      anchor.textContent = 'Sign in (opens a new tab)';
      words.append(' ', anchor);
    }
    kept.append(words);
    kept.dataset.trouble = 'true';
    kept.hidden = false;
  };
  const refresh = async another => {
    const mine = ++asked;
    try {
      const answer = await fetch(letterForm.dataset.live + (another ? '&another=true' : ''), { method: 'POST', body: new FormData(letterForm), redirect: 'manual' });
      if (mine !== asked) return;
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        problem('You have been signed out. Your text is kept in this browser; nothing is lost. Sign in, come back to this tab and save.', letterForm.dataset.signin);
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const parts = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const count = Number(parts.querySelector('[data-for="problems"]').dataset.count);
      problems.replaceChildren(...parts.querySelector('[data-for="problems"]').childNodes);
      const shown = parts.querySelector('[data-for="preview"]');
      // With a tag half typed, the letter as it was helps more than none.
      stale.hidden = shown.querySelector('[data-letter]') !== null || preview.querySelector('[data-letter]') === null;
      preview.classList.toggle('waits', !stale.hidden);
      if (stale.hidden) preview.replaceChildren(...shown.childNodes);
      say(count === 0 ? 'No problems.' : count === 1 ? '1 problem.' : `${count} problems.`);
      markBad();
      const sample = parts.querySelector('[data-sample]').dataset;
      if (another) {
        for (const [name, value] of [['Name', sample.name], ['Place', sample.place], ['Message', sample.message], ['Seed', sample.seed]]) {
          letterForm.elements[`Form.${name}`].value = value ?? '';
        }
      }
      if (kept.dataset.trouble) {
        kept.hidden = true;
        delete kept.dataset.trouble;
      }
      if (Number(sample.latest) > Number(startedFrom.value)) {
        problem(`${sample.author} has saved version ${sample.latest} while you were writing. When you save, you will see both texts; nothing is lost.`);
      }
    } catch {
      if (mine === asked) problem('The server does not answer just now. Your text is kept in this browser; go on writing.');
    }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(refresh, 350); };
  const afterChange = () => {
    history.unsaved = !(isSavedText && same(text(), pageText));
    history.from = Number(startedFrom.value);
    delete history.pending;
    write();
    showHistory();
    drawLines();
    soon();
  };

  for (const box of Object.values(boxes)) {
    box.addEventListener('input', event => {
      const now = Date.now();
      // Letters of one word are one step; a pause, a blank or anything else but typing begins a new one.
      const typed = event.inputType === 'insertText' && event.data && !/\s/.test(event.data);
      remember(typed && now - lastAt < 1000);
      lastAt = now;
      afterChange();
    });
    box.addEventListener('keydown', event => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        step(key === 'z' && !event.shiftKey);
      }
    });
  }
  letterForm.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      letterForm.requestSubmit(letterForm.querySelector('.primary'));
    }
  });
  // The sample's questions stand outside the form's element and belong to it.
  for (const control of letterForm.elements) {
    if (control !== boxes.subject && control !== boxes.body) control.addEventListener('input', soon);
  }
  letterForm.elements['Form.SampleLanguage'].addEventListener('change', () => refresh(true));
  document.querySelector('[data-another]').addEventListener('click', event => { event.preventDefault(); refresh(true); });

  // --- The palette writes where the cursor was last.

  let box = boxes.body;
  for (const candidate of Object.values(boxes)) candidate.addEventListener('focus', () => { box = candidate; });
  for (const button of document.querySelectorAll('[data-insert]')) {
    button.addEventListener('click', () => {
      box.focus();
      const snippet = box === boxes.subject ? button.dataset.insert.replaceAll('\n', ' ') : button.dataset.insert;
      // This way the browser's own undo knows of it, too.
      if (!document.execCommand('insertText', false, snippet)) {
        box.setRangeText(snippet, box.selectionStart, box.selectionEnd, 'end');
        box.dispatchEvent(new InputEvent('input'));
      }
    });
  }

  problems.addEventListener('click', event => {
    const link = event.target.closest('[data-line]');
    if (!link) return;
    event.preventDefault();
    const target = document.getElementById(link.dataset.part);
    const before = target.value.split('\n').slice(0, Number(link.dataset.line) - 1);
    const place = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(link.dataset.column) - 1;
    target.focus();
    target.setSelectionRange(place, place);
    const row = lines.children[before.length];
    if (target === boxes.body && row) target.scrollTop = row.offsetTop - target.clientHeight / 3;
  });

  bringBack();
  if (!history.pending) write();
  showHistory();
  markBad();
  soon();
}
