// Adds a row to a formset from its empty form, and takes one away: a saved row is ticked for deletion.
import { hook } from "./hook.js";

export function numbered(html, number) {
  return html.replaceAll("__prefix__", String(number));
}

export const start = hook("[data-ch-rows]", (set) => {
  const list = set.querySelector("[data-ch-rows-list]");
  const total = set.querySelector("input[name$=-TOTAL_FORMS]");
  const blank = set.querySelector("template");
  const add = set.querySelector("[data-ch-rows-add]");
  const most = Number(set.querySelector("input[name$=-MAX_NUM_FORMS]")?.value || 1000);

  function offer() {
    add.hidden = Number(total.value) >= most;
  }
  add?.addEventListener("click", (event) => {
    event.preventDefault();
    list.insertAdjacentHTML("beforeend", numbered(blank.innerHTML, total.value));
    total.value = String(Number(total.value) + 1);
    const row = list.lastElementChild;
    globalThis.htmx?.process(row);
    document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: row } }));
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    offer();
  });
  set.addEventListener("click", (event) => {
    const away = event.target.closest("[data-ch-rows-away]");
    if (!away) return;
    event.preventDefault();
    const row = away.closest("[data-ch-row]");
    const tick = row.querySelector("input[name$=-DELETE]");
    tick.checked = !tick.checked;
    row.toggleAttribute("data-gone", tick.checked);
    tick.dispatchEvent(new Event("change", { bubbles: true }));
  });
  if (add) offer();
});
