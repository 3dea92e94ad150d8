// Which choice comes next in a list of results.
import assert from "node:assert/strict";
import { test } from "node:test";

import { stepped } from "../../chancery/base/static/base/js/choose.js";

const cases = [
  [-1, "ArrowDown", 3, 0],
  [0, "ArrowDown", 3, 1],
  [2, "ArrowDown", 3, -1],
  [-1, "ArrowUp", 3, 2],
  [0, "ArrowUp", 3, -1],
  [1, "Home", 3, 0],
  [1, "End", 3, 2],
  [1, "a", 3, 1],
  [-1, "ArrowDown", 0, -1],
  [4, "ArrowUp", 0, -1],
];

for (const [current, key, count, next] of cases) {
  test(`${key} from ${current} of ${count} leads to ${next}`, () => {
    assert.equal(stepped(current, key, count), next);
  });
}

test("going down passes every choice once and comes back to the text", () => {
  const seen = [];
  let at = -1;
  do {
    at = stepped(at, "ArrowDown", 4);
    seen.push(at);
  } while (at !== -1);
  assert.deepEqual(seen, [0, 1, 2, 3, -1]);
});
