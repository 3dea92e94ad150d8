// Forms that need a passkey: data-ch-passkey="make" makes one, "ask" signs in with one.
// The options stand in #passkey-options, or come from the address in data-ch-options.
import { credentialAsJson, optionsToAsk, optionsToMake, troubleOf } from "./credentials.js";

async function optionsOf(form) {
  if (!form.dataset.chOptions) {
    return JSON.parse(document.getElementById("passkey-options").textContent);
  }
  const answer = await fetch(form.dataset.chOptions, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

async function credentialFor(form) {
  if (!window.PublicKeyCredential) throw new DOMException("", "NotSupportedError");
  const options = await optionsOf(form);
  if (form.dataset.chPasskey === "make") {
    return navigator.credentials.create(optionsToMake(options.creation_options));
  }
  return navigator.credentials.get(optionsToAsk(options.request_options));
}

export function start(root) {
  const trouble = root.querySelector("[data-ch-passkey-trouble]");
  for (const form of root.querySelectorAll("form[data-ch-passkey]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      trouble.hidden = true;
      try {
        const credential = await credentialFor(form);
        form.elements.credential.value = JSON.stringify(credentialAsJson(credential));
        form.submit();
      } catch (error) {
        trouble.textContent = trouble.dataset[troubleOf(error)];
        trouble.hidden = false;
      }
    });
  }
}

start(document);
