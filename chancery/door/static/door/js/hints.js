// Listens for hints that something is new, for as long as the page is in sight; without them the door asks by itself.
import { NoContact } from "./contact.js";

const AGAIN = 15_000;
const AGAIN_WITHOUT_STREAM = 300_000;

export function listenTo({ contact, onHint, page = globalThis.document }) {
  let isHeard = false;
  let isOver = false;
  let stop = null;
  let timer = 0;

  async function listen() {
    if (isOver || stop || page?.hidden) return;
    stop = new AbortController();
    const pause = await contact.listen("stream/", { onHint: heard, signal: stop.signal }).then(() => AGAIN, pauseAfter);
    isHeard = false;
    stop = null;
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(listen, pause);
  }

  // Without a stream the door asks every few seconds: nothing is lost by it.
  function pauseAfter(error) {
    return error instanceof NoContact ? AGAIN_WITHOUT_STREAM : AGAIN;
  }

  function heard() {
    isHeard = true;
    onHint();
  }

  page?.addEventListener("visibilitychange", listen);
  listen();
  return {
    isHeard: () => isHeard,
    end() {
      isOver = true;
      clearTimeout(timer);
      page?.removeEventListener("visibilitychange", listen);
      stop?.abort();
    },
  };
}
