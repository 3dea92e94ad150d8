// Which seat stands next in a direction: calculations without a page.
const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * The index of the nearest of `points` ({x, y}) seen from the one at `from` by an arrow key, or -1.
 * What stands aside counts three times as far as what stands ahead.
 */
export function nearest(points, from, key) {
  const direction = DIRECTIONS[key];
  if (!direction || !points[from]) return -1;
  const [dx, dy] = direction;
  let best = -1;
  let least = Infinity;
  points.forEach((point, index) => {
    const x = point.x - points[from].x;
    const y = point.y - points[from].y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (index === from || ahead <= 0) return;
    const far = ahead + 3 * aside;
    if (far < least) [best, least] = [index, far];
  });
  return best;
}
