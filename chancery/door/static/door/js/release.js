// Keeps the app itself on the telephone, so that it opens without a network, and asks the browser not to throw its
// storage away. A release that came since the last time takes over now, before anything is done.

const WORKER = "sw.js";
const PATIENCE = 3_000;

function isReady(worker, state) {
  return new Promise((resolve) => {
    const look = () => worker.state === state && resolve();
    worker.addEventListener("statechange", look);
    look();
  });
}

// Resolves to false where a newer release takes over: the page is then loaded again.
export async function keepRelease() {
  if (!navigator.serviceWorker) return true;
  const registration = await navigator.serviceWorker.getRegistration("./");
  const waiting = registration?.waiting;
  if (waiting && navigator.serviceWorker.controller) {
    waiting.postMessage("take over");
    await Promise.race([isReady(waiting, "activated"), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.reload();
    return false;
  }
  navigator.serviceWorker.register(WORKER, { scope: "./" }).catch(() => null);
  return true;
}

export async function askToKeepStorage() {
  return (await globalThis.navigator?.storage?.persist?.().catch(() => false)) ?? false;
}
