// One exchange with the office: what was done here goes there, what was done elsewhere comes here.

import { NoContact, Refused } from "./contact.js";

const scanOf = ({ uid, kind, how = "pass", party, people, at, door, device, undoes = "", words = "" }) =>
  ({ uid, kind, how, party, people, at, door, device, undoes: undoes ?? "", words });

// What the office has taken, as it has it: its word counts, also where it corrected a time.
function settledBy(said, outbox, asScan) {
  const waiting = said.taken.filter(({ uid }) => outbox.has(uid));
  return waiting.map((taken) => {
    const scan = scanOf(asScan(outbox.get(taken.uid).body));
    return typeof taken.at === "number" ? { ...scan, at: taken.at } : scan;
  });
}

export function exchangeOf({ contact, clock, store, ledger, outbox, memory, asScan, onNews, refresh }) {
  async function tellScans() {
    const scans = outbox.scans();
    const body = { scans, cursor: memory.cursor, waiting: outbox.size, device_at: clock.device() };
    const { said } = await contact.value("scans/", { body }).catch(notRefused);
    if (!Array.isArray(said.taken)) throw new NoContact("not an answer of the office");
    const own = settledBy(said, outbox, asScan);
    const taken = own.map((scan) => scan.uid);
    const news = (said.news ?? []).map(scanOf);
    const values = { cursor: said.cursor ?? memory.cursor, clock: clock.kept(), lastContact: clock.time() };
    await store.settle({ taken, scans: [...news, ...own], values: { ...values, doubts: said.doubts ?? [] } });
    for (const scan of [...news, ...own]) ledger.put(scan);
    for (const uid of taken) outbox.drop(uid);
    const isAhead = values.cursor !== memory.cursor;
    Object.assign(memory, values, { doubts: said.doubts ?? [] });
    outbox.went();
    if (taken.length || news.length) onNews({ taken: said.taken, news });
    const isMore = (taken.length > 0 && outbox.scans().length > 0) || (isAhead && news.length > 0);
    return { revision: said.revision, isMore };
  }

  // The office could not read what went: fewer at once, others first, and nothing is given up.
  function notRefused(error) {
    if (error instanceof Refused) outbox.refused();
    throw error;
  }

  async function tellGuests() {
    for (const body of outbox.guests()) {
      const { said } = await contact.value("guests/", { body });
      await store.settle({ taken: [body.uid], values: {} });
      outbox.drop(body.uid);
      onNews({ guest: said, uid: body.uid });
    }
  }

  return async function exchange() {
    const { revision, isMore } = await tellScans();
    await tellGuests();
    if (revision !== undefined && revision !== memory.revision) await refresh();
    return isMore;
  };
}
