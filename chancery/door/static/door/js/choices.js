// What the steward has chosen for this telephone; it names nobody, so it may stay when the guests are forgotten.
const NAME = "chancery-door-choices";
const USUAL = { language: "", sound: true, light: "system" };
const THEMES = { system: "system", sun: "light", dark: "dark" };

export function choicesOf(storage = globalThis.localStorage) {
  let chosen = { ...USUAL, ...read(storage) };
  return {
    get: (name) => chosen[name],
    set(name, value) {
      chosen = { ...chosen, [name]: value };
      storage.setItem(NAME, JSON.stringify(chosen));
    },
    theme: () => THEMES[chosen.light] ?? THEMES.system,
  };
}

function read(storage) {
  try {
    return JSON.parse(storage.getItem(NAME) ?? "{}");
  } catch {
    return {};
  }
}
