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
    const body = { scans: outbox.scans(), cursor: memory.cursor, waiting: outbox.size, device_at: clock.device() };
    const { said } = await contact.value("scans/", { body }).catch(notRefused);
    if (!Array.isArray(said.taken)) throw new NoContact("not an answer of the office");
    const own = settledBy(said, outbox, asScan);
    const news = (said.news ?? []).filter(isNew).map(scanOf);
    const isAhead = await keep(said, own, news);
    if (own.length || news.length) onNews({ taken: said.taken, news });
    const isMore = (own.length > 0 && outbox.scans().length > 0) || (isAhead && news.length > 0);
    return { revision: said.revision, isMore };
  }

  // The office could not read what went: fewer at once, others first, and nothing is given up.
  function notRefused(error) {
    if (error instanceof Refused) outbox.refused();
    throw error;
  }

  // What came in the last seconds is told again, for others may have come before it that were not told yet.
  const isNew = ({ uid }) => !ledger.has(uid) || outbox.has(uid);

  // On the disk first, then in memory; says whether the office has gone on.
  async function keep(said, own, news) {
    const taken = own.map((scan) => scan.uid);
    const cursor = said.cursor ?? memory.cursor;
    const isAhead = cursor !== memory.cursor;
    const values = { cursor, clock: clock.kept(), lastContact: clock.time() };
    await store.settle({ taken, scans: [...news, ...own], values });
    for (const scan of [...news, ...own]) ledger.put(scan);
    for (const uid of taken) outbox.drop(uid);
    Object.assign(memory, values);
    outbox.went();
    return isAhead;
  }

  // One that the office refuses stays here and is counted as waiting; the others go.
  async function tellGuests() {
    for (const body of outbox.guests()) {
      const answer = await contact.value("guests/", { body }).catch(orRefused);
      if (!answer) continue;
      await store.settle({ taken: [body.uid] });
      outbox.drop(body.uid);
      onNews({ guest: answer.said, uid: body.uid });
    }
  }

  return async function exchange() {
    const { revision, isMore } = await tellScans();
    await tellGuests();
    if (revision && revision !== memory.revision) await refresh();
    return isMore;
  };
}

function orRefused(error) {
  if (error instanceof Refused) return null;
  throw error;
}
