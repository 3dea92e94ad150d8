// Menus are <details>: this closes them on Escape, on a click elsewhere, and when another opens.
import { each } from "./each.js";

export function start(root) {
  each(root, "[data-ch-menu]", (menu) => {
    const summary = menu.querySelector("summary");

    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      summary.focus();
      event.stopPropagation();
    });
    menu.addEventListener("toggle", () => {
      if (!menu.open) return;
      for (const other of document.querySelectorAll("[data-ch-menu][open]")) {
        if (other !== menu && !other.contains(menu)) other.open = false;
      }
    });
  });
  each(root, "body", (body) => {
    body.addEventListener("click", (event) => {
      for (const menu of document.querySelectorAll("[data-ch-menu][open]")) {
        if (!menu.contains(event.target)) menu.open = false;
      }
    });
  });
}
