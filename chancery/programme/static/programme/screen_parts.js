// Small parts that several kinds of screens share.

// Write a text where it has changed, so that a reader is not told the same again five times a second.
export function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

// A title as the server tells it: a text with the language it is really in.
export function writeTitle(place, title) {
  write(place, title ? title.text : "");
  if (title) Object.assign(place, { lang: title.language, dir: title.direction });
}

// What a screen says while nothing runs.
export function idle(root, state) {
  const word = state.current ? "" : state.run === "running" || state.run === "held" ? "between" : state.run;
  for (const line of root.querySelectorAll("[data-idle]")) line.hidden = line.dataset.idle !== word;
}

// Show one language after the other; returns a function of the moment.
export function inTurn(parts, each) {
  return (now) => {
    const turn = Math.floor(now / each) % parts.length;
    parts.forEach((part, place) => {
      part.hidden = place !== turn;
    });
    return turn;
  };
}
