// Puts the rows of data-ch-sorting into another order: by drag, and by keyboard on the handle.
// Nothing is saved here: the hidden inputs travel with the rows, and the form shows who moved.
import { hook } from "./hook.js";
import { moved, moves } from "./moves.js";
import { say } from "./spoken.js";
import { fill } from "./words.js";

export const start = hook("[data-ch-sorting]", (list) => {
  const rows = () => [...list.querySelectorAll(":scope > [data-name]")];
  const names = () => rows().map((row) => row.dataset.key);
  const before = names();
  const words = list.dataset;
  let lifted = null;

  function tell(sentence, row) {
    const place = rows().indexOf(row) + 1;
    say(fill(sentence, { name: row.dataset.name, place, count: rows().length }));
  }
  function changed() {
    const named = new Map(rows().map((row) => [row.dataset.key, row.dataset.name]));
    showMoves(list, moves(before, names()), named);
    list.dispatchEvent(new CustomEvent("ch:sorted", { bubbles: true }));
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function place(row, to) {
    const byKey = new Map(rows().map((each) => [each.dataset.key, each]));
    const handle = document.activeElement;
    for (const key of moved(names(), rows().indexOf(row), to)) list.append(byKey.get(key));
    handle?.focus();
  }
  function drop(row, sentence) {
    row.removeAttribute("data-lifted");
    lifted = null;
    tell(sentence, row);
    changed();
  }
  function lift(row) {
    row.setAttribute("data-lifted", "");
    lifted = { row, from: rows().indexOf(row) };
    tell(words.lifted, row);
  }

  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-ch-handle]")?.closest("[data-name]");
    if (!row) return;
    const at = rows().indexOf(row);
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (lifted) drop(lifted.row, words.dropped);
      else lift(row);
    } else if (lifted && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      place(row, Math.max(0, at + (event.key === "ArrowUp" ? -1 : 1)));
      tell(words.moved, row);
    } else if (lifted && event.key === "Escape") {
      event.preventDefault();
      place(row, lifted.from);
      drop(row, words.cancelled);
    }
  });
  list.addEventListener("focusout", (event) => {
    if (lifted && !list.contains(event.relatedTarget) && event.relatedTarget) drop(lifted.row, words.dropped);
  });
  dragging(list, (row) => {
    tell(words.dropped, row);
    changed();
  });
});

async function dragging(list, dropped) {
  // The published file is UMD: as a module it leaves its class on the global object.
  await import("../vendor/sortable.min.js");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  globalThis.Sortable.create(list, {
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
