// The guests of one event as a telephone keeps them: never in the clear on its disk.
//
// The key of the device cannot be taken out of the browser (AES-GCM, not extractable). Where names may not be looked up
// the office seals each guest under a key that only the guest's own pass gives.

const AES = "AES-GCM";
const WORDS = new TextEncoder();

export function newKey() {
  return crypto.subtle.generateKey({ name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function sealed(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = WORDS.encode(JSON.stringify(value));
  return { iv, box: await crypto.subtle.encrypt({ name: AES, iv }, key, text) };
}

export async function unsealed(key, { iv, box }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: AES, iv }, key, box)));
}

const SECRET_BITS = 384;
const ID_BYTES = 16;

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function textOf(bytes) {
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// What the text of a pass alone gives: under which name its guest lies in the snapshot, and the key to it.
async function secretOf(text, event) {
  const pass = await crypto.subtle.importKey("raw", WORDS.encode(text.trim().toUpperCase()), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: WORDS.encode(event), info: WORDS.encode("chancery-door") };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, pass, SECRET_BITS));
  const key = await crypto.subtle.importKey("raw", bytes.slice(ID_BYTES), AES, false, ["decrypt"]);
  return { id: textOf(bytes.slice(0, ID_BYTES)), key };
}

// What is sealed for the pass that is presented, or null. `boxes` is {id: box}; a box is 12 bytes of IV and the sealed row.
export async function openedBy(text, { event, boxes }) {
  const { id, key } = await secretOf(text, event);
  if (!boxes?.[id]) return null;
  const bytes = bytesOf(boxes[id]);
  return unsealed(key, { iv: bytes.slice(0, 12), box: bytes.slice(12) });
}
