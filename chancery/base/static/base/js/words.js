// Sentences come from the page, already translated, with named places: `{name} moves to place {place}.`

export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}
