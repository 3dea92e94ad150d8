// The guests as they can be looked up, made ready a little at a time for each list that the office sends. Until a new list is
// ready the old one answers, with the guests as they are now. The tables of spellings are read when they are first needed.
import { searchInSlices } from "./search.js";

export function lookupOf({ door, readTables, onReady }) {
  let wanted = null;
  let made = null;
  let tables = null;

  async function prepare() {
    const { snapshot } = door;
    if (snapshot === wanted) return;
    wanted = snapshot;
    if (!snapshot) made = null;
    const search = snapshot && (await searchAmong(snapshot));
    if (!search) return;
    made = search;
    onReady();
  }

  // Tables that cannot be read now are asked for again when somebody looks for a guest.
  async function searchAmong(snapshot) {
    tables ??= await readTables().catch(() => null);
    if (tables) return searchInSlices(door.guests, tables, { isWanted: () => wanted === snapshot });
    wanted = null;
    return null;
  }

  return {
    prepare,
    get isReady() {
      return made !== null;
    },
    search: (typed, most) => made.search(typed, most).map(({ party }) => door.find(party)).filter(Boolean),
  };
}
