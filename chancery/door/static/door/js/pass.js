/**
 * Entry passes as they are printed: whether one is of this office and what it says, without a network.
 *
 * The same rules as chancery/base/passes.py, checked against passes made there. A pass is CH1 and, in base32, the
 * number of the key, the people, the code of the invitation and an Ed25519 signature over all before it.
 */

import { verifyAsync } from "../vendor/ed25519.js";

const MARK = "CH1";
const CODE = 12;
const SIGNATURE = 64;
const BYTES = 2 + CODE + SIGNATURE;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LENGTH = MARK.length + Math.ceil((BYTES * 8) / 5);

/** Whether a signature over a message is of a key, by the browser itself; throws where it knows no Ed25519. */
export async function checkedByBrowser(signature, message, key) {
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, signature, message);
}

/** The same by the script that is carried for older browsers. */
export async function checkedByScript(signature, message, key) {
  return verifyAsync(signature, message, key, { zip215: false });
}

/**
 * What a pass says: `{code, people}`, or null for any text that is no pass of a holder of `keys`.
 *
 * `keys` are public keys in base64url by their number as text, as the server gives them to a paired device.
 */
export async function readPass(text, keys, checked = checkedWherePossible) {
  const bytes = bytesOf(text);
  const key = bytes && keys[String(bytes[0])];
  if (!key) return null;
  const said = bytes.subarray(0, -SIGNATURE);
  const message = new Uint8Array([...new TextEncoder().encode(MARK), ...said]);
  if (!(await checked(bytes.subarray(-SIGNATURE), message, keyBytes(key)))) return null;
  return { code: new TextDecoder().decode(said.subarray(2)), people: said[1] };
}

/**
 * Why a text that is no pass for `readPass` is none: "forged" where the signature of a known key is wrong, "unchecked" where
 * it is of a key that this telephone does not know (a new one of the office, or of another office), "none" for a menu card.
 */
export function whyUnread(text, keys) {
  const bytes = bytesOf(text);
  if (!bytes) return "none";
  return keys[String(bytes[0])] ? "forged" : "unchecked";
}

async function checkedWherePossible(signature, message, key) {
  try {
    return await checkedByBrowser(signature, message, key);
  } catch {
    return checkedByScript(signature, message, key);
  }
}

/** The bytes of a text in the one spelling that is allowed, or null. */
function bytesOf(text) {
  if (text.length !== LENGTH || !text.startsWith(MARK)) return null;
  const bytes = new Uint8Array(BYTES);
  let held = 0;
  let bits = 0;
  let place = 0;
  for (const letter of text.slice(MARK.length)) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[place++] = (held >> bits) & 0xff;
    }
  }
  return held & ((1 << bits) - 1) ? null : bytes;
}

function keyBytes(key) {
  const plain = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
