// The guests as they can be looked up, made ready a little at a time for each list that the office sends. Until a new list is
// ready the old one answers, with the guests as they are now.
import { searchInSlices } from "./search.js";

export function lookupOf({ door, tables, onReady }) {
  let wanted = null;
  let made = null;

  async function prepare() {
    const { snapshot } = door;
    if (snapshot === wanted) return;
    wanted = snapshot;
    if (!snapshot) made = null;
    const search = snapshot && (await searchInSlices(door.guests, tables, { isWanted: () => wanted === snapshot }));
    if (!search) return;
    made = search;
    onReady();
  }

  return {
    prepare,
    get isReady() {
      return made !== null;
    },
    search: (typed, most) => made.search(typed, most).map(({ party }) => door.find(party)).filter(Boolean),
  };
}
