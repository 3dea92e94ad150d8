// When to speak to the office: at once after a scan or a hint, every few seconds otherwise, less often while nobody
// answers. One exchange at a time; what is asked for meanwhile follows at once.

import { Gone, NoContact, Refused } from "./contact.js";

const POLL = 5_000;
const POLL_WITH_HINTS = 20_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export function pauseAfter(failures, chance) {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1));
  return Math.round(pause * (0.5 + chance / 2));
}

function timer(call, pause) {
  const id = setTimeout(call, pause);
  return () => clearTimeout(id);
}

export function syncOf({ exchange, onGone, onTried, hasHints, later = timer, random = Math.random }) {
  let failures = 0;
  let running = null;
  let isAskedAgain = false;
  let isOver = false;
  let cancel = () => {};

  async function attempt() {
    isAskedAgain = false;
    try {
      isAskedAgain = (await exchange()) || isAskedAgain;
      failures = 0;
    } catch (error) {
      if (!isOver) await failed(error);
    }
    if (!isOver) await Promise.resolve(onTried()).catch((error) => globalThis.reportError?.(error));
  }

  async function failed(error) {
    isAskedAgain = false;
    if (error instanceof Gone) {
      isOver = true;
      return onGone();
    }
    failures += 1;
    if (!(error instanceof NoContact || error instanceof Refused)) globalThis.reportError?.(error);
  }

  async function run() {
    cancel();
    do await attempt();
    while (isAskedAgain && !isOver);
    running = null;
    if (!isOver) cancel = later(now, pause());
  }

  // Resolves when all that was to be said has been said, or could not be.
  function now() {
    if (isOver) return Promise.resolve();
    isAskedAgain = true;
    return (running ??= run());
  }

  function pause() {
    if (failures) return pauseAfter(failures, random());
    return hasHints() ? POLL_WITH_HINTS : POLL;
  }

  return {
    now,
    stop() {
      isOver = true;
      cancel();
    },
    get failures() {
      return failures;
    },
  };
}
