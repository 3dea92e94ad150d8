// How a telephone at the door speaks to the office. An answer that is not the office's own (a portal of the venue's
// network, a proxy that gave up) is no answer; only the office's own word says that a device is gone.

const PATIENCE = 12_000;

export class NoContact extends Error {}
export class Gone extends Error {}

export class Refused extends Error {
  constructor(status) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

async function read(answer) {
  try {
    return await answer.json();
  } catch {
    throw new NoContact("not an answer of the office");
  }
}

export function contactOf({ base = "/d/", token = () => "", language = () => "", clock, fetch = globalThis.fetch.bind(globalThis) }) {
  async function ask(path, { body, headers = {}, patience = PATIENCE } = {}) {
    const sentAt = clock.steady();
    const answer = await fetch(base + path, {
      method: body === undefined ? "GET" : "POST",
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(language() ? { "Accept-Language": language() } : {}),
        ...(token() ? { Authorization: `Device ${token()}` } : {}),
        ...headers,
      },
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    }).catch((error) => {
      throw new NoContact(String(error));
    });
    return { answer, sentAt, heardAt: clock.steady() };
  }

  // The value of an answer; its `now` is a measure of the clock, whatever was asked.
  async function value(path, options) {
    const { answer, sentAt, heardAt } = await ask(path, options);
    if (answer.status === 304) return null;
    const said = await read(answer);
    if (answer.status === 401 && said.is_gone === true) throw new Gone();
    if (said.is_gone === true) throw new Gone();
    if (answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status)) {
      throw new Refused(answer.status);
    }
    if (!answer.ok) throw new NoContact(String(answer.status));
    if (typeof said.now === "number") clock.heard({ sentAt, heardAt, now: said.now });
    return { said, etag: answer.headers?.get?.("ETag") ?? "" };
  }

  // A stream of hints that something is new; it needs a header, so it is read by hand and not by EventSource.
  async function listen(path, { onHint, signal }) {
    const answer = await fetch(base + path, {
      headers: { Accept: "text/event-stream", Authorization: `Device ${token()}` },
      cache: "no-store",
      credentials: "omit",
      signal,
    });
    if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
      throw new NoContact("no stream");
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part; !(part = await reader.read()).done; ) {
      if (/^data:/m.test(part.value)) onHint();
    }
  }

  return { value, listen };
}
