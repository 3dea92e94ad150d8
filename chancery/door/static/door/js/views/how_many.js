// How many of a party come in now: a button a number, and more than are expected only after one tap more.
import { button, h } from "../page.js";

const MORE = 4;

export function howMany(words, { missing, people, onchange }) {
  if (missing <= 1 && people <= 1) return moreThan(words, missing || 1, onchange);
  const last = Math.max(missing, people);
  const numbers = Array.from({ length: last }, (_, place) => place + 1);
  return h("fieldset", { class: "how-many" },
    h("legend", {}, words.say("answer.how-many")),
    h("div", { class: "how-many-numbers" }, numbers.map((number) => numberButton(number, people, onchange))),
    moreThan(words, last, onchange),
  );
}

function numberButton(number, people, onchange) {
  const props = { class: "door-number", "data-ch-people": String(number), "aria-pressed": String(number === people) };
  return button(String(number), () => onchange(number), props);
}

function moreThan(words, last, onchange) {
  const numbers = Array.from({ length: MORE }, (_, place) => last + 1 + place);
  return h("details", { class: "how-many-more" },
    h("summary", {}, words.say("answer.more")),
    h("div", { class: "how-many-numbers" }, numbers.map((number) => numberButton(number, 0, onchange))),
  );
}
