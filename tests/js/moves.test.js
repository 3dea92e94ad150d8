// Who moved, from where to where.
import assert from "node:assert/strict";
import { test } from "node:test";

import { moved, moves } from "../../chancery/base/static/base/js/moves.js";

const order = [..."abcdef"];

test("a row is put before the one that stood at its new place", () => {
  assert.deepEqual(moved(order, 4, 1), [..."aebcdf"]);
  assert.deepEqual(moved(order, 0, 5), [..."bcdefa"]);
});

test("a row cannot leave the list", () => {
  assert.deepEqual(moved(order, 1, 99), [..."acdefb"]);
  assert.deepEqual(moved(order, 1, -3), [..."bacdef"]);
});

test("moving does not change the order it was given", () => {
  moved(order, 0, 3);
  assert.deepEqual(order, [..."abcdef"]);
});

test("nobody moved while nothing changed", () => {
  assert.deepEqual(moves(order, order), []);
  assert.deepEqual(moves([], []), []);
});

test("who only slid did not move", () => {
  assert.deepEqual(moves(order, [..."eabcdf"]), [{ name: "e", from: 5, to: 1 }]);
  assert.deepEqual(moves(order, [..."bcdefa"]), [{ name: "a", from: 1, to: 6 }]);
});

test("two moves are told as two", () => {
  assert.deepEqual(
    moves(order, [..."facdeb"]).map(({ name }) => name),
    ["f", "b"],
  );
});

test("a list turned round keeps one and moves the rest", () => {
  assert.equal(moves(order, [...order].reverse()).length, order.length - 1);
});

test("doing the moves gives the new order, for every order of five", () => {
  for (const after of permutations([..."abcde"])) {
    const told = moves([..."abcde"], after);
    const stayed = [..."abcde"].filter((name) => !told.some((move) => move.name === name));
    const rebuilt = [...told]
      .sort((one, other) => one.to - other.to)
      .reduce((names, move) => names.toSpliced(move.to - 1, 0, move.name), stayed);
    assert.deepEqual(rebuilt, after);
  }
});

function permutations(names) {
  if (names.length < 2) return [names];
  return names.flatMap((name, at) => permutations(names.toSpliced(at, 1)).map((rest) => [name, ...rest]));
}
