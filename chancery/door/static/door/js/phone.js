// The app of the telephone at the door: it opens what the telephone keeps, and shows one page at a time.
import { stayAwake } from "./awake.js";
import { choicesOf } from "./choices.js";
import { openDoor } from "./door.js";
import { barOf, topOf } from "./frame.js";
import { guestOf } from "./guest.js";
import { put } from "./page.js";
import { lookupOf } from "./lookup.js";
import { keepRelease } from "./release.js";
import { signalsOf } from "./signals.js";
import { toldOf } from "./told.js";
import { catalogueIn, readCatalogues, wordsOf } from "./words.js";
import { answer } from "./views/answer.js";
import { instead, spelling } from "./views/correcting.js";
import { finding } from "./views/finding.js";
import { last } from "./views/last.js";
import { more } from "./views/more.js";
import { pairing } from "./views/pairing.js";
import { scanning } from "./views/scanning.js";
import { card, walkIn } from "./views/unlisted.js";

const VIEWS = { pair: pairing, scan: scanning, find: finding, last, more, answer, walkIn, card, instead, spelling };
const WARM_UP_AFTER = 1_500;
const CAMERA_STAYS = new Set(["scan", "answer"]);

class App {
  constructor(root, door) {
    this.parts = Object.fromEntries(["top", "told", "page", "bar", "said"].map((name) => [name, root.querySelector(`[data-ch-${name}]`)]));
    Object.assign(this, { root, door, choices: choicesOf(), catalogues: readCatalogues(), name: "", view: null, eye: null });
    this.signals = signalsOf({ isSounding: () => this.choices.get("sound") });
    this.doorName = (code) => doorOf(door, code)?.name ?? this.words.say("door.another");
    this.answered = "";
    const readTables = () => fetch(root.dataset.sounds).then((answer) => answer.json());
    this.lookup = lookupOf({ door, readTables, onReady: () => this.refresh() });
    this.told = toldOf(this);
    this.speak();
  }

  begin() {
    this.door.on("change", () => this.refresh());
    this.door.on("sync", () => this.refresh());
    this.door.on("news", ({ guest }) => guest?.sentence && this.told.add(guest.sentence));
    globalThis.addEventListener("popstate", ({ state }) => this.open(state?.page ?? "scan"));
    globalThis.addEventListener("hashchange", () => this.isKeyGiven() && this.open("pair"));
    globalThis.addEventListener("unhandledrejection", () => this.fail());
    document.addEventListener("keydown", (event) => this.key(event));
    history.replaceState({ page: "scan" }, "");
    this.open(this.isKeyGiven() ? "pair" : "scan");
    setInterval(() => this.refreshFrame(), 30_000);
    // Before anybody types the guests are made ready, so that the first key waits for nothing.
    setTimeout(() => this.lookup.prepare(), WARM_UP_AFTER);
    stayAwake();
  }

  isKeyGiven() {
    return location.hash.length > 1;
  }

  speak() {
    const wanted = [this.choices.get("language"), ...navigator.languages].filter(Boolean);
    this.words = wordsOf(catalogueIn(this.catalogues, wanted));
    Object.assign(document.documentElement, { lang: this.words.language, dir: this.words.direction });
    document.documentElement.dataset.theme = this.choices.theme();
    document.documentElement.dataset.light = this.choices.get("light");
  }

  // The door of this telephone as the office has it now; the pairing knows it as it was then.
  doorHere() {
    return doorOf(this.door, this.door.pairing.door.code);
  }

  choose(name, value) {
    this.choices.set(name, value);
    this.speak();
    if (name !== "language") return;
    this.shut();
    this.open(this.name);
  }

  go(name, given = {}) {
    if (name === "scan" && history.state?.page !== "scan") history.pushState({ page: "scan" }, "");
    else if (name !== "scan") history.pushState({ page: ["answer", "instead", "spelling"].includes(name) ? "scan" : name }, "");
    this.open(name, given);
  }

  answer({ text = "", ...given }) {
    this.answered = text;
    this.go("answer", { ...given, guest: guestOf(given.guest) });
  }

  // How long a pass must be out of sight to be told again is the camera's to say. The pass whose answer stands open is
  // not answered anew: the steward may just have pressed a button of it.
  async onText(text) {
    const isAnswered = this.name === "answer" && text === this.answered;
    if (isAnswered || !CAMERA_STAYS.has(this.name)) return;
    const { readAs, guest } = await this.door.read(text);
    this.answer({ text, pass: readAs, guest, how: "pass" });
  }

  // A telephone without a door shows how to get one, whatever was asked for.
  open(wanted, given) {
    const hasDoor = ["ready", "expired"].includes(this.door.state);
    const name = hasDoor || wanted === "pair" ? wanted : "pair";
    if (!CAMERA_STAYS.has(name)) this.shut();
    this.name = name;
    this.view = name === "scan" ? this.scanView() : VIEWS[name](this, given);
    this.root.dataset.page = name;
    document.title = `${this.view.title} · Chancery`;
    this.show();
    this.refresh();
    this.focus();
    if (!this.view.isOpen) this.view.enter?.();
    if (this.view === this.eye) this.eye.isOpen = true;
  }

  // The camera stays open under an answer, so that the next pass is read at once.
  scanView() {
    this.eye ??= scanning(this);
    return this.eye;
  }

  shut() {
    this.eye?.leave();
    this.eye?.element.remove();
    this.eye = null;
  }

  show() {
    const { page } = this.parts;
    for (const child of [...page.children]) if (child !== this.eye?.element) child.remove();
    if (this.eye) this.eye.element.hidden = this.view !== this.eye;
    if (this.view.element.parentNode !== page) page.append(this.view.element);
    page.scrollTop = 0;
  }

  focus() {
    this.view.element.querySelector("h1")?.focus({ preventScroll: true });
  }

  refresh() {
    const isLost = !this.door.pairing && this.name !== "pair";
    if (isLost) this.open("pair");
    else this.view?.refresh?.();
    if (this.lookup.isReady) this.lookup.prepare();
    this.refreshFrame();
  }

  refreshFrame() {
    put(this.parts.top, topOf(this));
    put(this.parts.bar, barOf(this));
    this.parts.bar.setAttribute("aria-label", this.words.say("bar"));
    this.parts.told.setAttribute("aria-label", this.words.say("told"));
  }

  // Emptied first: the same words said twice are heard twice.
  say(sentence) {
    this.parts.said.textContent = "";
    requestAnimationFrame(() => (this.parts.said.textContent = sentence));
  }

  fail() {
    this.signals.give("red");
    this.say(this.words.say("unexpected"));
  }

  key(event) {
    const isTyping = event.target.matches?.("input, select, textarea");
    if (event.key === "Escape" && this.name !== "scan") this.go("scan");
    if (event.key !== "/" || isTyping || !this.door.pairing) return;
    event.preventDefault();
    this.go("find");
  }
}

const doorOf = ({ snapshot, pairing }, code) => [...(snapshot?.doors ?? []), pairing?.door].find((one) => one?.code === code);

async function start(root) {
  if (!(await keepRelease())) return;
  new App(root, await openDoor()).begin();
}

start(document.querySelector("[data-ch-door]"));
