// The door as its page sees it: guests, what was done, and how far the office knows of it. No DOM here.
//
//   const door = await openDoor();
//   door.state            "unpaired", "lost" (the browser threw everything away), "ready", "expired" or "gone"
//   door.pair(key)        with the key of the office's QR; door.wipe() forgets everything by hand
//   door.guests           rows of the snapshot; door.find(code) by the code of an invitation or a participation
//   door.read(text)       {pass, readAs, guest} of a code that was read; door.standing(party) where the party stands
//   door.admit({party})   and leave, refuse, undo, walkIn, correct: each resolves once the disk has it
//   door.lastContact, door.waiting, door.within: how far this screen may be trusted
//   door.scans            all that is known here; door.latest(10) of this door; door.isWaiting(uid)
//   door.on("change", fn) what is shown may be different now; door.on("sync", fn) the office was asked

import { clockOf } from "./clock.js";
import { contactOf, Gone, Refused } from "./contact.js";
import { deedsOf } from "./deeds.js";
import { exchangeOf } from "./exchange.js";
import { guestsOf } from "./guests.js";
import { listenTo } from "./hints.js";
import { ledgerOf } from "./ledger.js";
import { marks } from "./marks.js";
import { outboxOf } from "./outbox.js";
import { readPass, whyUnread } from "./pass.js";
import { newKey, sealed, unsealed } from "./snapshot.js";
import { askToKeepStorage } from "./release.js";
import { openStore } from "./store.js";
import { syncOf } from "./sync.js";

const EMPTY = {
  pairing: null, cursor: null, revision: null, etag: "", lastContact: null, gone: null, clock: null,
};
const EXPIRY_CHECK = 60_000;
const TIME_TO_SAY_GONE = 4_000;

export class StillWaiting extends Error {}

export async function openDoor(given = {}) {
  let door = null;
  const store = await openStore({ factory: given.factory, onLost: () => door?.putBack() });
  door = new Door(store, await store.read(), { marks, readPass, listen: listenTo, persist: askToKeepStorage, ...given });
  await door.begin();
  return door;
}

// The office does not know this key: then nobody was paired, and nobody is gone.
function refusedIfGone(error) {
  throw error instanceof Gone ? new Refused(401) : error;
}

class Door {
  #heard = { change: new Set(), sync: new Set(), news: new Set() };
  #given;
  #store;
  #memory;
  #clock;
  #outbox;
  #ledger;
  #contact;
  #guests = guestsOf(null);
  #exchange;
  #sync = null;
  #hints = null;
  #expiry = 0;
  #isAway = false;
  #atOnce = () => globalThis.document?.hidden || this.#sync?.now();

  constructor(store, { kept, outbox, scans }, given) {
    this.#given = given;
    this.#store = store;
    this.#memory = { ...EMPTY, ...kept };
    this.#clock = clockOf({ device: given.device, steady: given.steady, kept: kept.clock });
    this.#outbox = outboxOf(outbox);
    const own = this.#outbox.all().filter(({ to }) => to === "scans");
    this.#ledger = ledgerOf([...scans, ...own.map(({ body }) => this.#asScan(body))]);
    const language = () => globalThis.document?.documentElement.lang ?? "";
    this.#contact = contactOf({ fetch: given.fetch, clock: this.#clock, token: () => this.pairing?.token ?? "", language });
    this.#exchange = exchangeOf({ ...this.#parts(), contact: this.#contact, refresh: () => this.#refresh() });
    Object.assign(this, deedsOf({ ...this.#parts(), ...this.#deedParts() }));
  }

  #parts() {
    const parts = { clock: this.#clock, store: this.#store, ledger: this.#ledger, outbox: this.#outbox };
    const asScan = (body) => this.#asScan(body);
    return { ...parts, memory: this.#memory, asScan, onNews: (news) => this.#changed(news) };
  }

  #deedParts() {
    return {
      isPaired: () => Boolean(this.pairing),
      isOffline: () => this.failures > 0 || this.#memory.lastContact === null,
      onDone: () => {
        this.#changed();
        this.#sync?.now();
      },
    };
  }

  // What was done here, as the other doors would see it.
  #asScan(body) {
    return { ...body, door: this.pairing?.door.code ?? "", device: this.pairing?.device ?? "" };
  }

  async begin() {
    const { key, snapshot } = this.#memory;
    if (key && snapshot) this.#guests = guestsOf(await unsealed(key, snapshot));
    await this.#checkExpiry();
    this.#start();
    this.#expiry = setInterval(() => this.#checkExpiry(), EXPIRY_CHECK);
    this.#expiry.unref?.();
    globalThis.addEventListener?.("online", this.#atOnce);
    globalThis.document?.addEventListener("visibilitychange", this.#atOnce);
  }

  #start() {
    this.#stop();
    if (!this.pairing) return;
    const { later, random, listen } = this.#given;
    const hasHints = () => this.#hints?.isHeard() ?? false;
    const onGone = () => this.#wiped("office");
    const onTried = () => this.#tried();
    this.#sync = syncOf({ exchange: this.#exchange, onGone, onTried, hasHints, later, random });
    this.#hints = listen?.({ contact: this.#contact, onHint: () => this.#sync.now() });
    this.#sync.now();
  }

  #stop() {
    this.#sync?.stop();
    this.#hints?.end();
    this.#sync = this.#hints = null;
  }

  // A clock that was set meanwhile is written down also while nobody answers, for the app may be closed next.
  async #tried() {
    if (this.#isAway) await this.#writeAgain();
    if (this.failures) await this.#keep({ clock: this.#clock.kept() });
    await this.#checkExpiry();
    this.#say("sync");
  }

  #say(what, value) {
    for (const listener of this.#heard[what]) listener(value);
  }

  #changed(news) {
    if (news) this.#say("news", news);
    this.#say("change");
  }

  // The guests as the office has them now; an unchanged list costs one short answer.
  async #refresh() {
    const { etag } = this.#memory;
    const found = await this.#contact.value("snapshot/", { headers: etag ? { "If-None-Match": etag } : {} });
    if (!found) return;
    const key = this.#memory.key ?? (await newKey());
    const snapshot = await sealed(key, found.said);
    await this.#keep({ key, snapshot, revision: found.said.revision, etag: found.etag });
    this.#guests = guestsOf(found.said);
    this.#changed();
  }

  async #keep(values) {
    await this.#store.keep(values);
    Object.assign(this.#memory, values);
  }

  // A telephone that still has something to say for its old pairing says it first.
  async pair(key) {
    if (this.waiting && this.pairing) await this.#sync.now();
    if (this.waiting && this.pairing) throw new StillWaiting(String(this.waiting));
    const body = { key, at: Math.round(this.#clock.device()) };
    const { said } = await this.#contact.value("pair/", { body }).catch(refusedIfGone);
    this.#stop();
    const values = { pairing: said, clock: this.#clock.kept(), lastContact: this.#clock.time() };
    await this.#store.wipe(values);
    this.#forget(values);
    this.#given.marks.set(said.expires_at);
    this.#given.persist();
    await this.#refresh();
    this.#start();
    this.#changed();
  }

  #forget(values) {
    for (const name of Object.keys(this.#memory)) delete this.#memory[name];
    Object.assign(this.#memory, EMPTY, values);
    this.#outbox.clear();
    this.#ledger.clear();
    this.#guests = guestsOf(null);
  }

  // What still waits is said first, if anybody hears it.
  async wipe() {
    if (this.waiting) await this.#sync?.now();
    if (this.pairing) await this.#wiped("hand");
  }

  // Everything goes from this telephone; the office is told how much had not reached it.
  async #wiped(by) {
    const { waiting } = this;
    this.#stop();
    await this.#contact.value("wiped/", { body: { waiting, by }, patience: TIME_TO_SAY_GONE }).catch(() => null);
    const values = { gone: { by, waiting, at: this.#clock.time() } };
    await this.#store.wipe(values);
    this.#forget(values);
    this.#given.marks.clear();
    this.#changed();
  }

  // After its time the telephone forgets the guests without being asked; what was done still goes to the office.
  async #checkExpiry() {
    if (!this.pairing || this.#clock.time() < this.pairing.expires_at) return;
    if (!this.waiting) return this.#wiped("expiry");
    if (!this.#memory.snapshot) return;
    const { pairing, cursor, lastContact } = this.#memory;
    const values = { pairing, cursor, lastContact, clock: this.#clock.kept() };
    await this.#store.forget(values);
    for (const name of ["key", "snapshot", "revision", "etag"]) delete this.#memory[name];
    this.#guests = guestsOf(null);
    this.#changed();
  }

  // The browser threw the storage away while the page was open: what is in memory is written down again, and until
  // that is done nothing new is said to be kept.
  async putBack() {
    this.#isAway = true;
    await this.#writeAgain().catch((error) => globalThis.reportError?.(error));
  }

  async #writeAgain() {
    const scans = this.#ledger.all().filter((scan) => !this.#outbox.has(scan.uid));
    const kept = { ...this.#memory, clock: this.#clock.kept() };
    await this.#store.restore({ kept, outbox: this.#outbox.all(), scans });
    this.#isAway = false;
  }

  syncNow() {
    return this.#sync?.now();
  }

  find(code) {
    return this.#guests.find(code);
  }

  // {pass, readAs, guest}: pass is null for what is no pass of this office, readAs a word of the verdict, guest null for
  // who is not on the list.
  async read(text) {
    const keys = this.snapshot?.keys ?? this.pairing?.keys ?? {};
    const pass = await this.#given.readPass(text, keys);
    return { pass, readAs: pass ? "good" : whyUnread(text, keys), guest: pass && (await this.#guests.of(text, pass)) };
  }

  standing(party) {
    return this.#ledger.standing(party, this.find(party)?.expected ?? 1);
  }

  latest(count) {
    return this.#ledger.latest(count, this.pairing?.device);
  }

  get scans() {
    return this.#ledger.all();
  }

  isWaiting(uid) {
    return this.#outbox.has(uid);
  }

  on(what, listener) {
    this.#heard[what].add(listener);
    return () => this.#heard[what].delete(listener);
  }

  now() {
    return this.#clock.time();
  }

  close() {
    globalThis.removeEventListener?.("online", this.#atOnce);
    globalThis.document?.removeEventListener("visibilitychange", this.#atOnce);
    clearInterval(this.#expiry);
    this.#stop();
    this.#store.close();
  }

  get state() {
    if (this.#memory.gone) return "gone";
    if (!this.pairing) return this.#given.marks.isSet() ? "lost" : "unpaired";
    return this.#memory.snapshot ? "ready" : "expired";
  }

  get guests() {
    return this.#guests.rows;
  }

  get snapshot() {
    return this.#guests.snapshot;
  }

  get pairing() {
    return this.#memory.pairing;
  }

  get lastContact() {
    return this.#memory.lastContact;
  }

  get waiting() {
    return this.#outbox.size;
  }

  get failures() {
    return this.#sync?.failures ?? 0;
  }

  get within() {
    return this.#clock.within;
  }

  get gone() {
    return this.#memory.gone;
  }
}
