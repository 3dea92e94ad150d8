// Opens the page behind a data-ch-drawer link in the one drawer of the page. Without it the link is a page of its own.
import { hook } from "./hook.js";

export const start = hook("[data-ch-drawer-box]", (box) => {
  const content = box.querySelector("#drawer-content");
  let opener = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-ch-drawer]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    opener = link;
    globalThis.htmx.ajax("GET", link.href, { target: content, swap: "innerHTML" });
  });
  content.addEventListener("htmx:afterSwap", () => {
    if (box.open) return;
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
