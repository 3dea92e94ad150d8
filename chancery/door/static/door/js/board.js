// The board of arrivals follows the doors: when something changes it asks for itself and renews what is another.
import { Live } from "../../base/js/live.js";
import { focused, renew } from "./renew.js";

const LEAST = 700; // of many changes at once the page is asked for so often, in milliseconds

class Board {
  constructor(root) {
    Object.assign(this, { root, line: root.querySelector("[data-ch-board-line]"), askedAt: 0, isAsking: false });
    this.state = root.querySelector("[data-ch-board-state]");
    this.live = new Live(root.dataset.stream, {
      onNews: (content) => this.take(content),
      onState: (state) => this.tell(state),
    });
    document.addEventListener("visibilitychange", () => document.hidden || (this.isDue && this.ask()));
  }

  // The first message says how things stand; the page that shows it already has nothing to do.
  take(content) {
    if (content.mark && content.mark === this.root.dataset.mark) return;
    this.isDue = true;
    if (!document.hidden) this.ask();
  }

  ask() {
    clearTimeout(this.later);
    const wait = this.askedAt + LEAST - performance.now();
    if (this.isAsking || wait > 0) {
      this.later = setTimeout(() => this.ask(), Math.max(wait, 100));
      return;
    }
    this.askedAt = performance.now();
    this.fetch();
  }

  async fetch() {
    Object.assign(this, { isAsking: true, isDue: false });
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      this.isDue = true;
      this.later = setTimeout(() => this.ask(), 5 * LEAST);
    } finally {
      this.isAsking = false;
    }
  }

  show(page) {
    const fresh = page.querySelector("[data-ch-board]");
    if (!fresh) {
      location.reload();
      return;
    }
    const at = focused(this.root);
    this.root.dataset.mark = fresh.dataset.mark;
    for (const part of this.root.querySelectorAll("[data-ch-board-part]")) {
      const next = fresh.querySelector(`[data-ch-board-part="${part.dataset.chBoardPart}"]`);
      const isChosenIn = part.matches("form") && part.contains(document.activeElement);
      if (next && !isChosenIn) renew(part, document.adoptNode(next));
    }
    if (at && !this.root.contains(document.activeElement)) this.root.querySelector(at)?.focus();
    document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: this.root } }));
  }

  tell(state) {
    this.root.dataset.live = state;
    const words = state === "there" ? this.state.dataset.there : this.state.dataset.cut;
    this.state.textContent = words;
  }
}

for (const root of document.querySelectorAll("[data-ch-board]")) new Board(root);
