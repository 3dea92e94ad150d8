// Somebody who is not on the list: without an invitation by the rule of this door, with a card by the prepared answer.
import { button, field, h } from "../page.js";

export function walkIn(app) {
  const { door, words } = app;
  const rule = door.pairing.door.walk_ins;
  const fields = whoFields(words);
  const admits = {
    ask: () => twoWays(app, fields, "walk-in.said-yes", "walk-in.said-no"),
    admit: () => twoWays(app, fields, "walk-in.do", "answer.refuse"),
    refuse: () => [button(words.say("walk-in.sent"), () => refuse(app, fields), { class: "door-button door-first" })],
  }[rule];
  return sheet(words.say("walk-in.heading"), [
    h("p", {}, words.say(`walk-in.${rule}`)),
    h("div", { class: "door-form" }, rule === "refuse" ? null : fields.elements, admits()),
  ]);
}

function twoWays(app, fields, yes, no) {
  const { words } = app;
  const letIn = () => (fields.isNamed() ? admit(app, fields) : undefined);
  return [
    button(words.say(yes), once(letIn), { class: "door-button door-first" }),
    button(words.say(no), once(() => refuse(app, fields))),
  ];
}

async function admit(app, fields, words = "") {
  const said = fields.said();
  await app.door.walkIn({ ...said, words });
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
  const letIn = once(() => (fields.isNamed() ? admit(app, fields, said) : undefined));
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
  const [nameField, name] = field("who-name", words.say("name"), { autocapitalize: "words" });
  const [officeField, office] = field("who-office", words.say("office"));
  const [peopleField, people] = field("who-people", words.say("answer.how-many"), { type: "number", min: "1", max: "20", value: "1", inputmode: "numeric" });
  const trouble = h("p", { class: "door-trouble", role: "alert", hidden: true }, words.say("name.missing"));
  return {
    elements: [nameField, trouble, officeField, peopleField],
    isNamed() {
      trouble.hidden = Boolean(name.value.trim());
      if (!trouble.hidden) name.focus();
      return trouble.hidden;
    },
    said: () => ({ name: name.value.trim(), office: office.value.trim(), people: Math.min(Math.max(people.valueAsNumber || 1, 1), 20) }),
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
