// Says a sentence to a screen reader without moving the focus.

export function say(sentence) {
  const region = document.querySelector("[data-ch-spoken]");
  if (!region) return;
  region.textContent = "";
  // A reader notices a change only; the same sentence twice needs the empty moment between.
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
}
