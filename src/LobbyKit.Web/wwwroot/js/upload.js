// Says that a file is too large before it is sent. The server says it too.
'use strict';

for (const box of document.querySelectorAll('input[type=file][data-most]')) {
  box.addEventListener('change', () => {
    const tooLarge = [...box.files].some(file => file.size > Number(box.dataset.most));
    box.setCustomValidity(tooLarge ? box.dataset.toolarge : '');
    if (tooLarge) box.reportValidity();
  });
}
