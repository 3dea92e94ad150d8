// The words a name is found by: plain words, what they sound like, and the consonants of unvowelled ones.
//
// It follows chancery/rules/names (letters, folding, sounds, search) and takes every table from it, so that both give the
// same; tests/door/test_names_on_the_phone.py holds them against each other.
import { soundsOf } from "./sounds.js";

const SOUND = "0";
const CONSONANTS = "1";
const MOST_READINGS = 12;
const MOST_KEYS = 6;
const FEWEST_CONSONANTS = 2;
const MERGED = { b: "v", p: "v", z: "s" };
const ABJADS = new Set(["Arabic", "Hebrew"]);
const WITHOUT_KEYS = new Set([...ABJADS, "other"]);
const PAIRED = new Set(["Greek", "Armenian"]);
const NO_WORD = /[^\p{L}\p{N}']+/u;
const NO_LETTER = /[^a-z0-9]+/g;
const ASCII = /^[\x00-\x7f]*$/;
const KOREAN = 0xac00;
const KOREAN_SYLLABLES = 11172;
const LETTER = /\p{L}/u;

// Names, and the houses people come from, are met again and again in one list.
function remembered(give) {
  const known = new Map();
  return (text) => known.get(text) ?? known.set(text, give(text)).get(text);
}

export function namesOf(tables) {
  const { letters, chinese, known } = tables;
  const readings = new Map();
  for (const [reading, signs] of Object.entries(chinese.readings)) for (const sign of signs) readings.set(sign, reading);
  const surnames = new Set(chinese.surnames);
  const [points, invisible, apostrophes, dashes] = ["points", "invisible", "apostrophes", "dashes"].map(
    (name) => new RegExp(letters[name], "gu"),
  );
  const scripts = new Map();
  const sounds = soundsOf(tables, { native, scriptOf, withoutMarks });

  const tidy = (text) =>
    text.replace(invisible, "").normalize("NFKC").replace(apostrophes, "'").replace(dashes, "-").split(/\s+/u).filter(Boolean).join(" ");
  const lower = (text) => text.replaceAll("İ", "i").toLowerCase().normalize("NFC");
  const withoutPoints = (text) => text.replace(points, "");
  const translated = (text, table) => [...text].map((sign) => table[sign] ?? sign).join("");

  // й and ї keep their marks, since they are letters.
  function withoutMarks(text) {
    const kept = text.replaceAll("й", "\ue000").replaceAll("ї", "\ue001").normalize("NFD").replace(/\p{M}/gu, "");
    return kept.normalize("NFC").replaceAll("\ue000", "й").replaceAll("\ue001", "ї");
  }

  function scriptOfSign(sign) {
    if (!scripts.has(sign)) {
      const code = sign.codePointAt(0);
      const range = LETTER.test(sign) && letters.ranges.find(([first, last]) => first <= code && code <= last);
      scripts.set(sign, range ? range[2] : "other");
    }
    return scripts.get(sign);
  }

  function scriptOf(word) {
    for (const sign of word) {
      const script = scriptOfSign(sign);
      if (script !== "other") return script;
    }
    return "other";
  }

  function native(word) {
    if (ASCII.test(word)) return word;
    const plain = translated(withoutPoints(word), letters.lookalikes);
    return scriptOf(plain) === "Latin" ? plain : withoutMarks(plain);
  }

  // A word that mixes Latin and Cyrillic is put into the script of most of its letters.
  function inOneScript(word) {
    if (ASCII.test(word)) return word;
    const count = (script) => [...word].filter((sign) => scriptOfSign(sign) === script).length;
    const [latin, cyrillic] = [count("Latin"), count("Cyrillic")];
    if (!latin || !cyrillic) return word;
    const [from, into] = latin >= cyrillic ? [letters.twins[1], letters.twins[0]] : letters.twins;
    return [...word].map((sign) => (from.includes(sign) ? into[from.indexOf(sign)] : sign)).join("");
  }

  function piecesOf(word) {
    const signs = [...word];
    if (scriptOf(word) !== "Chinese") return [word];
    const length = surnames.has(signs.slice(0, 2).join("")) ? 2 : 1;
    if (signs.length <= length || signs.length > 4) return [word];
    return [signs.slice(0, length).join(""), signs.slice(length).join("")];
  }

  function wordsIn(text) {
    const parted = withoutPoints(lower(tidy(text))).split(NO_WORD);
    return parted.map((word) => inOneScript(word.replace(/^'+|'+$/g, ""))).filter(Boolean).flatMap(piecesOf);
  }

  const pinyin = (word) => chinese.as_surname[word] ?? [...word].map(plainOfSign).join("");
  const plainOfSign = (sign) => readings.get(sign) ?? letters.plain[sign] ?? (ASCII.test(sign) ? sign : korean(sign));

  // A syllable is a beginning, one of 21 vowels and one of 28 ends.
  function korean(sign) {
    const place = sign.codePointAt(0) - KOREAN;
    if (place < 0 || place >= KOREAN_SYLLABLES) return "";
    const [beginnings, vowels, ends] = letters.korean;
    return beginnings[Math.floor(place / 588)] + vowels[Math.floor((place % 588) / 28)] + ends[place % 28];
  }

  function foldWord(word) {
    if (ASCII.test(word)) return word.replace(NO_LETTER, "");
    const script = scriptOf(word);
    if (script === "Chinese") return pinyin(word);
    let plain = withoutPoints(word);
    if (PAIRED.has(script)) {
      plain = withoutMarks(plain);
      for (const [pair, latin] of letters.pairs) plain = plain.replaceAll(pair, latin);
    }
    return [...plain.normalize("NFC")].map(plainOfSign).join("").toLowerCase().replace(NO_LETTER, "");
  }

  function knownKeys(word) {
    const plain = foldWord(word);
    const numbers = known.exact[native(word)] ?? known.folded[plain] ?? known.exact[plain] ?? [];
    return numbers.flatMap((number) => known.keys[number] ?? []);
  }

  const soundKeys = remembered((word) => {
    const script = scriptOf(word);
    const spelt = script === "Chinese" ? foldWord(word) : word;
    const own = WITHOUT_KEYS.has(script) ? [] : sounds.coarseReadings(spelt, MOST_READINGS);
    const keys = new Set([...own, ...knownKeys(word)].map((key) => key.toLowerCase()).filter(Boolean));
    return [...keys].map((key) => SOUND + key).slice(0, MOST_KEYS);
  });

  const merged = (skeleton) =>
    sounds.undoubled([...skeleton.replaceAll("ts", "s")].map((sign) => MERGED[sign] ?? sign).join(""));

  function consonantsLike(word) {
    const found = new Set(sounds.skeletons(word).map((skeleton) => merged(skeleton.toLowerCase())));
    const usable = [...found].filter((skeleton) => skeleton.length >= FEWEST_CONSONANTS).sort();
    return usable.map((skeleton) => CONSONANTS + skeleton).slice(0, MOST_KEYS);
  }

  const isAbjad = (word) => ABJADS.has(scriptOf(word));
  const consonantKeys = (word) => (isAbjad(word) ? consonantsLike(word) : []);

  function joined(text) {
    const tied = tidy(text).split(" ").filter((piece) => piece.replace(/^-+|-+$/g, "").includes("-"));
    return tied.map((piece) => wordsIn(piece).map(foldWord).join(""));
  }

  function wordsOf(text) {
    const spelt = wordsIn(text);
    const keys = spelt.flatMap((word) => [...soundKeys(word), ...consonantKeys(word)]);
    return [...new Set([...spelt.map(foldWord), ...joined(text), ...keys])].filter(Boolean);
  }

  return { wordsIn, foldWord, soundKeys, consonantKeys, consonantsLike, wordsOf: remembered(wordsOf), isAbjad, merged };
}
