// The subtitles of the film on the screen of the hall, on a screen of their own.

import { linesAt } from "./screen_time.js";

export function subtitles(root) {
  const tracks = new Map();
  let film = null;
  let shown = null;

  async function load(track) {
    if (tracks.has(track.url)) return;
    tracks.set(track.url, []);
    try {
      const answer = await fetch(track.url);
      if (!answer.ok) throw new Error(answer.statusText);
      tracks.set(track.url, await answer.json());
    } catch {
      tracks.delete(track.url);
    }
  }

  // What is pushed tells of the run alone; the film is told to whoever asks.
  function take(state) {
    if (!("film" in state)) return;
    film = state.film && { ...state.film, at: state.now };
    root.querySelector("[data-no-film]").hidden = Boolean(film);
    for (const track of film?.tracks ?? []) load(track);
  }

  function tick(_state, now) {
    const lines = film ? film.tracks.flatMap((track) => linesOf(track, now)) : [];
    const wanted = JSON.stringify(lines);
    if (wanted === shown) return;
    shown = wanted;
    root.querySelector("[data-lines]").replaceChildren(...lines.map(lineOf));
  }

  function linesOf(track, now) {
    const position = film.position + (film.is_playing ? (now - film.at) / 1000 : 0);
    return linesAt(tracks.get(track.url) ?? [], position).map((text) => ({ ...track, text }));
  }

  function lineOf({ text, language, direction }) {
    const line = document.createElement("p");
    return Object.assign(line, { textContent: text, lang: language, dir: direction });
  }

  return { take, tick, every: 1000 };
}
