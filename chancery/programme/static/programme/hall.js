// The screen of the hall: it asks the server several times a second, and goes on by itself when the network is cut.
import { meaning, share, steps } from "./follow.js";
import { fetched, tried } from "../exhibition/film.js";

const EVERY = 350;
const PATIENCE = 4000;
const PROOF = 0.3;

class Hall {
  constructor(root) {
    this.root = root;
    this.video = root.querySelector("video");
    Object.assign(this, { film: "", turn: 0, state: "waiting", loaded: 0, problem: "" });
    Object.assign(this, { isFresh: true, isTouched: false, isReady: false, isProving: false });
    Object.assign(this, { byHand: false, handAt: 0 });
    this.wanted = null;
    this.video.addEventListener("ended", () => this.byItself("ended"));
    root.querySelector("[data-ch-ready]").addEventListener("click", () => this.touch());
    document.addEventListener("keydown", (event) => this.key(event));
    this.show();
    this.ask();
  }

  async ask() {
    try {
      const answer = await fetch(this.root.dataset.stateUrl, {
        method: "POST",
        body: JSON.stringify(this.report()),
        headers: { "Content-Type": "application/json" },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 404) return location.reload();
      if (answer.ok) await this.follow(await answer.json());
      this.root.dataset.network = answer.ok ? "there" : "cut";
    } catch {
      this.root.dataset.network = "cut";
    }
    setTimeout(() => this.ask(), EVERY);
    return undefined;
  }

  report() {
    const { turn, state, isReady, loaded, problem, byHand } = this;
    const ago = byHand ? (performance.now() - this.handAt) / 1000 : 0;
    return { turn, state, position: this.video.currentTime, isReady, loaded, problem, isByHand: byHand, ago };
  }

  async follow(wanted) {
    this.wanted = wanted;
    if (wanted.state === this.state || wanted.turn !== this.turn) this.byHand = false;
    for (const [verb, value] of steps(wanted, this)) {
      if (verb === "load" || verb === "unload") return this.change(value);
      if (this.loaded < 100 || this.isProving) return undefined;
      await this.perform(verb, value);
      this.turn = wanted.turn;
    }
    if (this.film && this.loaded === 100) this.isFresh = false;
    return undefined;
  }

  perform(verb, value) {
    const { video } = this;
    if (verb === "subtitles") return this.subtitle(value);
    if (verb === "seek") video.currentTime = value;
    if (verb === "skip") video.currentTime = Math.max(0, video.currentTime + value);
    if (verb === "play") return this.play();
    if (["pause", "rewind", "end"].includes(verb)) video.pause();
    if (verb === "rewind") video.currentTime = 0;
    const state = { pause: "paused", rewind: "waiting", end: "ended" }[verb];
    if (state) this.enter(state);
    return undefined;
  }

  async play() {
    if (this.video.ended) this.video.currentTime = 0;
    try {
      await this.video.play();
      this.problem = "";
      this.enter("playing");
    } catch (refused) {
      // A newer command stopped it before it began, which is no trouble.
      if (refused.name === "AbortError") return;
      this.problem = refused.name === "NotAllowedError" ? "not-touched" : "not-played";
      this.show();
    }
  }

  enter(state) {
    this.state = state;
    this.show();
  }

  byItself(state) {
    this.byHand = true;
    this.handAt = performance.now();
    if (state) this.enter(state);
  }

  // Another film: it is fetched whole before it counts as there.
  async change(film) {
    this.film = film ? film.url : "";
    Object.assign(this, { turn: 0, loaded: 0, isReady: false, problem: "", isFresh: true });
    this.video.pause();
    this.video.replaceChildren();
    this.enter("waiting");
    this.isSound = Boolean(film?.isSound);
    this.describe(film);
    if (film) this.load(film);
  }

  async load(film) {
    const isStill = () => this.film === film.url;
    try {
      const blob = await fetched(film.url, (received) => {
        if (isStill()) this.told("loaded", share(received, film.size));
      });
      if (!isStill()) return;
      this.video.src = URL.createObjectURL(blob);
    } catch {
      if (!isStill()) return;
      // Too large for this machine: it is played while it comes, and then needs the network.
      this.problem = "not-loaded";
      this.video.src = film.url;
    }
    this.video.append(...film.tracks.map(trackOf));
    for (const track of this.video.textTracks) track.mode = "hidden";
    this.told("loaded", 100);
    if (this.isTouched) await this.prove();
  }

  // A browser lets a page play sound only after somebody has touched it.
  async touch() {
    this.isTouched = true;
    document.documentElement.requestFullscreen?.().catch(() => {});
    if (this.loaded === 100) await this.prove();
    this.show();
  }

  async prove() {
    this.isProving = true;
    const failure = await tried(this.video, PROOF);
    this.isProving = false;
    this.video.currentTime = 0;
    if (failure) this.problem = "not-played";
    else if (this.problem !== "not-loaded") this.problem = "";
    this.turn = 0;
    this.isFresh = true;
    this.enter("waiting");
    // What the operator wants comes first, so that a key pressed right after is not undone by it.
    if (this.wanted && !failure) await this.follow(this.wanted);
    this.told("isReady", !failure);
  }

  subtitle(languages) {
    for (const track of this.video.textTracks) {
      track.mode = languages.includes(track.language) ? "showing" : "hidden";
    }
  }

  key(event) {
    if (!this.isReady || event.ctrlKey || event.altKey || event.metaKey) return;
    const [verb, value] = meaning(event.key, this.state);
    if (!verb) return;
    event.preventDefault();
    if (verb === "screen") return this.screen();
    this.byItself("");
    this.perform(verb, value);
  }

  screen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  told(name, value) {
    this[name] = value;
    this.show();
  }

  describe(film) {
    const title = this.root.querySelector("[data-film-title]");
    title.textContent = film ? film.title : "";
    if (film) Object.assign(title, { lang: film.language, dir: film.direction });
    const poster = this.root.querySelector("[data-poster]");
    poster.hidden = !film?.poster;
    if (film?.poster) Object.assign(poster, { src: film.poster, alt: film.posterAlt });
  }

  show() {
    const { state, isReady, loaded, problem, film } = this;
    const sound = film && this.isSound ? "alone" : "";
    Object.assign(this.root.dataset, { state, film: film ? "there" : "", ready: isReady ? "yes" : "", sound });
    const marks = { film: film && loaded === 100, touch: this.isTouched, plays: isReady };
    for (const [name, isDone] of Object.entries(marks)) {
      this.root.querySelector(`[data-check=${name}]`).dataset.done = isDone ? "yes" : "";
    }
    this.root.querySelector("[data-loaded]").textContent = film ? `${loaded} %` : "";
    for (const line of this.root.querySelectorAll("[data-problem]")) {
      line.hidden = line.dataset.problem !== problem;
    }
  }
}

function trackOf({ language, label, url }) {
  const track = document.createElement("track");
  return Object.assign(track, { kind: "subtitles", srclang: language, label, src: url });
}

new Hall(document.querySelector("[data-ch-hall]"));
