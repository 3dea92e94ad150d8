// Whether somebody is let in: the same rule as chancery/rules/door/verdict.py, checked by the cases of verdicts.json.
//
// Green is let in, amber is looked at by the steward, red is not let in without a word of the office. A reason is a key
// of the words; the gravest stand first, and they stand in the order of these lists.

const RED = ["unknown-pass", "forged", "other-event", "not-admitted", "revoked-pass", "already-in"];
const AMBER = [
  "unchecked-pass", "in-doubt", "withdrawn", "declined", "no-answer", "reserve", "representative", "party-bigger", "partly-in",
  "note",
];
const GREEN = ["came-back"];
const IN_ORDER = [...RED, ...AMBER, ...GREEN];
const BY_REPLY = { declined: "declined", "no-answer": "no-answer", withdrawn: "withdrawn", reserve: "reserve" };

// How many of the party are not inside: who went out may come back.
export const missingOf = (expected, standing) => Math.max(expected - standing.inside, 0);

// `pass` is "good", "none" (of no office), "forged", "unchecked" (of a key that is not known here), "revoked", or "" for
// who was found by name. `guest` is null for who is not on the list, else {expected, reply, notes, representative};
// `standing` is {came, inside, doubts}; `people` is how many stand at the door, 0 where nobody has counted. Gives
// {light, reasons, missing}.
export function verdictOf({ pass = "", guest, standing = NOBODY, people = 0 }) {
  const found = guest ? [...reasonsOf(pass, guest, standing, people)] : [WITHOUT_GUEST[pass] ?? "other-event"];
  const reasons = IN_ORDER.filter((reason) => found.includes(reason));
  const missing = guest ? missingOf(guest.expected, standing) : 0;
  return { light: lightOf(reasons), reasons, missing };
}

const NOBODY = { came: 0, inside: 0, doubts: [] };
const WITHOUT_GUEST = { none: "unknown-pass", forged: "forged", unchecked: "unchecked-pass" };

function* reasonsOf(pass, guest, standing, people) {
  if (pass === "forged") yield "forged";
  if (pass === "unchecked") yield "unchecked-pass";
  if (pass === "revoked") yield "revoked-pass";
  yield BY_REPLY[guest.reply];
  yield* ofNotes(guest.notes ?? []);
  if (guest.representative) yield "representative";
  yield* ofStanding(guest.expected, standing, people);
}

function* ofNotes(notes) {
  if (notes.some(({ kind }) => kind === "not-admitted")) yield "not-admitted";
  if (notes.some(({ kind }) => kind !== "not-admitted")) yield "note";
}

function* ofStanding(expected, { came, inside, doubts }, people) {
  if (doubts.length) yield "in-doubt";
  if (inside >= expected) yield "already-in";
  else if (came > inside) yield "came-back";
  else if (came) yield "partly-in";
  if (inside < expected && people > expected - inside) yield "party-bigger";
}

function lightOf(reasons) {
  if (reasons.some((reason) => RED.includes(reason))) return "red";
  return reasons.some((reason) => AMBER.includes(reason)) ? "amber" : "green";
}
