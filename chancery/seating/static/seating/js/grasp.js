// Pointers on the floor: pieces are dragged, a frame takes many, the middle button moves the view.
// One drawing a frame, however often the pointer reports.
import { kept, rectangle, snapped } from "./measures.js";

const FIRM = 4;

export class Grasp {
  constructor(editor) {
    Object.assign(this, { editor, board: editor.board, holding: editor.holding, hand: null, waiting: 0 });
    this.marquee = editor.root.querySelector("[data-marquee]");
    const { sheet } = this.board;
    sheet.addEventListener("pointerdown", (event) => this.down(event));
    sheet.addEventListener("pointermove", (event) => this.move(event));
    sheet.addEventListener("pointerup", (event) => this.up(event));
    // A finger on a piece drags it, one on the floor pushes the floor: the browser is told before it decides.
    sheet.addEventListener("touchstart", (event) => this.touch(event), { passive: false });
    sheet.addEventListener("pointercancel", () => this.cancel());
  }

  down(event) {
    if (this.hand || event.button > 1) return;
    const piece = event.target.closest("[data-piece]")?.dataset.piece ?? "";
    const seat = event.target.closest("[data-seat]")?.dataset.seat ?? "";
    const kind = this.kindOf(event, piece);
    if (!kind) return;
    if (kind === "drag") this.holding.grasp(piece, event.shiftKey);
    this.hand = { kind, piece, seat, at: { x: event.clientX, y: event.clientY }, last: event, isFirm: false };
    // From the first moment, so that a hand that is quick to leave the floor is followed too.
    if (kind !== "tap") this.board.sheet.setPointerCapture(event.pointerId);
    if (event.button === 1) event.preventDefault();
  }

  touch(event) {
    const isOnPiece = event.target.closest("[data-piece]") && event.touches.length === 1;
    if (isOnPiece && !this.holding.isSeating) event.preventDefault();
  }

  kindOf(event, piece) {
    if (event.button === 1 || this.editor.isPanning) return "pan";
    if (this.holding.isSeating) return event.pointerType === "touch" ? "tap" : "frame";
    if (piece) return "drag";
    return event.pointerType === "touch" ? "tap" : "frame";
  }

  move(event) {
    const { hand } = this;
    if (!hand || event.pointerId !== hand.last.pointerId) return;
    const before = hand.last;
    hand.last = event;
    if (!hand.isFirm && Math.hypot(event.clientX - hand.at.x, event.clientY - hand.at.y) < FIRM) return;
    if (!hand.isFirm) this.begin();
    if (hand.kind === "pan") this.editor.view.by(before.clientX - event.clientX, before.clientY - event.clientY);
    else this.waiting ||= requestAnimationFrame(() => this.follow());
  }

  begin() {
    const { hand, board, editor } = this;
    hand.isFirm = true;
    if (hand.kind === "frame") this.marquee.hidden = false;
    if (hand.kind !== "drag") return;
    const { layout } = editor;
    const held = new Set(this.holding.pieces);
    Object.assign(hand, { held, bounds: board.bounds(layout, held), scale: board.scale });
    Object.assign(hand, { lead: layout.furniture.find((piece) => piece.id === hand.piece), by: [0, 0] });
    board.lift(hand.held);
  }

  follow() {
    this.waiting = 0;
    const { hand } = this;
    if (!hand?.isFirm) return;
    if (hand.kind === "drag") this.carry(hand);
    if (hand.kind === "frame") this.frame(hand);
  }

  carry(hand) {
    const { grid, layout } = this.editor;
    const dx = snapped(hand.lead.x, (hand.last.clientX - hand.at.x) / hand.scale, grid);
    const dy = snapped(hand.lead.y, (hand.last.clientY - hand.at.y) / hand.scale, grid);
    hand.by = kept(hand.bounds, dx, dy, layout);
    this.board.carry(...hand.by);
    this.editor.measure(hand.lead, hand.lead.x + hand.by[0], hand.lead.y + hand.by[1]);
  }

  frame(hand) {
    const { left, top } = this.board.sheet.getBoundingClientRect();
    const [x, y] = [Math.min(hand.at.x, hand.last.clientX), Math.min(hand.at.y, hand.last.clientY)];
    const { style } = this.marquee;
    style.transform = `translate(${x - left}px, ${y - top}px)`;
    style.width = `${Math.abs(hand.last.clientX - hand.at.x)}px`;
    style.height = `${Math.abs(hand.last.clientY - hand.at.y)}px`;
  }

  up(event) {
    const { hand } = this;
    if (!hand || event.pointerId !== hand.last.pointerId) return;
    hand.last = event;
    if (hand.isFirm) this.follow();
    this.release();
    if (hand.isFirm) this.finish(hand, event);
    else this.tap(hand, event);
  }

  finish(hand, event) {
    const { editor, board } = this;
    if (hand.kind === "drag") editor.moveBy(hand.held, ...hand.by);
    if (hand.kind !== "frame") return;
    const start = board.point({ clientX: hand.at.x, clientY: hand.at.y });
    this.holding.frame(rectangle(start, board.point(event)), event.shiftKey);
  }

  tap(hand, event) {
    const { holding } = this;
    if (hand.kind === "pan") return;
    if (holding.isSeating) holding.takeSeat(hand.seat, event.shiftKey || hand.kind === "tap");
    else if (hand.kind === "drag") holding.settle(hand.piece, event.shiftKey);
    else if (!event.shiftKey) holding.take([]);
  }

  cancel() {
    if (this.hand) this.release();
  }

  release() {
    const { hand } = this;
    cancelAnimationFrame(this.waiting);
    this.waiting = 0;
    this.hand = null;
    this.marquee.hidden = true;
    if (hand.kind === "drag" && hand.isFirm) this.board.lower();
  }
}
