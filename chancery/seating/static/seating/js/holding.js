// What is held: pieces of furniture, or seats while seats are marked.
import { boundsIn, meet } from "./measures.js";

export class Holding {
  constructor(editor) {
    Object.assign(this, { editor, board: editor.board, pieces: new Set(), seats: new Set(), isSeating: false });
    editor.root.querySelector("[data-box]").addEventListener("focusin", ({ target }) => this.focused(target));
  }

  get layout() {
    return this.editor.layout;
  }

  // The only one that is held, if it is one.
  get one() {
    return this.pieces.size === 1 ? [...this.pieces][0] : "";
  }

  // What is gone is held no more.
  keep(layout) {
    const there = new Set(layout.furniture.map((piece) => piece.id));
    this.pieces = new Set([...this.pieces].filter((id) => there.has(id)));
    this.board.hold(this.pieces, this.seats);
  }

  // With a hand on it, a piece held with others stays with them until it is clear that none is dragged.
  grasp(id, isMore) {
    if (isMore && !this.pieces.has(id)) this.take([...this.pieces, id]);
    else if (!this.pieces.has(id)) this.take([id]);
  }

  settle(id, isMore) {
    if (!isMore) this.take([id]);
  }

  take(ids) {
    this.pieces = new Set(ids);
    this.board.hold(this.pieces, this.seats);
    this.editor.showHeld();
  }

  focused(target) {
    const id = target.dataset.piece;
    if (id && !this.editor.grasp.hand && !this.pieces.has(id) && !this.isSeating) this.take([id]);
  }

  all() {
    if (!this.isSeating) this.take(this.layout.furniture.map((piece) => piece.id));
    else this.takeSeats([...this.board.layer.querySelectorAll("[data-seat]")].map((one) => one.dataset.seat));
  }

  frame(rectangle, isMore) {
    if (this.isSeating) {
      const found = this.board.seatsIn(rectangle).map((seat) => seat.dataset.seat);
      this.takeSeats(isMore ? [...this.seats, ...found] : found);
      return;
    }
    const isTouched = (piece) => meet(rectangle, boundsIn(piece, this.board.own(piece.id)));
    const found = this.layout.furniture.filter(isTouched).map((piece) => piece.id);
    this.take([...(isMore ? this.pieces : []), ...found]);
  }

  seatMode(isSeating) {
    this.isSeating = isSeating;
    this.editor.root.classList.toggle("is-seating", isSeating);
    this.seats = new Set();
    this.take([]);
  }

  takeSeat(id, isMore) {
    const next = new Set(isMore ? this.seats : []);
    if (next.has(id)) next.delete(id);
    else if (id) next.add(id);
    this.takeSeats([...next]);
  }

  takeSeats(ids) {
    this.seats = new Set(ids.filter((id) => this.board.seat(id)?.matches(":not(.is-behind)")));
    this.board.hold(this.pieces, this.seats);
    this.editor.showHeld();
  }
}
