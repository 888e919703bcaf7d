// Everything works without this file. With it: a preview while writing, counting, copying, times of the reader's zone, and no second click.
'use strict';

for (const element of document.querySelectorAll('[data-focus]')) element.focus();

// Times come in UTC. Whoever reads them gets those of their own zone, with its name; about as long, so that nothing moves.
for (const time of document.querySelectorAll('time[data-local]')) {
  const write = how => new Intl.DateTimeFormat(document.documentElement.lang, { numberingSystem: 'latn', ...how }).format(new Date(time.dateTime));
  time.textContent = time.dataset.local === 'date' ? write({ dateStyle: 'full' })
    : `${write({ month: 'long', day: 'numeric' })} · ${write({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })}`;
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.classList.remove('scripted');
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      // No clipboard without HTTPS: the old way does.
      source.select();
      document.execCommand('copy');
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 3000);
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.classList.remove('scripted');
  button.addEventListener('click', () => window.print());
}

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
  });
}
// Back from the next page the form may be as it was left; it has to work again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-once]')) delete form.dataset.sent;
});

for (const left of document.querySelectorAll('[data-count]')) {
  const box = document.getElementById(left.dataset.of);
  const show = () => {
    const number = String(box.maxLength - box.value.length).replace(/\B(?=(\d{3})+$)/g, left.dataset.group);
    left.textContent = left.dataset.count.replace('{0}', number);
  };
  box.addEventListener('input', show);
  window.addEventListener('pageshow', show);
  left.classList.remove('scripted');
}

const writing = document.querySelector('form[data-preview]');
if (writing) {
  const preview = document.getElementById('preview');
  let timer = 0;
  let latest = 0;
  const refresh = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch(writing.dataset.preview, { method: 'POST', body: new FormData(writing) });
      if (!answer.ok || mine !== latest) return;
      const open = preview.querySelector('details')?.open;
      preview.innerHTML = await answer.text();
      const details = preview.querySelector('details');
      if (details && open) details.open = true;
    } catch {
      // Offline for a moment: the preview waits for the next key.
    }
  };
  writing.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(refresh, 350); });
  window.addEventListener('pageshow', refresh);
}
