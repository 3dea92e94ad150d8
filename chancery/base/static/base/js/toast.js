// A message that can be undone floats until it was read; it stays while it has the pointer or the focus.
import { hook } from "./hook.js";

const READ_MS = 12_000;

export const start = hook("[data-ch-toast]", (message) => {
  message.classList.add("toast");
  let timer = setTimeout(leave, READ_MS);

  function leave() {
    if (message.matches(":hover, :focus-within")) timer = setTimeout(leave, READ_MS / 4);
    else message.classList.remove("toast");
  }
  message.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clearTimeout(timer);
    message.classList.remove("toast");
  });
});
