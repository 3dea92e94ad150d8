// What a screen makes of the times it is told; nothing here touches the page. Times are milliseconds.

export const TWO_MINUTES = 120;
export const CLOSE = 30;
const LONG_ENOUGH = 300;

// The clock of the server, told from a monotonic clock so that a change of the machine's own does no harm.
export class ServerClock {
  constructor() {
    this.offset = null;
    this.doubt = Infinity;
  }

  // `asked` and `heard` are the machine's monotonic times around a question; the quickest answer counts.
  hear(now, asked, heard) {
    const doubt = (heard - asked) / 2;
    // An old measurement fades, for two clocks never run alike.
    this.doubt = Math.min(this.doubt * 1.2, Infinity);
    if (doubt > this.doubt) return;
    this.doubt = doubt;
    this.offset = now + doubt - heard;
  }

  now(monotonic) {
    return this.offset === null ? null : monotonic + this.offset;
  }
}

// 12:34, with hours 1:02:03; a span without its sign.
export function clockWords(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const tail = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

// Seconds left of an item at a moment, below nothing when over; null where its length is not known.
export function secondsLeft(item, now) {
  if (item.start === null || item.length === null) return null;
  return Math.ceil((item.start + item.length * 1000 - now) / 1000);
}

const SAID = { "2-minutes": "soon", "1-minute": "minute", close: "close" };

// calm, soon, minute, close, over; open where there is no length. The caller's word comes before the clock.
export function toneOf(left, length, word) {
  if (left !== null && left < 0) return "over";
  if (left !== null && left <= CLOSE) return "close";
  if (SAID[word]) return SAID[word];
  if (left === null) return "open";
  return left <= TWO_MINUTES && length >= LONG_ENOUGH ? "soon" : "calm";
}

// What a department is told of an item: hold, go, stand-by, coming or none.
export function callOf(which, state) {
  const call = state[which];
  if (!call || !call.cues.length) return "none";
  if (state.run === "held") return "hold";
  if (which === "current") return call.cues.some((cue) => cue.kind === "go") ? "go" : call.cues[0].kind;
  return state.is_standing_by ? "stand-by" : "coming";
}

// Seconds of a silence that are left, null for any other item and once it is over.
export function silenceLeft(item, now) {
  if (!item || !item.silence_seconds || item.start === null) return null;
  const left = Math.ceil((item.start + item.silence_seconds * 1000 - now) / 1000);
  return left > 0 ? left : null;
}

// The first fixed time that is still to come.
export function anchorAfter(anchors, now) {
  return anchors.find((item) => item.start !== null && item.start > now) || null;
}

// Parts a list into pages by the heights of its rows; a row higher than a page has one for itself.
export function pagesOf(heights, room) {
  const pages = [];
  let filled = Infinity;
  heights.forEach((height, place) => {
    if (filled + height > room) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1).push(place);
    filled += height;
  });
  return pages;
}

// The lines of subtitles at a moment of the film; `cues` are [start, end, text] in seconds.
export function linesAt(cues, position) {
  return cues.filter(([start, end]) => start <= position && position < end).map(([, , text]) => text);
}
