// Asks before a page with unsaved changes is left. Forms opt in with data-ch-guard.
import { hook } from "./hook.js";

const unsaved = new Set();

const forms = hook("form[data-ch-guard]", (form) => {
  form.addEventListener("input", () => unsaved.add(form));
  form.addEventListener("change", () => unsaved.add(form));
  form.addEventListener("submit", () => unsaved.delete(form));
  form.addEventListener("reset", () => unsaved.delete(form));
});

const leaving = hook("body", () => {
  window.addEventListener("beforeunload", (event) => {
    if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
  });
});

export function start(root) {
  forms(root);
  leaving(root);
}
