// Keeps the screen from going dark while the door is worked; where the browser cannot, nothing is lost by it.
export function stayAwake({ page = document, navigator = globalThis.navigator } = {}) {
  let lock = null;

  async function ask() {
    if (page.hidden || !navigator.wakeLock || (lock && !lock.released)) return;
    lock = await navigator.wakeLock.request("screen").catch(() => null);
  }

  page.addEventListener("visibilitychange", ask);
  return ask();
}
