// What is not saved yet stays in the browser, by room, with the revision on which it was drawn.

const PATIENCE = 400;

export class Draft {
  constructor(store, key) {
    Object.assign(this, { store, key: `chancery-room-${key}`, waiting: 0, unwritten: null });
  }

  read() {
    try {
      const kept = JSON.parse(this.store.getItem(this.key));
      return Array.isArray(kept?.layout?.furniture) ? kept : null;
    } catch {
      return null;
    }
  }

  keep(layout, revision) {
    clearTimeout(this.waiting);
    this.unwritten = { layout, revision, at: Date.now() };
    this.waiting = setTimeout(() => this.write(), PATIENCE);
  }

  // A full or closed store is no reason to stop drawing: the page still asks before it is left.
  write() {
    if (!this.unwritten) return;
    try {
      this.store.setItem(this.key, JSON.stringify(this.unwritten));
      this.unwritten = null;
    } catch {
      return;
    }
  }

  drop() {
    clearTimeout(this.waiting);
    this.unwritten = null;
    try {
      this.store.removeItem(this.key);
    } catch {
      return;
    }
  }
}
