// Select many, act once: all at once, a range with Shift, and how many are selected in words.
import { hook } from "./hook.js";
import { fill } from "./words.js";

export const start = hook("form[data-ch-picks]", (form) => {
  const boxes = () => [...form.querySelectorAll("[data-ch-pick]")];
  const all = form.querySelector("[data-ch-pick-all]");
  const counter = form.querySelector("[data-ch-picked]");
  let last = null;

  function show() {
    const every = boxes();
    const count = every.filter((box) => box.checked).length;
    if (counter) counter.textContent = fill(counter.dataset.words, { count });
    if (!all) return;
    all.checked = count > 0 && count === every.length;
    all.indeterminate = count > 0 && count < every.length;
  }
  function fillRange(box) {
    const every = boxes();
    const [from, to] = [every.indexOf(last), every.indexOf(box)].sort((a, b) => a - b);
    for (const between of every.slice(from, to + 1)) between.checked = box.checked;
  }
  form.addEventListener("click", (event) => {
    const box = event.target.closest?.("[data-ch-pick]");
    if (!box) return;
    if (event.shiftKey && last?.isConnected) fillRange(box);
    last = box;
    show();
  });
  all?.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
  });
  form.addEventListener("reset", () => requestAnimationFrame(show));
  if (all) all.hidden = false;
  show();
});
