// Keys and buttons of the editor: what each of them does.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function start(editor) {
  const { root } = editor;
  root.addEventListener("click", (event) => pressed(editor, event));
  root.querySelector("[data-box]").addEventListener("keydown", (event) => key(editor, event));
  root.querySelector("[data-box]").addEventListener("keyup", (event) => {
    if (event.key === " ") editor.isPanning = false;
  });
  root.querySelector("[data-grid]").addEventListener("change", ({ target }) => {
    editor.grid = target.checked ? Number(target.value) : 0;
  });
  for (const mode of root.querySelectorAll("[name=mode]")) {
    mode.addEventListener("change", () => editor.holding.seatMode(mode.value === "seats"));
  }
  document.addEventListener("keydown", (event) => everywhere(editor, event));
}

function pressed(editor, event) {
  const { does, kind, degrees, way, mark } = event.target.closest("[data-does]")?.dataset ?? {};
  const work = {
    add: () => editor.add(kind),
    turn: () => editor.turn(Number(degrees)),
    align: () => editor.align(way),
    copy: () => editor.copy(),
    remove: () => editor.remove(),
    undo: () => editor.travel("undo"),
    redo: () => editor.travel("redo"),
    save: () => editor.saving.save(),
    over: () => editor.saving.over(),
    resume: () => editor.saving.resume(),
    drop: () => editor.saving.drop(),
    nearer: () => editor.view.nearer(),
    farther: () => editor.view.farther(),
    whole: () => editor.view.whole(),
    mark: () => editor.mark(mark, true),
    zone: () => editor.mark("zone", editor.root.querySelector("[name=seat-zone]").value.trim()),
  }[does];
  work?.();
}

function key(editor, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const [dx, dy] = STEPS[event.key] ?? [0, 0];
  const step = event.shiftKey ? 1 : editor.grid || 10;
  if ((dx || dy) && editor.holding.pieces.size) editor.moveBy(editor.holding.pieces, dx * step, dy * step);
  else if (event.key === "Delete" || event.key === "Backspace") editor.remove();
  else if (event.key === "Escape") editor.holding.take([]);
  else if (event.key.toLowerCase() === "r") editor.turn(event.shiftKey ? -15 : 15);
  else if (event.key.toLowerCase() === "d") editor.copy();
  else if (event.key === "+") editor.view.nearer();
  else if (event.key === "-") editor.view.farther();
  else if (event.key === "Enter" && event.target.dataset.piece) {
    editor.holding.grasp(event.target.dataset.piece, event.shiftKey);
    editor.holding.settle(event.target.dataset.piece, event.shiftKey);
  } else if (event.key === " ") editor.isPanning = true;
  else return;
  event.preventDefault();
}

function everywhere(editor, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const letter = event.key.toLowerCase();
  const isWriting = event.target.matches("input, textarea, select");
  if (letter === "s") editor.saving.save();
  else if (letter === "z" && !isWriting && event.shiftKey) editor.travel("redo");
  else if (letter === "z" && !isWriting) editor.travel("undo");
  else if (letter === "y" && !isWriting) editor.travel("redo");
  else if (letter === "a" && editor.root.querySelector("[data-box]").contains(event.target)) editor.holding.all();
  else return;
  event.preventDefault();
}
