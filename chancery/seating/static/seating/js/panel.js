// The numbers of what is held: of one piece, of seats, or of the room. What is left empty follows from the rest.
import { pieceOf } from "./layout.js";

const PLACE = new Set(["x", "y", "turned"]);

export class Panel {
  constructor(editor) {
    this.editor = editor;
    this.root = editor.root.querySelector("[data-panel]");
    this.sets = [...this.root.querySelectorAll("[data-for]")];
    this.root.addEventListener("change", (event) => this.changed(event));
    this.root.addEventListener("submit", (event) => event.preventDefault());
  }

  // What is shown: seats while seats are marked, else one piece, several, or the room.
  show() {
    const { layout, holding } = this.editor;
    const { pieces, isSeating, seats } = holding;
    const piece = pieceOf(layout, holding.one);
    const shown = isSeating ? ["marking"] : piece ? ["piece", piece.kind] : pieces.size ? ["several"] : ["room"];
    for (const set of this.sets) set.hidden = !shown.includes(set.dataset.for);
    for (const set of this.sets) if (!set.hidden) this.fill(set, piece ?? layout);
    const names = this.root.querySelector("[name=chosen-seats]");
    if (isSeating && document.activeElement !== names) names.value = [...seats].join(", ");
  }

  fill(set, values) {
    for (const input of set.querySelectorAll("[data-key]")) {
      input.removeAttribute("aria-invalid");
      const value = values[input.dataset.key] ?? (input.dataset.key === "turned" ? 0 : "");
      input.value = Array.isArray(value) ? value.join(input.dataset.kind === "words" ? "," : ", ") : String(value);
    }
  }

  async changed({ target }) {
    if (target.name === "chosen-seats") this.editor.holding.takeSeats(target.value.split(/[\s,;]+/).filter(Boolean));
    if (!target.dataset.key) return;
    const isTaken = await this.editor.set(target.dataset.key, valueOf(target));
    if (!isTaken) target.setAttribute("aria-invalid", "true");
  }
}

// What is no number goes to the server as it is, which says in its sentence what is wrong with it.
export function valueOf({ value, dataset }) {
  const text = value.trim();
  if (dataset.kind === "text") return text;
  if (dataset.kind === "words") return text ? text.split(",") : "";
  if (dataset.kind === "list") return asNumbers(text);
  if (dataset.kind === "one-or-list") return alone(asNumbers(text));
  if (!text) return PLACE.has(dataset.key) ? 0 : "";
  return asNumber(text);
}

// So many seats in every row, or a number for each of them.
const alone = (numbers) => (numbers.length === 1 ? numbers[0] : numbers);

function asNumbers(text) {
  const numbers = text.split(/[\s,;]+/).filter(Boolean).map(asNumber);
  return numbers.length ? numbers : "";
}

function asNumber(text) {
  const number = Number(text.replace(",", "."));
  return Number.isNaN(number) ? text : number;
}
