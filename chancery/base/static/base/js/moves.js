// Who moved, from where to where. No DOM: orders are lists of names, each name once.

/** `order` with the name at `from` put at `to`; places count from 0. */
export function moved(order, from, to) {
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, order[from]);
}

/**
 * The fewest names that explain the new order, with places counted from 1.
 * Who only slid because another was lifted over them did not move.
 */
export function moves(before, after) {
  const was = new Map(before.map((name, at) => [name, at]));
  const stayed = longestRising(after.map((name) => was.get(name)));
  return after
    .map((name, at) => ({ name, from: was.get(name) + 1, to: at + 1 }))
    .filter((_, at) => !stayed.has(at));
}

/** The places of one longest rising subsequence (patience sorting). */
function longestRising(numbers) {
  const ends = [];
  const previous = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) low = middle + 1;
      else high = middle;
    }
    previous[at] = low ? ends[low - 1] : -1;
    ends[low] = at;
  });
  const places = new Set();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]) places.add(at);
  return places;
}
