// Opens what htmx loaded in the one drawer of the page. Without it the same link is a page of its own.
import { hook } from "./hook.js";

export const start = hook("[data-ch-drawer-box]", (box) => {
  const content = box.querySelector("#drawer-content");
  let opener = null;

  content.addEventListener("htmx:afterSwap", () => {
    if (box.open) return;
    opener = document.activeElement;
    box.showModal();
    content.focus();
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener("close", () => {
    content.replaceChildren();
    opener?.focus();
  });
});
