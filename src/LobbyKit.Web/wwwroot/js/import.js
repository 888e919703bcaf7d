// Imports work without this file. With it: a file that is too large is not even sent, and the progress shows itself.
'use strict';

for (const box of document.querySelectorAll('input[type=file][data-most]')) {
  const check = () => {
    const tooLarge = box.files[0] && box.files[0].size > Number(box.dataset.most);
    box.setCustomValidity(tooLarge ? box.dataset.tooLarge : '');
    return !tooLarge;
  };
  box.addEventListener('change', () => { if (!check()) box.reportValidity(); });
  box.form.addEventListener('submit', event => {
    if (check()) return;
    event.preventDefault();
    delete box.form.dataset.sent;
    box.reportValidity();
  });
}

const progress = document.querySelector('[data-refresh]');
if (progress) {
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) {
        location.replace(answer.url);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById(progress.id);
      if (now) progress.innerHTML = now.innerHTML;
    } catch {
      // Offline for a moment: it is looked at again.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
