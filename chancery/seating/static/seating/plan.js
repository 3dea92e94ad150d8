// Seats are given by drag, by touch and by keyboard; the panel that is loaded holds the form that saves.
import { nearest } from "./nearest.js";

const FAR = 6;
const root = document.querySelector("[data-ch-seating]");
const panel = root?.querySelector("[data-ch-hand]");

function seatAt(element) {
  return element?.closest?.("[data-seat]") ?? null;
}

function sitterOf(element) {
  const seat = seatAt(element);
  if (seat) return seat.dataset.key ?? "";
  const link = element?.closest?.(".list-seats a.person-name");
  return link ? (new URL(link.href).searchParams.get("hand") ?? "") : "";
}

function inHand() {
  return panel.querySelector('input[name="who"]')?.value ?? "";
}

function mark(sitter, seat) {
  for (const one of root.querySelectorAll(".seat.is-chosen")) one.classList.remove("is-chosen");
  if (sitter) root.querySelector(`[data-key="${CSS.escape(sitter)}"]`)?.classList.add("is-chosen");
  if (seat) root.querySelector(`[data-seat="${CSS.escape(seat)}"]`)?.classList.add("is-chosen");
}

async function show(sitter, seat) {
  const asked = new URLSearchParams({ hand: sitter, seat, part: "hand" });
  mark(sitter, seat);
  await globalThis.htmx.ajax("GET", `${root.dataset.handUrl}?${asked}`, { target: panel, swap: "innerHTML" });
  const first = panel.querySelector("[data-ch-hand-reason], select, input:not([type=hidden]), button");
  first?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

function layDown() {
  const back = root.querySelector(".seat.is-chosen");
  panel.replaceChildren();
  mark("", "");
  back?.focus();
}

function choose(event) {
  const seat = seatAt(event.target);
  const sitter = sitterOf(event.target);
  if (event.target.closest("[data-ch-lay-down]")) layDown();
  else if (seat && inHand() && inHand() !== sitter) show(inHand(), seat.dataset.seat);
  else if (sitter) show(sitter, "");
  else if (seat) show("", seat.dataset.seat);
  else return;
  event.preventDefault();
}

class Drag {
  constructor(sitter, event) {
    this.sitter = sitter;
    this.from = { x: event.clientX, y: event.clientY };
    this.name = (event.target.closest("[aria-label]")?.ariaLabel ?? event.target.textContent).trim();
    this.ghost = null;
    this.over = null;
    this.frame = 0;
  }

  move(event) {
    this.at = { x: event.clientX, y: event.clientY };
    if (!this.ghost && Math.hypot(this.at.x - this.from.x, this.at.y - this.from.y) < FAR) return;
    if (!this.ghost) this.lift();
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  lift() {
    this.ghost = document.createElement("div");
    this.ghost.className = "seating-ghost";
    this.ghost.textContent = this.name;
    document.body.append(this.ghost);
  }

  draw() {
    this.frame = 0;
    if (!this.ghost) return;
    this.ghost.style.transform = `translate(${this.at.x + 12}px, ${this.at.y + 12}px)`;
    const over = seatAt(document.elementFromPoint(this.at.x, this.at.y));
    if (over === this.over) return;
    this.over?.classList.remove("is-over");
    over?.classList.add("is-over");
    this.over = over;
  }

  end() {
    cancelAnimationFrame(this.frame);
    this.draw();
    const dropped = this.over;
    this.over?.classList.remove("is-over");
    this.ghost?.remove();
    this.ghost = null;
    return dropped;
  }
}

function dragging() {
  let drag = null;
  let hasDragged = false;
  root.addEventListener("pointerdown", (event) => {
    const sitter = event.isPrimary && event.button === 0 ? sitterOf(event.target) : "";
    drag = sitter ? new Drag(sitter, event) : null;
    hasDragged = false;
    // A finger keeps its first element; without this nothing below it would be seen.
    if (drag) event.target.releasePointerCapture?.(event.pointerId);
  });
  addEventListener("pointermove", (event) => drag?.move(event));
  addEventListener("pointerup", () => {
    const held = drag;
    drag = null;
    hasDragged = Boolean(held?.ghost);
    const seat = held?.end();
    if (hasDragged && seat && seat.dataset.key !== held.sitter) show(held.sitter, seat.dataset.seat);
  });
  addEventListener("pointercancel", () => {
    drag?.end();
    drag = null;
  });
  root.addEventListener("dragstart", (event) => event.preventDefault());
  root.addEventListener(
    "click",
    (event) => {
      if (hasDragged) event.preventDefault();
      else choose(event);
      hasDragged = false;
    },
    true,
  );
}

function byKeyboard() {
  const seats = [...root.querySelectorAll(".room [data-seat]")];
  const points = seats.map((seat) => {
    const { e, f } = seat.transform.baseVal.consolidate().matrix;
    return { x: e, y: f };
  });
  seats.forEach((seat, index) => seat.setAttribute("tabindex", index ? "-1" : "0"));
  root.addEventListener("focusin", (event) => {
    const seat = seatAt(event.target);
    if (!seat) return;
    root.querySelector('.room [data-seat][tabindex="0"]')?.setAttribute("tabindex", "-1");
    seat.setAttribute("tabindex", "0");
  });
  root.addEventListener("keydown", (event) => {
    const seat = seatAt(event.target);
    const next = seat ? nearest(points, seats.indexOf(seat), event.key) : -1;
    if (next >= 0) {
      seats[next].focus();
      event.preventDefault();
    } else if (event.key === "Escape" && panel.childElementCount) {
      layDown();
    }
  });
}

if (root && panel && root.querySelector("a.seat")) {
  dragging();
  byKeyboard();
}
