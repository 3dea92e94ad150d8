// What a press makes of the state before the server has it; the rules of chancery/rules/timing/calling.py, nothing
// here touches the page. Both are held to tests/programme/calling.json.

const MOVES = ["go", "hold", "resume", "skip", "cut", "end"];
const DONE = ["done", "running", "skipped", "dropped"];

// The state with the presses that the server does not have yet.
export function withPending(state, pending) {
  return kept(pending).reduce(stepped, structuredClone(state));
}

// The presses that count: a `back` takes back the last move, which may be on the server already.
export function kept(pending) {
  const left = [];
  for (const press of pending) {
    const last = left.findLastIndex((each) => MOVES.includes(each.kind));
    if (press.kind === "back" && last >= 0) left.splice(last, 1);
    else if (press.kind !== "back") left.push(press);
  }
  return left;
}

export function isOpen(state, code) {
  const item = itemOf(state, code);
  return Boolean(item) && !item.parts && !DONE.includes(item.progress);
}

export function itemOf(state, code) {
  return state.items.find((item) => item.code === code);
}

// What `go` calls: the one standing by, else the first open one after the current, else any that was left open.
export function nextOf(state) {
  if (state.standing_by && isOpen(state, state.standing_by)) return state.standing_by;
  const place = state.order.indexOf(state.current) + 1;
  const walk = [...state.order.slice(place), ...state.order.slice(0, place)];
  return walk.find((code) => isOpen(state, code)) ?? "";
}

function stepped(state, press) {
  const step = STEPS[press.kind];
  if (step) step(state, press);
  state.next = nextOf(state);
  return state;
}

const STEPS = {
  go(state, press) {
    const code = press.item || nextOf(state);
    if (!isOpen(state, code) || state.state === "over") return;
    const at = press.at + state.shift;
    const item = itemOf(state, code);
    for (const running of state.running.filter((other) => !isBeside(itemOf(state, other), item))) stop(state, running, at);
    Object.assign(item, { progress: "running", start: at, end: item.seconds === null ? null : at + item.seconds * 1000 });
    if (item.planned_start !== null) item.drift = Math.round((at - item.planned_start) / 1000);
    bringForward(state, code);
    state.running.push(code);
    Object.assign(state, { state: "running", current: code, standing_by: "", held_at: null, word: "" });
  },
  hold(state, press) {
    if (state.state === "running") Object.assign(state, { state: "held", held_at: press.at + state.shift });
  },
  resume(state) {
    if (state.state === "held") Object.assign(state, { state: "running", held_at: null });
  },
  skip(state, press) {
    const item = itemOf(state, press.item || nextOf(state));
    if (!item || state.state === "over") return;
    item.progress = "skipped";
    if (state.standing_by === item.code) state.standing_by = "";
  },
  end(state, press) {
    for (const running of [...state.running]) stop(state, running, press.at + state.shift);
    Object.assign(state, { state: "over", current: "", standing_by: "", held_at: null, word: "" });
  },
  "stand-by"(state, press) {
    const code = press.item || nextOf(state);
    if (isOpen(state, code)) state.standing_by = code;
  },
  word(state, press) {
    state.word = press.words;
  },
};

function stop(state, code, at) {
  Object.assign(itemOf(state, code), { progress: "done", end: at });
  state.running = state.running.filter((other) => other !== code);
}

function bringForward(state, code) {
  const rest = state.order.filter((other) => other !== code);
  const begun = rest.filter((other) => !["to-come", "skipped", "dropped", "passed-over"].includes(itemOf(state, other).progress));
  const last = Math.max(-1, ...begun.map((other) => rest.indexOf(other)));
  if (state.order.indexOf(code) > last + 1) rest.splice(last + 1, 0, code);
  else return;
  state.order = rest;
}

function isBeside(one, other) {
  return Object.entries(one.lanes).some(([group, lane]) => group in other.lanes && other.lanes[group] !== lane);
}
