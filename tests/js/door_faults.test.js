// The door on several telephones through thousands of seeded faults: network, killed apps, aborted writes, wrong clocks,
// storage thrown away. Whatever happens, what was said to be kept counts once, and all agree in the end.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openDoor } from "../../chancery/door/static/door/js/door.js";
import { fetchTo, Office } from "./door/office.js";
import { Storage } from "./door/storage.js";

const STEPS = Number(process.env.DOOR_STEPS ?? 700);
const SEEDS = (process.env.DOOR_SEEDS ?? "1,2,3,4,5,6").split(",").map(Number);
const FATES = ["ok", "ok", "ok", "ok", "lost", "deaf", "twice", "busy", "portal"];
const marks = { isSet: () => false, set() {}, clear() {} };

// mulberry32: small, and the same everywhere.
function chanceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function turns(count = 60) {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

class Phone {
  storage = new Storage();
  acknowledged = new Set();
  isCut = false;
  runs = 0;

  constructor(evening, name) {
    Object.assign(this, { evening, name, ahead: (evening.chance() - 0.5) * 1_000_000 });
  }

  async open() {
    const { office, chance } = this.evening;
    const network = () => (this.isCut ? "lost" : this.evening.fate());
    const later = () => () => {};
    const device = () => office.now + this.ahead;
    const given = { factory: this.storage, fetch: fetchTo(office, network), device, steady: () => office.now };
    this.door = await openDoor({ ...given, later, random: chance, listen: null, marks });
    this.runs += 1;
  }

  async pair() {
    await this.open();
    await this.door.pair(this.name);
  }

  // Ends the app wherever it is; what it was writing is on the disk or is not.
  async kill() {
    this.door.close();
    Object.assign(this.storage, { dies: false, fails: 0 });
    await turns();
    await this.open();
    if (this.door.pairing) await this.talk();
    else await this.evening.lose(this);
  }

  async talk() {
    const said = this.door.syncNow() ?? Promise.resolve();
    const isDone = await Promise.race([said.then(() => true), this.storage.dies ? turns().then(() => false) : said]);
    if (isDone === false) await this.kill();
  }

  async does(deed) {
    const { chance } = this.evening;
    this.storage.dies = chance() < 0.04;
    this.storage.fails = chance() < 0.04 ? 1 : 0;
    const done = deed(this.door).then(({ uid }) => this.acknowledged.add(uid), () => null);
    if (!this.storage.dies) {
      await done;
      this.storage.fails = chance() < 0.02 ? 1 : 0;
      return this.talk();
    }
    await turns();
    return this.kill();
  }
}

class Evening {
  wiped = new Set();
  is = { quiet: false };
  counts = {};

  constructor(seed) {
    this.chance = chanceOf(seed);
    const parties = Array.from({ length: 12 }, (_, number) => ({
      code: `inv${number}`, party: `par${number}`, expected: 1 + Math.floor(this.chance() * 3),
    }));
    this.office = new Office({ parties });
    this.phones = ["a", "b", "c", "d"].map((name) => new Phone(this, name));
  }

  fate() {
    const fate = this.is.quiet ? "ok" : this.pick(FATES);
    this.counts[fate] = (this.counts[fate] ?? 0) + 1;
    return fate;
  }

  pick(list) {
    return list[Math.floor(this.chance() * list.length)];
  }

  async step() {
    this.office.now += Math.round(this.chance() * 20_000);
    const phone = this.pick(this.phones);
    const { party } = this.pick(this.office.parties);
    const drawn = this.chance();
    if (drawn < 0.45) await phone.does((door) => door.admit({ party, people: 1 + Math.floor(this.chance() * 2) }));
    else if (drawn < 0.55) await phone.does((door) => door.leave({ party }));
    else if (drawn < 0.62 && phone.door.latest(5).length) await this.undo(phone);
    else if (drawn < 0.64) await phone.kill();
    else if (drawn < 0.7) phone.isCut = !phone.isCut;
    else if (drawn < 0.72) phone.ahead += (this.chance() - 0.5) * 600_000;
    else if (drawn < 0.723) await this.lose(phone);
    else if (drawn < 0.74) phone.storage.throwAway();
    else await phone.talk();
  }

  undo(phone) {
    const { uid } = this.pick(phone.door.latest(5));
    return phone.does((door) => door.undo(uid));
  }

  // The app is closed when the browser throws its storage away: whatever the office lacks is gone, and it is paired anew.
  async lose(phone) {
    phone.door.close();
    await turns();
    for (const uid of phone.acknowledged) if (!this.office.taken.has(uid)) this.wiped.add(uid);
    const fresh = new Phone(this, `${phone.name}+`);
    fresh.acknowledged = phone.acknowledged;
    const { quiet } = this.is;
    this.is.quiet = true;
    await fresh.pair();
    this.is.quiet = quiet;
    this.phones[this.phones.indexOf(phone)] = fresh;
  }

  async run() {
    this.is.quiet = true;
    for (const phone of this.phones) await phone.pair();
    this.is.quiet = false;
    for (let number = 0; number < STEPS; number += 1) await this.step();
    this.is.quiet = true;
    for (const place of [0, 1, 2, 3, 0, 1, 2, 3]) {
      this.phones[place].isCut = false;
      await this.phones[place].kill();
    }
    return this;
  }
}

function plain({ came, inside, firstAt, lastAt, doubts }) {
  return { came, inside, firstAt, lastAt, doubts: doubts.map(({ first, later }) => [first.uid, later.uid]) };
}

for (const seed of SEEDS) {
  test(`${STEPS} steps of evening ${seed}: nothing lost, nothing twice, all agree`, async () => {
    const evening = await new Evening(seed).run();
    const { office, phones, wiped } = evening;
    const stored = office.scans.map(({ uid }) => uid);

    assert.equal(new Set(stored).size, stored.length);
    for (const phone of phones) {
      const lost = [...phone.acknowledged].filter((uid) => !stored.includes(uid) && !wiped.has(uid));
      assert.deepEqual(lost, []);
      assert.equal(phone.door.waiting, 0);
      assert.deepEqual(phone.door.scans.map(({ uid }) => uid).sort(), stored.toSorted());
      for (const { party } of office.parties) assert.deepEqual(plain(phone.door.standing(party)), plain(office.standing(party)));
      phone.door.close();
    }
    assert.ok(evening.counts.deaf && evening.counts.lost && evening.counts.twice);
  });
}
