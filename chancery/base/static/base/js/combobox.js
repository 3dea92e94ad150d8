// Search as you type over results from the server (ARIA combobox with a list).
// data-ch-combobox="go" follows the link of the chosen result, "take" writes its data-value into the field.
import { stepped } from "./choose.js";
import { hook } from "./hook.js";

class Combobox {
  constructor(box) {
    this.follows = box.dataset.chCombobox === "go";
    this.input = box.querySelector("[role=combobox]");
    this.list = box.querySelector("[role=listbox]");
    this.kept = box.querySelector("input[type=hidden]");
    this.current = -1;
    this.input.addEventListener("input", () => this.forget());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("htmx:configRequest", (event) => this.ask(event));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.onClick(event));
    this.list.addEventListener("htmx:afterSwap", () => this.onAnswer());
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  show(index) {
    this.current = index;
    this.options.forEach((option, at) => {
      option.id ||= `${this.list.id}-${at}`;
      option.setAttribute("aria-selected", String(at === index));
    });
    const chosen = this.options[index];
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    globalThis.htmx?.trigger(this.input, "htmx:abort");
    this.list.replaceChildren();
    this.show(-1);
  }

  /** What is typed anew is no longer the row that was chosen before. */
  forget() {
    if (this.kept) this.kept.value = "";
  }

  /** Every search is asked as `q`, whatever its field is called. */
  ask(event) {
    event.detail.parameters.q = this.input.value;
  }

  choose(option) {
    const link = option.querySelector("a[href]");
    if (this.follows && link) {
      location.assign(link.href);
      return;
    }
    this.input.value = option.dataset.text ?? option.textContent.trim();
    if (this.kept) this.kept.value = option.dataset.value ?? "";
    this.close();
    (this.kept ?? this.input).dispatchEvent(new Event("change", { bubbles: true }));
  }

  onKey(event) {
    if (!this.options.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.show(stepped(this.current, event.key, this.options.length));
    } else if (event.key === "Enter" && this.current >= 0) {
      this.choose(this.options[this.current]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  onClick(event) {
    const option = event.target.closest("[role=option]");
    if (!option || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.choose(option);
  }

  /** An answer that comes after the reader went on must not open the list again. */
  onAnswer() {
    if (document.activeElement === this.input) this.show(-1);
    else this.close();
  }
}

export const start = hook("[data-ch-combobox]", (box) => new Combobox(box));
