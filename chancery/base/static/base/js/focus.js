// What must be read first takes the focus: the summary of a refused form, a new part of the page.
import { each } from "./each.js";

export function start(root) {
  each(root, "[data-ch-focus]", (element) => element.focus());
}
