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

const NAME_BYTES = 9;
const KEY_BYTES = 32;
const IV_BYTES = 12;

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function textOf(bytes) {
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// The bytes that say under which name a box lies in the snapshot, and the key to it.
const secretIn = (bytes) => ({ name: textOf(bytes.slice(0, NAME_BYTES)), key: bytes.slice(NAME_BYTES) });

// What the text of a pass alone gives.
async function secretOf(text, event) {
  const pass = await crypto.subtle.importKey("raw", WORDS.encode(text.trim().toUpperCase()), "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: WORDS.encode(event), info: WORDS.encode("chancery-door") };
  return secretIn(new Uint8Array(await crypto.subtle.deriveBits(how, pass, (NAME_BYTES + KEY_BYTES) * 8)));
}

async function opened({ name, key }, boxes) {
  if (!boxes?.[name]) return null;
  const bytes = bytesOf(boxes[name]);
  const imported = await crypto.subtle.importKey("raw", key, AES, false, ["decrypt"]);
  const iv = bytes.slice(0, IV_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt({ name: AES, iv }, imported, bytes.slice(IV_BYTES)));
}

// A row was packed as if the words that many rows have in common had stood before it: here they stand before it, as a
// block that is stored as it is, and are cut off again.
async function unpacked(bytes, words) {
  const before = WORDS.encode(words);
  const length = [before.length & 0xff, before.length >> 8];
  const stored = [0, ...length, ...length.map((byte) => byte ^ 0xff)];
  const stream = new Blob([new Uint8Array(stored), before, bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  return JSON.parse(new TextDecoder().decode(whole.subarray(before.length)));
}

// What is sealed for the pass that is presented, or null. `sealed` and `ways` are {name: box}; a box is 12 bytes of IV and
// what is sealed: of a guest the packed row, of another pass of that guest the way to that box.
export async function openedBy(text, { event, sealed: boxes, ways, words }) {
  const secret = await secretOf(text, event.code);
  const way = await opened(secret, ways);
  const bytes = await opened(way ? secretIn(way) : secret, boxes);
  return bytes && unpacked(bytes, words);
}
