// A guest by name, organisation or seat: rows large enough for a thumb, the best first.
import { guestOf, officesOf } from "../guest.js";
import { field, h, put } from "../page.js";

const MOST = 30;

export function finding(app) {
  const { door, words } = app;
  const [searchField, search] = field("find", words.say("find.label"), { type: "search", enterkeyhint: "search", spellcheck: "false" });
  const list = h("ul", { class: "found" });
  const count = h("p", { class: "door-note", role: "status" });
  const isSealed = !door.pairing.searches;

  function show() {
    const typed = search.value.trim();
    const found = typed && app.lookup.isReady ? app.lookup.search(typed, MOST) : [];
    tell(typed.length > 1 || found.length ? wordsFor(found.length) : words.say("find.begin"));
    put(list, found.map((guest) => rowOf(app, guestOf(guest))));
  }

  // Said by the screen reader only where it is new.
  function tell(sentence) {
    if (count.textContent !== sentence) count.textContent = sentence;
  }

  function wordsFor(length) {
    if (!app.lookup.isReady) return words.say("find.preparing");
    return length ? words.counted("found", length) : words.say("find.none");
  }

  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    const arrow = event.key === "ArrowDown" || event.key === "Enter";
    if (!arrow) return;
    event.preventDefault();
    list.querySelector("button")?.focus();
  });
  list.addEventListener("keydown", (event) => walk(event, list, search));
  return {
    title: words.say("find.heading"),
    element: h("section", { class: "door-sheet finding" },
      h("h1", { class: "unseen", tabindex: "-1" }, words.say("find.heading")),
      isSealed ? h("p", { class: "door-note" }, words.say("find.sealed")) : [list, count, searchField],
    ),
    refresh: show,
    enter() {
      search.focus();
      app.lookup.prepare();
    },
  };
}

function rowOf(app, guest) {
  const { door, words } = app;
  const { inside } = door.standing(guest.party);
  const state = inside ? h("span", { class: "found-in" }, `✓ ${words.say("find.inside")}`) : null;
  const open = () => app.answer({ pass: "", guest, how: "search" });
  return h("li", {},
    h("button", { type: "button", class: "found-row", onclick: open },
      h("strong", { dir: "auto" }, guest.name),
      h("span", { class: "found-line", dir: "auto" }, officesOf(guest).join(" · ")),
      h("span", { class: "found-end" }, guest.seat ? h("span", { dir: "auto" }, guest.seat) : null, state),
    ),
  );
}

// Up and down go from row to row, and from the first one back to what is typed.
function walk(event, list, search) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...list.querySelectorAll("button")];
  (rows[rows.indexOf(document.activeElement) + step] ?? search).focus();
}
