// What a steward learns of a guest: somebody comes instead, or the name is spelt otherwise.
import { field, form, h } from "../page.js";
import { sheet } from "./unlisted.js";

export const instead = (app, { guest }) => correcting(app, guest, "instead", "representative");
export const spelling = (app, { guest }) => correcting(app, guest, "spelling", "spelling");

function correcting(app, guest, page, kind) {
  const { door, words } = app;
  const isInstead = kind === "representative";
  const [nameField, name] = field("right-name", words.say("name"), { value: isInstead ? "" : guest.name });
  const [officeField, office] = field("right-office", words.say("office"));
  const trouble = h("p", { class: "door-trouble", role: "alert", hidden: true }, words.say("name.missing"));

  async function send() {
    const said = { kind, party: guest.party, name: name.value.trim(), office: office.value.trim() };
    trouble.hidden = Boolean(said.name);
    if (!said.name) return name.focus();
    await door.correct(said);
    app.say(words.say(`${page}.done`, { name: said.name }));
    const changed = isInstead ? { representative: said.name } : { name: said.name };
    return app.answer({ pass: "", guest: { ...guest, ...changed }, how: "search" });
  }

  return sheet(words.say(`${page}.heading`), [
    h("p", {}, words.say(`${page}.lead`, { name: guest.name })),
    form([nameField, trouble, isInstead ? officeField : null], { does: words.say(`${page}.do`), onsubmit: send }),
  ]);
}
