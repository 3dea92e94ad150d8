// A table that is edited in place: up, down and Enter move between rows, a copied block fills the cells below.
import { pasted, rowAfter } from "./cells.js";
import { hook } from "./hook.js";

const CELL = "input:not([type=hidden]):not([type=checkbox]), select, textarea";

export const start = hook("[data-ch-sheet]", (sheet) => {
  const grid = () => [...sheet.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll(CELL)]);

  function placeOf(field) {
    const cells = grid();
    const row = cells.findIndex((fields) => fields.includes(field));
    return { cells, row, column: row < 0 ? -1 : cells[row].indexOf(field) };
  }

  sheet.addEventListener("keydown", (event) => {
    if (!event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.getAttribute("role") === "combobox") return;
    const { cells, row, column } = placeOf(event.target);
    const next = rowAfter(row, event.key, cells.length);
    const field = cells[next]?.[column];
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select?.();
  });
  sheet.addEventListener("paste", (event) => {
    const block = pasted(event.clipboardData?.getData("text/plain") ?? "");
    const { cells, row, column } = placeOf(event.target);
    if (row < 0 || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    block.forEach((line, down) =>
      line.forEach((text, along) => {
        const field = cells[row + down]?.[column + along];
        if (!field?.matches("input, textarea")) return;
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    );
  });
});
