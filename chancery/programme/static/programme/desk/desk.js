// The caller's desk: every press is kept here first, sent, and shown as not yet written until the server has it.
import { Guard, listen } from "./keys.js";
import { Outbox } from "./outbox.js";
import { Server } from "./server.js";
import { Show } from "./show.js";
import { isOpen, itemOf, withPending } from "./state.js";

const HERE_EVERY = 5000;
const SPOKEN = { close: "close", "2-minutes": "2-minutes", "1-minute": "1-minute", "no-word": "" };

class Desk {
  constructor(root) {
    this.root = root;
    this.written = JSON.parse(document.getElementById("desk-state").textContent);
    this.skew = this.written.now - Date.now();
    this.bestTrip = Infinity;
    this.show = new Show(root);
    this.guard = new Guard();
    this.server = new Server(root, (...told) => this.heard(...told), (word) => this.contact(word));
    this.outbox = new Outbox(localStorage, `chancery.call.${root.dataset.event}.${root.dataset.user}`, (...press) => this.sent(...press), () => this.draw());
    this.start();
  }

  start() {
    const { root } = this;
    root.dataset.scripts = "yes";
    root.addEventListener("submit", (event) => this.submitted(event));
    root.querySelector("[data-ch-keys]").checked = localStorage.getItem("chancery.call.keys") !== "off";
    root.querySelector("[data-ch-keys]").addEventListener("change", (event) => localStorage.setItem("chancery.call.keys", event.target.checked ? "on" : "off"));
    root.querySelector("[data-ch-list]").addEventListener("click", () => this.open("keys"));
    for (const button of root.querySelectorAll("[data-ch-close]")) button.addEventListener("click", () => button.closest("dialog").close());
    listen(document, () => root.querySelector("[data-ch-keys]").checked, (verb) => this.act(verb));
    globalThis.addEventListener("online", () => this.outbox.flush());
    globalThis.addEventListener("storage", () => this.draw());
    this.draw();
    this.outbox.flush();
    this.server.follow();
    this.server.here();
    setInterval(() => this.server.here(), HERE_EVERY);
    setInterval(() => this.show.tick(this.now()), 200);
  }

  // The clock of the evening: that of the server, as far ahead as a rehearsal is.
  now() {
    return Date.now() + this.skew;
  }

  get state() {
    return withPending(this.written, this.outbox.waiting);
  }

  draw() {
    this.show.all(this.state, this.now());
    const count = this.outbox.waiting.length;
    this.root.dataset.waiting = count ? "yes" : "";
    this.root.querySelector("[data-waiting-count]").textContent = count || "";
  }

  heard(state, took) {
    if (state.revision < this.written.revision) return;
    const isOther = state.shift !== this.written.shift;
    // The quickest answer tells the time best; one that came by push tells it only when the evening moved.
    if (isOther || (took && took <= this.bestTrip * 1.5)) {
      this.skew = state.now + took / 2 - Date.now();
      this.bestTrip = isOther ? Infinity : Math.min(this.bestTrip, took);
    }
    const codes = (items) => items.map((item) => item.code).join();
    const isAnother = codes(state.items) !== codes(this.written.items) || state.is_rehearsal !== this.written.is_rehearsal;
    this.written = state;
    if (isAnother) location.reload();
    else this.draw();
  }

  contact(word) {
    this.root.dataset.contact = word;
  }

  async sent(press, patience) {
    const { outcome, refusal } = await this.server.send(press, patience);
    if (outcome === "refused") this.say(refusal);
    return outcome;
  }

  say(sentence) {
    this.root.querySelector("[data-said]").textContent = sentence;
  }

  press(kind, { item = "", seconds = null, words = "", ...more } = {}) {
    if (!this.guard.lets(kind, performance.now())) return;
    this.say("");
    const state = this.state;
    const named = ["go", "skip", "stand-by"].includes(kind) && !item ? state.next : item;
    const at = Math.round(this.now() - state.shift);
    this.outbox.add({ uid: uid(), kind, at, item: named, seconds, words, ...more });
  }

  act(verb) {
    const state = this.state;
    if (verb in SPOKEN) this.press("word", { words: SPOKEN[verb] });
    else if (verb === "list") this.open("keys");
    else if (verb === "add") this.open("add");
    else if (verb === "up" || verb === "down") this.move(verb === "up" ? -1 : 1);
    else if (verb === "hold" && state.state === "held") this.press("resume");
    else if (verb === "take") this.callOver(state);
    else if (verb === "cut") this.cut(state);
    else if (verb === "end" || (verb === "skip" && itemOf(state, state.next)?.is_protected)) this.confirm(verb, state);
    else this.press(verb);
  }

  cut(state) {
    if (state.offers.length) this.press("cut", { item: state.offers[0].item, seconds: state.offers[0].seconds });
  }

  callOver(state) {
    const isMine = state.caller?.id === Number(this.root.dataset.user);
    if (isMine) this.press("give");
    else if (!state.caller || this.isSilent(state)) this.press("take", { words: state.caller ? "over" : "" });
    else this.press("take");
  }

  isSilent(state) {
    return state.caller_seen_at !== null && this.now() - state.caller_seen_at > 30000;
  }

  // The arrows choose among what is open, and the chosen one stands by.
  move(step) {
    const state = this.state;
    const open = state.order.filter((code) => isOpen(state, code));
    const chosen = open[open.indexOf(state.next) + step];
    if (chosen) this.press("stand-by", { item: chosen });
  }

  confirm(verb, state) {
    const dialog = this.root.querySelector(`[data-dialog=${verb}]`);
    const item = itemOf(state, state.next);
    for (const place of dialog.querySelectorAll("[data-item-title]")) place.textContent = item ? this.show.title(item) : "";
    dialog.showModal();
  }

  open(name) {
    this.root.querySelector(`[data-dialog=${name}]`).showModal();
  }

  submitted(event) {
    const form = event.target;
    if (!form.matches("[data-ch-step]")) return;
    event.preventDefault();
    const sent = Object.fromEntries(new FormData(form, event.submitter));
    form.closest("dialog")?.close();
    form.closest("details")?.removeAttribute("open");
    const { kind, item = "", words = "", minutes, item_kind } = sent;
    const seconds = sent.seconds ? Number(sent.seconds) : null;
    if (form.matches("[data-ch-asks]")) this.act(kind);
    else if (kind === "add") this.press(kind, { item: this.state.current, words, item_kind, minutes: minutes || null });
    else this.press(kind, { item, seconds, words });
    if (kind === "add") form.reset();
  }
}

// Also where the page has no certificate, on the venue's own network.
function uid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

new Desk(document.querySelector("[data-ch-desk]"));
