// The cues of one department: what to do now, what to stand by for, what comes after.

import { idle, write, writeTitle } from "./screen_parts.js";
import { callOf, clockWords } from "./screen_time.js";

const FLASH = 4000;

export function department(root, screen) {
  let goneTo = "";
  let flashUntil = 0;

  function take(state) {
    idle(root, state);
    for (const call of root.querySelectorAll("[data-call]")) {
      fill(call, state[call.dataset.call], callOf(call.dataset.call, state));
    }
    later(state.later);
    const code = state.current ? state.current.code : "";
    if (goneTo !== code && callOf("current", state) === "go" && isFresh(state.current)) {
      flashUntil = performance.now() + FLASH;
    }
    goneTo = code;
  }

  // A screen that is opened in the middle of a speech calls nobody to what began long ago.
  function isFresh(item) {
    const now = screen.link.now();
    return now !== null && item.start !== null && now - item.start < FLASH;
  }

  function fill(call, item, word) {
    call.hidden = !item;
    call.dataset.word = word;
    if (!item) return;
    writeTitle(call.querySelector("[data-call-title]"), item.titles[0]);
    const kinds = call.querySelector("[data-kinds]").content;
    const lines = item.cues.map((cue) => lineOf(cue, kinds));
    call.querySelector("[data-call-cues]").replaceChildren(...lines);
  }

  function lineOf(cue, kinds) {
    const line = document.createElement("li");
    const kind = kinds.querySelector(`[data-kind="${cue.kind}"]`).cloneNode(true);
    const text = document.createElement("bdi");
    text.textContent = cue.text;
    line.append(kind, " ", text);
    line.dataset.cue = cue.kind;
    return line;
  }

  function later(items) {
    const place = root.querySelector("[data-later]");
    place.hidden = !items.length;
    place.querySelector("[data-later-items]").replaceChildren(...items.map(laterLine));
  }

  function laterLine(item) {
    const line = document.createElement("li");
    const [at, title, cues] = ["time", "bdi", "span"].map((name) => document.createElement(name));
    at.textContent = item.start === null ? "" : screen.minutes.format(item.start);
    writeTitle(title, item.titles[0]);
    cues.textContent = item.cues.map((cue) => cue.text).join(" · ");
    line.append(at, title, cues);
    return line;
  }

  function tick(state, now) {
    const flashes = performance.now() < flashUntil;
    const current = root.querySelector("[data-call=current]");
    current.dataset.flash = flashes ? "yes" : "";
    count(current, state.current, now);
    count(root.querySelector("[data-call=next]"), state.next, now);
  }

  // Since its beginning for the present item, until it for the next.
  function count(call, item, now) {
    if (!item || item.start === null) return;
    const away = (item.start - now) / 1000;
    const isNext = call.dataset.call === "next";
    write(call.querySelector("[data-call-time]"), isNext && away < 0 ? "" : clockWords(away));
  }

  return { take, tick };
}
