// Keys of a page. `data-ch-key-focus="k"` takes the focus on Ctrl-K or Cmd-K.
// `data-ch-key="p"` is pressed by Alt-P anywhere, and by P alone while the focus is inside its
// `data-ch-keys` region: a single key must not act when somebody dictates (WCAG 2.1.4).
import { hook } from "./hook.js";

const WRITES = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

export const start = hook("body", (body) => {
  document.addEventListener("keydown", (event) => {
    const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    if (!key || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) focusOn(body.querySelector(`[data-ch-key-focus="${key}"]`), event);
    else press(body.querySelector(`[data-ch-key="${key}"]`), event);
  });
});

function focusOn(field, event) {
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function press(control, event) {
  if (!control || !(event.altKey || isInside(control.closest("[data-ch-keys]"), event.target))) return;
  event.preventDefault();
  control.click();
}

function isInside(region, target) {
  return Boolean(region?.contains(target)) && !target.matches(WRITES);
}
