// What a steward does: each deed is on the disk before its promise is kept, and on its way to the office at once.

export class NotPaired extends Error {}

const newUid = () => crypto.randomUUID();

export function deedsOf({ store, clock, ledger, outbox, isPaired, isOffline, asScan, onDone }) {
  const writing = new Map();

  // A tap that comes twice with one uid is one deed.
  async function add(to, body) {
    if (!isPaired()) throw new NotPaired();
    if (outbox.has(body.uid) || ledger.has(body.uid)) return body;
    if (!writing.has(body.uid)) writing.set(body.uid, write(to, body));
    try {
      return await writing.get(body.uid);
    } finally {
      writing.delete(body.uid);
    }
  }

  async function write(to, body) {
    const entry = { uid: body.uid, number: outbox.nextNumber(), to, body };
    await store.add(entry, { clock: clock.kept() });
    outbox.add(entry);
    if (to === "scans") ledger.put(asScan(body));
    onDone();
    return body;
  }

  function scan(kind, { uid = newUid(), party, people = 1, how = "pass", undoes = null, words = "" }) {
    const times = { device_at: Math.round(clock.device()), at: clock.time() };
    return add("scans", { uid, kind, how, party, people, ...times, undoes, words, was_offline: isOffline() });
  }

  function guest(kind, { uid = newUid(), party = "", name = "", office = "", people = 1, words = "", band = "" }) {
    return add("guests", { uid, kind, party, name, office, people, words, band, at: clock.time() });
  }

  return {
    admit: (said) => scan("admit", said),
    leave: (said) => scan("leave", said),
    refuse: (said) => scan("refuse", said),
    undo(uid, { by = newUid() } = {}) {
      const undone = ledger.get(uid);
      return scan("undo", { uid: by, party: undone.party, people: undone.people, how: undone.how, undoes: uid });
    },
    walkIn: (said) => guest("walk-in", said),
    correct: (said) => guest(said.kind ?? "spelling", said),
  };
}
