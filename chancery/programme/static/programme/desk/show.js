// The state of the run on the page of the desk: every text comes from the page, already translated.
import { fill } from "../../base/js/words.js";
import { itemOf } from "./state.js";
import { clock, counted, drift, length } from "./words.js";

// So many letters fill two lines of the large face; a longer title is set smaller.
const LONG = 32;

export class Show {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse(document.getElementById("desk-words").textContent);
    this.language = document.documentElement.lang;
  }

  // Everything that changes with a step.
  all(state, now) {
    this.state = state;
    this.root.dataset.state = state.state;
    this.item("now", itemOf(state, state.current));
    this.item("next", itemOf(state, state.next));
    this.root.querySelector("[data-next]").dataset.standingBy = state.standing_by === state.next && state.next ? "yes" : "";
    this.rows(state);
    this.follow(state.current);
    this.cues(state);
    this.caller(state);
    this.dangers(state);
    this.offers(state);
    this.text("word", state.word ? this.words[`word-${state.word}`] : "");
    this.text("end", state.end.projected === null ? "" : clock(state.end.projected, state.zone));
    this.text("end-planned", state.end.planned === null ? "" : fill(this.words["end-planned"], { time: clock(state.end.planned, state.zone) }));
    this.tick(now);
  }

  // What changes with every second.
  tick(now) {
    const { state } = this;
    this.text("clock", clock(now, state.zone));
    const current = itemOf(state, state.current);
    const running = state.state === "running" || state.state === "held";
    const elapsed = current && running ? (now - current.start) / 1000 : null;
    this.text("elapsed", elapsed === null ? "" : counted(Math.max(0, Math.floor(elapsed))));
    this.left(current, elapsed);
    this.drift(now);
    this.anchor(now);
    this.text("held", state.held_at === null ? "" : fill(this.words.held, { time: counted(Math.floor((now - state.held_at) / 1000)) }));
  }

  left(current, elapsed) {
    const seconds = current?.silence_seconds ?? current?.length ?? null;
    const left = elapsed === null || seconds === null ? null : seconds - elapsed;
    const isSilence = Boolean(current?.silence_seconds);
    const said = isSilence ? ["silence-left", "silence-over"] : ["left", "over"];
    this.text("left", left === null ? "" : fill(this.words[said[left >= 0 ? 0 : 1]], { time: counted(Math.ceil(Math.abs(left))) }));
    this.root.dataset.left = left === null ? "" : left < 0 ? "over" : left <= 60 && !isSilence ? "short" : "";
    this.root.dataset.silence = isSilence && elapsed !== null ? "yes" : "";
  }

  // What should have begun by now drifts with every second, also before the server says so.
  drift(now) {
    const next = itemOf(this.state, this.state.next);
    const isOver = this.state.state === "over";
    const waits = !isOver && next?.planned_start ? (now - next.planned_start) / 1000 : null;
    const known = this.state.drift;
    const seconds = waits !== null && waits > (known ?? 0) ? Math.floor(waits) : known;
    const told = drift(seconds);
    this.text("drift-sign", told.time);
    this.text("drift-word", this.words[told.word]);
    this.root.dataset.drift = told.word;
  }

  anchor(now) {
    const { state } = this;
    const item = state.items.find((each) => each.is_anchor && each.progress === "to-come" && each.planned_start !== null);
    const left = item ? (item.planned_start - now) / 1000 : null;
    const values = item && { item: this.title(item), at: clock(item.planned_start, state.zone), time: counted(Math.abs(Math.ceil(left))) };
    this.text("anchor", item ? fill(this.words[left >= 0 ? "anchor" : "anchor-late"], values) : "");
  }

  item(which, item) {
    const title = this.root.querySelector(`[data-${which}-title]`);
    title.textContent = item ? this.title(item) : this.words[`no-${which}-${this.state.state}`] ?? this.words[`no-${which}`];
    title.dir = "auto";
    title.dataset.long = title.textContent.length > LONG ? "yes" : "";
    this.text(`${which}-who`, item ? item.speakers.map((who) => (who.office ? `${who.name}, ${who.office}` : who.name)).join(" · ") : "");
    const parts = item ? [item.place, item.film && this.titled(item.film.titles), item.length !== null && length(item.length)] : [];
    this.text(`${which}-about`, parts.filter(Boolean).join(" · "));
    if (which === "next") this.text("next-at", item?.start ? clock(item.start, this.state.zone) : "");
  }

  title(item) {
    return this.titled(item.titles);
  }

  titled(texts) {
    return texts[this.language] ?? texts.en ?? Object.values(texts)[0] ?? "";
  }

  rows(state) {
    for (const row of this.root.querySelectorAll("[data-item]")) {
      const item = itemOf(state, row.dataset.item);
      if (!item) continue;
      const isNext = item.code === state.next;
      const mark = item.code === state.standing_by ? "standing-by" : isNext ? "next" : item.progress;
      row.dataset.progress = item.parts ? item.progress : mark;
      const isActual = ["done", "running"].includes(item.progress);
      const told = (name, text) => (row.querySelector(`[data-${name}]`).textContent = text);
      told("planned", clock(item.planned_start, state.zone));
      told("projected", isActual ? "" : clock(item.start, state.zone));
      told("actual", isActual ? clock(item.start, state.zone) : "");
      told("mark", this.words[`is-${row.dataset.progress}`] ?? "");
      const button = row.querySelector("button");
      if (button) button.hidden = !["to-come", "next", "passed-over"].includes(row.dataset.progress);
    }
  }

  // Where the order is longer than its place, it goes along with what runs; the page itself stays.
  follow(code) {
    if (code === this.followed) return;
    this.followed = code;
    const row = this.root.querySelector(`[data-item="${code}"]`);
    const list = document.getElementById("order");
    if (!row || list.scrollHeight <= list.clientHeight) return;
    const above = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += above - list.clientHeight / 3;
  }

  cues(state) {
    for (const which of ["now", "next"]) {
      const code = which === "now" ? state.current : state.next;
      const lines = state.cues.filter((cue) => cue.item === code && code);
      const list = this.root.querySelector(`[data-${which}-cues]`);
      list.replaceChildren(...lines.map((cue) => this.cue(cue)));
      list.hidden = !lines.length;
    }
  }

  cue(cue) {
    const line = document.createElement("li");
    const parts = [["b", cue.department], ["i", this.words[`cue-${cue.kind}`]], ["span", cue.text]];
    line.append(...parts.map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text, dir: "auto" })));
    line.dataset.kind = cue.kind;
    return line;
  }

  caller(state) {
    const mine = Number(this.root.dataset.user);
    const who = state.caller;
    const said = !who ? "nobody" : who.id === mine ? "mine" : "theirs";
    this.root.dataset.call = said;
    this.text("caller", fill(this.words[`caller-${said}`], { name: who?.name ?? "" }));
    const asked = state.asked_by && state.asked_by.id !== mine ? "asked" : state.asked_by ? "asking" : "";
    this.text("asked", asked ? fill(this.words[`caller-${asked}`], { name: state.asked_by.name }) : "");
    this.root.dataset.asked = asked;
  }

  dangers(state) {
    this.lines("dangers", state.dangers, (danger) => {
      const item = itemOf(state, danger.item);
      const values = { item: item ? this.title(item) : "", wanted: clock(danger.wanted, state.zone), projected: clock(danger.projected, state.zone), late: length(danger.late) };
      return fill(this.words[!item ? "danger-whole" : danger.is_end ? "danger-end" : "danger"], values);
    });
  }

  offers(state) {
    this.lines("offers", state.offers, (offer) =>
      fill(this.words.offer, { item: this.titled(offer.titles), saves: length(offer.saves) }));
    this.root.querySelector("[data-ch-cut]").hidden = !state.offers.length;
  }

  lines(name, rows, words) {
    const list = this.root.querySelector(`[data-${name}]`);
    list.replaceChildren(...rows.map((row) => Object.assign(document.createElement("li"), { textContent: words(row) })));
    list.hidden = !rows.length;
  }

  text(name, text) {
    const place = this.root.querySelector(`[data-${name}]`);
    if (place.textContent !== text) place.textContent = text;
  }
}
