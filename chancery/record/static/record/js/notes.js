// What a note is and how it gets to the office. Plain values, no DOM, no storage, no clock of its own.
//
// A note is {key, number, at, revision, state, sentence, item, speaker, who, mode, language, text}: `at` is the moment
// of its first key, `number` its place among the notes of this phone, `revision` rises with every change. Its state
// is open (being written), waiting (for the network), kept (in the office) or refused (with a sentence).

export const HOURS_KEPT = 12;
const FIELDS = ["item", "speaker", "mode", "language", "text"];

// A key of its own for a note, from sixteen random bytes; browsers make one themselves only on secure pages.
export function keyFrom(bytes) {
  const parts = [...bytes].map((byte, place) => {
    const fixed = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return (["", "-"][Number([4, 6, 8, 10].includes(place))]) + fixed.toString(16).padStart(2, "0");
  });
  return parts.join("");
}

export function begun({ key, number, at }) {
  return { key, number, at, revision: 0, state: "open", sentence: "", text: "" };
}

export function written(note, fields) {
  return { ...note, ...fields, revision: note.revision + 1, state: "open", sentence: "" };
}

export function finished(note) {
  return { ...note, state: "waiting" };
}

export function isWorthKeeping(note) {
  return Boolean(note.text?.trim());
}

// The notes that wait, in the order in which they were begun.
export function toSend(notes) {
  return notes.filter((note) => note.state === "waiting").sort((one, other) => one.number - other.number);
}

export function nextNumber(notes) {
  return Math.max(0, ...notes.map((note) => note.number)) + 1;
}

// An answer counts for the words that were sent; what was written since still has to go.
export function answered(note, sent, answer) {
  if (note.revision !== sent.revision) return note;
  return { ...note, state: answer.state, sentence: answer.sentence ?? "" };
}

// What the office has had for long is not left on a phone that may be lent.
export function isOver(note, now) {
  return note.state === "kept" && now - new Date(note.at) > HOURS_KEPT * 3_600_000;
}

export function fieldsOf(note, { owner, now }) {
  const sent = FIELDS.map((name) => [name, note[name] ?? ""]);
  const moments = [["noted_at", note.at], ["sent_at", now.toISOString()]];
  return [["note_key", note.key], ["owner", owner], ...sent, ...moments];
}

// What an answer of the server means: kept and refused settle a note, anything else leaves it waiting.
export function meaning({ status, type, state }) {
  if (type === "opaqueredirect" || status === 401) return "signed-out";
  if (status === 403) return "stale";
  return state === "kept" || state === "refused" ? state : "later";
}
