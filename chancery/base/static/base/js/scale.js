// Gives each item of a running order the height of its duration. The strict policy forbids style attributes in
// the page; a property set here is allowed, and without it the duration stands in words.
import { hook } from "./hook.js";
import { heightOf } from "./minutes.js";

export const start = hook("[data-ch-seconds]", (item) => {
  item.style.setProperty("--height", `${heightOf(item.dataset.chSeconds)}rem`);
});
