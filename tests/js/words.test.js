// Sentences with named places, and rows of forms with numbers.
import assert from "node:assert/strict";
import { test } from "node:test";

import { numbered } from "../../chancery/base/static/base/js/rows.js";
import { fill } from "../../chancery/base/static/base/js/words.js";

test("each named place is filled, in the order the language wants", () => {
  assert.equal(fill("{name} moves to place {to}.", { name: "Ana", to: 2 }), "Ana moves to place 2.");
  assert.equal(fill("Auf {to}: {name}, {name}", { name: "Ana", to: 2 }), "Auf 2: Ana, Ana");
});

test("a place nobody filled stays to be seen", () => {
  assert.equal(fill("{count} of {total}", { count: 0 }), "0 of {total}");
});

test("a name that looks like a place is not filled again", () => {
  assert.equal(fill("{name} at {to}", { name: "{to}", to: 3 }), "{to} at 3");
});

test("a new row gets its number everywhere", () => {
  assert.equal(
    numbered('<input name="r-__prefix__-a" id="id_r-__prefix__-a">', 12),
    '<input name="r-12-a" id="id_r-12-a">',
  );
});
