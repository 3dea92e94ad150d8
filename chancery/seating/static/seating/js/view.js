// How much of the room is seen: near and far about a point, the whole room again, moved along.
import { within } from "./layout.js";

const HIGHEST = "70vh";
const [FARTHEST, NEAREST, STEP] = [1, 8, 1.25];

export class View {
  constructor(root, board) {
    this.box = root.querySelector("[data-box]");
    Object.assign(this, { board, zoom: 1 });
    this.box.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    new ResizeObserver(() => this.fit()).observe(this.box);
  }

  by(dx, dy) {
    this.box.scrollBy(dx, dy);
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.to(this.zoom * (event.deltaY < 0 ? STEP : 1 / STEP), event);
  }

  nearer() {
    this.to(this.zoom * STEP);
  }

  farther() {
    this.to(this.zoom / STEP);
  }

  whole() {
    this.to(FARTHEST);
  }

  // The point under the pointer, or in the middle of the view, stays where it is.
  to(zoom, event) {
    const { left, top, width, height } = this.box.getBoundingClientRect();
    const at = { clientX: event?.clientX ?? left + width / 2, clientY: event?.clientY ?? top + height / 2 };
    const before = this.board.point(at);
    this.zoom = within(zoom, FARTHEST, NEAREST);
    this.fit();
    const after = this.board.point(at);
    this.by((before.x - after.x) * this.board.scale, (before.y - after.y) * this.board.scale);
  }

  fit() {
    const { width, height } = this.board.svg.viewBox.baseVal;
    this.box.style.blockSize = `min(${HIGHEST}, ${Math.ceil((this.box.clientWidth * height) / width) + 2}px)`;
    const most = Math.min(this.box.clientWidth, (this.box.clientHeight * width) / height);
    this.board.sheet.style.inlineSize = `${Math.floor(most * this.zoom)}px`;
  }
}
