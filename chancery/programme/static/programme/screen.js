// A screen that follows the run: one kind of screen a page, its clock, and whether it is in contact.

import { department } from "./screen_department.js";
import { Link } from "./screen_link.js";
import { programme } from "./screen_programme.js";
import { stage } from "./screen_stage.js";
import { subtitles } from "./screen_subtitles.js";
import { welcome } from "./screen_welcome.js";

const TICK = 200;
const KINDS = { speaker: stage, stage, public: programme, welcome, department, subtitles };
// What is too long for a screen is set smaller, step by step, so that nothing is cut off.
const FITS = [1, 0.88, 0.77, 0.67, 0.59, 0.52, 0.45];
const FOR_GUESTS = ["public", "welcome", "subtitles"];

class Screen {
  constructor(root) {
    this.root = root;
    const { kind, version, stateUrl, streamUrl, zone } = root.dataset;
    const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
    this.minutes = new Intl.DateTimeFormat("en-GB", shape);
    this.seconds = new Intl.DateTimeFormat("en-GB", { ...shape, second: "2-digit" });
    // Seconds are for those who work; before guests nothing moves idly.
    this.clock = FOR_GUESTS.includes(kind) ? this.minutes : this.seconds;
    this.version = version;
    this.shown = KINDS[kind](root, this);
    const every = this.shown.every;
    this.link = new Link({ stateUrl, streamUrl, every }, (state) => this.take(state), (at) => this.lose(at));
    setInterval(() => this.tick(), TICK);
    root.addEventListener("click", () => this.fill());
    document.addEventListener("keydown", (event) => event.key === "f" && this.fill());
    document.addEventListener("visibilitychange", () => this.stayAwake());
    window.addEventListener("resize", () => this.setLarge());
    this.main = root.querySelector("main");
    this.fit = 0;
    this.stayAwake();
  }

  take(state) {
    if (state.version !== this.version) return location.reload();
    this.state = state;
    this.root.dataset.run = state.run;
    this.root.querySelector("[data-rehearsal]").hidden = !state.is_rehearsal;
    const held = this.root.querySelector("[data-held]");
    if (held) held.hidden = state.held_at === null;
    this.shown.take(state);
    if (state.revision !== this.revision) this.setLarge();
    this.revision = state.revision;
    this.tick();
    return undefined;
  }

  setLarge() {
    this.fit = 0;
    this.root.style.removeProperty("--fit");
  }

  // One step a tick, also for a language that comes in turn; it stays small until the run goes on.
  setSmaller() {
    if (this.main.scrollHeight <= this.main.clientHeight || this.fit === FITS.length - 1) return;
    this.fit += 1;
    this.root.style.setProperty("--fit", FITS[this.fit]);
  }

  tick() {
    const now = this.link.now();
    if (now === null) return;
    this.root.querySelector("[data-clock]").textContent = this.clock.format(now);
    if (this.state) this.shown.tick(this.state, now);
    this.setSmaller();
  }

  lose(at) {
    const line = this.root.querySelector("[data-lost]");
    this.root.dataset.lost = at === null && this.link?.heardAt !== null ? "" : "yes";
    line.hidden = this.root.dataset.lost === "";
    if (at !== null) line.querySelector("[data-lost-since]").textContent = this.seconds.format(at);
  }

  fill() {
    if (document.fullscreenElement) return;
    document.documentElement.requestFullscreen?.().catch(() => {});
  }

  // A screen that falls asleep in the middle of a speech shows nothing.
  stayAwake() {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  }
}

const root = document.querySelector("[data-ch-screen]");
if (root) new Screen(root);
