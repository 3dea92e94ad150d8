// An office for tests: what the server does with scans, and a network before it that loses, delays and repeats.
import { standingOf } from "../../../chancery/door/static/door/js/standing.js";

export class Office {
  scans = [];
  guests = new Map();
  taken = new Map();
  devices = new Map();
  revision = 1;
  now = 1_000_000;
  snapshots = 0;

  constructor({ parties = [], expires = Infinity } = {}) {
    this.parties = parties;
    this.expires = expires;
  }

  answer(path, { token, body, headers }) {
    if (path === "pair/") return this.pair(body);
    const device = this.devices.get(token);
    if (!device || device.isRevoked || this.now >= this.expires) {
      if (device && path === "wiped/") device.wiped = body;
      return { status: 401, said: { is_gone: true } };
    }
    return this[path.slice(0, -1)](device, body, headers);
  }

  pair({ key }) {
    const device = { code: `device-${key}`, door: { code: `door-${key}`, name: key } };
    this.devices.set(`token-${key}`, device);
    const said = { token: `token-${key}`, device: device.code, name: key, searches: true, door: device.door };
    return { status: 200, said: { ...said, event: { code: "event" }, expires_at: this.expires, keys: {}, now: this.now } };
  }

  snapshot(device, body, headers) {
    this.snapshots += 1;
    const etag = `"${this.revision}"`;
    if (headers["If-None-Match"] === etag) return { status: 304 };
    const around = { revision: this.revision, event: { code: "sampleevent1" }, keys: {}, now: this.now };
    const fields = ["party", "expected", "reply", "name"];
    const said = { ...around, guests: this.parties, fields, ...this.sealed };
    return { status: 200, said, etag };
  }

  isReadable() {
    return true;
  }

  scans_(device, { scans, cursor }) {
    if (!scans.every((scan) => this.isReadable(scan))) return { status: 400, said: { is_refused: true } };
    for (const scan of scans) {
      if (this.taken.has(scan.uid)) continue;
      this.taken.set(scan.uid, scan);
      this.scans.push({ ...scan, door: device.door.code, device: device.code });
    }
    const news = this.scans.slice(cursor ?? 0).filter((scan) => scan.device !== device.code);
    const taken = scans.map(({ uid }) => ({ uid }));
    return { status: 200, said: { taken, news, doubts: [], cursor: this.scans.length, now: this.now, revision: this.revision } };
  }

  guests_(device, body) {
    this.guests.set(body.uid, body);
    return { status: 200, said: { uid: body.uid, now: this.now } };
  }

  wiped(device, body) {
    device.wiped = body;
    return { status: 200, said: { now: this.now } };
  }

  standing(party) {
    const { expected } = this.parties.find((row) => row.party === party);
    return standingOf(this.scans.filter((scan) => scan.party === party), { expected });
  }
}

function answerOf({ status, said, etag }) {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: new Headers(etag ? { ETag: etag } : {}),
    json: async () => structuredClone(said),
  };
}

// A fetch towards the office; `network()` says what becomes of one call: "ok", "lost" on the way there, "deaf" on the way
// back, "twice", or what a portal of the venue would answer.
export function fetchTo(office, network = () => "ok") {
  return async function fetch(address, { body, headers }) {
    const path = address.replace("/d/", "");
    const fate = network(path);
    if (fate === "lost") throw new TypeError("Failed to fetch");
    if (fate === "portal") return { ...answerOf({ status: 200 }), json: async () => JSON.parse("<html>") };
    if (fate === "busy") return answerOf({ status: 503, said: {} });
    const call = { token: headers.Authorization?.replace("Device ", ""), body: body && JSON.parse(body), headers };
    if (fate === "twice") office.answer(named(path), call);
    const answer = office.answer(named(path), call);
    if (fate === "deaf") throw new TypeError("Failed to fetch");
    return answerOf(answer);
  };
}

const named = (path) => (["scans/", "guests/"].includes(path) ? `${path.slice(0, -1)}_/` : path);
