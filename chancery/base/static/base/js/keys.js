// Keys of a page. `data-ch-key-focus="k"` takes the focus on Ctrl-K or Cmd-K.
// `data-ch-key="p"` is pressed by Alt-P anywhere, and by P alone while the focus is inside its
// `data-ch-keys` region: a single key must not act when somebody dictates (WCAG 2.1.4).
import { each } from "./each.js";

const WRITES = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

export function start(root) {
  each(root, "[data-ch-key-focus]", (field) => {
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== field.dataset.chKeyFocus) return;
      event.preventDefault();
      field.focus();
      field.select?.();
    });
  });
  each(root, "[data-ch-key]", (control) => {
    document.addEventListener("keydown", (event) => {
      if (!control.isConnected || !isMeant(event, control)) return;
      event.preventDefault();
      control.click();
    });
  });
}

function isMeant(event, control) {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.code !== `Key${control.dataset.chKey.toUpperCase()}`) return false;
  if (event.altKey) return true;
  const region = control.closest("[data-ch-keys]");
  return Boolean(region?.contains(event.target)) && !event.target.matches(WRITES);
}
