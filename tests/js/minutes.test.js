// Length is duration on the time scale.
import assert from "node:assert/strict";
import { test } from "node:test";

import { heightOf, minutesOf } from "../../chancery/base/static/base/js/minutes.js";

test("a longer item is never shorter on the scale", () => {
  for (let minutes = 0; minutes < 300; minutes += 1) {
    assert.ok(heightOf(minutes * 60) <= heightOf((minutes + 1) * 60));
  }
});

test("between its bounds the height is in proportion", () => {
  assert.equal(heightOf(40 * 60), 2 * heightOf(20 * 60));
});

test("a silence of a minute and an unknown length stay readable", () => {
  assert.equal(heightOf(60), heightOf(0));
  assert.equal(heightOf(undefined), heightOf(0));
  assert.ok(heightOf(0) >= 2.5);
});

test("a whole evening does not push the next item off the screen", () => {
  assert.equal(heightOf(5 * 3600), heightOf(3 * 3600));
});

test("a drag is told in whole minutes, up and down", () => {
  assert.equal(minutesOf(heightOf(20 * 60)), 20);
  assert.equal(minutesOf(-heightOf(20 * 60)), -20);
  assert.equal(minutesOf(0.01), 0);
});
