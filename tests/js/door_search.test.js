// Guests at the door are found by any spelling and script, by organisation and by seat.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lookupOf } from "../../chancery/door/static/door/js/lookup.js";
import { editsOf, searchInSlices, searchOf } from "../../chancery/door/static/door/js/search.js";

const tables = JSON.parse(readFileSync(new URL("../../chancery/door/static/door/names.json", import.meta.url), "utf8"));
const guests = [
  { name: "Leyla Əliyeva", organisation: "Sample House", seat: "A 4", rank: 7 },
  { name: "Mohammed Sample", organisation: "Embassy of Samplia", seat: "B 11", rank: 2 },
  { name: "Oana Țoiu", organisation: "Ministry of Samples", names: ["Jean-François Sample"], rank: 3 },
  { name: "سمير نموذج", organisation: "Embassy of Examplia", rank: 4 },
  { name: "Щербаков Иван", organisation: "Sample Review", rank: 5 },
  { name: "习近平", spoken: "Xi Jinping", organisation: "Sample Society", rank: 6 },
];
const { search } = searchOf(guests, tables);

const cases = [
  ["aliyeva", "Leyla Əliyeva"],
  ["алиева", "Leyla Əliyeva"],
  ["leila əliy", "Leyla Əliyeva"],
  ["əli", "Leyla Əliyeva"],
  ["alyieva", "Leyla Əliyeva"],
  ["muhamad", "Mohammed Sample"],
  ["محمد", "Mohammed Sample"],
  ["samplia", "Mohammed Sample"],
  ["b 11", "Mohammed Sample"],
  ["toiu", "Oana Țoiu"],
  ["francois", "Oana Țoiu"],
  ["samir", "سمير نموذج"],
  ["shcherbakov", "Щербаков Иван"],
  ["jinping", "习近平"],
  ["习", "习近平"],
];
for (const [typed, name] of cases) {
  test(`${typed} finds ${name}`, () => assert.equal(search(typed, 5)[0]?.name, name));
}

test("the equally close stand in the order of rank", () => {
  assert.deepEqual(search("embassy", 5).map(({ rank }) => rank), [2, 4]);
});

test("what nobody is called finds nobody, and no more are given than asked for", () => {
  assert.deepEqual(search("zzyzx", 5), []);
  assert.deepEqual(search("--", 5), []);
  assert.equal(search("sample", 2).length, 2);
});

test("edits are counted up to the most that is asked for", () => {
  assert.equal(editsOf("sample", "samlpe", 2), 1);
  assert.equal(editsOf("sample", "simple", 1), 1);
  assert.equal(editsOf("sample", "guest", 2), 3);
});

test("made in slices it finds the same, and lets the page rest meanwhile", async () => {
  const many = Array.from({ length: 400 }, (_, place) => ({ name: `Sample Guest${place} Aliyeva`, rank: place }));
  let rests = 0;
  const rest = async () => (rests += 1);

  const sliced = await searchInSlices(many, tables, { rest });

  for (const typed of ["aliyeva", "guest39", "smaple", "əliyeva"]) {
    assert.deepEqual(sliced.search(typed, 50), searchOf(many, tables).search(typed, 50));
  }
  assert.ok(rests > 0);
});

test("what is not wanted any more is not made to its end", async () => {
  assert.equal(await searchInSlices(guests, tables, { isWanted: () => false }), null);
});

test("a new list takes the place of the old one when it is ready, and a forgotten one is gone at once", async () => {
  const rows = [{ party: "par1", name: "Leyla Sample" }];
  const door = { snapshot: {}, guests: rows, find: (party) => rows.find((row) => row.party === party) ?? null };
  let told = 0;
  const lookup = lookupOf({ door, readTables: async () => tables, onReady: () => (told += 1) });
  await lookup.prepare();
  Object.assign(door, { snapshot: {}, guests: rows });
  rows[0] = { party: "par1", name: "Leyla Sampleton" };

  assert.deepEqual(lookup.search("leyla", 5), [rows[0]]);
  await lookup.prepare();
  assert.deepEqual(lookup.search("sampleton", 5), [rows[0]]);
  assert.equal(told, 2);
  door.snapshot = null;
  await lookup.prepare();
  assert.equal(lookup.isReady, false);
});

test("tables that could not be read are read when a guest is looked for again", async () => {
  const rows = [{ party: "par1", name: "Leyla Sample" }];
  const door = { snapshot: {}, guests: rows, find: () => rows[0] };
  const answers = [() => Promise.reject(new Error("no network")), async () => tables];
  const lookup = lookupOf({ door, readTables: () => answers.shift()(), onReady: () => null });

  await lookup.prepare();
  assert.equal(lookup.isReady, false);
  await lookup.prepare();

  assert.deepEqual(lookup.search("leyla", 5), [rows[0]]);
});
