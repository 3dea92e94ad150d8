// The first page of a telephone: it asks for the key of a door.
import { field, form, h } from "../page.js";
import { NoContact, Refused } from "../contact.js";
import { StillWaiting } from "../door.js";
import { languageField } from "./language.js";

const REASONS = { lost: "pair.lost", unpaired: "" };

export function pairing(app) {
  const { words, door } = app;
  const [keyField, key] = field("key", words.say("pair.key"), { dir: "ltr", spellcheck: "false", autocapitalize: "off" });
  const trouble = h("p", { class: "door-trouble", role: "alert", hidden: true });

  async function pair(wanted) {
    trouble.hidden = true;
    try {
      await door.pair(wanted);
      app.go("scan");
    } catch (error) {
      trouble.textContent = words.say(troubleOf(error));
      trouble.hidden = false;
      key.focus();
    }
  }

  const asked = form([keyField, trouble], { does: words.say("pair.do"), onsubmit: () => pair(key.value.trim()) });
  return {
    title: words.say("pair.heading"),
    element: h("section", { class: "door-sheet" },
      h("h1", { tabindex: "-1" }, words.say("pair.heading")),
      whyHere(app),
      h("p", {}, words.say("pair.lead")),
      asked,
      languageField(app),
    ),
    enter() {
      const given = keyOfAddress();
      if (!given) return;
      key.value = given;
      asked.requestSubmit();
    },
  };
}

function troubleOf(error) {
  if (error instanceof Refused) return "pair.refused";
  if (error instanceof NoContact) return "pair.no-contact";
  if (error instanceof StillWaiting) return "pair.waiting";
  throw error;
}

// The key is taken out of the address at once: whoever takes the telephone later cannot read it there.
function keyOfAddress() {
  const key = decodeURIComponent(location.hash.slice(1));
  if (key) history.replaceState(history.state, "", location.pathname);
  return key;
}

function whyHere({ door, words }) {
  const reason = door.state === "gone" ? `gone.${door.gone.by}` : REASONS[door.state];
  return reason ? h("p", { class: "door-trouble" }, words.say(reason)) : null;
}
