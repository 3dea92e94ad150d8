// Menus are <details>: this closes them on Escape, on a click elsewhere, and when another opens.
import { hook } from "./hook.js";

const menus = hook("[data-ch-menu]", (menu) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
});

const elsewhere = hook("body", (body) => {
  body.addEventListener("click", (event) => {
    for (const menu of body.querySelectorAll("[data-ch-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
});

export function start(root) {
  menus(root);
  elsewhere(root);
}
