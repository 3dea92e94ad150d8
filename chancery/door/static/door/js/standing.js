// Where a party stands by its scans: the same rule as chancery/rules/door/standing.py, checked by the same cases.
//
// A scan is {uid, kind, party, people, at, door, device, undoes}; `at` is the true time in milliseconds. The scans are a
// set: in any order, any of them twice. By (at, uid) the first count; what was taken back counts nothing.

const counter = () => ({ came: 0, inside: 0 });

// Who was in before comes back first; only the others come for the first time.
const newcomersOf = (count, people) => people - Math.min(people, count.came - count.inside);

function admitted(count, people, newcomers) {
  count.came += newcomers;
  count.inside += people;
}

function left(count, people) {
  const gone = Math.min(people, count.inside);
  count.inside -= gone;
  return gone;
}

export function inOrder(scans) {
  const once = new Map([...scans].map((scan) => [scan.uid, scan]));
  return [...once.values()].sort((one, other) => one.at - other.at || (one.uid < other.uid ? -1 : 1));
}

// The scans that were not taken back; the latest word decides first, so that an undoing can be undone.
export function thatCount(scans) {
  const ordered = inOrder(scans);
  const undone = new Set();
  for (const scan of [...ordered].reverse()) {
    if (scan.kind === "undo" && !undone.has(scan.uid)) undone.add(scan.undoes);
  }
  return ordered.filter((scan) => !undone.has(scan.uid));
}

function tallyOf(expected) {
  const all = counter();
  const own = new Map();
  const standing = { firstAt: null, lastAt: null, firstScan: null, doubts: [] };
  const ownOf = (device) => own.get(device) ?? own.set(device, counter()).get(device);
  let people = Math.max(expected, 1);

  // A device that goes beyond the party by its own scans alone was warned: its steward let them in on purpose.
  function admit(scan) {
    const count = ownOf(scan.device);
    admitted(count, scan.people, newcomersOf(count, scan.people));
    people = Math.max(people, count.came);
    const newcomers = newcomersOf(all, scan.people);
    const tooMany = Math.max(newcomers - (people - all.came), 0);
    if (tooMany && standing.firstScan) {
      standing.doubts.push({ party: scan.party, first: standing.firstScan, later: scan });
    }
    if (scan.people > tooMany) letIn(scan, newcomers, tooMany);
  }

  function letIn(scan, newcomers, tooMany) {
    admitted(all, scan.people - tooMany, newcomers - tooMany);
    standing.firstScan ??= scan;
    standing.firstAt ??= scan.at;
    standing.lastAt = scan.at;
  }

  function leave(scan) {
    left(ownOf(scan.device), scan.people);
    if (left(all, scan.people)) standing.lastAt = scan.at;
  }

  return {
    take(scan) {
      if (scan.kind === "admit") admit(scan);
      else if (scan.kind === "leave") leave(scan);
    },
    standing: () => ({ ...all, ...standing }),
  };
}

// {came, inside, firstAt, lastAt, firstScan, doubts: [{party, first, later}]} of one party.
export function standingOf(scans, { expected }) {
  const tally = tallyOf(expected);
  for (const scan of thatCount(scans)) tally.take(scan);
  return tally.standing();
}
