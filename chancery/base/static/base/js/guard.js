// Asks before a page with unsaved changes is left. Forms opt in with data-ch-guard.
import { each } from "./each.js";

const unsaved = new Set();

export function start(root) {
  each(root, "form[data-ch-guard]", (form) => {
    form.addEventListener("input", () => unsaved.add(form));
    form.addEventListener("change", () => unsaved.add(form));
    form.addEventListener("submit", () => unsaved.delete(form));
    form.addEventListener("reset", () => unsaved.delete(form));
  });
  each(root, "body", () => {
    window.addEventListener("beforeunload", (event) => {
      if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
    });
  });
}
