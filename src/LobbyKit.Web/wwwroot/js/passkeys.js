// Passkeys need the browser's help. Where it cannot give it, the form stays hidden and the password does.
'use strict';

// A passkey belongs to a name; a site that is reached by its number can have none.
const hasName = !/^[\d.]+$|^\[/.test(location.hostname);
const canUsePasskeys = hasName && typeof PublicKeyCredential === 'function'
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

const askBrowser = async (kind, options) => kind === 'create'
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

if (canUsePasskeys) {
  for (const note of document.querySelectorAll('[data-without-passkeys]')) note.hidden = true;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const problem = form.querySelector('[data-problem]');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      problem.hidden = true;
      try {
        const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
        if (!answer.ok) throw new Error(String(answer.status));
        const credential = await askBrowser(form.dataset.passkey, await answer.json());
        form.elements.Credential.value = JSON.stringify(credential);
        // Not requestSubmit: that would come round to here again.
        form.submit();
      } catch {
        // Most often the person closed the browser's question.
        problem.textContent = problem.dataset.problem;
        problem.hidden = false;
      }
    });
  }
}
