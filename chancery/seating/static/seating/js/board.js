// The floor with its pieces as the browser shows them. A piece is moved and turned here; how it looks inside
// is drawn by the server, and kept, so that going back and forth asks for nothing.
import { notesOf } from "./layout.js";
import { boundsIn, together } from "./measures.js";

export class Board {
  constructor(root, office) {
    this.office = office;
    this.svg = root.querySelector("[data-floor]");
    this.layer = root.querySelector("[data-pieces]");
    this.overlay = root.querySelector("[data-lifted]");
    this.sheet = root.querySelector("[data-sheet]");
    this.drawn = new Map();
    this.nodes = new Map();
  }

  start(layout) {
    const nodes = [...this.layer.children];
    layout.furniture.forEach((piece, index) => this.drawn.set(signature(layout, piece), nodes[index]));
    this.apply(layout);
  }

  // Draws what was never drawn before. Gives the sentence of a refusal, or nothing.
  async prepare(layout) {
    const missing = layout.furniture.filter((piece) => !this.drawn.has(signature(layout, piece)));
    if (!missing.length) return "";
    const notes = Object.assign({}, ...missing.map((piece) => notesOf(layout, piece)));
    const { pieces, sentence } = await this.office.draw(missing, notes);
    if (!pieces) return sentence;
    missing.forEach((piece, index) => this.drawn.set(signature(layout, piece), asNode(pieces[index])));
    return "";
  }

  // The floor itself, where the room became larger or smaller.
  measureRoom({ width, depth }) {
    const margin = -this.svg.viewBox.baseVal.x;
    const box = `${-margin} ${-margin} ${width + 2 * margin} ${depth + 2 * margin}`;
    if (this.svg.getAttribute("viewBox") === box) return false;
    for (const svg of [this.svg, this.overlay]) svg.setAttribute("viewBox", box);
    for (const floor of this.svg.querySelectorAll("[data-ground]")) {
      floor.setAttribute("width", width);
      floor.setAttribute("height", depth);
    }
    return true;
  }

  apply(layout) {
    const focused = document.activeElement?.closest?.("[data-piece]")?.dataset.piece;
    this.nodes = new Map(
      layout.furniture.map((piece) => [piece.id, this.drawn.get(signature(layout, piece))]),
    );
    for (const piece of layout.furniture) put(this.nodes.get(piece.id), piece);
    const wanted = [...this.nodes.values()];
    const isSame = wanted.length === this.layer.childElementCount
      && wanted.every((node, index) => this.layer.children[index] === node);
    if (!isSame) this.layer.replaceChildren(...wanted);
    if (focused && this.nodes.get(focused) !== document.activeElement) {
      this.nodes.get(focused)?.focus({ preventScroll: true });
    }
  }

  hold(ids, seats) {
    for (const [id, node] of this.nodes) {
      node.classList.toggle("is-held", ids.has(id));
      node.setAttribute("aria-pressed", String(ids.has(id)));
    }
    for (const seat of this.layer.querySelectorAll(".seat.is-chosen")) seat.classList.remove("is-chosen");
    for (const id of seats) this.seat(id)?.classList.add("is-chosen");
  }

  seat(id) {
    return this.layer.querySelector(`[data-seat="${CSS.escape(id)}"]`);
  }

  // What must stay within the walls when these pieces move.
  bounds(layout, ids) {
    const chosen = layout.furniture.filter((piece) => ids.has(piece.id));
    return together(chosen.map((piece) => boundsIn(piece, this.own(piece.id))));
  }

  own(id) {
    return this.nodes.get(id).dataset.bounds.split(" ").map(Number);
  }

  // While pieces are dragged they lie on a sheet of their own: nothing below them is painted again.
  lift(ids) {
    this.overlay.append(...[...ids].map((id) => this.nodes.get(id)));
    this.overlay.classList.add("is-carrying");
  }

  carry(dx, dy) {
    const { scale } = this;
    this.overlay.style.transform = `translate3d(${dx * scale}px, ${dy * scale}px, 0)`;
  }

  lower() {
    this.layer.append(...this.overlay.children);
    this.overlay.classList.remove("is-carrying");
    this.overlay.style.transform = "";
  }

  // Pixels of one centimetre.
  get scale() {
    return this.svg.getBoundingClientRect().width / this.svg.viewBox.baseVal.width;
  }

  point(event) {
    const { left, top } = this.svg.getBoundingClientRect();
    const { x, y } = this.svg.viewBox.baseVal;
    return { x: (event.clientX - left) / this.scale + x, y: (event.clientY - top) / this.scale + y };
  }

  seatsIn([left, top, right, bottom]) {
    const corner = this.svg.getBoundingClientRect();
    const { x, y } = this.svg.viewBox.baseVal;
    const { scale } = this;
    return [...this.layer.querySelectorAll("[data-seat]:not(.is-behind)")].filter((seat) => {
      const shape = seat.querySelector(".seat-shape").getBoundingClientRect();
      const across = (shape.x + shape.width / 2 - corner.x) / scale + x;
      const down = (shape.y + shape.height / 2 - corner.y) / scale + y;
      return across >= left && across <= right && down >= top && down <= bottom;
    });
  }

  get counted() {
    const nodes = [...this.nodes.values()];
    const sum = (name) => nodes.reduce((total, node) => total + Number(node.dataset[name]), 0);
    return { seats: sum("seats"), blocked: sum("blocked") };
  }
}

function signature(layout, piece) {
  const { x: _x, y: _y, turned: _turned, ...look } = piece;
  return JSON.stringify([look, notesOf(layout, piece)]);
}

function put(node, piece) {
  const turned = piece.turned ?? 0;
  node.setAttribute("transform", `translate(${piece.x} ${piece.y}) rotate(${turned})`);
  node.style.setProperty("--turned", `${-turned}deg`);
}

function asNode(markup) {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`;
  return holder.content.firstElementChild.firstElementChild;
}
