/** Read the texts of a file of vectors as a telephone does, and print what each says. */

import { readFileSync } from "node:fs";

import { checkedByBrowser, checkedByScript, readPass } from "../../../chancery/door/static/door/js/pass.js";

const { keys, texts, reader } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const checked = reader === "browser" ? checkedByBrowser : checkedByScript;
const said = [];
for (const text of texts) said.push(await readPass(text, keys, checked));
process.stdout.write(JSON.stringify(said));
