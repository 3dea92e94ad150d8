// Those inside, door by door: whatever door somebody leaves by, the doors add up to all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { countsOf } from "../../chancery/door/static/door/js/counts.js";
import { standingOf } from "../../chancery/door/static/door/js/standing.js";

let at = 0;
const scan = (kind, door, people = 1, more = {}) => {
  at += 1;
  return { uid: `scan-${at}`, kind, party: "par1", people, at, door, device: door, undoes: "", ...more };
};

function counted(scans, expected) {
  const standing = (party) => standingOf(scans.filter((each) => each.party === party), { expected });
  const by = (door) => countsOf({ scans, door, guests: [], standing });
  return [by("main").door, by("garden").door, by("main").all];
}

test("who comes in by one door and leaves by another is inside by neither", () => {
  assert.deepEqual(counted([scan("admit", "main"), scan("leave", "garden")], 1), [0, 0, 0]);
});

test("who goes out and comes back by another door is inside by that one", () => {
  const scans = [scan("admit", "main"), scan("leave", "main"), scan("admit", "garden")];
  assert.deepEqual(counted(scans, 1), [0, 1, 1]);
});

test("a party in parts at two doors adds up, also when one of them leaves by the other", () => {
  const scans = [scan("admit", "main", 3), scan("admit", "garden"), scan("leave", "garden", 2)];
  assert.deepEqual(counted(scans, 4), [2, 0, 2]);
});

test("what two doors do not agree about is inside once", () => {
  assert.deepEqual(counted([scan("admit", "main"), scan("admit", "garden")], 1), [1, 0, 1]);
});

test("what was taken back on another telephone counts by no door", () => {
  const first = scan("admit", "main", 2);
  assert.deepEqual(counted([first, scan("undo", "garden", 2, { undoes: first.uid })], 2), [0, 0, 0]);
});
