// Who stands at the door: the name large and as it is to be spoken, then what the steward does with it.
import { officesOf } from "../guest.js";
import { h } from "../page.js";

export function faceOf(guest, words, before) {
  return [
    h("div", { class: "face" },
      h("p", { class: "face-name", dir: "auto" }, guest.name),
      guest.spoken && guest.spoken !== guest.name ? spoken(guest, words) : null,
      guest.latin && guest.latin !== guest.name ? h("p", { class: "face-line", dir: "auto" }, guest.latin) : null,
      officesOf(guest).map((line) => h("p", { class: "face-line", dir: "auto" }, line)),
      guest.rank ? h("p", { class: "face-line face-rank" }, words.say("answer.rank", { rank: guest.rank })) : null,
    ),
    h("dl", { class: "face-facts" },
      fact(words.say("answer.seat"), guest.seat, "seat"),
      fact(words.say("answer.escort"), guest.escort),
      fact(words.say("answer.category"), guest.category),
      guest.expected > 1 ? fact(words.say("answer.party"), partyOf(guest, words)) : null,
    ),
    notesOf(guest, words),
    before.length ? h("ul", { class: "face-before" }, before.map((line) => h("li", {}, line))) : null,
  ].filter(Boolean);
}

function spoken(guest, words) {
  return h("p", { class: "face-spoken", dir: "auto" }, words.say("answer.spoken", { name: guest.spoken }));
}

function partyOf({ expected, names }, words) {
  const listed = new Intl.ListFormat(words.language, { type: "unit" }).format(names);
  return listed ? `${words.counted("people", expected)}: ${listed}` : words.counted("people", expected);
}

function notesOf({ notes }, words) {
  if (!notes.length) return null;
  const lines = notes.map(({ kind, text }) =>
    h("li", { "data-kind": kind }, h("strong", {}, words.say(`note.${kind}`)), text ? h("span", { dir: "auto" }, text) : null),
  );
  return h("ul", { class: "face-notes", "aria-label": words.say("answer.notes") }, lines);
}

function fact(name, value, hook) {
  return value ? h("div", { "data-fact": hook }, h("dt", {}, name), h("dd", { dir: "auto" }, value)) : null;
}
