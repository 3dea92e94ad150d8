// The sentences of an answer, and what the doors have said before of the same party.
import { thatCount } from "./standing.js";

export function sentencesOf(reasons, { guest, standing, words }) {
  const values = { came: standing?.came ?? 0, expected: guest?.expected ?? 0, name: guest?.representative ?? "" };
  return reasons.map((reason) => words.say(`reason.${reason}`, values));
}

// “2 people at 18:47 by Door 1 (this telephone)”, the first one first.
export function entriesOf(scans, { words, doorName, device }) {
  const admitted = thatCount(scans).filter(({ kind }) => kind === "admit");
  return admitted.map((scan) =>
    words.say(scan.device === device ? "already.here" : "already.there", {
      people: words.counted("people", scan.people),
      time: words.time(scan.at),
      door: doorName(scan.door),
    }),
  );
}

// What the screen reader says in one breath.
export const saidOf = (light, sentences, guest, words) =>
  [words.say(`light.${light}`), guest?.spoken || guest?.name, ...sentences].filter(Boolean).join(". ");
