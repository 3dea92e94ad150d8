// Guests by name in any spelling and script, by organisation and by seat; as chancery/rules/names/spelling.py widens it.
import { namesOf } from "./names.js";

const [AS_TYPED, BEGUN, SAME_SOUND, SOUND_BEGUN, ONE_EDIT, CONSONANTS, TWO_EDITS] = [1, 0.9, 0.85, 0.75, 0.7, 0.5, 0.45];
// A name counts for more than where its bearer comes from.
const WEIGHTS = { name: 1, spoken: 1, latin: 1, representative: 0.95, names: 0.9, seat: 0.9, organisation: 0.7, office: 0.7 };
const WORD_FOR_ONE_EDIT = 4;
const WORD_FOR_TWO_EDITS = 8;
const MOST_EDITED = 24;
const LEAST_SOUND_BEGUN = 4;
const KEY = /^\d[a-z]/;

const SLICE = 8;

// {search(text, most)} of a list of guests, made at once.
export function searchOf(guests, tables, names = namesOf(tables)) {
  const making = steps(guests, names);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

// The same made in slices of a few milliseconds, between which the page answers the thumb; null where `isWanted` says that
// meanwhile it is not wanted any more.
export async function searchInSlices(guests, tables, { isWanted = () => true, rest = resting } = {}) {
  const making = steps(guests, namesOf(tables));
  while (isWanted()) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = making.next();
      if (done) return value;
    } while (performance.now() < until);
    await rest();
  }
  return null;
}

const resting = () => new Promise((resolve) => setTimeout(resolve));

function* steps(guests, names) {
  const index = new Map();
  for (const [place, guest] of guests.entries()) {
    enter(index, guest, place, names);
    yield;
  }
  const { sorted, plain } = yield* inOrder(index.keys());
  const byStart = yield* grouped(plain, startOf);
  const byEnd = yield* grouped(plain, endOf);
  const byConsonants = yield* grouped(plain, (word) => consonantsOf(word, names));
  return searching({ guests, names, index, sorted, near: nearnessOf(byStart, byEnd), byConsonants });
}

// All words sorted as `sort` does it, a part with one beginning at a time; `plain` are those that are no keys of a sound.
function* inOrder(words) {
  const parts = yield* grouped(words, (word) => word.slice(0, 2));
  const [sorted, plain] = [[], []];
  for (const start of [...parts.keys()].sort()) {
    const part = parts.get(start).sort();
    for (const word of part) sorted.push(word);
    if (!KEY.test(start)) for (const word of part) plain.push(word);
    yield;
  }
  return { sorted, plain };
}

function searching({ guests, names, index, sorted, near, byConsonants }) {
  const groups = new Map();

  // The places of the guests that one typed word may mean, each with its closeness.
  function group(word, isUnfinished) {
    const found = new Map();
    const add = (known, closeness) => {
      for (const [place, weight] of index.get(known) ?? []) {
        const score = closeness * weight;
        if (score > (found.get(place) ?? 0)) found.set(place, score);
      }
    };
    const addBegun = (start, closeness) => {
      for (const known of begunBy(sorted, start)) if (known !== start) add(known, closeness);
    };
    const typed = names.foldWord(word);
    add(typed, AS_TYPED);
    if (isUnfinished) addBegun(typed, BEGUN);
    for (const key of names.soundKeys(word)) {
      add(key, SAME_SOUND);
      if (isUnfinished && key.length >= LEAST_SOUND_BEGUN) addBegun(key, SOUND_BEGUN);
    }
    for (const key of names.consonantsLike(word)) add(key, CONSONANTS);
    if (names.isAbjad(word)) for (const known of vowelled(word)) add(known, CONSONANTS);
    for (const [known, edits] of near(typed)) add(known, edits === 1 ? ONE_EDIT : TWO_EDITS);
    return found;
  }

  function vowelled(word) {
    const fitting = names.consonantKeys(word).flatMap((key) => byConsonants.get(key.slice(1)) ?? []);
    return fitting.sort((one, other) => one.length - other.length || (one < other ? -1 : 1)).slice(0, MOST_EDITED);
  }

  function groupOf(word, isUnfinished) {
    const key = `${isUnfinished ? "+" : " "}${word}`;
    if (!groups.has(key)) {
      if (groups.size > 200) groups.clear();
      groups.set(key, group(word, isUnfinished));
    }
    return groups.get(key);
  }

  function search(text, most) {
    const typed = names.wordsIn(text).filter((word) => names.foldWord(word));
    const last = typed.length - 1;
    const mayGoOn = last > 0 || text.trim().length > 1;
    const found = typed.map((word, place) => groupOf(word, mayGoOn && place === last));
    return best(withAll(found), guests, most);
  }

  return { search };
}

// Map.groupBy, which telephones of some years ago lack.
function* grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
    yield;
  }
  return groups;
}

function enter(index, guest, place, names) {
  for (const [part, weight] of Object.entries(WEIGHTS)) {
    for (const text of [guest[part]].flat()) {
      if (!text) continue;
      for (const word of part === "seat" ? names.wordsIn(text).map(names.foldWord) : names.wordsOf(text)) {
        const places = index.get(word) ?? index.set(word, new Map()).get(word);
        if (weight > (places.get(place) ?? 0)) places.set(place, weight);
      }
    }
  }
}

// A guest is meant who has a word of every group; what is closest counts together.
function withAll(groups) {
  if (!groups.length) return new Map();
  const [smallest, ...others] = [...groups].sort((one, other) => one.size - other.size);
  const found = new Map();
  for (const [place, closeness] of smallest) {
    const all = others.reduce((sum, other) => sum + (other.get(place) ?? -Infinity), closeness);
    if (all > 0) found.set(place, all);
  }
  return found;
}

// The closest first; of the equally close the first in rank, then the first of the list.
function best(found, guests, most) {
  const rank = (place) => guests[place].rank ?? Infinity;
  const rows = [...found].sort(([one, close], [other, closer]) => closer - close || rank(one) - rank(other) || one - other);
  return rows.slice(0, most).map(([place]) => guests[place]);
}

function begunBy(sorted, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end].startsWith(start)) end += 1;
  return sorted.slice(low, end);
}

const startOf = (word) => word.slice(0, 2) + word.length;
const endOf = (word) => `${word.slice(-2)}-${word.length}`;

// Known words one or two edits away, of those that begin or end alike and are about as long.
function nearnessOf(byStart, byEnd) {
  return (typed) => {
    const most = typed.length >= WORD_FOR_TWO_EDITS ? 2 : typed.length >= WORD_FOR_ONE_EDIT ? 1 : 0;
    const near = new Set();
    for (let length = typed.length - most; most && length <= typed.length + most; length += 1) {
      for (const word of byStart.get(typed.slice(0, 2) + length) ?? []) near.add(word);
      for (const word of byEnd.get(`${typed.slice(-2)}-${length}`) ?? []) near.add(word);
    }
    const found = [...near].map((word) => [word, editsOf(typed, word, most)]);
    const close = found.filter(([, edits]) => edits && edits <= most);
    return close.sort((one, other) => one[1] - other[1]).slice(0, MOST_EDITED);
  };
}

// Edits between two words: a letter more, less, other, or two exchanged; above `most` it is not told how many.
export function editsOf(one, other, most) {
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}

const PAIRS = [["kh", "k"], ["gh", "k"], ["sh", "s"], ["ch", "j"], ["zh", "j"], ["ph", "v"], ["th", "t"]];
const SIGNS = { g: "k", q: "k", h: "k", x: "k", f: "v", w: "v", c: "k", a: "", e: "", i: "", o: "", u: "", y: "" };

function consonantsOf(word, names) {
  const paired = PAIRS.reduce((spelt, [pair, sound]) => spelt.replaceAll(pair, sound), word);
  return names.merged([...paired].map((sign) => SIGNS[sign] ?? sign).join(""));
}
