// The last ten scans of this telephone, each of which can be taken back, and scans of two doors that do not agree.
import { byParty } from "../counts.js";
import { button, h, put } from "../page.js";

const TEN = 10;

export function last(app) {
  const { words } = app;
  const list = h("div");
  return {
    title: words.say("last.heading"),
    element: h("section", { class: "door-sheet" }, h("h1", { tabindex: "-1" }, words.say("last.heading")), list),
    refresh: () => put(list, [doubtsLine(app), lastTen(app)]),
  };
}

function lastTen(app) {
  const { door, words } = app;
  const scans = door.latest(TEN);
  if (!scans.length) return [h("p", { class: "door-note" }, words.say("last.none"))];
  const undone = new Set(door.scans.filter(({ kind }) => kind === "undo").map(({ undoes }) => undoes));
  return [h("ol", { class: "last-ten" }, scans.map((scan) => lineOf(app, scan, undone.has(scan.uid))))];
}

function lineOf(app, scan, isUndone) {
  const { door, words } = app;
  const name = nameOf(app, scan.party);
  const deed = words.say(isUndone ? "last.was-undone" : `last.${scan.kind}`, { people: scan.people });
  const state = door.isWaiting(scan.uid) ? `${deed} · ${words.say("last.waiting")}` : deed;
  return h("li", { "data-undone": isUndone },
    h("time", {}, words.time(scan.at)),
    h("div", {}, h("strong", { dir: "auto" }, name), h("span", {}, state)),
    isUndone || scan.kind === "undo" ? null : undoButton(app, scan, name),
  );
}

function undoButton(app, scan, name) {
  const { door, words } = app;
  const takeBack = async () => {
    await door.undo(scan.uid);
    app.say(words.say("answer.undone"));
  };
  return button(words.say("answer.undo"), takeBack, { "aria-label": words.say("last.undo-of", { name }) });
}

const nameOf = ({ door, words }, party) => door.find(party)?.name ?? words.say("last.unlisted");

export function doubtsLine(app) {
  const { door, words } = app;
  const doubts = [...byParty(door.scans).keys()].filter(Boolean).flatMap((party) => door.standing(party).doubts);
  if (!doubts.length) return [];
  const lines = doubts.map(({ party, first, later }) =>
    h("li", {}, words.say("doubts.line", { name: nameOf(app, party), first: atDoor(app, first), later: atDoor(app, later) })),
  );
  return [h("section", { class: "doubts" }, h("h2", {}, words.say("doubts.heading")), h("ul", {}, lines))];
}

const atDoor = ({ words, doorName }, scan) => `${words.time(scan.at)} ${doorName(scan.door)}`;
