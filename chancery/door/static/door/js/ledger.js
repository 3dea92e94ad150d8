// Every scan that this telephone knows of, its own and those of the other doors, by party.
import { standingOf } from "./standing.js";

export function ledgerOf(scans) {
  const byUid = new Map();
  const byParty = new Map();

  function put(scan) {
    byUid.set(scan.uid, scan);
    const party = byParty.get(scan.party) ?? byParty.set(scan.party, new Map()).get(scan.party);
    party.set(scan.uid, scan);
  }

  scans.forEach(put);
  return {
    put,
    get: (uid) => byUid.get(uid),
    has: (uid) => byUid.has(uid),
    parties: () => [...byParty.keys()],
    all: () => [...byUid.values()],
    of: (party) => [...(byParty.get(party)?.values() ?? [])],
    standing: (party, expected) => standingOf(byParty.get(party)?.values() ?? [], { expected }),
    // The newest first; what was taken back stays in sight.
    latest: (count, device) =>
      [...byUid.values()]
        .filter((scan) => !device || scan.device === device)
        .sort((one, other) => other.at - one.at || (one.uid < other.uid ? 1 : -1))
        .slice(0, count),
    clear() {
      byUid.clear();
      byParty.clear();
    },
  };
}
