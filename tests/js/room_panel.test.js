// What is written beside the floor becomes the values of a piece.
import assert from "node:assert/strict";
import { test } from "node:test";

import { valueOf } from "../../chancery/seating/static/seating/js/panel.js";

const read = (value, kind, key = "seats") => valueOf({ value, dataset: { kind, key } });

test("a number may have a comma, and an empty one follows from the others", () => {
  assert.equal(read(" 7,5 ", "number"), 7.5);
  assert.equal(read("", "number"), "");
  assert.equal(read("", undefined, "turned"), 0);
});

test("what is no number goes to the server as it is written", () => {
  assert.equal(read("many", "number"), "many");
  assert.deepEqual(read("4, x", "list"), [4, "x"]);
});

test("one number stands for every row, several for each", () => {
  assert.equal(read("10", "one-or-list"), 10);
  assert.deepEqual(read("10, 12;14", "one-or-list"), [10, 12, 14]);
  assert.equal(read("", "one-or-list"), "");
  assert.deepEqual(read("5", "list"), [5]);
});

test("walls are words", () => {
  assert.deepEqual(read("left,right", "words"), ["left", "right"]);
  assert.equal(read("", "words"), "");
});
