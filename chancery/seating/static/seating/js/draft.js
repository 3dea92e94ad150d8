// What is not saved yet stays in the browser, by room, with the revision on which it was drawn.

const PATIENCE = 400;

export class Draft {
  constructor(store, key) {
    Object.assign(this, { store, key: `chancery-room-${key}`, waiting: 0 });
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
    this.waiting = setTimeout(() => this.write({ layout, revision, at: Date.now() }), PATIENCE);
  }

  // A full or closed store is no reason to stop drawing: the page still asks before it is left.
  write(kept) {
    try {
      this.store.setItem(this.key, JSON.stringify(kept));
    } catch {
      return;
    }
  }

  drop() {
    clearTimeout(this.waiting);
    try {
      this.store.removeItem(this.key);
    } catch {
      return;
    }
  }
}
