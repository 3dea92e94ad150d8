// The drawing is kept in the browser while it is not saved, and saved on the revision it was drawn on.
import { say } from "../../base/js/spoken.js";
import { Draft } from "./draft.js";

export class Saving {
  constructor(editor) {
    const { room, revision } = editor.root.dataset;
    Object.assign(this, { editor, revision: Number(revision), newest: undefined });
    this.draft = new Draft(localStorage, room);
    this.offer();
    window.addEventListener("beforeunload", (event) => editor.course.isChanged && event.preventDefault());
    window.addEventListener("pagehide", () => this.draft.write());
  }

  keep() {
    if (this.editor.course.isChanged) this.draft.keep(this.editor.layout, this.revision);
  }

  save(since = this.revision) {
    return this.editor.next(() => this.send(since));
  }

  // Somebody else was faster, and this drawing shall stand in the place of theirs.
  over() {
    return this.save(this.newest);
  }

  async send(since) {
    const { editor } = this;
    const sent = editor.layout;
    const { sentence = "", revision, newest } = await editor.office.save(sent, since);
    editor.part("conflict").hidden = newest === undefined;
    editor.part("conflict-words").textContent = sentence;
    editor.tell(newest === undefined ? sentence : "");
    this.newest = newest;
    if (revision === undefined) return;
    this.revision = revision;
    this.draft.drop();
    editor.course.keep(sent);
    editor.show();
    say(editor.root.dataset.saved);
  }

  offer() {
    const found = this.draft.read();
    const isOther = found && JSON.stringify(found.layout) !== JSON.stringify(this.editor.layout);
    this.found = isOther ? found : null;
    this.editor.part("draft").hidden = !isOther;
  }

  // A draft goes on from the revision it was drawn on: a newer one is told when it is saved.
  async resume() {
    const { layout, revision } = this.found;
    this.editor.part("draft").hidden = true;
    if (await this.editor.change(() => layout)) this.revision = revision;
  }

  drop() {
    this.editor.part("draft").hidden = true;
    this.draft.drop();
  }
}
