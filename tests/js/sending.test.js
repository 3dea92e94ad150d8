import assert from "node:assert/strict";
import test from "node:test";

import { isLedAway, percent, summary, willPass } from "../../chancery/base/static/base/js/sending.js";

test("a share is whole and never above a hundred", () => {
  assert.deepEqual([percent(1, 3), percent(5, 4), percent(0, 0)], [33, 100, 100]);
});

test("what failed ends the whole without counting as done", () => {
  const lines = [
    { size: 10, sent: 10, state: "done" },
    { size: 10, sent: 2, state: "failed" },
    { size: 20, sent: 10, state: "waiting" },
  ];

  assert.deepEqual(summary(lines), { done: 1, count: 3, share: 75 });
});

test("a lost network and a busy server pass, a refusal does not", () => {
  assert.deepEqual([undefined, 409, 423, 500, 503].map(willPass), [true, true, true, true, true]);
  assert.deepEqual([400, 403, 404, 413, 415, 422].map(willPass), [false, false, false, false, false, false]);
});

test("a page in the place of an answer is the sign-in", () => {
  assert.deepEqual(
    [[200, "text/html; charset=utf-8"], [200, "text/plain"], [200, null], [403, "text/html"]].map((got) => isLedAway(...got)),
    [true, false, false, false],
  );
});
