// Passkeys: a form with data-passkey asks the browser for a key and sends the answer.
// Without JavaScript or passkeys in the browser the form stays hidden; a code by mail works everywhere.
(() => {
  if (!window.PublicKeyCredential) return;

  const optionsOf = (form) => JSON.parse(document.getElementById(form.dataset.options).textContent);

  const ceremonies = {
    async "sign-in"(form) {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      return window.webauthnJSON.get((await answer.json()).request_options);
    },
    use: (form) => window.webauthnJSON.get(optionsOf(form).request_options),
    add(form) {
      const options = optionsOf(form).creation_options;
      Object.assign(options.publicKey.authenticatorSelection, {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      });
      return window.webauthnJSON.create(options);
    },
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const trouble = form.querySelector('[role="alert"]');
      trouble.hidden = true;
      try {
        const credential = await ceremonies[form.dataset.passkey](form);
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        trouble.hidden = false;
      }
    });
  }
})();
