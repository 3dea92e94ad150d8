// Whether somebody is let in: the telephone says what the office would.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { missingOf, verdictOf } from "../../chancery/door/static/door/js/verdict.js";

const { cases } = JSON.parse(readFileSync(new URL("../door/verdicts.json", import.meta.url), "utf8"));

for (const { name, light, reasons, missing, standing, ...asked } of cases) {
  test(name, () => {
    const doubts = Array(standing.doubts).fill({});

    assert.deepEqual(verdictOf({ ...asked, standing: { ...standing, doubts } }), { light, reasons, missing });
  });
}

test("nobody is missing where more came than expected", () => {
  assert.equal(missingOf(2, { came: 3, inside: 3 }), 0);
});
