// The drawing of a room as values: every change gives a new drawing and leaves the one it was given as it was.

const PREFIX = { rows: "R", seats: "S", standing: "Z", dais: "D", head: "H" };
const TABLES = new Set(["round", "long", "u", "horseshoe", "t", "comb"]);

export const within = (number, least, most) => Math.min(most, Math.max(least, number));

const rounded = (number) => Math.round(number * 100) / 100;

const withPieces = (layout, change) => ({ ...layout, furniture: layout.furniture.map(change) });

export function pieceOf(layout, id) {
  return layout.furniture.find((piece) => piece.id === id);
}

// Rows are called by letters, tables by T and a number; what stands beside seats by M.
export function freeId(layout, kind) {
  const used = new Set(layout.furniture.map((piece) => piece.id.toUpperCase()));
  if (kind === "rows") {
    const letter = [..."ABCDEFGHIJKLNOPQRSUVWXYZ"].find((one) => !used.has(one));
    if (letter) return letter;
  }
  const prefix = TABLES.has(kind) ? "T" : (PREFIX[kind] ?? "M");
  for (let number = 1; ; number += 1) if (!used.has(`${prefix}${number}`)) return `${prefix}${number}`;
}

export function added(layout, piece) {
  return { ...layout, furniture: [...layout.furniture, piece] };
}

export function moved(layout, ids, dx, dy) {
  return withPieces(layout, (piece) =>
    ids.has(piece.id) ? { ...piece, x: rounded(piece.x + dx), y: rounded(piece.y + dy) } : piece,
  );
}

export function turned(layout, ids, degrees) {
  return withPieces(layout, (piece) =>
    ids.has(piece.id) ? { ...piece, turned: ((piece.turned ?? 0) + degrees + 360) % 360 } : piece,
  );
}

// An empty value is taken out: the number then follows from the others.
export function changed(layout, id, key, value) {
  return withPieces(layout, (piece) => {
    if (piece.id !== id) return piece;
    const { [key]: _before, ...rest } = piece;
    return value === "" || value === null ? rest : { ...rest, [key]: value };
  });
}

// Seats of rows and tables begin with the id of their piece; single seats may have ids of their own.
export function notesOf(layout, piece) {
  const own = new Set((piece.rows?.flatMap?.((row) => row.seats) ?? []).map((seat) => seat.id));
  const notes = Object.entries(layout.seats ?? {});
  return Object.fromEntries(notes.filter(([seat]) => seat.startsWith(`${piece.id}-`) || own.has(seat)));
}

export function removed(layout, ids) {
  const gone = layout.furniture.filter((piece) => ids.has(piece.id));
  const lost = new Set(gone.flatMap((piece) => Object.keys(notesOf(layout, piece))));
  return {
    ...layout,
    furniture: layout.furniture.filter((piece) => !ids.has(piece.id)),
    seats: Object.fromEntries(Object.entries(layout.seats ?? {}).filter(([seat]) => !lost.has(seat))),
  };
}

// Copies get ids of their own, what is noted for their seats comes along. Gives the drawing and the new ids.
export function copied(layout, ids, away) {
  let next = layout;
  const made = new Set();
  for (const piece of layout.furniture.filter((one) => ids.has(one.id))) {
    const id = freeId(next, piece.kind);
    const copy = { ...withoutOwnIds(piece), id, x: piece.x + away, y: piece.y + away };
    const notes = Object.entries(notesOf(layout, piece))
      .filter(([seat]) => seat.startsWith(`${piece.id}-`))
      .map(([seat, note]) => [id + seat.slice(piece.id.length), note]);
    next = added({ ...next, seats: { ...next.seats, ...Object.fromEntries(notes) } }, copy);
    made.add(id);
  }
  return [next, made];
}

function withoutOwnIds(piece) {
  if (!Array.isArray(piece.rows)) return piece;
  const bare = ({ id: _own, ...seat }) => seat;
  return { ...piece, rows: piece.rows.map((row) => ({ ...row, seats: row.seats.map(bare) })) };
}

// One mark of seats put on or taken off: on for all unless all have it.
export function noted(layout, seats, key, value) {
  const notes = { ...layout.seats };
  const isOn = value === true && seats.every((seat) => notes[seat]?.[key]);
  for (const seat of seats) {
    const { [key]: _before, ...rest } = notes[seat] ?? {};
    const note = isOn || !value ? rest : { ...rest, [key]: value };
    if (Object.keys(note).length) notes[seat] = note;
    else delete notes[seat];
  }
  return { ...layout, seats: notes };
}

// In one line across or down: at the middle of all; or with equal steps between the first and the last.
export function aligned(layout, ids, way) {
  const chosen = layout.furniture.filter((piece) => ids.has(piece.id));
  if (chosen.length < 2) return layout;
  const axis = way === "across" || way === "spread-down" ? "y" : "x";
  const places = way.startsWith("spread") ? spread(chosen, axis) : level(chosen, axis);
  return withPieces(layout, (piece) =>
    places.has(piece.id) ? { ...piece, [axis]: places.get(piece.id) } : piece,
  );
}

function level(pieces, axis) {
  const middle = Math.round(pieces.reduce((sum, piece) => sum + piece[axis], 0) / pieces.length);
  return new Map(pieces.map((piece) => [piece.id, middle]));
}

function spread(pieces, axis) {
  const sorted = [...pieces].sort((one, other) => one[axis] - other[axis]);
  const first = sorted[0][axis];
  const step = (sorted.at(-1)[axis] - first) / (sorted.length - 1);
  return new Map(sorted.map((piece, index) => [piece.id, rounded(first + step * index)]));
}
