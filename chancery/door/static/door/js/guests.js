// The rows of the snapshot: found by code or by party, or opened one by one by the pass that is presented.
import { openedBy } from "./snapshot.js";

// A sealed row is a list in the order of the fields, without the empty ones at its end.
const named = (values, fields) => Object.fromEntries(values.map((value, place) => [fields[place], value]));

export function guestsOf(snapshot) {
  const rows = [...(snapshot?.guests ?? [])];
  const byCode = new Map();
  rows.forEach(know);

  function know(row) {
    for (const code of [row.code, row.party]) if (code) byCode.set(code, row);
    return row;
  }

  // The guest of a pass that was checked; null for who is not on the list.
  async function of(text, { code }) {
    if (byCode.has(code) || !snapshot?.sealed) return byCode.get(code) ?? null;
    const values = await openedBy(text, snapshot);
    return values && know({ code, ...named(values, snapshot.fields) });
  }

  return { rows, snapshot, of, find: (code) => byCode.get(code) ?? null };
}
