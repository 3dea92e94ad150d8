// What is still to be sent, in the order in which it was done, and how much of it goes at once.
//
// An entry is {uid, number, to, body}: `to` is "scans" or "guests", `body` is sent as it stands. An entry leaves only
// when the server has named its uid, so that what was sent twice, or answered into a dead network, is never lost.

const AT_ONCE = 200;

export function outboxOf(entries) {
  const waiting = new Map(entries.map((entry) => [entry.uid, entry]));
  let atOnce = AT_ONCE;
  let from = 0;
  let number = entries.reduce((highest, entry) => Math.max(highest, entry.number), 0);

  const of = (to) => [...waiting.values()].filter((entry) => entry.to === to);

  return {
    get size() {
      return waiting.size;
    },
    has: (uid) => waiting.has(uid),
    get: (uid) => waiting.get(uid),
    all: () => [...waiting.values()],
    nextNumber: () => (number += 1),
    add: (entry) => waiting.set(entry.uid, entry),
    drop: (uid) => waiting.delete(uid),
    clear: () => waiting.clear(),
    guests: () => of("guests").map((entry) => entry.body),
    // After a refusal fewer go at once and others go first, so that one bad entry cannot keep the others here.
    scans() {
      const all = of("scans");
      if (from >= all.length) from = 0;
      return all.slice(from, from + atOnce).map((entry) => entry.body);
    },
    went() {
      atOnce = Math.min(AT_ONCE, atOnce * 2);
      from = 0;
    },
    refused() {
      if (atOnce === 1) from += 1;
      atOnce = Math.max(1, Math.floor(Math.min(atOnce, of("scans").length) / 2));
    },
  };
}
