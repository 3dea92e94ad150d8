// The contact of a screen with the server: what changes is pushed, and it asks now and then besides, for the
// time of the server and so that the office sees that it is there. It comes back by itself.

import { Live } from "../base/js/live.js";
import { ServerClock } from "./screen_time.js";

const EVERY = 15_000;
const EVERY_WHEN_CUT = 2_000;
const PATIENCE = 5_000;

export class Link {
  // `taken` is called with every state; `lost` with the moment of the last word, or null when in contact.
  constructor({ stateUrl, streamUrl, every }, taken, lost) {
    Object.assign(this, { stateUrl, taken, lost, every: every || EVERY });
    this.clock = new ServerClock();
    this.heardAt = null;
    this.revision = -1;
    this.shift = 0;
    this.isCut = false;
    this.ask();
    this.live = new Live(streamUrl, { onNews: (state) => this.heard(state), onState: (is) => this.follow(is) });
    for (const change of ["online", "offline"]) window.addEventListener(change, () => this.ask());
  }

  // The time of the evening: in a rehearsal it is as far ahead of the real one as the server says.
  now() {
    const now = this.clock.now(performance.now());
    return now === null ? null : now + this.shift;
  }

  follow(state) {
    if (state !== "there") this.ask();
  }

  async ask() {
    clearTimeout(this.later);
    const asked = performance.now();
    try {
      const answer = await fetch(this.stateUrl, { signal: AbortSignal.timeout(PATIENCE), cache: "no-store" });
      if (answer.status === 404) return location.reload();
      if (!answer.ok) throw new Error(answer.statusText);
      const state = await answer.json();
      this.clock.hear(state.now - state.shift, asked, performance.now());
      this.heard(state);
    } catch {
      this.isCut = true;
      this.lost(this.heardAt);
    }
    this.later = setTimeout(() => this.ask(), this.isCut ? EVERY_WHEN_CUT : this.every);
    return undefined;
  }

  // The pushed and the asked cross on their way; the older of two is of no use, and still a sign of life.
  heard(state) {
    this.isCut = false;
    if (state.revision >= this.revision) this.shift = state.shift;
    this.heardAt = this.now();
    this.lost(null);
    if (state.revision < this.revision) return;
    this.revision = state.revision;
    this.taken(state);
  }
}
