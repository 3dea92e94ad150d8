import assert from "node:assert/strict";
import { test } from "node:test";
import * as notes from "../../chancery/record/static/record/js/notes.js";

const begun = (number, text = "") => ({
  ...notes.begun({ key: `key-${number}`, number, at: "2026-02-26T19:00:00.000Z" }),
  text,
});

test("a note that is written rises in revision and is open again", () => {
  const note = notes.written({ ...begun(1), state: "kept" }, { text: "called for patience" });

  assert.deepEqual([note.revision, note.state, note.text], [1, "open", "called for patience"]);
});

test("what waits goes in the order in which it was begun", () => {
  const waiting = [3, 1, 2].map((number) => notes.finished(begun(number)));

  assert.deepEqual(notes.toSend([...waiting, begun(4)]).map((note) => note.number), [1, 2, 3]);
});

test("an answer counts for the words that were sent", () => {
  const sent = notes.finished(begun(1, "called"));
  const since = notes.finished(notes.written(sent, { text: "called for patience" }));

  assert.equal(notes.answered(sent, sent, { state: "kept" }).state, "kept");
  assert.equal(notes.answered(since, sent, { state: "kept" }).state, "waiting");
});

test("a refusal comes with its sentence", () => {
  const note = notes.finished(begun(1));

  assert.equal(notes.answered(note, note, { state: "refused", sentence: "Why." }).sentence, "Why.");
});

test("only what the office has had for long leaves the phone", () => {
  const later = new Date("2026-02-27T19:00:00.000Z");

  assert.equal(notes.isOver({ ...begun(1), state: "kept" }, later), true);
  assert.equal(notes.isOver({ ...begun(1), state: "waiting" }, later), false);
  assert.equal(notes.isOver({ ...begun(1), state: "kept" }, new Date("2026-02-26T20:00:00.000Z")), false);
});

test("each answer of the server has its meaning", () => {
  assert.equal(notes.meaning({ status: 200, type: "basic", state: "kept" }), "kept");
  assert.equal(notes.meaning({ status: 422, type: "basic", state: "refused" }), "refused");
  assert.equal(notes.meaning({ status: 0, type: "opaqueredirect" }), "signed-out");
  assert.equal(notes.meaning({ status: 401, type: "basic" }), "signed-out");
  assert.equal(notes.meaning({ status: 403, type: "basic" }), "stale");
  assert.equal(notes.meaning({ status: 500, type: "basic" }), "later");
});

test("a key is a random one of the fourth kind", () => {
  assert.equal(notes.keyFrom(new Uint8Array(16).fill(255)), "ffffffff-ffff-4fff-bfff-ffffffffffff");
});

test("empty words are no note", () => {
  assert.equal(notes.isWorthKeeping(begun(1, "  ")), false);
  assert.equal(notes.isWorthKeeping(begun(1, "called")), true);
});
