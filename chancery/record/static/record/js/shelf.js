// Where a phone keeps its notes: one shelf for each colleague and event, so that nobody sends those of another.
import { createStore, del, set, values } from "../../base/vendor/idb-keyval.js";

export function shelfOf({ owner, event }) {
  const store = createStore(`chancery-notes-${owner}-${event}`, "notes");
  return {
    all: () => values(store),
    put: (note) => set(note.key, note, store),
    drop: (key) => del(key, store),
  };
}
