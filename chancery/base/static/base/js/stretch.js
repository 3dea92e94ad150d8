// Drags the length of an elastic item. The number beside it is the same thing for the keyboard.
import { hook } from "./hook.js";
import { heightOf, minutesOf } from "./minutes.js";

export const start = hook("[data-ch-stretch]", (label) => {
  const input = label.querySelector("input");
  const item = label.closest("[data-ch-seconds]");
  const grip = label.querySelector("svg");
  let begin = null;

  function show(minutes) {
    const kept = Math.min(Number(input.max) || minutes, Math.max(Number(input.min) || 1, minutes));
    input.value = String(kept);
    item.style.setProperty("--height", `${heightOf(kept * 60)}rem`);
  }
  grip.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    begin = { y: event.clientY, minutes: Number(input.value) };
    event.preventDefault();
  });
  grip.addEventListener("pointermove", (event) => {
    if (!begin) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    show(begin.minutes + minutesOf((event.clientY - begin.y) / rem));
  });
  grip.addEventListener("pointerup", () => {
    if (begin && Number(input.value) !== begin.minutes) input.dispatchEvent(new Event("change", { bubbles: true }));
    begin = null;
  });
  grip.addEventListener("pointercancel", () => {
    if (begin) show(begin.minutes);
    begin = null;
  });
  input.addEventListener("input", () => item.style.setProperty("--height", `${heightOf(Number(input.value) * 60)}rem`));
});
