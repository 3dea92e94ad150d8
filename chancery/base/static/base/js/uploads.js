// Sends many files in parts: each goes on where it stopped, after a lost network and after a reload.
// Without this module the same form sends them in one piece.
import { hook } from "./hook.js";
import { isLedAway, percent, summary, willPass } from "./sending.js";
import { fill } from "./words.js";

const AT_ONCE = 3;
const PART_BYTES = 16 * 1024 * 1024;
const PAUSES_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 40_000];

export const start = hook("form[data-ch-uploads]", (form) => {
  form.addEventListener("submit", (event) => {
    const chosen = [...form.querySelector("input[type=file]").files];
    if (!chosen.length) return;
    event.preventDefault();
    // The published file is UMD: as a module it leaves its classes on the global object.
    import("../vendor/tus.min.js").then(() => new Sending(form, chosen).run());
  });
});

class Sending {
  constructor(form, files) {
    this.form = form;
    this.token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    this.place = form.querySelector("[data-ch-uploads-list]");
    this.lines = files.map((file) => new Line(file, form.dataset));
  }

  async run() {
    this.form.querySelector("button").disabled = true;
    this.place.querySelector("ul").replaceChildren(...this.lines.map((line) => line.element));
    this.place.hidden = false;
    const stay = (event) => event.preventDefault();
    addEventListener("beforeunload", stay);
    const queue = [...this.lines];
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.work(queue)));
    removeEventListener("beforeunload", stay);
    this.end();
  }

  async work(queue) {
    while (queue.length) await this.send(queue.shift());
  }

  send(line) {
    return new Promise((resolve) => {
      const upload = new globalThis.tus.Upload(line.file, {
        endpoint: this.form.dataset.chUploads,
        chunkSize: PART_BYTES,
        retryDelays: PAUSES_MS,
        removeFingerprintOnSuccess: true,
        headers: { "X-CSRFToken": this.token },
        metadata: { filename: line.file.name, filetype: line.file.type },
        onShouldRetry: (error) => willPass(error.originalResponse?.getStatus()),
        onProgress: (sent) => this.show(line, sent),
        onSuccess: () => {
          line.end("done", this.form.dataset.done);
          this.show(line, line.file.size);
          resolve();
        },
        onError: (error) => this.fail(upload, line, error, resolve),
      });
      goOn(upload);
    });
  }

  // What the server refused is said in its own sentence; without an answer the network is waited for.
  fail(upload, line, error, resolve) {
    const answer = error.originalResponse;
    if (!willPass(answer?.getStatus())) {
      const type = answer.getHeader("Content-Type");
      const { failed, signedOut } = this.form.dataset;
      const said = type?.startsWith("text/plain") && answer.getBody();
      line.end("failed", said || (isLedAway(answer.getStatus(), type) ? signedOut : failed));
      resolve();
      return;
    }
    line.say(this.form.dataset.waiting);
    const again = () => {
      removeEventListener("online", again);
      clearTimeout(timer);
      upload.start();
    };
    const timer = setTimeout(again, PAUSES_MS.at(-1));
    addEventListener("online", again);
  }

  show(line, sent) {
    line.show(sent);
    const { done, count, share } = summary(this.lines);
    this.place.querySelector("progress").value = share;
    this.place.querySelector("[role=status]").textContent = fill(this.form.dataset.all, {
      done,
      count,
      percent: share,
    });
  }

  end() {
    const { done, count } = summary(this.lines);
    const words = done === count ? this.form.dataset.whole : this.form.dataset.partly;
    this.place.querySelector("[role=status]").textContent = fill(words, { done, count });
    this.form.querySelector("button").disabled = false;
    this.form.reset();
    if (done === count) location.reload();
  }
}

class Line {
  constructor(file, words) {
    this.file = file;
    this.sent = 0;
    this.state = "waiting";
    this.element = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    this.bar = document.createElement("progress");
    this.bar.max = 100;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", `${file.name}: ${words.arriving}`);
    this.note = document.createElement("small");
    this.element.append(name, this.bar, this.note);
  }

  get size() {
    return this.file.size;
  }

  show(sent) {
    this.sent = sent;
    this.bar.value = percent(sent, this.size);
    if (this.state === "waiting") this.say("");
  }

  say(words) {
    this.note.textContent = words;
  }

  end(state, words) {
    this.state = state;
    this.say(words);
  }
}

async function goOn(upload) {
  const [known] = await upload.findPreviousUploads();
  if (known) upload.resumeFromPreviousUpload(known);
  upload.start();
}
