// How an open page follows the server: what it tells, when it comes back, and when it stays away.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Live, isOlder, pauseAfter } from "../../chancery/base/static/base/js/live.js";

const CONNECTING = 0;
const CLOSED = 2;

class Source extends EventTarget {
  readyState = 1;
  isClosed = false;

  close() {
    this.isClosed = true;
  }

  say(kind, content) {
    const event = new Event(kind);
    event.data = JSON.stringify(content);
    this.dispatchEvent(event);
  }

  fail(readyState) {
    this.readyState = readyState;
    this.dispatchEvent(new Event("error"));
  }
}

function follow() {
  const told = { news: [], states: [], beats: [], sources: [] };
  const live = new Live(
    "/s/x/stream/",
    {
      onNews: (content) => told.news.push(content),
      onState: (state) => told.states.push(state),
      onBeat: (beat) => told.beats.push(beat),
    },
    (url) => {
      const source = Object.assign(new Source(), { url });
      told.sources.push(source);
      return source;
    },
  );
  return { live, told, last: () => told.sources.at(-1) };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("every message is told in its turn, and the state once", () => {
  const { told, last } = follow();

  last().say("open");
  last().say("message", { revision: 1 });
  last().say("message", { revision: 2 });

  assert.deepEqual(told.news, [{ revision: 1 }, { revision: 2 }]);
  assert.deepEqual(told.states, ["there"]);
});

test("an older message is not told, one of the same number and one without are", () => {
  const { told, last } = follow();

  for (const revision of [5, 4, 5, 6]) last().say("message", { revision });

  assert.deepEqual(told.news.map(({ revision }) => revision), [5, 5, 6]);
  assert.equal(isOlder({ kind: "scans" }, 9), false);
  assert.equal(isOlder({ revision: 1 }, undefined), false);
});

test("the time of the server is told with each beat", () => {
  const { told, last } = follow();

  last().say("beat", { now: 1_748_448_000_000 });

  assert.deepEqual(told.beats, [{ now: 1_748_448_000_000 }]);
  assert.deepEqual(told.states, ["there"]);
});

test("after a refusal it comes back by itself, later each time", () => {
  const { told, last } = follow();

  for (const pause of [1000, 2000, 4000]) {
    last().fail(CLOSED);
    mock.timers.tick(pause - 1);
    const before = told.sources.length;
    mock.timers.tick(1);
    assert.equal(told.sources.length, before + 1);
  }

  assert.deepEqual(told.states, ["cut"]);
  assert.deepEqual([1, 5, 50].map(pauseAfter), [1000, 15_000, 15_000]);
});

test("a short cut that the browser mends is not shown", () => {
  const { told, last } = follow();
  last().say("open");

  last().fail(CONNECTING);
  mock.timers.tick(3000);
  last().say("open");
  mock.timers.tick(10_000);

  assert.deepEqual(told.states, ["there"]);
  assert.equal(told.sources.length, 1);
});

test("a long cut is shown, and its end too", () => {
  const { told, last } = follow();
  last().say("open");

  last().fail(CONNECTING);
  mock.timers.tick(4000);
  last().say("message", {});

  assert.deepEqual(told.states, ["there", "cut", "there"]);
});

test("silence of the server is a cut: the stream is opened anew", () => {
  const { told, last } = follow();
  last().say("open");
  mock.timers.tick(39_999);
  last().say("beat", { now: 1 });
  mock.timers.tick(39_999);
  assert.equal(told.sources.length, 1);

  mock.timers.tick(1);

  assert.equal(told.sources.length, 2);
  assert.equal(told.sources[0].isClosed, true);
  assert.deepEqual(told.states, ["there", "cut"]);
});

test("whoever may not follow any more stays away", () => {
  const { told, last } = follow();
  last().say("open");

  last().say("gone", {});
  last().fail(CLOSED);
  mock.timers.tick(600_000);

  assert.equal(told.sources.length, 1);
  assert.equal(last().isClosed, true);
  assert.deepEqual(told.states, ["there", "gone"]);
});
