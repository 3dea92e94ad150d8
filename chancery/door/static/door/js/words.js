// The words of the app, in the language that its steward has chosen. The page holds them all, so none needs a network.

const filled = (sentence, values) =>
  sentence.replace(/%\((\w+)\)s/g, (placeholder, name) => (name in values ? String(values[name]) : placeholder));

export function catalogueIn(catalogues, wanted) {
  const known = new Map(catalogues.map((catalogue) => [catalogue.language, catalogue]));
  const code = wanted.find((language) => known.has(language) || known.has(language.split("-")[0]));
  return known.get(code) ?? known.get(code?.split("-")[0]) ?? known.get("en") ?? catalogues[0];
}

// {say, counted, time, language, direction} of one catalogue.
export function wordsOf({ language, direction, words, counted }) {
  const form = new Intl.PluralRules(language);
  const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  return {
    language,
    direction,
    has: (key) => key in words,
    say: (key, values = {}) => filled(words[key] ?? key, values),
    counted(key, count, values = {}) {
      const forms = counted[key];
      return filled(forms[form.select(count)] ?? forms.other, { count, ...values });
    },
    time: (at) => clock.format(at),
    moment: (at) => `${day.format(at)}, ${clock.format(at)}`,
    // One of several wordings by language; English where the wanted one is missing.
    wording: (texts) => texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "",
  };
}

export function readCatalogues(root = document) {
  return [...root.querySelectorAll("script[type='application/json']")]
    .map((element) => JSON.parse(element.textContent))
    .filter((content) => "words" in content);
}
