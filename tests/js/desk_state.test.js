// The desk goes on without the server as the rules would: the same table as tests/rules/timing/test_calling.py.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { withPending } from "../../chancery/programme/static/programme/desk/state.js";
import { clock, counted, drift, length } from "../../chancery/programme/static/programme/desk/words.js";
import { Guard, meaning } from "../../chancery/programme/static/programme/desk/keys.js";
import { Outbox } from "../../chancery/programme/static/programme/desk/outbox.js";

const cases = JSON.parse(await readFile(new URL("../programme/calling.json", import.meta.url)));
const NOTHING = { state: "ready", current: "", running: [], standing_by: "", held_at: null, shift: 0, word: "" };

function beginning({ items, order }) {
  const first = { progress: "to-come", seconds: 60, planned_start: null, start: null, end: null };
  const made = items.map((item) => ({ ...first, code: item.id, parts: Boolean(item.has_parts), lanes: item.lanes ?? {} }));
  return { ...NOTHING, items: made, order, next: order[0] };
}

for (const each of cases) {
  test(`${each.name}`, () => {
    const presses = each.presses.map(([kind, item], number) => ({ uid: String(number), kind, item, at: number * 1000 }));
    const { state, current, running, next } = withPending(beginning(each), presses);
    assert.deepEqual({ state, current, running: running.sort(), next }, each.leads_to);
  });
}

test("what the server said is left as it was", () => {
  const state = beginning(cases[0]);
  withPending(state, [{ uid: "1", kind: "go", item: "", at: 0 }]);
  assert.equal(state.current, "");
});

test("times are counted and told with their sign", () => {
  assert.deepEqual([65, 3723, -5, 0].map(counted), ["1:05", "1:02:03", "−0:05", "0:00"]);
  assert.deepEqual([130, 60, 0].map(length), ["2 min 10 s", "1 min", "0 s"]);
  const words = [130, -5, 0, null, 1e6].map((seconds) => drift(seconds).word);
  assert.deepEqual(words, ["late", "early", "in-time", "unknown", "another-day"]);
  assert.deepEqual([130, -5].map((seconds) => drift(seconds).time), ["+2:10", "−0:05"]);
  assert.equal(clock(Date.UTC(2027, 1, 26, 17, 4, 9), "Europe/Bucharest"), "19:04:09");
});

test("a key held down counts once, and with a modifier not at all", () => {
  assert.equal(meaning({ code: "Space" }), "go");
  assert.equal(meaning({ code: "Space", repeat: true }), "");
  assert.equal(meaning({ code: "KeyS", ctrlKey: true }), "");
});

test("a second go within 600 ms is none", () => {
  const guard = new Guard();
  assert.deepEqual([0, 599, 600].map((now) => guard.lets("go", now)), [true, false, true]);
  assert.ok(guard.lets("hold", 601));
});

class Kept {
  constructor() {
    this.texts = {};
  }

  getItem(name) {
    return this.texts[name] ?? null;
  }

  setItem(name, text) {
    this.texts[name] = text;
  }
}

test("a press is kept until the server has it, and sent again by the next page", async () => {
  const storage = new Kept();
  const crashed = new Outbox(storage, "call", async () => "waiting", () => {});
  await crashed.add({ uid: "1", kind: "go" });
  await crashed.add({ uid: "2", kind: "hold" });
  clearTimeout(crashed.timer);

  const sent = [];
  const again = new Outbox(storage, "call", async (press) => sent.push(press.uid) && "taken", () => {});
  await again.flush();

  assert.deepEqual(sent, ["1", "2"]);
  assert.deepEqual(again.waiting, []);
});

test("what is refused is not sent for ever", async () => {
  const outbox = new Outbox(new Kept(), "call", async () => "refused", () => {});
  await outbox.add({ uid: "1", kind: "go" });
  assert.deepEqual(outbox.waiting, []);
});
