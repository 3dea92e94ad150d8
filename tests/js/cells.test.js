// A sheet of cells: what was pasted, and where a key leads.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pasted, rowAfter } from "../../chancery/base/static/base/js/cells.js";

const blocks = [
  ["President", [["President"]]],
  ["a\tb\nc\td", [["a", "b"], ["c", "d"]]],
  ["a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]],
  ["a\t\tc", [["a", "", "c"]]],
  ["a\t", [["a", ""]]],
  ['"two\nlines"\tb', [["two\nlines", "b"]]],
  ['"says ""no"""\tb', [['says "no"', "b"]]],
  ['5" nail\tb', [['5" nail', "b"]]],
  ["", [[""]]],
  ["a\n\nb", [["a"], [""], ["b"]]],
];

for (const [text, rows] of blocks) {
  test(`${JSON.stringify(text)} is ${JSON.stringify(rows)}`, () => assert.deepEqual(pasted(text), rows));
}

test("keys lead to the next row and never out of the sheet", () => {
  assert.equal(rowAfter(0, "ArrowDown", 3), 1);
  assert.equal(rowAfter(0, "Enter", 3), 1);
  assert.equal(rowAfter(2, "Enter", 3), -1);
  assert.equal(rowAfter(0, "ArrowUp", 3), -1);
  assert.equal(rowAfter(1, "ArrowUp", 3), 0);
  assert.equal(rowAfter(1, "a", 3), -1);
});
