// What of a picture of the camera is looked at, and when a code that was seen is told. No DOM here.

export const QUIET = 3000;
export const PAUSE = 90;
const NEAR = 800;
const FAR = 1280;

/**
 * The part of a picture for the `turn`-th look and the size it is brought to, in pixels.
 *
 * A pass held to the telephone fills the middle; every third look takes in all, for a card held far away or aside.
 */
export function frameFor(turn, width, height) {
  if (turn % 3 === 2) return scaled({ x: 0, y: 0, width, height }, FAR);
  const side = Math.min(width, height);
  return scaled({ x: (width - side) / 2, y: (height - side) / 2, width: side, height: side }, NEAR);
}

function scaled(part, most) {
  const factor = Math.min(1, most / Math.max(part.width, part.height));
  return { ...part, toWidth: Math.round(part.width * factor), toHeight: Math.round(part.height * factor) };
}

/**
 * Whether a text is news: the same one is told again only after it was out of sight for QUIET milliseconds.
 *
 * So a pass that stays before the camera is one guest, however long it is held there.
 */
export function onceInSight(quiet = QUIET) {
  let last = "";
  let seenAt = -Infinity;
  return (text, now) => {
    const isNews = text !== last || now - seenAt >= quiet;
    last = text;
    seenAt = now;
    return isNews;
  };
}
