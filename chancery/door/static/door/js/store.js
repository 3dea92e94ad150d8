// What a telephone at the door keeps: pairing, guests, what is still to be sent, and what was done at all doors.
//
// Every change is one transaction, so that an app killed in the middle has either all of it or nothing. What is to be
// sent is flushed to the disk (`strict`) before anybody is told that it is kept.

const NAME = "chancery-door";
const VERSION = 1;
const KEYED = { kept: undefined, outbox: "uid", scans: "uid" };
const STORES = Object.keys(KEYED);

export class StorageLost extends Error {}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function opened(factory) {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store, { keyPath: KEYED[store] });
  };
  return settled(request);
}

function finished(change) {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error ?? new StorageLost());
  });
}

export async function openStore({ factory = globalThis.indexedDB, onLost = () => {} } = {}) {
  let base = await opened(factory);
  watch();

  // The browser may throw everything away while the page is open: whoever has it in memory can put it back.
  function watch() {
    base.onclose = onLost;
    base.onversionchange = () => {
      base.close();
      onLost();
    };
  }

  function change(write, durability = "relaxed") {
    const one = base.transaction(STORES, "readwrite", { durability });
    write(Object.fromEntries(STORES.map((name) => [name, one.objectStore(name)])));
    return finished(one);
  }

  function keepAll({ kept }, values = {}) {
    for (const [name, value] of Object.entries(values)) kept.put(value, name);
  }

  return {
    async read() {
      const one = base.transaction(STORES);
      const [outbox, scans] = ["outbox", "scans"].map((name) => settled(one.objectStore(name).getAll()));
      const names = settled(one.objectStore("kept").getAllKeys());
      const values = settled(one.objectStore("kept").getAll());
      const kept = await Promise.all([names, values]);
      return {
        kept: Object.fromEntries(kept[0].map((name, place) => [name, kept[1][place]])),
        outbox: (await outbox).sort((one, other) => one.number - other.number),
        scans: await scans,
      };
    },
    keep: (values) => change((stores) => keepAll(stores, values)),
    // The promise is kept only when the disk has it; nobody is told "in" before.
    add: (entry, values) =>
      change((stores) => {
        stores.outbox.put(entry);
        keepAll(stores, values);
      }, "strict"),
    // What the server has named leaves the outbox in the same breath in which it joins what is known.
    settle: ({ taken = [], scans = [], values }) =>
      change((stores) => {
        for (const uid of taken) stores.outbox.delete(uid);
        for (const scan of scans) stores.scans.put(scan);
        keepAll(stores, values);
      }, "strict"),
    // Everything but what is still to be sent, which names nobody.
    forget: (values) =>
      change((stores) => {
        stores.kept.clear();
        stores.scans.clear();
        keepAll(stores, values);
      }, "strict"),
    wipe: (values) =>
      change((stores) => {
        for (const name of STORES) stores[name].clear();
        keepAll(stores, values);
      }, "strict"),
    async restore({ kept, outbox, scans }) {
      base = await opened(factory);
      watch();
      return change((stores) => {
        keepAll(stores, kept);
        for (const entry of outbox) stores.outbox.put(entry);
        for (const scan of scans) stores.scans.put(scan);
      }, "strict");
    },
    close: () => base.close(),
  };
}
