// What stands above and below every page: which door this is, how far it is to be trusted, and where the thumb goes.
import { button, h } from "./page.js";

const PAGES = ["scan", "find", "last", "more"];
const OLD = 60_000;

export function topOf({ door, words }) {
  if (!door.pairing) return [h("p", { class: "door-name" }, "Chancery")];
  return [
    h("p", { class: "door-name", dir: "auto" }, door.pairing.door.name),
    h("p", { class: "door-event", dir: "auto" }, words.wording(door.pairing.event.titles)),
    h("p", { class: "contact", "data-state": stateOf(door) }, contactOf(door, words), waitingOf(door, words)),
  ];
}

function stateOf(door) {
  if (door.lastContact === null) return "never";
  return door.failures || door.now() - door.lastContact > OLD ? "cut" : "there";
}

function contactOf(door, words) {
  const state = stateOf(door);
  const sentence = { never: "contact.never", cut: "contact.cut", there: "contact.at" }[state];
  return h("span", {}, words.say(sentence, { time: door.lastContact === null ? "" : words.time(door.lastContact) }));
}

function waitingOf(door, words) {
  return door.waiting ? h("strong", { "data-ch-waiting": String(door.waiting) }, words.counted("waiting", door.waiting)) : null;
}

export function barOf(app) {
  if (!app.door.pairing) return [];
  return PAGES.map((page) =>
    button(app.words.say(`bar.${page}`), () => app.go(page), {
      class: "bar-way",
      "data-way": page,
      "aria-current": app.name === page ? "page" : null,
    }),
  );
}
