// What the office answered to what was written down here of a guest: it stands below the top until the steward has read it.
import { button, h } from "./page.js";

const MOST = 3;

export function toldOf(app) {
  let sentences = [];

  function show() {
    const close = () => {
      sentences = [];
      show();
      app.focus();
    };
    const lines = h("ul", { dir: "auto" }, sentences.map((sentence) => h("li", {}, sentence)));
    const shown = sentences.length ? [lines, button(app.words.say("close"), close)] : [];
    app.parts.told.replaceChildren(...shown);
  }

  return {
    add(sentence) {
      sentences = [...sentences.filter((said) => said !== sentence), sentence].slice(-MOST);
      show();
      app.say(sentence);
    },
  };
}
