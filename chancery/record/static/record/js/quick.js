// Notes in the hall: every key is kept on the phone, what is finished goes to the office when the network is there.
import { fill } from "../../base/js/words.js";
import { steps } from "./items.js";
import { listed } from "./noted.js";
import * as notes from "./notes.js";
import { send } from "./sending.js";
import { shelfOf } from "./shelf.js";

const RETRY = 4_000;

async function begin(form) {
  const shelf = shelfOf(form.dataset);
  const known = new Map((await shelf.all()).map((note) => [note.key, note]));
  const list = listed(document, { again });
  const state = document.querySelector("[data-ch-state]");
  let current = [...known.values()].find((note) => note.state === "open") ?? null;
  let isSending = false;
  let isAskedAgain = false;
  let isSignedOut = false;

  function keep(note) {
    known.set(note.key, note);
    return shelf.put(note);
  }

  function show() {
    list.show([...known.values()].filter((note) => note.state !== "open"));
    const count = notes.toSend([...known.values()]).length;
    state.toggleAttribute("data-is-careful", count > 0);
    if (isSignedOut && count) return signIn();
    if (count) state.textContent = fill(form.dataset.saidWaiting, { count });
    else state.textContent = known.size ? form.dataset.saidAllKept : "";
  }

  function signIn() {
    const link = document.createElement("a");
    link.href = form.dataset.page;
    link.textContent = form.dataset.saidSignIn;
    state.replaceChildren(form.dataset.saidSignedOut, " ", link);
  }

  function fields() {
    const sent = new FormData(form);
    const speaker = sent.get("other") || sent.get("speaker") || "";
    const names = ["item", "mode", "language", "text"];
    return { speaker, who: whoIs(speaker), ...Object.fromEntries(names.map((name) => [name, sent.get(name) ?? ""])) };
  }

  function whoIs(code) {
    const button = form.querySelector(`input[name=speaker][value="${code}"]`);
    const option = form.querySelector(`select[name=other] option[value="${code}"]`);
    return button?.parentElement.querySelector("bdi").textContent ?? option?.textContent ?? "";
  }

  function write() {
    const { text } = fields();
    if (!current && !text.trim()) return;
    current = notes.written(current ?? begun(), fields());
    keep(current);
  }

  function begun() {
    const key = notes.keyFrom(crypto.getRandomValues(new Uint8Array(16)));
    const number = notes.nextNumber([...known.values()]);
    return notes.begun({ key, number, at: new Date().toISOString() });
  }

  // A note that is open, or taken up again, stands in the form as it was left.
  function fillIn(note) {
    items.open(note.item);
    form.elements.text.value = note.text;
    form.elements.language.value = note.language;
    const mode = form.querySelector(`input[name=mode][value="${note.mode}"]`);
    const speaker = form.querySelector(`fieldset:not([disabled]) input[name=speaker][value="${note.speaker}"]`);
    if (mode) mode.checked = true;
    if (speaker) speaker.checked = true;
    form.elements.other.value = speaker ? "" : note.speaker;
  }

  function again(key) {
    if (current && notes.isWorthKeeping(current)) keep(notes.finished(current));
    current = notes.written(known.get(key), {});
    keep(current).then(show);
    fillIn(current);
    form.elements.text.focus();
  }

  async function finish() {
    write();
    if (!current || !notes.isWorthKeeping(current)) return form.elements.text.focus();
    const note = notes.finished(current);
    current = null;
    form.elements.text.value = form.elements.other.value = "";
    await keep(note);
    show();
    form.elements.text.focus();
    await flush();
  }

  async function flush() {
    isAskedAgain = isSending;
    if (isSending) return;
    isSending = true;
    try {
      await sendAll();
    } finally {
      isSending = false;
      show();
    }
    if (isAskedAgain) await flush();
  }

  async function sendAll() {
    for (let note; (note = notes.toSend([...known.values()])[0]); show()) {
      const answer = await send(form, note);
      isSignedOut = answer.state === "signed-out";
      if (!["kept", "refused"].includes(answer.state)) return;
      await keep(notes.answered(known.get(note.key), note, answer));
    }
  }

  const items = steps(form, write);
  const now = new Date();
  for (const note of known.values()) {
    if (notes.isOver(note, now)) known.delete(note.key) && shelf.drop(note.key);
  }
  if (current) fillIn(current);
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  addEventListener("online", flush);
  addEventListener("pageshow", flush);
  setInterval(() => notes.toSend([...known.values()]).length && flush(), RETRY);
  show();
  form.dataset.isReady = "";
  await flush();
}

// The page opens without a network once the worker has it, with everything that it is made of.
async function keepPage({ worker }) {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(worker);
  const ready = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  const ours = files.filter((file) => file.origin === location.origin && file.pathname.startsWith("/static/"));
  ready.active.postMessage({ files: [...new Set(ours.map((file) => file.pathname))] });
}

const form = document.querySelector("[data-ch-notes]");
// Where nothing can be kept on the phone the page stays the plain form that it is without a script.
if (form && globalThis.indexedDB) {
  begin(form).then(() => keepPage(form.dataset)).catch(() => form.removeAttribute("data-is-ready"));
}
