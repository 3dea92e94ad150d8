// A file dropped anywhere on the field is as good as one that was chosen.
import { hook } from "./hook.js";

export const start = hook("[data-ch-drop]", (zone) => {
  const input = zone.querySelector("input[type=file]");
  let depth = 0;

  const over = (change) => {
    depth = Math.max(0, depth + change);
    zone.toggleAttribute("data-over", depth > 0);
  };
  zone.addEventListener("dragenter", () => over(1));
  zone.addEventListener("dragleave", () => over(-1));
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(-depth);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
});
