// The language of this telephone; its steward may be of another house than the last one.
import { h } from "../page.js";

export function languageField(app) {
  const options = app.catalogues.map(({ language, name }) =>
    h("option", { value: language, lang: language, selected: language === app.words.language }, name),
  );
  const select = h("select", { id: "language", class: "door-input" }, options);
  select.addEventListener("change", () => app.choose("language", select.value));
  return h("div", { class: "door-field" }, h("label", { for: "language" }, app.words.say("more.language")), select);
}
