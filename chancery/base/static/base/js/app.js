// Starts every module, on the page and again on each part that htmx brings in.
import * as combobox from "./combobox.js";
import * as drawer from "./drawer.js";
import * as drop from "./drop.js";
import * as failed from "./failed.js";
import * as focus from "./focus.js";
import * as guard from "./guard.js";
import * as insert from "./insert.js";
import * as keys from "./keys.js";
import * as leave from "./leave.js";
import * as menu from "./menu.js";
import * as pick from "./pick.js";
import * as rows from "./rows.js";
import * as scale from "./scale.js";
import * as sorting from "./sorting.js";
import * as stretch from "./stretch.js";
import * as toast from "./toast.js";
import * as uploads from "./uploads.js";

const modules = [
  ...[combobox, drawer, drop, failed, focus, guard, insert, keys, leave],
  ...[menu, pick, rows, scale, sorting, stretch, toast, uploads],
];

function startAll(root) {
  for (const module of modules) module.start(root);
}

document.documentElement.dataset.script = "on";
startAll(document);
document.addEventListener("htmx:load", (event) => startAll(event.detail.elt));
