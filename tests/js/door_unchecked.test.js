// What a telephone cannot check without a network: every row of the list in docs/user/door-offline.md, tried.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openDoor } from "../../chancery/door/static/door/js/door.js";
import { countsOf } from "../../chancery/door/static/door/js/counts.js";
import { fetchTo, Office } from "./door/office.js";
import { Storage } from "./door/storage.js";

const PARTIES = [
  { code: "inv1", party: "par1", name: "Ambassador of a sample state", expected: 2, reply: "accepted" },
  { code: "inv2", party: "par2", name: "Sample guest", expected: 1, reply: "accepted" },
];
const marks = { isSet: () => false, set() {}, clear() {} };

// Two doors of one office; `cut()` takes the network from the first and `mend()` gives it back.
async function twoDoors({ parties = PARTIES, ...more } = {}) {
  const office = new Office({ parties });
  let fate = "ok";
  const paired = async (name, network) => {
    const times = { device: () => office.now, steady: () => office.now, later: () => () => {}, random: () => 0.5 };
    const door = await openDoor({ factory: new Storage(), fetch: fetchTo(office, network), listen: null, marks, ...times, ...more });
    await door.pair(name);
    return door;
  };
  const one = await paired("one", () => fate);
  const two = await paired("two", () => "ok");
  const mend = async () => {
    fate = "ok";
    await one.syncNow();
  };
  return { office, one, two, mend, cut: () => (fate = "lost") };
}

const inside = (door, scans) => countsOf({ scans, door: "door-one", guests: door.guests, standing: (party) => door.standing(party) }).all;

const ROWS = {
  async "What happened at the other doors since the last contact."() {
    const { office, one, two, cut, mend } = await twoDoors();
    cut();
    await two.admit({ party: "par2" });
    await two.syncNow();
    await one.syncNow();
    assert.equal(one.standing("par2").inside, 0);
    await mend();
    assert.equal(one.standing("par2").inside, 1);
    assert.equal(office.standing("par2").inside, 1);
  },

  async "What the office changed since then"() {
    const { office, one, cut, mend } = await twoDoors();
    cut();
    office.parties = [{ ...PARTIES[0], reply: "withdrawn" }, { code: "inv3", party: "par3", name: "New guest", expected: 1 }];
    office.revision += 1;
    await one.syncNow();
    assert.deepEqual(one.guests.map(({ party }) => party), ["par1", "par2"]);
    assert.equal(one.find("inv1").reply, "accepted");
    await mend();
    assert.deepEqual(one.guests.map(({ party }) => party), ["par1", "par3"]);
    assert.equal(one.find("inv1").reply, "withdrawn");
    assert.equal(one.find("inv2"), null);
  },

  async "Whether this telephone was revoked."() {
    const { office, one, cut, mend } = await twoDoors();
    cut();
    office.devices.get("token-one").isRevoked = true;
    await one.admit({ party: "par2" });
    await one.syncNow();
    assert.equal(one.guests.length, 2);
    await mend();
    assert.deepEqual([one.state, one.guests], ["gone", []]);
  },

  async "Which guests came without an invitation at other doors"() {
    const { office, one, two, cut, mend } = await twoDoors();
    cut();
    await two.walkIn({ name: "Uninvited Sample" });
    await two.syncNow();
    const [told] = office.guests.values();
    office.parties = [...PARTIES, { code: "", party: "par9", name: told.name, expected: 1 }];
    office.revision += 1;
    await one.syncNow();
    assert.equal(one.find("par9"), null);
    await mend();
    assert.equal(one.find("par9").name, "Uninvited Sample");
  },

  async "A key of passes made after the last contact."() {
    const { one, cut } = await twoDoors();
    cut();
    const read = await one.read(`CH1${"A".repeat(125)}`);
    assert.deepEqual([read.readAs, read.guest], ["unchecked", null]);
  },

  async "Names, where they may not be looked up on it."() {
    const { one, cut } = await twoDoors({ parties: [] });
    cut();
    assert.deepEqual([one.guests, one.find("inv1")], [[], null]);
  },

  async "How many are inside in all."() {
    const { office, one, two, cut, mend } = await twoDoors();
    cut();
    await one.admit({ party: "par1", people: 2 });
    await two.admit({ party: "par2" });
    await two.syncNow();
    assert.equal(inside(one, [{ party: "par1" }, { party: "par2" }]), 2);
    await mend();
    assert.equal(inside(one, office.scans), 3);
  },
};

test("the list says nothing that is not tried here, and leaves nothing out", async () => {
  const text = await readFile(new URL("../../docs/user/door-offline.md", import.meta.url), "utf8");
  const [, list] = text.split("## What it cannot check without a network\n");
  const said = [...list.split("\n\n")[0].matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, row]) => row);
  assert.deepEqual(said, Object.keys(ROWS));
});

for (const [row, tried] of Object.entries(ROWS)) test(row, tried);
