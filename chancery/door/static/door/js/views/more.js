// This telephone: which door it is at and for how long, how it speaks, what it cannot know, and how it forgets.
import { button, h, put } from "../page.js";
import { languageField } from "./language.js";

const LIGHTS = ["system", "sun", "dark"];
const UNCHECKED = [1, 2, 3, 4];
const HOUR = 3_600_000;

export function more(app) {
  const { words } = app;
  const facts = h("dl", { class: "more-facts" });
  return {
    title: words.say("more.heading"),
    element: h("section", { class: "door-sheet" },
      h("h1", { tabindex: "-1" }, words.say("more.heading")),
      facts,
      h("div", { class: "door-ways" }, button(words.say("more.sync"), () => app.door.syncNow())),
      languageField(app),
      lightField(app),
      soundField(app),
      h("h2", {}, words.say("more.unchecked")),
      h("ul", { class: "more-unchecked" }, UNCHECKED.map((place) => h("li", {}, words.say(`more.unchecked-${place}`)))),
      wiping(app),
    ),
    refresh: () => put(facts, factsOf(app)),
  };
}

function factsOf(app) {
  const { door, words } = app;
  const at = app.doorHere();
  const { name, event, expires_at: until } = door.pairing;
  const left = Math.max(Math.round((until - door.now()) / HOUR), 0);
  const said = {
    device: name,
    door: at.name,
    event: words.wording(event.titles),
    until: `${words.moment(until)} · ${words.counted("hours-left", left)}`,
    guests: String(door.guests.length),
    instructions: at.instructions,
  };
  return Object.entries(said).filter(([, value]) => value).map(([key, value]) =>
    h("div", {}, h("dt", {}, words.say(`more.${key}`)), h("dd", { dir: "auto" }, value)),
  );
}

function lightField(app) {
  const { words, choices } = app;
  const options = LIGHTS.map((light) =>
    h("label", { class: "door-choice" },
      h("input", { type: "radio", name: "light", value: light, checked: choices.get("light") === light, onchange: () => app.choose("light", light) }),
      h("span", {}, words.say(`more.light-${light}`)),
    ),
  );
  return h("fieldset", { class: "door-choices" }, h("legend", {}, words.say("more.light")), options);
}

function soundField(app) {
  const { words, choices, signals } = app;
  const box = h("input", { type: "checkbox", checked: choices.get("sound"), onchange: () => app.choose("sound", box.checked) });
  const hear = ["green", "amber", "red"].map((light) => button(words.say(`light.${light}`), () => signals.give(light)));
  return h("fieldset", { class: "door-choices" },
    h("legend", {}, words.say("more.sounds")),
    h("label", { class: "door-choice" }, box, h("span", {}, words.say("more.sound"))),
    h("div", { class: "door-ways" }, hear),
  );
}

function wiping(app) {
  const { words, door } = app;
  return h("details", { class: "door-fold" },
    h("summary", {}, words.say("more.wipe")),
    h("p", {}, words.say("more.wipe-lead")),
    door.waiting ? h("p", { class: "door-trouble" }, words.say("more.wipe-waiting")) : null,
    button(words.say("more.wipe-do"), () => door.wipe(), { class: "door-button door-grave" }),
  );
}
