// The editor of a room: what is held, what was changed, what is saved. How it is asked for is in tools.js and
// grasp.js, how it looks in board.js and panel.js, what changes do in layout.js.
import { hook } from "../../base/js/hook.js";
import { say } from "../../base/js/spoken.js";
import { fill } from "../../base/js/words.js";
import { Board } from "./board.js";
import { Course } from "./course.js";
import { Grasp } from "./grasp.js";
import { Holding } from "./holding.js";
import * as changes from "./layout.js";
import { boundsIn, kept, metres } from "./measures.js";
import { Office } from "./office.js";
import { Panel } from "./panel.js";
import { Saving } from "./saving.js";
import * as tools from "./tools.js";
import { View } from "./view.js";

const AWAY = 50;

class Editor {
  constructor(root) {
    const layout = JSON.parse(root.querySelector("[name=layout]").value);
    Object.assign(this, { root, grid: 10, isPanning: false, queue: Promise.resolve() });
    this.begins = JSON.parse(root.dataset.begins);
    this.course = new Course(layout);
    this.office = new Office(root);
    this.board = new Board(root, this.office);
    this.view = new View(root, this.board);
    this.board.start(layout);
    this.holding = new Holding(this);
    this.saving = new Saving(this);
    this.panel = new Panel(this);
    this.grasp = new Grasp(this);
    tools.start(this);
    this.part("palette").open = matchMedia("(width >= 48rem)").matches;
    this.show();
    root.dataset.ready = "";
  }

  get layout() {
    return this.course.now;
  }

  part(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  // Changes wait for each other, so that none is made on a drawing that is another by then.
  next(work) {
    this.queue = this.queue.then(work, work);
    return this.queue;
  }

  // Whether the change is made; where it is refused the sentence stands on the page.
  change(make) {
    return this.next(async () => {
      const next = make(this.layout);
      const sentence = await this.board.prepare(next);
      this.tell(sentence);
      if (sentence) return false;
      this.course.go(next);
      this.show();
      return true;
    });
  }

  show() {
    const { layout, course, root } = this;
    if (this.board.measureRoom(layout)) this.view.fit();
    this.board.apply(layout);
    this.holding.keep(layout);
    this.showHeld();
    this.part("count").textContent = fill(root.dataset.counted, this.board.counted);
    const size = { width: metres(layout.width), depth: metres(layout.depth) };
    this.part("size").textContent = fill(root.dataset.sized, size);
    this.part("state").textContent = course.isChanged ? root.dataset.unsaved : root.dataset.saved;
    root.querySelector("[data-does=undo]").disabled = !course.canUndo;
    root.querySelector("[data-does=redo]").disabled = !course.canRedo;
    this.saving.keep();
  }

  showHeld() {
    this.panel.show();
    const piece = changes.pieceOf(this.layout, this.holding.one);
    if (piece) this.measure(piece, piece.x, piece.y);
    else this.part("measure").textContent = "";
  }

  // Where a piece stands, or would stand, and how large it is.
  measure(piece, x, y) {
    const [left, top, right, bottom] = boundsIn({ ...piece, x: 0, y: 0 }, this.board.own(piece.id));
    const size = { width: metres(right - left), depth: metres(bottom - top) };
    const words = right > left ? this.root.dataset.measured : this.root.dataset.placed;
    const place = { x: metres(x), y: metres(y), name: piece.label || piece.id };
    this.part("measure").textContent = fill(words, { ...place, ...size });
  }

  tell(sentence) {
    this.part("told").textContent = sentence;
    this.part("told").hidden = !sentence;
  }

  async add(kind) {
    const id = changes.freeId(this.layout, kind);
    const piece = { id, kind, ...this.middle(), turned: 0, ...this.begins[kind] };
    if (!(await this.change((layout) => changes.added(layout, piece)))) return;
    this.moveIn(id);
    this.holding.take([id]);
    this.board.nodes.get(id)?.focus({ preventScroll: true });
  }

  // The middle of what is seen of the room.
  middle() {
    const { width, depth } = this.layout;
    const { left, top, width: wide, height } = this.part("box").getBoundingClientRect();
    const at = this.board.point({ clientX: left + wide / 2, clientY: top + height / 2 });
    const on = (place, most) => Math.round(changes.within(place, 0, most) / 10) * 10;
    return { x: on(at.x, width), y: on(at.y, depth) };
  }

  // A new piece that would stand in a wall is brought in, as part of the same step.
  moveIn(id) {
    const ids = new Set([id]);
    const [dx, dy] = kept(this.board.bounds(this.layout, ids), 0, 0, this.layout);
    if (!dx && !dy) return;
    this.course.amend(changes.moved(this.layout, ids, dx, dy));
    this.show();
  }

  moveBy(ids, dx, dy) {
    const chosen = new Set(ids);
    return this.change((layout) => {
      const by = kept(this.board.bounds(layout, chosen), dx, dy, layout);
      return by[0] || by[1] ? changes.moved(layout, chosen, ...by) : layout;
    });
  }

  turn(degrees) {
    const { pieces } = this.holding;
    if (pieces.size) this.change((layout) => changes.turned(layout, pieces, degrees));
  }

  align(way) {
    const { pieces } = this.holding;
    this.change((layout) => changes.aligned(layout, pieces, way));
  }

  async copy() {
    const { pieces } = this.holding;
    let made = new Set();
    const make = (layout) => {
      const [next, ids] = changes.copied(layout, pieces, AWAY);
      made = ids;
      return next;
    };
    if (pieces.size && (await this.change(make))) this.holding.take(made);
  }

  async remove() {
    const { pieces } = this.holding;
    if (!pieces.size) return;
    await this.change((layout) => changes.removed(layout, pieces));
    this.part("box").focus();
  }

  // A number of the piece that is held, or of the room.
  set(key, value) {
    const { one } = this.holding;
    return this.change((layout) => (one ? changes.changed(layout, one, key, value) : { ...layout, [key]: value }));
  }

  mark(name, value) {
    const seats = [...this.holding.seats];
    if (seats.length) this.change((layout) => changes.noted(layout, seats, name, value));
  }

  travel(way) {
    return this.next(() => {
      const before = this.layout;
      if (this.course[way]() === before) return;
      this.show();
      say(way === "undo" ? this.root.dataset.undone : this.root.dataset.redone);
    });
  }
}

export const start = hook("[data-ch-room-editor]", (root) => new Editor(root));

start(document);
