import assert from "node:assert/strict";
import { test } from "node:test";

import * as time from "../../chancery/programme/static/programme/screen_time.js";

const SPEECH = { start: 1_000_000, length: 600, silence_seconds: null };
const after = (seconds) => SPEECH.start + seconds * 1000;

test("the clock of the server is reckoned from a clock that nobody changes", () => {
  const clock = new time.ServerClock();
  assert.equal(clock.now(10), null);
  clock.hear(5_000, 100, 200);
  assert.equal(clock.now(200), 5_050);
  clock.hear(99_000, 300, 2_300);
  assert.equal(clock.now(200), 5_050, "a slow answer says less than a quick one");
  clock.hear(7_010, 2_200, 2_220);
  assert.equal(clock.now(2_220), 7_020);
});

test("a slow answer counts once the quick one is long ago", () => {
  const clock = new time.ServerClock();
  clock.hear(1_000, 0, 2);
  for (let place = 0; place < 40; place += 1) clock.hear(50_000, 0, 1_000);
  assert.equal(clock.now(1_000), 50_500);
});

test("spans are written without a sign, hours only where there are any", () => {
  const spans = [0, 59, 60, 754, 3_723, -65].map(time.clockWords);
  assert.deepEqual(spans, ["0:00", "0:59", "1:00", "12:34", "1:02:03", "1:05"]);
});

test("the tone of a clock follows what is left, and the caller's word before it", () => {
  const cases = [
    [0, "", "calm"], [479, "", "calm"], [480, "", "soon"], [570, "", "close"], [600, "", "close"],
    [601, "", "over"], [10, "close", "close"], [700, "close", "over"],
    [10, "2-minutes", "soon"], [10, "1-minute", "minute"], [590, "1-minute", "close"],
  ];
  for (const [seconds, word, tone] of cases) {
    const left = time.secondsLeft(SPEECH, after(seconds));
    assert.equal(time.toneOf(left, SPEECH.length, word), tone, `${seconds} s ${word}`);
  }
});

test("a short item has no two minutes to warn of", () => {
  assert.equal(time.toneOf(100, 180, ""), "calm");
  assert.equal(time.toneOf(20, 180, ""), "close");
});

test("an item without a length is told only since when it runs", () => {
  assert.equal(time.secondsLeft({ start: 1, length: null }, 5), null);
  assert.equal(time.toneOf(null, null, ""), "open");
  assert.equal(time.toneOf(null, null, "close"), "close");
});

test("a department is told go, stand by, hold, or that there is nothing for it", () => {
  const cues = [{ kind: "stand-by", text: "" }, { kind: "go", text: "" }];
  const state = { run: "running", is_standing_by: true, current: { cues }, next: { cues } };
  assert.equal(time.callOf("current", state), "go");
  assert.equal(time.callOf("next", state), "stand-by");
  assert.equal(time.callOf("next", { ...state, is_standing_by: false }), "coming");
  assert.equal(time.callOf("current", { ...state, run: "held" }), "hold");
  assert.equal(time.callOf("current", { ...state, current: { cues: [] } }), "none");
  assert.equal(time.callOf("current", { ...state, current: null }), "none");
});

test("the seconds of a silence are counted down and then gone", () => {
  const silence = { ...SPEECH, silence_seconds: 120 };
  assert.equal(time.silenceLeft(silence, after(0)), 120);
  assert.equal(time.silenceLeft(silence, after(119.5)), 1);
  assert.equal(time.silenceLeft(silence, after(120)), null);
  assert.equal(time.silenceLeft(SPEECH, after(0)), null);
});

test("the next fixed time is the first that has not come", () => {
  const anchors = [{ start: 10 }, { start: null }, { start: 30 }, { start: 40 }];
  assert.deepEqual(time.anchorAfter(anchors, 20), { start: 30 });
  assert.equal(time.anchorAfter(anchors, 50), null);
});

test("a list is parted into pages by the room there is", () => {
  assert.deepEqual(time.pagesOf([30, 30, 30, 50, 120, 20], 100), [[0, 1, 2], [3], [4], [5]]);
  assert.deepEqual(time.pagesOf([], 100), []);
});

test("the lines at a moment of the film end when the next begin", () => {
  const cues = [[0, 2, "one"], [2, 4, "two"], [3, 5, "three"]];
  assert.deepEqual(time.linesAt(cues, 2), ["two"]);
  assert.deepEqual(time.linesAt(cues, 3.5), ["two", "three"]);
  assert.deepEqual(time.linesAt(cues, 6), []);
});
