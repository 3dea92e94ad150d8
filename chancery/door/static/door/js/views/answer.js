// The answer to a pass, over the whole screen: what to do, whom to greet and how, and one large button for the thumb.
import { button, h, put } from "../page.js";
import { verdictOf } from "../verdict.js";
import { entriesOf, saidOf, sentencesOf } from "../reasons.js";
import { signOf } from "../signs.js";
import { faceOf } from "./face.js";
import { howMany } from "./how_many.js";

const DONE = {
  admit: { light: "green", word: "answer.in" },
  leave: { light: "green", word: "answer.out" },
  refuse: { light: "red", word: "answer.refused" },
};

// `pass` and `how` as the verdict and the scan have them; `guest` null for who is not on the list.
export function answer(app, { pass, guest, how }) {
  const { door, words } = app;
  const party = guest?.party ?? "";
  const element = h("section", { class: "answer", "aria-labelledby": "answer-word" });
  const standing = () => (guest ? door.standing(party) : undefined);
  const judged = (people = 0) => verdictOf({ pass, guest, standing: standing(), people });
  let done = null;
  let people = 0;
  let shown = "";

  // What was done is said once it is on the disk, never before.
  async function deed(kind, count) {
    if (done) return;
    const uid = crypto.randomUUID();
    done = { kind, count, uid };
    try {
      await door[kind]({ party, people: count, how, uid });
      app.say(doneWord(kind, count));
    } catch (error) {
      done = null;
      app.say(words.say("failed"));
      throw error;
    }
    show();
    element.querySelector("h1").focus({ preventScroll: true });
  }

  function doneWord(kind, count) {
    const counted = { admit: "came-in", leave: "went-out" }[kind];
    return counted ? words.counted(counted, count) : words.say("answer.refused");
  }

  async function takeBack() {
    await door.undo(done.uid);
    done = null;
    app.say(words.say("answer.undone"));
    show();
  }

  const next = (props = {}) => button(words.say("answer.next"), () => app.go("scan"), props);

  function actionsDone() {
    return [
      next({ class: "door-button door-first" }),
      done.kind === "refuse" ? null : button(words.say("answer.undo"), takeBack),
    ];
  }

  function actionsAsked({ light: asked, missing }) {
    if (!guest) return [next({ class: "door-button door-first" }), ...withoutGuest(app)];
    const isRed = asked === "red";
    const { inside } = standing();
    people ||= Math.max(missing, 1);
    const admit = isRed ? words.say("answer.anyway") : words.counted("admit", people);
    const letIn = button(admit, () => deed("admit", people), { class: isRed ? "door-button" : "door-button door-first", "data-do": "admit" });
    const goesOut = button(words.say("answer.goes-out"), () => deed("leave", Math.min(people, inside)));
    const refuse = button(words.say("answer.refuse"), () => deed("refuse", people));
    const others = [isRed ? letIn : next(), inside ? goesOut : null, asked === "green" || inside ? null : refuse];
    return [isRed ? next({ class: "door-button door-first" }) : letIn, h("div", { class: "answer-pair" }, others)];
  }

  // What is seldom needed stands above the buttons for the thumb and scrolls away.
  function seldom({ missing }) {
    people ||= Math.max(missing, 1);
    return [
      howMany(words, { missing: missing || standing().inside, people, onchange: chosen }),
      h("div", { class: "answer-small" },
        button(words.say("answer.instead"), () => app.go("instead", { guest })),
        button(words.say("answer.spelling"), () => app.go("spelling", { guest })),
      ),
    ];
  }

  function chosen(count) {
    people = count;
    show();
    element.querySelector(`[data-ch-people="${count}"]`)?.focus();
  }

  function show() {
    const verdict = judged(people);
    const light = done ? DONE[done.kind].light : verdict.light;
    const word = words.say(done ? DONE[done.kind].word : `light.${light}`);
    const told = () => sentencesOf(verdict.reasons, { guest, standing: standing(), words });
    const reasons = done ? [doneWord(done.kind, done.count)] : told();
    element.dataset.light = light;
    element.dataset.done = done?.kind ?? "";
    put(element, [
      h("header", { class: "answer-top" },
        signOf(light),
        h("h1", { id: "answer-word", tabindex: "-1" }, word),
        h("ul", { class: "answer-reasons" }, reasons.map((sentence) => h("li", {}, sentence))),
      ),
      ...(guest ? faceOf(guest, words, before()) : []),
      ...(guest && !done ? seldom(verdict) : []),
      h("div", { class: "answer-actions" }, done ? actionsDone() : actionsAsked(verdict)),
    ]);
    shown = stateOf();
  }

  const stateOf = () => JSON.stringify([judged(people), before(), Boolean(done)]);

  // What has not changed is left as it is: a steward may be reading, or have opened a fold.
  function refresh() {
    if (!done && shown !== stateOf()) show();
  }

  function before() {
    const scans = door.scans.filter((scan) => scan.party === party && scan.uid !== done?.uid);
    return entriesOf(scans, { words, doorName: app.doorName, device: door.pairing.device });
  }

  async function enter() {
    const verdict = judged();
    app.signals.give(verdict.light);
    app.say(saidOf(verdict.light, sentencesOf(verdict.reasons, { guest, standing: standing(), words }), guest, words));
    if (how === "pass" && verdict.light === "green" && verdict.missing === 1) await deed("admit", 1);
  }

  show();
  return { title: words.say(`light.${judged().light}`), element, enter, refresh };
}

function withoutGuest(app) {
  return [
    button(app.words.say("bar.find"), () => app.go("find")),
    button(app.words.say("scan.card"), () => app.go("card")),
    button(app.words.say("scan.without"), () => app.go("walkIn")),
  ];
}
