// Measures on the floor, in centimetres: rectangles, steps of the grid, how far pieces may go.

// The rectangle about a piece that is turned: [left, top, right, bottom] in the room.
export function boundsIn(piece, [left, top, right, bottom]) {
  const turn = ((piece.turned ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
  const across = corners.map(([x, y]) => piece.x + x * cos - y * sin);
  const down = corners.map(([x, y]) => piece.y + x * sin + y * cos);
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

export function together(rectangles) {
  return [
    Math.min(...rectangles.map(([left]) => left)),
    Math.min(...rectangles.map(([, top]) => top)),
    Math.max(...rectangles.map(([, , right]) => right)),
    Math.max(...rectangles.map(([, , , bottom]) => bottom)),
  ];
}

export function meet([left, top, right, bottom], [otherLeft, otherTop, otherRight, otherBottom]) {
  return left <= otherRight && otherLeft <= right && top <= otherBottom && otherTop <= bottom;
}

// The nearest step that keeps the rectangle in the room; what is larger than the room begins at its wall.
export function kept([left, top, right, bottom], dx, dy, { width, depth }) {
  const along = (low, high, far, step) => Math.max(-low, Math.min(far - high, step));
  return [along(left, right, width, dx), along(top, bottom, depth, dy)];
}

// The step that brings `place` to the grid.
export function snapped(place, step, grid) {
  return grid ? Math.round((place + step) / grid) * grid - place : step;
}

export const metres = (centimetres) => (centimetres / 100).toFixed(2);

export function rectangle(one, other) {
  return [
    Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y),
  ];
}
