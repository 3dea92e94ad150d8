// The camera of the telephone, and the codes that stand before it.
//
//   const watching = await watch(video, onText, { facing: "environment", torch: false, onTrouble });
//   watching.hasTorch, await watching.light(true), watching.stop()
//
// It looks only while the page is in sight, and lets go of the camera when it is not: a telephone in a pocket reads
// nothing. What goes wrong is thrown, or given to `onTrouble` later, as a CameraTrouble with one of the reasons below;
// chancery/door/phone_sentences.py has a sentence for each.

import { frameFor, onceInSight, PAUSE } from "./frames.js";
import { openReader } from "./readers.js";

export const REASONS = ["insecure", "missing", "refused", "busy", "lost", "failed"];

const BY_NAME = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

export class CameraTrouble extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export async function watch(video, onText, { facing = "environment", torch = false, onTrouble = () => {}, reader } = {}) {
  const watching = new Watching(video, onText, onTrouble, facing);
  try {
    await watching.open(torch);
    await watching.begin(reader);
  } catch (cause) {
    watching.stop();
    throw asTrouble(cause);
  }
  return watching;
}

/** Which reason stands behind what a browser threw. */
export function asTrouble(cause) {
  return cause instanceof CameraTrouble ? cause : new CameraTrouble(BY_NAME[cause?.name] ?? "failed", cause);
}

class Watching {
  #video;
  #onText;
  #onTrouble;
  #facing;
  #stream = null;
  #reader = null;
  #isNews = onceInSight();
  #canvas = document.createElement("canvas");
  #pen = this.#canvas.getContext("2d", { willReadFrequently: true });
  #turn = 0;
  #timer = 0;
  #isOn = true;
  #light = false;
  #seen = () => this.#shown();

  constructor(video, onText, onTrouble, facing) {
    this.#video = video;
    this.#onText = onText;
    this.#onTrouble = onTrouble;
    this.#facing = facing;
  }

  get hasTorch() {
    return Boolean(this.#track?.getCapabilities?.().torch);
  }

  get readerName() {
    return this.#reader?.name ?? "";
  }

  get #track() {
    return this.#stream?.getVideoTracks()[0];
  }

  async open(light = this.#light) {
    if (!globalThis.isSecureContext) throw new CameraTrouble("insecure");
    if (!navigator.mediaDevices) throw new CameraTrouble("missing");
    const wanted = { facingMode: { ideal: this.#facing }, width: { ideal: 1280 }, height: { ideal: 720 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    if (!this.#isOn) return letGo(stream);
    this.#stream = stream;
    this.#track.addEventListener("ended", () => this.#lost(stream));
    this.#video.muted = this.#video.playsInline = true;
    this.#video.srcObject = stream;
    await this.#video.play();
    if (light) await this.light(true);
  }

  async begin(wanted) {
    this.#reader = await openReader(wanted);
    document.addEventListener("visibilitychange", this.#seen);
    this.#soon();
  }

  /** Turn the lamp on or off; false where the camera has none. */
  async light(on) {
    if (!this.hasTorch) return false;
    await this.#track.applyConstraints({ advanced: [{ torch: on }] });
    this.#light = on;
    return true;
  }

  stop() {
    this.#isOn = false;
    document.removeEventListener("visibilitychange", this.#seen);
    this.#rest();
    this.#reader?.close();
  }

  #rest() {
    clearTimeout(this.#timer);
    if (this.#stream) letGo(this.#stream);
    this.#stream = this.#video.srcObject = null;
  }

  async #shown() {
    if (document.hidden) return this.#rest();
    if (this.#stream) return undefined;
    try {
      await this.open();
      this.#soon();
    } catch (cause) {
      this.#onTrouble(asTrouble(cause));
    }
    return undefined;
  }

  #lost(stream) {
    if (stream !== this.#stream) return;
    this.#rest();
    this.#onTrouble(new CameraTrouble("lost"));
  }

  #soon() {
    clearTimeout(this.#timer);
    if (this.#isOn && this.#stream) this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  async #look() {
    try {
      const picture = this.#picture();
      const text = picture ? await this.#reader.read(picture) : "";
      const counts = text && this.#isOn && this.#stream && !document.hidden;
      if (counts && this.#isNews(text, performance.now())) this.#onText(text);
    } catch (cause) {
      this.#rest();
      this.#onTrouble(asTrouble(cause));
    }
    this.#soon();
  }

  #picture() {
    const { videoWidth, videoHeight } = this.#video;
    if (!videoWidth) return null;
    const { x, y, width, height, toWidth, toHeight } = frameFor(this.#turn++, videoWidth, videoHeight);
    this.#canvas.width = toWidth;
    this.#canvas.height = toHeight;
    this.#pen.drawImage(this.#video, x, y, width, height, 0, 0, toWidth, toHeight);
    return this.#pen.getImageData(0, 0, toWidth, toHeight);
  }
}

function letGo(stream) {
  for (const track of stream.getTracks()) track.stop();
}
