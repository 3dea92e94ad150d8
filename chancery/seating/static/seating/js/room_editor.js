// The editor of a room: what is held, what was changed, what is saved. How it is asked for is in tools.js and
// grasp.js, how it looks in board.js and panel.js, what changes do in layout.js.
import { hook } from "../../base/js/hook.js";
import { say } from "../../base/js/spoken.js";
import { fill } from "../../base/js/words.js";
import { Board } from "./board.js";
import { Course } from "./course.js";
import { Draft } from "./draft.js";
import { Grasp } from "./grasp.js";
import * as changes from "./layout.js";
import { boundsIn, kept, meet, metres } from "./measures.js";
import { Office } from "./office.js";
import { Panel } from "./panel.js";
import * as tools from "./tools.js";
import { View } from "./view.js";

const AWAY = 50;

class Editor {
  constructor(root) {
    const { room, revision } = root.dataset;
    const layout = JSON.parse(root.querySelector("[name=layout]").value);
    Object.assign(this, { root, revision: Number(revision), newest: 0, isPanning: false, isSeating: false });
    Object.assign(this, { held: new Set(), seats: new Set(), grid: 10, queue: Promise.resolve(true) });
    this.begins = JSON.parse(root.dataset.begins);
    this.course = new Course(layout);
    this.draft = new Draft(localStorage, room);
    this.office = new Office(root);
    this.board = new Board(root, this.office);
    this.view = new View(root, this.board);
    this.board.start(layout);
    this.panel = new Panel(this);
    this.grasp = new Grasp(this);
    tools.start(this);
    this.offerDraft();
    this.show();
    this.part("palette").open = matchMedia("(width >= 48rem)").matches;
    window.addEventListener("beforeunload", (event) => this.course.isChanged && event.preventDefault());
    root.querySelector("[data-box]").addEventListener("focusin", ({ target }) => this.focused(target));
    root.dataset.ready = "";
  }

  get layout() {
    return this.course.now;
  }

  part(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  // Changes wait for each other, so that none is made on a drawing that is another by then.
  change(make) {
    this.queue = this.queue.then(() => this.perform(make));
    return this.queue;
  }

  async perform(make) {
    const next = make(this.layout);
    const sentence = await this.board.prepare(next);
    this.tell(sentence, true);
    if (sentence) return false;
    this.course.go(next);
    this.show();
    return true;
  }

  show() {
    const { layout, course } = this;
    const there = new Set(layout.furniture.map((piece) => piece.id));
    this.held = new Set([...this.held].filter((id) => there.has(id)));
    if (this.board.measureRoom(layout)) this.view.fit();
    this.board.apply(layout);
    this.board.hold(this.held, this.seats);
    this.panel.show();
    this.part("count").textContent = fill(this.root.dataset.counted, this.board.counted);
    this.part("size").textContent = fill(this.root.dataset.sized, {
      width: metres(layout.width), depth: metres(layout.depth),
    });
    this.part("state").textContent = course.isChanged ? this.root.dataset.unsaved : this.root.dataset.saved;
    this.root.querySelector("[data-does=undo]").disabled = !course.canUndo;
    this.root.querySelector("[data-does=redo]").disabled = !course.canRedo;
    this.showMeasure();
    if (course.isChanged) this.draft.keep(layout, this.revision);
  }

  showMeasure() {
    const piece = this.held.size === 1 ? changes.pieceOf(this.layout, [...this.held][0]) : null;
    if (piece) this.measure(piece.x, piece.y, piece);
    else this.part("measure").textContent = "";
  }

  measure(x, y, piece = null) {
    const shown = piece ?? changes.pieceOf(this.layout, [...this.held][0]);
    const [left, top, right, bottom] = boundsIn({ ...shown, x: 0, y: 0 }, this.board.own(shown.id));
    const size = { width: metres(right - left), depth: metres(bottom - top) };
    const words = right > left ? this.root.dataset.measured : this.root.dataset.placed;
    this.part("measure").textContent = fill(words, { x: metres(x), y: metres(y), name: shown.label || shown.id, ...size });
  }

  tell(sentence, isRefused = false) {
    this.part("told").textContent = sentence;
    this.part("told").hidden = !sentence;
    this.part("told").classList.toggle("is-refused", isRefused);
  }

  // Taking hold. A piece that is already held with others stays with them until it is clear that none is dragged.
  pick(id, isMore = false, isGrasped = false) {
    if (isGrasped && (this.held.has(id) || isMore)) return isMore && !this.held.has(id) ? this.hold([...this.held, id]) : undefined;
    if (!id && isMore) return undefined;
    return this.hold(id ? [id] : []);
  }

  settle(id, isMore) {
    if (!isMore) this.hold([id]);
  }

  hold(ids) {
    this.held = new Set(ids);
    this.board.hold(this.held, this.seats);
    this.panel.show();
    this.showMeasure();
  }

  focused(target) {
    const id = target.dataset.piece;
    if (id && !this.grasp.hand && !this.held.has(id) && !this.isSeating) this.hold([id]);
  }

  pickAll() {
    if (this.isSeating) this.pickSeats([...this.board.layer.querySelectorAll("[data-seat]")].map((one) => one.dataset.seat));
    else this.hold(this.layout.furniture.map((piece) => piece.id));
  }

  frame(rectangle, isMore) {
    if (this.isSeating) {
      const found = this.board.seatsIn(rectangle).map((seat) => seat.dataset.seat);
      this.pickSeats(isMore ? [...this.seats, ...found] : found);
      return;
    }
    const found = this.layout.furniture.filter((piece) => meet(rectangle, boundsIn(piece, this.board.own(piece.id))));
    this.hold([...(isMore ? this.held : []), ...found.map((piece) => piece.id)]);
  }

  seatMode(isSeating) {
    this.isSeating = isSeating;
    this.root.classList.toggle("is-seating", isSeating);
    this.seats = new Set();
    this.hold([]);
  }

  pickSeat(id, isMore) {
    const before = isMore ? this.seats : new Set();
    const next = new Set(before);
    if (before.has(id)) next.delete(id);
    else if (id) next.add(id);
    this.pickSeats([...next]);
  }

  pickSeats(ids) {
    this.seats = new Set(ids.filter((id) => this.board.seat(id) && !this.board.seat(id).matches(".is-behind")));
    this.board.hold(this.held, this.seats);
    this.panel.show();
  }

  // Changes.
  add(kind) {
    const id = changes.freeId(this.layout, kind);
    const { x, y } = this.middle();
    return this.change((layout) => changes.added(layout, { id, kind, x, y, turned: 0, ...this.begins[kind] })).then((isDone) => {
      if (!isDone) return;
      this.moveIn(id);
      this.hold([id]);
      this.board.nodes.get(id)?.focus({ preventScroll: true });
    });
  }

  middle() {
    const { width, depth } = this.layout;
    const { left, top, width: wide, height } = this.part("box").getBoundingClientRect();
    const at = this.board.point({ clientX: left + wide / 2, clientY: top + height / 2 });
    const on = (place, most) => Math.round(changes.within(place, 0, most) / 10) * 10;
    return { x: on(at.x, width), y: on(at.y, depth) };
  }

  // A new piece that is larger than the room at its place is brought in, as part of the same step.
  moveIn(id) {
    const [dx, dy] = kept(this.board.bounds(this.layout, new Set([id])), 0, 0, this.layout);
    if (!dx && !dy) return;
    this.course.states[this.course.at] = changes.moved(this.layout, new Set([id]), dx, dy);
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
    const { held } = this;
    return this.change((layout) => changes.turned(layout, held, degrees));
  }

  align(way) {
    const { held } = this;
    return this.change((layout) => changes.aligned(layout, held, way));
  }

  copy() {
    const { held } = this;
    let made = new Set();
    if (!held.size) return undefined;
    return this.change((layout) => {
      const [next, ids] = changes.copied(layout, held, AWAY);
      made = ids;
      return next;
    }).then((isDone) => isDone && this.hold(made));
  }

  remove() {
    const { held } = this;
    if (!held.size) return undefined;
    return this.change((layout) => changes.removed(layout, held)).then(() => this.part("box").focus());
  }

  set(key, value) {
    const [id] = this.held;
    if (this.held.size !== 1) return this.change((layout) => ({ ...layout, [key]: value }));
    return this.change((layout) => changes.changed(layout, id, key, value));
  }

  mark(name, value) {
    const seats = [...this.seats];
    if (seats.length) this.change((layout) => changes.noted(layout, seats, name, value));
  }

  undo() {
    this.travel("undo", this.root.dataset.undone);
  }

  redo() {
    this.travel("redo", this.root.dataset.redone);
  }

  travel(way, sentence) {
    this.queue = this.queue.then(() => {
      const before = this.layout;
      if (this.course[way]() === before) return true;
      this.show();
      say(sentence);
      return true;
    });
  }

  // Saving.
  save(since = this.revision) {
    this.queue = this.queue.then(() => this.send(since));
  }

  saveOver() {
    this.save(this.newest);
  }

  async send(since) {
    const sent = this.layout;
    const { sentence = "", revision, newest } = await this.office.save(sent, since);
    this.part("conflict").hidden = newest === undefined;
    this.part("conflict-words").textContent = sentence;
    this.newest = newest;
    this.tell(newest === undefined ? sentence : "", true);
    if (revision === undefined) return true;
    this.revision = revision;
    this.course.keep(sent);
    this.draft.drop();
    this.show();
    say(this.root.dataset.saved);
    return true;
  }

  offerDraft() {
    const found = this.draft.read();
    this.found = found && JSON.stringify(found.layout) !== JSON.stringify(this.layout) ? found : null;
    this.part("draft").hidden = !this.found;
  }

  // A draft goes on from the revision it was drawn on: a newer one is told when it is saved.
  resume() {
    const { layout, revision } = this.found;
    this.part("draft").hidden = true;
    this.change(() => layout).then((isDone) => {
      if (isDone) this.revision = revision;
    });
  }

  dropDraft() {
    this.part("draft").hidden = true;
    this.draft.drop();
  }
}

export const start = hook("[data-ch-room-editor]", (root) => new Editor(root));

start(document);
