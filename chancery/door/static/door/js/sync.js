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
  let isBusy = false;
  let isAskedAgain = false;
  let isOver = false;
  let cancel = () => {};

  async function attempt() {
    try {
      const isMore = await exchange();
      failures = 0;
      isAskedAgain ||= isMore;
    } catch (error) {
      if (!isOver) await failed(error);
    }
  }

  async function failed(error) {
    if (error instanceof Gone) {
      isOver = true;
      await onGone();
      return;
    }
    failures += 1;
    isAskedAgain = false;
    if (!(error instanceof NoContact || error instanceof Refused)) globalThis.reportError?.(error);
  }

  async function now() {
    if (isOver) return;
    isAskedAgain = isBusy;
    if (isBusy) return;
    isBusy = true;
    cancel();
    try {
      await attempt();
      if (!isOver) await onTried();
    } finally {
      isBusy = false;
      plan();
    }
  }

  function plan() {
    if (isOver) return;
    if (isAskedAgain) cancel = later(now, 0);
    else if (failures) cancel = later(now, pauseAfter(failures, random()));
    else cancel = later(now, hasHints() ? POLL_WITH_HINTS : POLL);
    isAskedAgain = false;
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
