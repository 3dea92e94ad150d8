// Search as you type over results from the server (ARIA combobox with a list).
// data-ch-combobox="go" follows the link of the chosen result, "take" writes its data-value into the field.
import { stepped } from "./choose.js";
import { hook } from "./hook.js";

const STEPS = new Set(["ArrowDown", "ArrowUp"]);

export const start = hook("[data-ch-combobox]", (box) => {
  const input = box.querySelector("[role=combobox]");
  const list = box.querySelector("[role=listbox]");
  const kept = box.querySelector("input[type=hidden]");
  const options = () => [...list.querySelectorAll("[role=option]")];
  let current = -1;

  function show(index) {
    current = index;
    options().forEach((option, at) => {
      option.id ||= `${list.id}-${at}`;
      option.setAttribute("aria-selected", String(at === index));
    });
    const chosen = options()[index];
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-expanded", String(options().length > 0));
  }
  function close() {
    globalThis.htmx?.trigger(input, "htmx:abort");
    list.replaceChildren();
    show(-1);
  }
  function choose(option) {
    const link = option.querySelector("a[href]");
    if (box.dataset.chCombobox === "go" && link) {
      location.assign(link.href);
      return;
    }
    input.value = option.dataset.text ?? option.textContent.trim();
    if (kept) kept.value = option.dataset.value ?? "";
    close();
    (kept ?? input).dispatchEvent(new Event("change", { bubbles: true }));
  }

  input.addEventListener("input", () => {
    // What is typed anew is no longer the row that was chosen before.
    if (kept) kept.value = "";
  });
  input.addEventListener("keydown", (event) => {
    if (STEPS.has(event.key) && options().length) {
      event.preventDefault();
      show(stepped(current, event.key, options().length));
    } else if (event.key === "Enter" && current >= 0) {
      event.preventDefault();
      choose(options()[current]);
    } else if (event.key === "Escape" && options().length) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(option);
  });
  list.addEventListener("htmx:afterSwap", () => {
    // An answer that comes after the reader went on must not open the list again.
    if (document.activeElement === input) show(-1);
    else close();
  });
  input.addEventListener("blur", close);
});
