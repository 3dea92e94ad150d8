// What must be read first takes the focus: the summary of a refused form, a new part of the page.
import { hook } from "./hook.js";

export const start = hook("[data-ch-focus]", (element) => element.focus());
