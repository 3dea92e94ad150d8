// Where a party stands: the same table of cases as the rule of the office (tests/door/standings.json).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { standingOf } from "../../chancery/door/static/door/js/standing.js";

const cases = JSON.parse(readFileSync(new URL("../door/standings.json", import.meta.url)));

for (const { case: name, scans, ...wanted } of cases) {
  test(`standing: ${name}`, () => {
    const { came, inside, firstAt, lastAt, doubts } = standingOf(scans, { expected: wanted.expected });

    const told = { came, inside, first_at: firstAt, last_at: lastAt };
    const pairs = doubts.map(({ first, later }) => [first.uid, later.uid]);
    assert.deepEqual({ expected: wanted.expected, ...told, doubts: pairs }, wanted);
  });
}
