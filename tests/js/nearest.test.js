import assert from "node:assert/strict";
import { test } from "node:test";

import { nearest } from "../../chancery/seating/static/seating/nearest.js";

// Two rows of three seats.
const seats = [0, 1].flatMap((row) => [0, 1, 2].map((column) => ({ x: column * 50, y: row * 90 })));

test("an arrow leads to the neighbour in its direction", () => {
  assert.equal(nearest(seats, 0, "ArrowRight"), 1);
  assert.equal(nearest(seats, 1, "ArrowLeft"), 0);
  assert.equal(nearest(seats, 1, "ArrowDown"), 4);
  assert.equal(nearest(seats, 5, "ArrowUp"), 2);
});

test("at the edge there is nobody", () => {
  assert.equal(nearest(seats, 2, "ArrowRight"), -1);
  assert.equal(nearest(seats, 0, "ArrowUp"), -1);
});

test("other keys lead nowhere", () => {
  assert.equal(nearest(seats, 0, "Enter"), -1);
  assert.equal(nearest(seats, 99, "ArrowUp"), -1);
});
