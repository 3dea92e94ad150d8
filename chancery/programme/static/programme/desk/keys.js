// The keys of the desk. A key held down counts once, and a second `go` within 600 ms is no go.

const GUARD = 600;
const WRITES = "input:not([type=checkbox]), select, textarea";

const MEANING = {
  Space: "go",
  KeyS: "stand-by",
  KeyH: "hold",
  KeyB: "back",
  KeyK: "skip",
  KeyL: "list",
  KeyE: "end",
  KeyX: "cut",
  KeyN: "add",
  KeyT: "take",
  KeyW: "close",
  Digit2: "2-minutes",
  Digit1: "1-minute",
  Digit0: "no-word",
  ArrowDown: "down",
  ArrowUp: "up",
};

export function meaning(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return "";
  return MEANING[event.code] ?? "";
}

export class Guard {
  constructor() {
    this.last = -Infinity;
  }

  lets(kind, now) {
    if (kind !== "go") return true;
    if (now - this.last < GUARD) return false;
    this.last = now;
    return true;
  }
}

// `act(verb)` is called with what a key means; nothing acts while somebody writes or a question is open.
export function listen(document, isOn, act) {
  const isFree = (event) => isOn() && !document.querySelector("dialog[open]") && !event.target.closest?.(WRITES);
  document.addEventListener("keydown", (event) => {
    if (!isFree(event)) return;
    if (event.code === "Space" && !event.ctrlKey && !event.altKey && !event.metaKey) event.preventDefault();
    const verb = meaning(event);
    if (!verb) return;
    event.preventDefault();
    act(verb);
  });
  // A button that has the focus would be pressed too when the key comes up.
  document.addEventListener("keyup", (event) => {
    if (event.code === "Space" && isFree(event)) event.preventDefault();
  });
}
