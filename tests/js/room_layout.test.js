// The drawing of a room as values: moved, turned, copied, taken out, its seats noted.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  added, aligned, changed, copied, freeId, moved, noted, notesOf, removed, turned,
} from "../../chancery/seating/static/seating/js/layout.js";

const table = { id: "T1", kind: "round", x: 100, y: 200, seats: 8 };
const rows = { id: "A", kind: "rows", x: 500, y: 400, rows: 2, seats: 3, turned: 350 };
const room = { width: 1000, depth: 800, furniture: [table, rows], seats: { "A-1-2": { blocked: true } } };
const of = (...ids) => new Set(ids);
const one = (layout, id) => layout.furniture.find((piece) => piece.id === id);

test("only what is held moves, and the drawing before stays as it was", () => {
  const next = moved(room, of("T1"), 10.004, -20);

  assert.deepEqual([one(next, "T1").x, one(next, "T1").y], [110, 180]);
  assert.equal(one(next, "A"), rows);
  assert.equal(table.x, 100);
});

test("turning goes round", () => {
  assert.equal(one(turned(room, of("A"), 15), "A").turned, 5);
  assert.equal(one(turned(room, of("T1"), -15), "T1").turned, 345);
});

test("ids are free, whatever their letters look like", () => {
  assert.equal(freeId(room, "rows"), "B");
  assert.equal(freeId(room, "long"), "T2");
  assert.equal(freeId(added(room, { id: "m1" }), "door"), "M2");
});

test("a copy has seats and notes of its own", () => {
  const [next, made] = copied(room, of("A"), 50);

  assert.deepEqual([...made], ["B"]);
  assert.deepEqual(one(next, "B"), { ...rows, id: "B", x: 550, y: 450 });
  assert.deepEqual(Object.keys(next.seats), ["A-1-2", "B-1-2"]);
});

test("copied single seats lose ids that no two seats may have", () => {
  const single = { id: "S1", kind: "seats", x: 0, y: 0, rows: [{ seats: [{ id: "X", x: 1, y: 1 }] }] };
  const [next] = copied({ ...room, furniture: [single], seats: { X: { blocked: true } } }, of("S1"), 50);

  assert.deepEqual(next.furniture[1].rows, [{ seats: [{ x: 1, y: 1 }] }]);
  assert.deepEqual(Object.keys(next.seats), ["X"]);
});

test("what is noted for seats goes with their piece", () => {
  assert.deepEqual(removed(room, of("A")).seats, {});
  assert.deepEqual(removed(room, of("T1")).seats, room.seats);
});

test("A is not the piece of the seats of AB", () => {
  assert.deepEqual(notesOf({ seats: { "AB-1": { blocked: true } } }, rows), {});
});

test("an empty number is taken out, to follow from the others", () => {
  assert.equal("seats" in one(changed(room, "T1", "seats", ""), "T1"), false);
  assert.equal(one(changed(room, "T1", "seats", 0), "T1").seats, 0);
});

test("a mark goes on for all, then off for all", () => {
  const on = noted(room, ["A-1-1", "A-1-2"], "blocked", true);
  assert.deepEqual(on.seats, { "A-1-1": { blocked: true }, "A-1-2": { blocked: true } });
  assert.deepEqual(noted(on, ["A-1-1", "A-1-2"], "blocked", true).seats, {});
});

test("a zone is set and taken away beside other marks", () => {
  const set = noted(room, ["A-1-2"], "zone", "press");
  assert.deepEqual(set.seats["A-1-2"], { blocked: true, zone: "press" });
  assert.deepEqual(noted(set, ["A-1-2"], "zone", "").seats["A-1-2"], { blocked: true });
});

test("pieces come into one line, or stand evenly", () => {
  const three = { ...room, furniture: [0, 10, 100].map((x, index) => ({ id: `T${index}`, x, y: index * 30 })) };
  const all = of("T0", "T1", "T2");

  assert.deepEqual(aligned(three, all, "across").furniture.map(({ y }) => y), [30, 30, 30]);
  assert.deepEqual(aligned(three, all, "spread-across").furniture.map(({ x }) => x), [0, 50, 100]);
  assert.equal(aligned(three, of("T0"), "across"), three);
});
