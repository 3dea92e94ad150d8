// What the player of the hall does to follow the operator, whatever happened in between.
import assert from "node:assert/strict";
import { test } from "node:test";

import { meaning, share, steps } from "../../chancery/programme/static/programme/follow.js";

const film = { url: "/film" };
const wanted = (state, more = {}) => ({ film, turn: 3, state, position: 40, languages: ["en"], ...more });
const player = (more = {}) => ({ film: "/film", turn: 2, isFresh: false, ...more });
const SUBTITLES = ["subtitles", ["en"]];

test("nothing is done twice for one command", () => {
  assert.deepEqual(steps(wanted("playing"), player({ turn: 3 })), []);
});

test("another film is loaded before anything else", () => {
  assert.deepEqual(steps(wanted("playing"), player({ film: "/other" })), [["load", film]]);
  assert.deepEqual(steps(wanted("playing", { film: null }), player()), [["unload"]]);
  assert.deepEqual(steps(wanted("waiting", { film: null }), player({ film: "" })), []);
});

const commands = [
  ["playing", [["play"]]],
  ["paused", [["pause"]]],
  ["ended", [["end"]]],
  ["waiting", [["rewind"]]],
];

for (const [state, moves] of commands) {
  test(`${state} is followed without a jump in the picture`, () => {
    assert.deepEqual(steps(wanted(state), player()), [SUBTITLES, ...moves]);
  });
}

test("a machine that has just come goes to where the film is", () => {
  const fresh = player({ isFresh: true });
  assert.deepEqual(steps(wanted("playing"), fresh), [SUBTITLES, ["seek", 40], ["play"]]);
  assert.deepEqual(steps(wanted("paused"), fresh), [SUBTITLES, ["seek", 40], ["pause"]]);
  assert.deepEqual(steps(wanted("playing", { position: 0.4 }), fresh), [SUBTITLES, ["play"]]);
});

test("keys do what they say and leave others to the browser", () => {
  assert.deepEqual(meaning(" ", "playing"), ["pause"]);
  assert.deepEqual(meaning(" ", "waiting"), ["play"]);
  assert.deepEqual(meaning("ArrowLeft", "playing"), ["skip", -10]);
  assert.deepEqual(meaning("ArrowRight", "playing"), ["skip", 10]);
  assert.deepEqual(meaning("Home", "playing"), ["rewind"]);
  assert.deepEqual(meaning("F", "waiting"), ["screen"]);
  assert.deepEqual(meaning("x", "playing"), []);
});

test("a film counts as loaded only when all of it is there", () => {
  assert.equal(share(50, 200), 25);
  assert.equal(share(200, 200), 99);
  assert.equal(share(10, 0), 0);
});
