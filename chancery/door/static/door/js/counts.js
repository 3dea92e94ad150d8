// How many are inside: by this door, and by all that this telephone knows of.
import { thatCount } from "./standing.js";

export function byParty(scans) {
  const parties = new Map();
  for (const scan of scans) parties.set(scan.party, [...(parties.get(scan.party) ?? []), scan]);
  return parties;
}

// Who came in by this door and has not gone out by it; never less than nobody.
export function insideBy(door, scans) {
  const here = thatCount(scans).filter((scan) => scan.door === door);
  const change = { admit: 1, leave: -1 };
  return Math.max(here.reduce((sum, { kind, people }) => sum + (change[kind] ?? 0) * people, 0), 0);
}

export function countsOf({ scans, door, guests, standing }) {
  const parties = [...byParty(scans).keys()].filter(Boolean);
  return {
    door: insideBy(door, scans),
    all: parties.reduce((sum, party) => sum + standing(party).inside, 0),
    expected: guests.reduce((sum, guest) => sum + (guest.expected ?? 1), 0),
  };
}
