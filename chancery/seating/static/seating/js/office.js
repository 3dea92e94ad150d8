// Talks with the server: pieces drawn anew, and the drawing saved. Every refusal comes as one sentence.

const PATIENCE = 20_000;

export class Office {
  constructor(root) {
    this.root = root;
    this.token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  draw(furniture, seats) {
    return this.send(this.root.dataset.drawUrl, { furniture, seats });
  }

  save(layout, since) {
    return this.send(this.root.dataset.saveUrl, { layout, since });
  }

  async send(url, body) {
    const { noAnswer } = this.root.dataset;
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
      const isJson = answer.headers.get("Content-Type")?.includes("json");
      const told = isJson ? await answer.json() : { sentence: noAnswer };
      return told;
    } catch {
      return { sentence: noAnswer };
    }
  }
}
