// The page that stands open all evening: what the camera sees, and the other ways to a guest.
import { button, field, form, h, put } from "../page.js";
import { countsOf } from "../counts.js";
import { doubtsLine } from "./last.js";

const TYPED_PASS = /^CH1[A-Z0-9]{40,}$/;

export function scanning(app) {
  const { words } = app;
  const video = h("video", { class: "eye-view", playsinline: true, muted: true, "aria-label": words.say("scan.video") });
  const trouble = h("p", { class: "door-trouble", role: "status", hidden: true });
  const start = button(words.say("scan.start"), () => look(), { class: "door-button eye-start" });
  const lamp = button(words.say("scan.lamp"), () => light(), { class: "door-button eye-lamp", "aria-pressed": "false", hidden: true });
  const counts = h("dl", { class: "counts" });
  const doubts = h("div");
  let watching = null;
  let isOpen = false;

  async function look() {
    start.hidden = true;
    trouble.hidden = true;
    app.signals.open();
    try {
      const { watch } = await import("../camera.js");
      const found = await watch(video, (text) => app.onText(text), { onTrouble: tell });
      if (!isOpen) return found.stop();
      watching = found;
      lamp.hidden = !watching.hasTorch;
    } catch (error) {
      tell(error);
    }
  }

  // A script that could not be fetched gives no reason.
  function tell({ reason = "failed" }) {
    rest();
    start.hidden = false;
    trouble.hidden = false;
    trouble.textContent = words.say(`camera.${reason}`);
  }

  async function light() {
    const wanted = lamp.getAttribute("aria-pressed") !== "true";
    const isLit = (await watching.light(wanted)) && wanted;
    lamp.setAttribute("aria-pressed", String(isLit));
  }

  function rest() {
    watching?.stop();
    watching = null;
    lamp.hidden = true;
    lamp.setAttribute("aria-pressed", "false");
  }

  return {
    title: words.say("scan.heading"),
    element: h("section", { class: "scanning" },
      h("h1", { class: "unseen", tabindex: "-1" }, words.say("scan.heading")),
      h("div", { class: "eye" }, video, start, lamp, trouble),
      doubts,
      codeForm(app),
      h("div", { class: "door-ways" },
        button(words.say("scan.without"), () => app.go("walkIn")),
        button(words.say("scan.card"), () => app.go("card")),
      ),
      counts,
    ),
    enter() {
      isOpen = true;
      look();
    },
    leave() {
      isOpen = false;
      rest();
      start.hidden = false;
    },
    refresh() {
      put(counts, countsIn(app));
      put(doubts, doubtsLine(app));
    },
  };
}

function codeForm(app) {
  const { words } = app;
  const [codeField, code] = field("code", words.say("scan.code"), { dir: "ltr", spellcheck: "false", autocapitalize: "characters" });
  const trouble = h("p", { class: "door-trouble", role: "alert", hidden: true }, words.say("scan.unknown"));

  async function open() {
    const typed = code.value.trim();
    const guest = app.door.find(typed) ?? app.door.find(typed.toLowerCase());
    const isPass = TYPED_PASS.test(typed.toUpperCase());
    trouble.hidden = Boolean(guest) || isPass;
    if (isPass) await app.onText(typed.toUpperCase());
    else if (guest) app.answer({ pass: "", guest, how: "search" });
    if (trouble.hidden) code.value = "";
  }

  const asked = form([codeField, trouble], { does: words.say("scan.open"), onsubmit: open, class: "door-form door-line" });
  return h("details", { class: "door-fold" }, h("summary", {}, words.say("scan.type")), asked);
}

function countsIn({ door, words }) {
  const parts = { scans: door.scans, door: door.pairing.door.code, guests: door.guests };
  const counts = countsOf({ ...parts, standing: (party) => door.standing(party) });
  return Object.entries(counts).map(([name, count]) =>
    h("div", {}, h("dt", {}, words.say(`count.${name}`)), h("dd", { "data-ch-count": name }, String(count))),
  );
}
