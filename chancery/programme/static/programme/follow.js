// What the player of the hall has to do to follow the operator; nothing here touches the page.

const NEARLY = 1;

// `wanted` is the answer of the server; `player` is {film, turn, isFresh}. Returns steps as [verb, value].
export function steps(wanted, player) {
  const film = wanted.film ? wanted.film.url : "";
  if (film !== player.film) return [film ? ["load", wanted.film] : ["unload"]];
  if (!film || wanted.turn === player.turn) return [];
  return [["subtitles", wanted.languages], ...moves(wanted, player.isFresh)];
}

function moves(wanted, isFresh) {
  // Only a player that has just come seeks: during a showing a seek would be seen.
  const seek = isFresh && wanted.position > NEARLY ? [["seek", wanted.position]] : [];
  switch (wanted.state) {
    case "playing":
      return [...seek, ["play"]];
    case "paused":
      return [...seek, ["pause"]];
    case "ended":
      return [["end"]];
    default:
      return [["rewind"]];
  }
}

// What a key means while the film stands in `state`; empty for keys of the browser.
export function meaning(key, state) {
  if (key === " ") return state === "playing" ? ["pause"] : ["play"];
  if (key === "ArrowLeft") return ["skip", -10];
  if (key === "ArrowRight") return ["skip", 10];
  if (key === "Home") return ["rewind"];
  return key.toLowerCase() === "f" ? ["screen"] : [];
}

// How much of a film has come, in whole hundredths; a film of unknown size is there or not.
export function share(received, size) {
  return size > 0 ? Math.min(99, Math.floor((received / size) * 100)) : 0;
}
