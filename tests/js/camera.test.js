import assert from "node:assert/strict";
import { test } from "node:test";

import { asTrouble, CameraTrouble, REASONS } from "../../chancery/door/static/door/js/camera.js";
import { frameFor, onceInSight } from "../../chancery/door/static/door/js/frames.js";

test("a pass that stays before the camera is told once", () => {
  const isNews = onceInSight(3000);
  const told = [0, 500, 2900, 5800, 8700].map((now) => isNews("A", now));
  assert.deepEqual(told, [true, false, false, false, false]);
});

test("the same pass is told again after it was out of sight", () => {
  const isNews = onceInSight(3000);
  assert.deepEqual([0, 2999, 5999].map((now) => isNews("A", now)), [true, false, true]);
});

test("another pass is told at once", () => {
  const isNews = onceInSight(3000);
  assert.deepEqual([isNews("A", 0), isNews("B", 10), isNews("B", 20), isNews("A", 30)], [true, true, false, true]);
});

test("two looks of three take the middle, the third takes all", () => {
  const middle = { x: 420, y: 0, width: 1080, height: 1080, toWidth: 800, toHeight: 800 };
  assert.deepEqual(frameFor(0, 1920, 1080), middle);
  assert.deepEqual(frameFor(1, 1920, 1080), middle);
  assert.deepEqual(frameFor(2, 1920, 1080), { x: 0, y: 0, width: 1920, height: 1080, toWidth: 1280, toHeight: 720 });
});

test("a small picture is not made larger", () => {
  assert.deepEqual(frameFor(0, 480, 640), { x: 0, y: 80, width: 480, height: 480, toWidth: 480, toHeight: 480 });
});

for (const [name, reason] of [
  ["NotAllowedError", "refused"],
  ["NotFoundError", "missing"],
  ["OverconstrainedError", "missing"],
  ["NotReadableError", "busy"],
  ["TypeError", "failed"],
]) {
  test(`${name} of a browser has a reason in words`, () => {
    const trouble = asTrouble(Object.assign(new Error("?"), { name }));
    assert.equal(trouble.reason, reason);
    assert.ok(REASONS.includes(trouble.reason));
  });
}

test("a trouble stays what it is", () => {
  const trouble = new CameraTrouble("insecure");
  assert.equal(asTrouble(trouble), trouble);
});
