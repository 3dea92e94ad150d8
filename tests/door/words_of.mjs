// Gives the words of each text it reads, one JSON value a line.
import { readFileSync } from "node:fs";

import { namesOf } from "../../chancery/door/static/door/js/names.js";

const tables = JSON.parse(readFileSync(new URL("../../chancery/door/static/door/names.json", import.meta.url), "utf8"));
const names = namesOf(tables);
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => names.wordsOf(text))));
