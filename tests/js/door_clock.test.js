// The true time on a telephone whose clock is wrong, drifts, is set, or sleeps.
import assert from "node:assert/strict";
import { test } from "node:test";

import { clockOf } from "../../chancery/door/static/door/js/clock.js";

// A device whose clock is `ahead` of the true time `now`, and a steady clock that stands still while it sleeps.
function deviceOf({ ahead = 0, kept = null } = {}) {
  const made = { now: 1_000_000, ahead, slept: 0 };
  const device = () => made.now + made.ahead;
  const steady = () => made.now - made.slept;
  made.clock = clockOf({ device, steady, kept });
  made.hear = (there, back) => {
    const sentAt = steady();
    made.now += there;
    const now = made.now;
    made.now += back;
    made.clock.heard({ sentAt, heardAt: steady(), now });
  };
  return made;
}

test("before any measure the device is believed, and says that it cannot know", () => {
  const { clock } = deviceOf({ ahead: 5_000 });

  assert.equal(clock.within, null);
  assert.equal(clock.isUnsure, true);
});

test("half the way there and back is the error, and the quickest answer counts", () => {
  const made = deviceOf({ ahead: 90_000 });
  made.hear(4_000, 0);
  made.hear(20, 20);
  made.hear(0, 3_000);

  assert.equal(made.clock.time(), made.now);
  assert.equal(made.clock.skew, 90_000);
  assert.ok(made.clock.within < 30);
});

test("an old measure is trusted less and less, because the clock drifts", () => {
  const made = deviceOf();
  made.hear(10, 10);
  made.now += 3_600_000;

  assert.ok(made.clock.within >= 720 && made.clock.within < 800);
});

test("a clock that is set back while the app is open changes nothing", () => {
  const made = deviceOf({ ahead: 1_000 });
  made.hear(10, 10);
  made.ahead -= 600_000;
  made.now += 5_000;

  assert.equal(made.clock.time(), made.now);
  assert.equal(made.clock.isUnsure, false);
});

test("a leap ahead is sleep or a set clock: the time says so until the office is heard", () => {
  const slept = deviceOf();
  slept.hear(10, 10);
  slept.now += 60_000;
  slept.slept += 60_000;
  assert.equal(slept.clock.time(), slept.now);
  assert.ok(slept.clock.isUnsure && slept.clock.within > 60_000);

  const set = deviceOf();
  set.hear(10, 10);
  set.ahead += 60_000;
  assert.ok(Math.abs(set.clock.time() - set.now) <= set.clock.within);
  set.hear(10, 10);
  assert.equal(set.clock.isUnsure, false);
  assert.ok(Math.abs(set.clock.time() - set.now) <= set.clock.within);
});

test("what is kept outlives the app, and the time never goes back behind what was said", () => {
  const first = deviceOf({ ahead: 7_000 });
  first.hear(10, 10);
  const said = first.clock.time();

  const again = deviceOf({ ahead: 7_000 - 300_000, kept: structuredClone(first.clock.kept()) });

  assert.ok(again.clock.time() >= said);
  assert.equal(again.clock.isUnsure, true);
});
