// Signing out leaves nothing on the device: pages that were kept for reading without a network are dropped first.
import { hook } from "./hook.js";

export const start = hook("form[data-ch-leave]", (form) => {
  form.addEventListener("submit", async (event) => {
    if (!globalThis.caches || form.dataset.isLeaving) return;
    event.preventDefault();
    form.dataset.isLeaving = "";
    try {
      await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    } finally {
      form.submit();
    }
  });
});
