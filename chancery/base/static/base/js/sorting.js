// Puts the rows of data-ch-sorting into another order: by drag, and by keyboard on the handle.
// Nothing is saved here: the hidden inputs travel with the rows, and the form shows who moved.
import { hook } from "./hook.js";
import { moved, moves } from "./moves.js";
import { say } from "./spoken.js";
import { fill } from "./words.js";

class Sorting {
  constructor(list) {
    this.list = list;
    this.before = this.keys;
    this.lifted = null;
    list.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("focusout", (event) => this.onLeaving(event));
    dragging(list, (row) => this.settle(row, list.dataset.dropped));
  }

  get rows() {
    return [...this.list.querySelectorAll(":scope > [data-name]")];
  }

  get keys() {
    return this.rows.map((row) => row.dataset.key);
  }

  tell(sentence, row) {
    const place = this.rows.indexOf(row) + 1;
    say(fill(sentence, { name: row.dataset.name, place, count: this.rows.length }));
  }

  lift(row) {
    row.setAttribute("data-lifted", "");
    this.lifted = { row, from: this.rows.indexOf(row) };
    this.tell(this.list.dataset.lifted, row);
  }

  place(row, to) {
    const byKey = new Map(this.rows.map((one) => [one.dataset.key, one]));
    const handle = document.activeElement;
    for (const key of moved(this.keys, this.rows.indexOf(row), to)) this.list.append(byKey.get(key));
    handle?.focus();
  }

  drop(sentence) {
    const { row } = this.lifted;
    row.removeAttribute("data-lifted");
    this.lifted = null;
    this.settle(row, sentence);
  }

  settle(row, sentence) {
    this.tell(sentence, row);
    const named = new Map(this.rows.map((one) => [one.dataset.key, one.dataset.name]));
    showMoves(this.list, moves(this.before, this.keys), named);
    this.list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  onKey(event) {
    const row = event.target.closest("[data-ch-handle]")?.closest("[data-name]");
    if (!row) return;
    if (event.key === " " || event.key === "Enter") {
      if (this.lifted) this.drop(this.list.dataset.dropped);
      else this.lift(row);
    } else if (this.lifted && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      this.place(row, Math.max(0, this.rows.indexOf(row) + (event.key === "ArrowUp" ? -1 : 1)));
      this.tell(this.list.dataset.moved, row);
    } else if (this.lifted && event.key === "Escape") {
      this.place(row, this.lifted.from);
      this.drop(this.list.dataset.cancelled);
    } else {
      return;
    }
    event.preventDefault();
  }

  onLeaving(event) {
    if (this.lifted && event.relatedTarget && !this.list.contains(event.relatedTarget)) {
      this.drop(this.list.dataset.dropped);
    }
  }
}

export const start = hook("[data-ch-sorting]", (list) => new Sorting(list));

async function dragging(list, dropped) {
  // The published file is UMD: as a module it leaves its class on the global object.
  // Where it does not come, as on a page that is left at once, the keyboard still moves the rows.
  await import("../vendor/sortable.min.js").catch(() => {});
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  globalThis.Sortable?.create(list, {
    draggable: "[data-name]",
    handle: "[data-ch-handle]",
    animation: still ? 0 : 120,
    ghostClass: "is-lifted",
    onEnd: (event) => event.oldIndex !== event.newIndex && dropped(event.item),
  });
}

function showMoves(list, found, named) {
  const report = list.closest("form")?.querySelector("[data-ch-moves]");
  if (!report) return;
  report.hidden = found.length === 0;
  report.querySelector("ul").replaceChildren(
    ...found.map(({ name, from, to }) => {
      const line = document.createElement("li");
      line.textContent = fill(report.dataset.words, { name: named.get(name), from, to });
      return line;
    }),
  );
}
