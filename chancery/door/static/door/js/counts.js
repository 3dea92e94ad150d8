// How many are inside: by this door, and by all that this telephone knows of.
import { thatCount } from "./standing.js";

export function byParty(scans) {
  const parties = new Map();
  for (const scan of scans) parties.set(scan.party, [...(parties.get(scan.party) ?? []), scan]);
  return parties;
}

// Who is inside and came in by this door, whichever door others of the party took: all doors add up to all.
export function insideBy(door, scans, standing) {
  const parties = [...byParty(thatCount(scans))].filter(([party]) => party);
  const came = parties.flatMap(([party, own]) => doorsOf(own).slice(0, standing(party).inside));
  return came.filter((each) => each === door).length;
}

// The doors by which those of one party came who have not left, a door a person; who leaves came in here if anybody did.
function doorsOf(scans) {
  const doors = [];
  for (const { kind, people, door } of scans) {
    if (kind === "admit") doors.push(...Array(people).fill(door));
    for (let gone = kind === "leave" ? people : 0; gone && doors.length; gone -= 1) {
      doors.splice(doors.lastIndexOf(door), 1);
    }
  }
  return doors;
}

export function countsOf({ scans, door, guests, standing }) {
  const parties = [...byParty(scans).keys()].filter(Boolean);
  return {
    door: insideBy(door, scans, standing),
    all: parties.reduce((sum, party) => sum + standing(party).inside, 0),
    expected: guests.reduce((sum, guest) => sum + (guest.expected ?? 1), 0),
  };
}
