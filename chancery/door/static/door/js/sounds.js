// What a word may sound like; it follows chancery/rules/names/sounds.py with the tables of it.

const ASCII = /^[\x00-\x7f]*$/;
const MOST_SKELETONS = 400;

export const undoubled = (text) => text.replace(/(.)\1+/gsu, "$1");

export function soundsOf({ sounds, styles, coarse, silent }, { native, scriptOf, withoutMarks }) {
  const ofStyles = styles.map(([name, pattern]) => [name, new RegExp(pattern, "u")]);
  const compiled = new Map();
  const silence = new Set(silent);

  // By first letter: one pattern of all its rules, whose group tells the rule.
  function rulesFor(style) {
    if (!compiled.has(style)) {
      const rows = Object.entries(sounds[style] ?? sounds.Latin);
      compiled.set(style, new Map(rows.map(([letter, [pattern, rules]]) => [letter, [new RegExp(pattern, "uy"), rules]])));
    }
    return compiled.get(style);
  }

  const latinStyle = (word) => ofStyles.find(([, sign]) => sign.test(word))?.[0] ?? "Latin";

  function slotsBy(rules, word) {
    const found = [];
    for (let place = 0; place < word.length; ) {
      const [pattern, some] = rules.get(word[place]) ?? [];
      if (pattern) pattern.lastIndex = place;
      const match = pattern?.exec(word);
      if (match) {
        const [strict] = some[match.findIndex((group, number) => number && group !== undefined) - 1];
        found.push(strict.split("|"));
        place += match[0].length;
      } else place += 1;
    }
    return found;
  }

  function slots(word) {
    if (ASCII.test(word)) return slotsBy(rulesFor(latinStyle(word)), word.replaceAll("'", ""));
    const script = scriptOf(word);
    const spelt = script === "Arabic" ? word : native(word);
    if (script !== "Latin") return slotsBy(rulesFor(script), spelt);
    const rules = rulesFor(latinStyle(spelt));
    const plain = [...spelt].map((sign) => (rules.has(sign) ? sign : withoutMarks(sign))).join("");
    return slotsBy(rules, plain.replaceAll("'", ""));
  }

  const coarsely = (sound) => [...sound].map((sign) => coarse[sign] ?? sign).join("");
  const once = (choices) => [...new Set(choices)];

  function readings(row, most) {
    let [found, run] = [[""], ""];
    for (const slot of row) {
      if (slot.length === 1 || found.length * slot.length > most) run += slot[0];
      else {
        const starts = found;
        found = slot.flatMap((choice) => starts.map((start) => `${start}${run}${choice}`));
        run = "";
      }
    }
    return once(found.map((start) => undoubled(start + run)));
  }

  // An i before a and o is left out; the sounds that then meet count once.
  const withoutGlides = (reading) => undoubled(reading.replace(/i+(?=[ao])/g, ""));

  function coarseReadings(word, most) {
    const row = slots(word).map((slot) => once(slot.map(coarsely)));
    return once(readings(row, most).map((reading) => (reading.includes("i") ? withoutGlides(reading) : reading)));
  }

  const consonantsOf = (sound) => [...coarsely(sound)].filter((sign) => !silence.has(sign)).join("");

  function skeletons(word) {
    let found = [""];
    for (const slot of slots(word)) {
      const choices = once(slot.map((choice) => consonantsOf(choice)));
      found = once(found.flatMap((start) => choices.map((choice) => start + choice)));
      if (found.length > MOST_SKELETONS) found = found.sort().slice(0, MOST_SKELETONS);
    }
    return once(found.map(undoubled));
  }

  return { coarseReadings, skeletons, undoubled };
}
