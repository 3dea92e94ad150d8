// What the desk says to the server, and what it hears: by push where it is there, else by asking.

export class Server {
  // `heard(state, roundTrip)` is called with every state, `contact(word)` with "there", "away" or "signed-out".
  constructor(root, heard, contact) {
    Object.assign(this, { root, heard, contact, token: root.querySelector("[name=csrfmiddlewaretoken]").value });
  }

  async ask(address, body, patience = 6000) {
    const asked = performance.now();
    const headers = { Accept: "application/json", "X-CSRFToken": this.token };
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(address, { method: "POST", body, headers, signal });
    const isJson = answer.headers.get("Content-Type")?.includes("json");
    if (answer.redirected || (!isJson && answer.status < 500)) return this.renew(answer);
    if (!isJson) throw new Error(String(answer.status));
    return { told: await answer.json(), isRefused: answer.status === 409, took: performance.now() - asked };
  }

  // The token is another one after somebody has signed in again; without a session the page says so.
  async renew() {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(6000) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const field = page.querySelector("[data-ch-desk] [name=csrfmiddlewaretoken]");
    if (field) this.token = field.value;
    this.contact(field ? "there" : "signed-out");
    return null;
  }

  async send(press, patience) {
    const body = new FormData();
    for (const [name, value] of Object.entries(press)) if (value !== "" && value !== null) body.append(name, value);
    try {
      const answer = await this.ask(this.root.dataset.stepUrl, body, patience);
      if (!answer) return { outcome: "waiting" };
      this.contact("there");
      this.heard(answer.told.state, answer.took);
      return { outcome: answer.isRefused ? "refused" : "taken", refusal: answer.told.refusal };
    } catch {
      this.contact("away");
      return { outcome: "waiting" };
    }
  }

  // The desk says that it is there and hears where the run stands.
  async here() {
    try {
      const answer = await this.ask(this.root.dataset.stateUrl, new FormData());
      if (!answer) return;
      this.contact("there");
      this.heard(answer.told, answer.took);
    } catch {
      this.contact("away");
    }
  }

  follow() {
    const stream = new EventSource(this.root.dataset.streamUrl);
    stream.addEventListener("message", (event) => this.heard(JSON.parse(event.data), 0));
  }
}
