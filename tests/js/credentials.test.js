import assert from "node:assert/strict";
import test from "node:test";
import {
  credentialAsJson,
  optionsToAsk,
  optionsToMake,
  toBytes,
  toText,
  troubleOf,
} from "../../chancery/accounts/static/accounts/js/credentials.js";

const bytes = (...values) => Uint8Array.from(values).buffer;

test("bytes come back as they were, also those that need - and _", () => {
  for (const values of [[], [0], [255, 254, 253], [251, 240, 3, 62, 63]]) {
    assert.deepEqual([...new Uint8Array(toBytes(toText(bytes(...values))))], values);
  }
  assert.equal(toText(bytes(251, 255)), "-_8");
});

test("a new passkey is one that signs in by itself", () => {
  const { publicKey } = optionsToMake({
    publicKey: {
      challenge: "AQ",
      user: { id: "Ag", name: "ana" },
      excludeCredentials: [{ id: "Aw", type: "public-key" }],
      authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
    },
  });

  assert.deepEqual([...new Uint8Array(publicKey.user.id)], [2]);
  assert.deepEqual([...new Uint8Array(publicKey.excludeCredentials[0].id)], [3]);
  assert.equal(publicKey.user.name, "ana");
  assert.deepEqual(publicKey.authenticatorSelection, {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  });
});

test("signing in without a name allows every passkey", () => {
  const { publicKey } = optionsToAsk({ publicKey: { challenge: "AQ", rpId: "localhost" } });

  assert.deepEqual(publicKey.allowCredentials, []);
  assert.equal(publicKey.rpId, "localhost");
});

test("a credential becomes plain text for the form", () => {
  const json = credentialAsJson({
    id: "AQI",
    rawId: bytes(1, 2),
    type: "public-key",
    response: { clientDataJSON: bytes(3), signature: bytes(4), userHandle: null },
    getClientExtensionResults: () => ({}),
  });

  assert.deepEqual(json, {
    id: "AQI",
    rawId: "AQI",
    type: "public-key",
    authenticatorAttachment: null,
    clientExtensionResults: {},
    response: { clientDataJSON: "Aw", signature: "BA" },
  });
});

test("each trouble has its sentence", () => {
  const named = (name) => troubleOf({ name });

  assert.equal(named("NotAllowedError"), "cancelled");
  assert.equal(named("SecurityError"), "address");
  assert.equal(named("InvalidStateError"), "known");
  assert.equal(named("NotSupportedError"), "missing");
  assert.equal(named("TypeError"), "server");
});
