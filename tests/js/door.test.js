// The door on a telephone: kept before it is said, sent until it is taken, forgotten when the office says so.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openDoor, StillWaiting } from "../../chancery/door/static/door/js/door.js";
import { fetchTo, Office } from "./door/office.js";
import { Storage } from "./door/storage.js";

const PARTIES = [
  { code: "inv1", party: "par1", name: "Ambassador of a sample state", expected: 2 },
  { code: "inv2", party: "par2", name: "Sample guest", expected: 1 },
];
const marks = { isSet: () => false, set() {}, clear() {} };

async function opened({ office, storage = new Storage(), network, ...more }) {
  const later = () => () => {};
  const given = { factory: storage, fetch: fetchTo(office, network), device: () => office.now, steady: () => office.now };
  return openDoor({ ...given, later, random: () => 0.5, listen: null, marks, ...more });
}

async function paired(office, given = {}) {
  const door = await opened({ office, ...given });
  await door.pair(given.name ?? "one");
  return door;
}

const settled = (door) => door.syncNow();

test("a scan is on the disk before its promise is kept, and leaves when the office names it", async () => {
  const office = new Office({ parties: PARTIES });
  const storage = new Storage();
  let isCut = false;
  const door = await paired(office, { storage, network: () => (isCut ? "lost" : "ok") });
  isCut = true;

  const { uid } = await door.admit({ party: "par1", people: 2 });

  assert.deepEqual([...storage.stores.get("outbox").rows.keys()], [uid]);
  assert.equal(door.standing("par1").came, 2);
  assert.equal(door.waiting, 1);
  isCut = false;
  await settled(door);
  assert.equal(door.waiting, 0);
  assert.equal(storage.stores.get("outbox").rows.size, 0);
  assert.equal(office.standing("par1").came, 2);
});

test("an answer that nobody hears leaves the scan waiting; it counts once all the same", async () => {
  const office = new Office({ parties: PARTIES });
  let fate = "ok";
  const door = await paired(office, { network: () => fate });
  fate = "deaf";
  await door.admit({ party: "par2" });
  await settled(door);
  assert.equal(door.waiting, 1);

  fate = "twice";
  await settled(door);

  assert.equal(door.waiting, 0);
  assert.equal(office.scans.length, 1);
});

test("a portal of the venue and a busy server are no answer of the office", async () => {
  const office = new Office({ parties: PARTIES });
  let fate = "ok";
  const door = await paired(office, { network: () => fate });
  for (fate of ["portal", "busy"]) {
    await door.admit({ party: "par1" });
    await settled(door);
    assert.equal(door.state, "ready");
  }
  assert.equal(door.waiting, 2);
});

test("the app opens again with the network cut and knows everything", async () => {
  const office = new Office({ parties: PARTIES });
  const storage = new Storage();
  const first = await paired(office, { storage });
  const other = await paired(office, { name: "two" });
  await other.admit({ party: "par2" });
  await settled(other);
  await settled(first);
  await first.admit({ party: "par1" });
  first.close();

  const door = await opened({ office, storage, network: () => "lost" });

  assert.equal(door.state, "ready");
  assert.equal(door.find("inv1").name, PARTIES[0].name);
  assert.equal(door.standing("par1").came, 1);
  assert.equal(door.standing("par2").firstScan.door, "door-two");
});

test("what is kept on the disk does not tell the names", async () => {
  const office = new Office({ parties: PARTIES });
  const storage = new Storage();
  await paired(office, { storage });

  const { key, snapshot } = Object.fromEntries(storage.stores.get("kept").rows);

  assert.equal(key.extractable, false);
  assert.equal(Buffer.from(snapshot.box).toString("latin1").includes("Ambassador"), false);
});

test("a double tap is one scan", async () => {
  const office = new Office({ parties: PARTIES });
  const door = await paired(office);

  await Promise.all([door.admit({ party: "par2", uid: "u1" }), door.admit({ party: "par2", uid: "u1" })]);
  await settled(door);

  assert.equal(office.scans.length, 1);
});

test("two doors without a network both see the doubt afterwards", async () => {
  const office = new Office({ parties: PARTIES });
  let fate = "ok";
  const one = await paired(office, { network: () => fate });
  const two = await paired(office, { name: "two", network: () => fate });
  fate = "lost";
  await one.admit({ party: "par2" });
  office.now += 5_000;
  await two.admit({ party: "par2" });
  fate = "ok";

  for (const door of [one, two, one]) await settled(door);

  for (const standing of [one.standing("par2"), two.standing("par2"), office.standing("par2")]) {
    assert.equal(standing.came, 1);
    assert.equal(standing.doubts.length, 1);
    assert.equal(standing.doubts[0].first.door, "door-one");
  }
});

test("a device that the office sent away forgets everything and says what was lost", async () => {
  const office = new Office({ parties: PARTIES });
  const storage = new Storage();
  let fate = "ok";
  const door = await paired(office, { storage, network: () => fate });
  fate = "lost";
  await door.admit({ party: "par1" });
  await settled(door);
  office.devices.get("token-one").isRevoked = true;
  fate = "ok";

  await settled(door);

  assert.equal(door.state, "gone");
  assert.deepEqual([door.gone.by, door.gone.waiting], ["office", 1]);
  assert.deepEqual(door.guests, []);
  assert.deepEqual([...storage.stores.get("kept").rows.keys()], ["gone"]);
  assert.equal(storage.stores.get("outbox").rows.size, 0);
  assert.equal(office.devices.get("token-one").wiped.waiting, 1);
  await assert.rejects(door.admit({ party: "par1" }));
});

test("after its time it forgets the guests without a network, but not what was done", async () => {
  const office = new Office({ parties: PARTIES, expires: 2_000_000 });
  const storage = new Storage();
  let fate = "ok";
  const first = await paired(office, { storage, network: () => fate });
  fate = "lost";
  await first.admit({ party: "par1" });
  first.close();
  office.now = 2_000_001;

  const door = await opened({ office, storage, network: () => "lost" });

  assert.equal(door.state, "expired");
  assert.deepEqual(door.guests, []);
  assert.equal(door.waiting, 1);
  assert.equal(storage.stores.get("kept").rows.has("snapshot"), false);
});

test("storage that is thrown away while the door is open is written again", async () => {
  const office = new Office({ parties: PARTIES });
  const storage = new Storage();
  let fate = "ok";
  const first = await paired(office, { storage, network: () => fate });
  fate = "lost";
  await first.admit({ party: "par1" });
  storage.throwAway();
  await settled(first);
  first.close();

  const door = await opened({ office, storage, network: () => "lost" });

  assert.equal(door.state, "ready");
  assert.equal(door.waiting, 1);
});

test("storage that was thrown away while it was closed is said plainly", async () => {
  const office = new Office({ parties: PARTIES });
  const door = await opened({ office, marks: { ...marks, isSet: () => true } });

  assert.equal(door.state, "lost");
  assert.equal((await opened({ office })).state, "unpaired");
});

test("a telephone with scans is not paired anew before they are sent", async () => {
  const office = new Office({ parties: PARTIES });
  let fate = "ok";
  const door = await paired(office, { network: () => fate });
  fate = "lost";
  await door.admit({ party: "par1" });

  await assert.rejects(door.pair("two"), StillWaiting);

  assert.equal(door.waiting, 1);
});

// Sealed by chancery/door/sealing.py for the event sampleevent1: a box for CH1SAMPLEPASS, and the way to it for CH1SECONDPASS.
const SEALED = {
  sealed: { Kshc4BKOfTfp: "AAECAwQFBgcICQoLUwwoC0XpeIJvMq_PXmfEKel9qaR2vvC6mL0hN5FFHfppIZj-NJk-L91jXg" },
  ways: { CulbX80TgxcY: "AAECAwQFBgcICQoLqhuptV4OD9uJw5CippS3sCWpLk1dBXLJ01Toqzyutp3tdXGtgTC9ZvOIzfzhkhPrrr0P1JCeXPBa" },
  words: '"Heads of mission","Ambassador",",1,"accepted","',
};

test("the passes of one guest for one and for two open the same guest", async () => {
  const office = new Office({ parties: [] });
  office.sealed = SEALED;
  const door = await paired(office, { readPass: async () => ({ code: "samplecode12", people: 2 }) });

  const { guest } = await door.read("CH1SECONDPASS");

  assert.deepEqual(guest, { code: "samplecode12", party: "par1", expected: 2, reply: "accepted", name: "Sample Guest" });
});

test("where names may not be looked up a pass opens its guest and no other", async () => {
  const office = new Office({ parties: [] });
  office.sealed = SEALED;
  const readPass = async (text) => ({ code: text.toLowerCase().slice(3), people: 2 });
  const door = await paired(office, { readPass });

  const { guest } = await door.read("CH1SAMPLEPASS");

  assert.deepEqual(guest, { code: "samplepass", party: "par1", expected: 2, reply: "accepted", name: "Sample Guest" });
  assert.equal(door.find("par1"), guest);
  assert.equal((await door.read("CH1OTHERPASS")).guest, null);
  assert.deepEqual(door.guests, []);
});

test("a pass of a key that is not known here is not called forged", async () => {
  const office = new Office({ parties: PARTIES });
  const door = await paired(office);
  const readAs = async (text) => (await door.read(text)).readAs;

  assert.equal(await readAs(`CH1${"A".repeat(125)}`), "unchecked");
  assert.equal(await readAs("Soup of the day"), "none");
});

test("what the office cannot read stays here, and everything else goes", async () => {
  const office = new Office({ parties: PARTIES });
  let fate = "ok";
  const door = await paired(office, { network: () => fate });
  fate = "lost";
  for (const words of ["", "unreadable", "", ""]) await door.admit({ party: "par1", words });
  fate = "ok";
  office.isReadable = (scan) => scan.words !== "unreadable";

  for (let turn = 0; turn < 12; turn += 1) await settled(door);

  assert.equal(office.scans.length, 3);
  assert.equal(door.waiting, 1);
});

test("a new list is fetched when the office says that there is one", async () => {
  const office = new Office({ parties: PARTIES });
  const door = await paired(office);
  office.parties = [...PARTIES, { code: "inv3", party: "par3", expected: 1 }];
  office.revision += 1;

  await settled(door);

  assert.equal(door.guests.length, 3);
});
