// Measures on the floor, and the course of changes.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Course } from "../../chancery/seating/static/seating/js/course.js";
import { Draft } from "../../chancery/seating/static/seating/js/draft.js";
import {
  boundsIn, kept, meet, metres, rectangle, snapped,
} from "../../chancery/seating/static/seating/js/measures.js";

const hall = { width: 1000, depth: 800 };

test("a piece that is turned takes its turned rectangle", () => {
  const turned = boundsIn({ x: 100, y: 100, turned: 90 }, [-50, -10, 50, 10]);
  assert.deepEqual(turned.map(Math.round), [90, 50, 110, 150]);
});

test("nothing goes through a wall", () => {
  assert.deepEqual(kept([10, 10, 110, 110], -50, 5, hall), [-10, 5]);
  assert.deepEqual(kept([10, 10, 110, 110], 5000, 5000, hall), [890, 690]);
});

test("what is larger than the room begins at its wall", () => {
  assert.deepEqual(kept([-200, 0, 1300, 10], 0, 0, hall), [200, 0]);
});

test("the grid counts from the wall, not from where the piece stood", () => {
  assert.equal(snapped(103, 4, 10), 7);
  assert.equal(snapped(103, 4, 0), 4);
});

test("frames take what they touch, whichever corner came first", () => {
  const frame = rectangle({ x: 50, y: 60 }, { x: 10, y: 20 });
  assert.deepEqual(frame, [10, 20, 50, 60]);
  assert.equal(meet(frame, [50, 60, 70, 80]), true);
  assert.equal(meet(frame, [51, 60, 70, 80]), false);
});

test("centimetres are said as metres", () => {
  assert.equal(metres(1205), "12.05");
});

test("changes go back and forth, and a new one ends what was taken back", () => {
  const course = new Course("a");
  for (const state of ["b", "c"]) course.go(state);

  assert.equal(course.undo(), "b");
  assert.equal(course.redo(), "c");
  course.undo();
  course.go("d");
  assert.equal(course.canRedo, false);
  assert.deepEqual([course.undo(), course.undo(), course.undo()], ["b", "a", "a"]);
});

test("what is saved is known although changes were taken back", () => {
  const course = new Course("a");
  course.go("b");
  assert.equal(course.isChanged, true);
  course.keep("b");
  assert.equal(course.isChanged, false);
  course.undo();
  assert.equal(course.isChanged, true);
});

test("a draft that cannot be read is none, and a full store stops nobody", () => {
  const broken = { getItem: () => "{", setItem: () => { throw new Error("full"); }, removeItem() {} };
  const draft = new Draft(broken, "hall");

  assert.equal(draft.read(), null);
  draft.keep({ furniture: [] }, 1);
  assert.doesNotThrow(() => draft.write());
  draft.drop();
});

test("a page that is left at once has written its draft", () => {
  const kept = new Map();
  const draft = new Draft({ getItem: (key) => kept.get(key), setItem: (key, text) => kept.set(key, text) }, "hall");
  draft.keep({ furniture: [] }, 3);
  draft.write();

  assert.equal(draft.read().revision, 3);
  draft.drop();
});
