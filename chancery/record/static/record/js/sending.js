// Hands one note to the office and says what became of it. A note that was sent twice is stored once there.
import { fieldsOf, meaning } from "./notes.js";

const PATIENCE = 20_000;

async function asked(form, note) {
  const fields = fieldsOf(note, { owner: form.dataset.owner, now: new Date() });
  const answer = await fetch(form.dataset.keep, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "X-CSRFToken": tokenOf(form).value, Accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  const { state, sentence } = isJson ? await answer.json() : {};
  return { state: meaning({ status: answer.status, type: answer.type, state }), sentence };
}

// After signing in again a page that was kept has an old token: the present one stands on the page of the server.
async function renew(form) {
  const answer = await fetch(form.dataset.page, { signal: AbortSignal.timeout(PATIENCE), cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("[data-ch-notes] [name=csrfmiddlewaretoken]");
  if (token) tokenOf(form).value = token.value;
}

const tokenOf = (form) => form.elements.csrfmiddlewaretoken;

export async function send(form, note) {
  try {
    const first = await asked(form, note);
    if (first.state !== "stale") return first;
    await renew(form);
    return await asked(form, note);
  } catch {
    return { state: "later" };
  }
}
