// Signing out leaves nothing on the device: pages that were kept for reading without a network are dropped first.
// The app of the door holds nobody in its cache, and belongs to the telephone and not to whoever signs out on it.
import { hook } from "./hook.js";

const DOOR = "chancery-door ";

export const start = hook("form[data-ch-leave]", (form) => {
  form.addEventListener("submit", async (event) => {
    if (!globalThis.caches || form.dataset.isLeaving) return;
    event.preventDefault();
    form.dataset.isLeaving = "";
    try {
      await Promise.all((await caches.keys()).filter((name) => !name.startsWith(DOOR)).map((name) => caches.delete(name)));
    } finally {
      form.submit();
    }
  });
});
