// Says it in words when the server does not answer a part of the page, or refuses it.
import { hook } from "./hook.js";

export const start = hook("[data-ch-failed]", (notice) => {
  const show = () => {
    notice.hidden = false;
  };
  const hide = () => {
    notice.hidden = true;
  };
  document.addEventListener("htmx:responseError", show);
  document.addEventListener("htmx:sendError", show);
  document.addEventListener("htmx:afterSwap", hide);
  notice.querySelector("button").addEventListener("click", hide);
});
