// The clock for speakers, and what the stage sees: now, next, the next fixed time, a silence.

import { idle, write, writeTitle } from "./screen_parts.js";
import { anchorAfter, clockWords, secondsLeft, silenceLeft, toneOf } from "./screen_time.js";

export function stage(root, screen) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  const running = part("running");

  function take(state) {
    idle(root, state);
    running.hidden = !state.current;
    if (state.current) {
      writeTitle(part("title"), state.current.titles[0]);
      write(part("speakers"), state.current.speakers.join(" · "));
    }
    part("next").hidden = !state.next || state.run === "over";
    if (state.next) {
      writeTitle(part("next-title"), state.next.titles[0]);
      write(part("next-speakers"), state.next.speakers.join(" · "));
    }
  }

  function tick(state, now) {
    if (state.current) tickClock(state.current, state.word, now);
    if (state.next) tickNext(state.next.start === null ? 0 : state.next.start - now);
    if (state.anchors) tickAnchor(anchorAfter(state.anchors, now), now);
  }

  function tickClock(item, word, now) {
    const left = secondsLeft(item, now);
    running.dataset.tone = toneOf(left, item.length, word);
    const since = item.start === null ? 0 : (now - item.start) / 1000;
    write(part("left"), `${left !== null && left < 0 ? "+" : ""}${clockWords(left === null ? since : left)}`);
    const bar = part("bar");
    if (bar) bar.style.inlineSize = `${left === null ? 100 : Math.max(0, (left / item.length) * 100)}%`;
    const silence = silenceLeft(item, now);
    if (part("silence")) part("silence").hidden = silence === null;
    if (silence !== null) write(part("silence-left"), String(silence));
  }

  function tickAnchor(item, now) {
    part("anchor").hidden = !item;
    if (!item) return;
    writeTitle(part("anchor-title"), item.titles[0]);
    write(part("anchor-at"), screen.seconds.format(item.start));
    write(part("anchor-in"), clockWords((item.start - now) / 1000));
  }

  function tickNext(away) {
    part("next-soon").hidden = away <= 0;
    part("next-plain").hidden = away > 0;
    write(part("next-in"), clockWords(away / 1000));
  }

  return { take, tick };
}
