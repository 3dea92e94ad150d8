// Presses are kept in this browser until the server has them; each has its own uid, so none is taken twice.

const AGAIN = 1500;
const PATIENCE = 6000;

export class Outbox {
  // `send(press)` resolves to "taken", "refused" or "waiting"; `changed()` is called whenever something moved.
  constructor(storage, name, send, changed) {
    Object.assign(this, { storage, name, send, changed, isSending: false, timer: 0 });
  }

  get waiting() {
    try {
      return JSON.parse(this.storage.getItem(this.name) ?? "[]");
    } catch {
      return [];
    }
  }

  add(press) {
    this.keep([...this.waiting, press]);
    this.changed();
    return this.flush();
  }

  keep(presses) {
    this.storage.setItem(this.name, JSON.stringify(presses));
  }

  // One after the other in the order they were pressed: a later one waits for those before it.
  async flush() {
    if (this.isSending) return;
    this.isSending = true;
    clearTimeout(this.timer);
    try {
      while (this.waiting.length) {
        const [press] = this.waiting;
        const answer = await this.send(press, PATIENCE);
        if (answer === "waiting") {
          this.timer = setTimeout(() => this.flush(), AGAIN);
          return;
        }
        this.keep(this.waiting.filter((each) => each.uid !== press.uid));
        this.changed();
      }
    } finally {
      this.isSending = false;
    }
  }
}
