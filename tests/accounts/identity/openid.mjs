// A certified OpenID Connect server for the tests: node openid.mjs CALLBACK
// It prints its address. POST /spoil?how=… decides what becomes of the ID tokens that it gives from then on.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, generateKeyPair } from "jose";

const callback = process.argv[2];
const people = {
  ana: { email: "ana@example.org", email_verified: true, name: "Another Name", locale: "fr" },
  unchecked: { email: "ana@example.org", email_verified: false },
  nobody: { email: "nobody@example.org", email_verified: true },
  closed: { email: "closed@example.org", email_verified: true },
  silent: {},
};

const pair = await generateKeyPair("RS256", { extractable: true });
const strange = await generateKeyPair("RS256", { extractable: true });
const key = { ...(await exportJWK(pair.privateKey)), kid: "sig", use: "sig", alg: "RS256" };
const sign = (claims, by = pair.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "sig" }).sign(by);
const hourAgo = () => Math.floor(Date.now() / 1000) - 3600;

const spoilings = {
  nothing: (token) => token,
  signature: (token, claims) => sign(claims, strange.privateKey),
  altered: (token) => {
    const [head, body, proof] = token.split(".");
    const claims = { ...JSON.parse(Buffer.from(body, "base64url")), sub: "nobody" };
    return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), proof].join(".");
  },
  unsigned: (token, claims) => new UnsecuredJWT(claims).encode(),
  audience: (token, claims) => sign({ ...claims, aud: "another-program" }),
  party: (token, claims) => sign({ ...claims, aud: ["chancery", "another"], azp: "another" }),
  expired: (token, claims) => sign({ ...claims, iat: hourAgo() - 60, exp: hourAgo() }),
  issuer: (token, claims) => sign({ ...claims, iss: "https://elsewhere.example.org" }),
  nonce: (token, claims) => sign({ ...claims, nonce: "of another sign-in" }),
  subject: (token, claims) => sign({ ...claims, sub: "nobody" }),
  missing: () => undefined,
};
let how = "nothing";

const server = createServer();
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(address, {
  clients: [{ client_id: "chancery", client_secret: "hush-hush-hush-hush-hush-hush-hush", redirect_uris: [callback] }],
  jwks: { keys: [key] },
  pkce: { required: () => true },
  cookies: { keys: ["a key of the tests"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "locale"] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});
provider.use(async (context, next) => {
  if (context.path === "/spoil") {
    how = context.query.how;
    context.status = 204;
    return;
  }
  await next();
  if (context.path === "/token" && context.body?.id_token) {
    const token = context.body.id_token;
    context.body.id_token = await spoilings[how](token, decodeJwt(token));
  }
});
server.on("request", provider.callback());
console.log(address);
