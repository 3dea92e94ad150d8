// Somebody who is not on the list: without an invitation by the rule of this door, with a card by the prepared answer.
import { button, field, h } from "../page.js";

export function walkIn(app) {
  const { words } = app;
  const rule = app.doorHere().walk_ins;
  const ways = { ask: whereAsked, admit: whereAdmitted, refuse: whereRefused }[rule];
  return sheet(words.say("walk-in.heading"), [
    h("p", {}, words.say(`walk-in.${rule}`)),
    h("div", { class: "door-form" }, ways(app, whoFields(words))),
  ]);
}

// Who of the office said yes is written down, or nobody is let in: the office reads it with the guest.
function whereAsked(app, fields) {
  const { words } = app;
  const asked = demanded("who-said", words.say("walk-in.who"), words.say("walk-in.who-missing"), { maxlength: "200" });
  const letIn = () => (fields.isNamed() && asked.isThere() ? admit(app, fields, { words: asked.text() }) : undefined);
  return [
    ...fields.elements,
    ...asked.elements,
    button(words.say("walk-in.said-yes"), once(letIn), { class: "door-button door-first" }),
    button(words.say("walk-in.said-no"), once(() => refuse(app, fields, asked.text()))),
  ];
}

function whereAdmitted(app, fields) {
  const { words } = app;
  const letIn = () => (fields.isNamed() ? admit(app, fields) : undefined);
  return [
    ...fields.elements,
    button(words.say("walk-in.do"), once(letIn), { class: "door-button door-first" }),
    button(words.say("answer.refuse"), once(() => refuse(app, fields))),
  ];
}

// Nobody is let in here without an invitation; whoever has a card gets the prepared answer (R126).
function whereRefused(app, fields) {
  const { door, words } = app;
  const hasAnswers = (door.snapshot?.answers ?? []).length > 0;
  return [
    hasAnswers ? button(words.say("scan.card"), () => app.go("card")) : null,
    ...fields.elements,
    button(words.say("walk-in.sent"), once(() => refuse(app, fields)), { class: "door-button door-first" }),
  ];
}

async function admit(app, fields, given = {}) {
  const said = fields.said();
  await app.door.walkIn({ ...said, ...given });
  app.signals.give("green");
  app.say(app.words.say("walk-in.done", { name: said.name }));
  app.go("scan");
}

async function refuse(app, fields, words = "") {
  const { name, office } = fields.said();
  const said = [name, office, words].filter(Boolean).join(" · ").slice(0, 200);
  await app.door.refuse({ party: "", how: "walk-in", words: said });
  app.signals.give("red");
  app.say(app.words.say("walk-in.refused"));
  app.go("scan");
}

export function card(app) {
  const { door, words } = app;
  const answers = door.snapshot?.answers ?? [];
  const chosen = h("div", { role: "status" });
  const choose = (prepared) => chosen.replaceChildren(...preparedAnswer(app, prepared));
  const bands = answers.map((prepared) => button(prepared.band, () => choose(prepared), { dir: "auto" }));
  return sheet(words.say("card.heading"), [
    h("p", {}, words.say(answers.length ? "card.lead" : "card.none")),
    h("div", { class: "door-ways" }, bands),
    chosen,
    answers.length ? null : h("div", { class: "door-ways" }, button(words.say("scan.without"), () => app.go("walkIn"))),
  ]);
}

function preparedAnswer(app, { band, outcome, where, words: sentence }) {
  const { words } = app;
  const isNo = outcome === "no-place";
  const fields = whoFields(words);
  const what = [words.say(`outcome.${outcome}`), where].filter(Boolean).join(" · ");
  const said = `${band}: ${what}`;
  const letIn = once(() => (fields.isNamed() ? admit(app, fields, { words: said, band }) : undefined));
  return [
    h("p", { class: "card-outcome", "data-outcome": outcome }, h("strong", {}, what)),
    sentence ? h("p", { class: "card-say" }, words.say("card.say", { words: sentence })) : null,
    h("div", { class: "door-form" },
      fields.elements,
      isNo ? null : button(words.say("walk-in.do"), letIn, { class: "door-button door-first" }),
      button(words.say("answer.refuse"), once(() => refuse(app, fields, said)), { class: isNo ? "door-button door-first" : "door-button" }),
    ),
  ].filter(Boolean);
}

function whoFields(words) {
  const name = demanded("who-name", words.say("name"), words.say("name.missing"));
  const [officeField, office] = field("who-office", words.say("office"));
  const [peopleField, people] = field("who-people", words.say("answer.how-many"), { type: "number", min: "1", max: "20", value: "1", inputmode: "numeric" });
  return {
    elements: [...name.elements, officeField, peopleField],
    isNamed: name.isThere,
    said: () => ({ name: name.text(), office: office.value.trim(), people: Math.min(Math.max(people.valueAsNumber || 1, 1), 20) }),
  };
}

// A field that has to be filled: asked for the text, it says what is missing and takes the focus.
function demanded(id, label, sentence, props = {}) {
  const [element, input] = field(id, label, { autocapitalize: "words", ...props });
  const trouble = h("p", { class: "door-trouble", role: "alert", hidden: true }, sentence);
  const text = () => input.value.trim();
  return {
    elements: [element, trouble],
    text,
    isThere() {
      trouble.hidden = Boolean(text());
      if (!trouble.hidden) input.focus();
      return trouble.hidden;
    },
  };
}

// A second tap while the first is being kept does nothing.
function once(does) {
  let isBusy = false;
  return async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await does();
    } finally {
      isBusy = false;
    }
  };
}

export function sheet(title, children) {
  return { title, element: h("section", { class: "door-sheet" }, h("h1", { tabindex: "-1" }, title), children) };
}
