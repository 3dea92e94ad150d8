// Follows a stream of the server for as long as the page is open, and comes back by itself when it was cut off.
// Where streams do not stay open it asks again and again, which costs more and tells the same.

const QUIET = 40_000; // the server says something every 15 seconds
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

export function pauseAfter(failures) {
  return Math.min(FIRST_PAUSE * 2 ** Math.max(0, failures - 1), LONGEST_PAUSE);
}

// An older message may come after a newer one; those without a number are all told.
export function isOlder(content, known) {
  return content.revision !== undefined && known !== undefined && content.revision < known;
}

export class Live {
  // `onNews(content)` for every message; `onState("there" | "cut" | "gone")` when that changes;
  // `onBeat({now})` when the server says its time.
  constructor(url, { onNews, onState = () => {}, onBeat = () => {} }, makeSource = (at) => new EventSource(at)) {
    Object.assign(this, { url, onNews, onState, onBeat, makeSource, failures: 0, state: "", revision: undefined });
    this.open();
  }

  open() {
    clearTimeout(this.again);
    this.source?.close();
    this.source = this.makeSource(this.url);
    this.source.addEventListener("open", () => this.hear());
    this.source.addEventListener("message", (event) => this.take(JSON.parse(event.data)));
    this.source.addEventListener("beat", (event) => {
      this.hear();
      this.onBeat(JSON.parse(event.data));
    });
    this.source.addEventListener("gone", () => this.close("gone"));
    this.source.addEventListener("error", () => this.lose());
    this.watch();
  }

  hear() {
    this.failures = 0;
    this.tell("there");
    this.watch();
  }

  take(content) {
    this.hear();
    if (isOlder(content, this.revision)) return;
    this.revision = content.revision;
    this.onNews(content);
  }

  // A browser comes back by itself from a cut, but not from a refusal, and not from silence.
  lose() {
    if (this.state === "gone") return;
    if (this.source.readyState === 2) {
      this.failures += 1;
      this.tell("cut");
      this.again = setTimeout(() => this.open(), pauseAfter(this.failures));
    } else {
      clearTimeout(this.late);
      this.late = setTimeout(() => this.tell("cut"), 2 * FIRST_PAUSE + 2_000);
    }
  }

  watch() {
    clearTimeout(this.late);
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.tell("cut");
      this.open();
    }, QUIET);
  }

  tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }

  close(state = "cut") {
    for (const timer of [this.again, this.silence, this.late]) clearTimeout(timer);
    this.source.close();
    this.tell(state);
  }
}
