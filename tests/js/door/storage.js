// A browser's storage for tests: as much of IndexedDB as the door uses, written at once or not at all.
//
// `storage.fails` makes the next writing transaction abort, `storage.dies` lets it happen but nobody hears of it: the two
// ends of an app that is killed while it writes.

const clone = (value) => (value === undefined ? value : structuredClone(value));

export class Storage {
  stores = new Map();
  open_ = new Set();
  fails = 0;
  dies = false;
  writes = 0;

  open(name, version) {
    return answered(() => {
      const base = new Base(this);
      this.open_.add(base);
      const isNew = !this.stores.size;
      return { result: base, upgrade: isNew ? version : 0 };
    });
  }

  // What the browser does when it needs room, or when somebody clears it.
  throwAway() {
    this.stores.clear();
    for (const base of [...this.open_]) {
      this.open_.delete(base);
      base.isClosed = true;
      base.onclose?.();
    }
  }
}

function answered(work) {
  const request = {};
  setImmediate(() => {
    try {
      const { result, upgrade } = work();
      request.result = result;
      if (upgrade) request.onupgradeneeded?.();
      request.onsuccess?.();
    } catch (error) {
      request.error = error;
      request.onerror?.();
    }
  });
  return request;
}

class Base {
  constructor(storage) {
    this.storage = storage;
  }

  createObjectStore(name, { keyPath }) {
    this.storage.stores.set(name, { keyPath, rows: new Map() });
  }

  transaction(names, mode = "readonly", options = {}) {
    if (this.isClosed) throw new Error("InvalidStateError");
    return new Change(this.storage, mode, options);
  }

  close() {
    this.isClosed = true;
    this.storage.open_.delete(this);
  }
}

class Change {
  work = [];

  constructor(storage, mode, { durability }) {
    this.storage = storage;
    this.durability = durability;
    if (mode === "readwrite") setImmediate(() => this.finish());
  }

  finish() {
    const { storage } = this;
    storage.writes += 1;
    if (storage.fails) {
      storage.fails -= 1;
      this.error = new Error("AbortError");
      this.onabort?.();
      return;
    }
    for (const one of this.work) one();
    if (!storage.dies) this.oncomplete?.();
  }

  objectStore(name) {
    const { keyPath, rows } = this.storage.stores.get(name);
    const read = (work) => answered(() => ({ result: work() }));
    return {
      put: (value, key) => {
        const copy = clone(value);
        this.work.push(() => rows.set(keyPath ? copy[keyPath] : key, copy));
      },
      delete: (key) => this.work.push(() => rows.delete(key)),
      clear: () => this.work.push(() => rows.clear()),
      getAll: () => read(() => [...rows.values()].map(clone)),
      getAllKeys: () => read(() => [...rows.keys()]),
    };
  }
}
