// The sign at the entrance: one language after the other.

import { inTurn } from "./screen_parts.js";

const EACH = 8000;

export function welcome(root) {
  const turn = inTurn([...root.querySelectorAll("[data-tongue]")], EACH);
  return { take() {}, tick: (_state, now) => turn(now) };
}
