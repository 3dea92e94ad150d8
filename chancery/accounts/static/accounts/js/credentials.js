// Between the JSON of the server and the bytes of the browser's passkey functions. No DOM.

export function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
}

export function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const withBytes = (known = []) => known.map((one) => ({ ...one, id: toBytes(one.id) }));

// A passkey signs in by itself: it is found without a name and checks who holds it.
export function optionsToMake({ publicKey }) {
  return {
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  };
}

export function optionsToAsk({ publicKey }) {
  return {
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials),
    },
  };
}

const RESPONSE_PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

export function credentialAsJson(credential) {
  const response = {};
  for (const part of RESPONSE_PARTS) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  const transports = credential.response.getTransports?.();
  if (transports) response.transports = transports;
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

// The name of the sentence that says what went wrong.
export function troubleOf(error) {
  switch (error.name) {
    case "NotAllowedError":
    case "AbortError":
      return "cancelled";
    case "SecurityError":
      return "address";
    case "InvalidStateError":
      return "known";
    case "NotSupportedError":
      return "missing";
    default:
      return "server";
  }
}
