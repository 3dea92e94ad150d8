"""What must hold after every run, whatever happened in it."""

from collections import Counter
from collections.abc import Iterator

from tests.door.simulation.day import Day
from tests.door.simulation.phones import Phone
from tests.door.simulation.scans import Said, standing_by


def broken(day: Day) -> list[str]:
    """Every invariant that does not hold, in words; empty if all do."""
    checks = (_lost, _counted_twice, _apart, _wrong_order, _unseen_doubts, _wrong_counts, _page)
    return [f"seed {day.seed}: {sentence}" for check in checks for sentence in check(day)]


def _stored(day: Day) -> dict[str, Said]:
    return {said.uid: said for said in day.server.all_scans()}


def _lost(day: Day) -> Iterator[str]:
    """No scan that turned a screen green is missing, but what a wiped telephone held; and that is told."""
    stored = _stored(day)
    for phone in day.phones:
        wiped = {said.uid for said in phone.wiped}
        for uid, (truth, _within) in phone.acknowledged.items():
            if uid in stored:
                continue
            row = day.server.devices[phone.device]
            is_told = (
                row.waiting > 0 or row.told_waiting or row.seen_at is None or row.seen_at <= truth + 30_000
            )
            if uid not in wiped:
                yield f"{uid} is lost"
            elif not is_told:
                yield f"{uid} went with its telephone, and the office cannot know"
        if phone.disk.outbox:
            yield f"{phone.device} still holds {len(phone.disk.outbox)} scans"


def _counted_twice(day: Day) -> Iterator[str]:
    """Each scan is stored once, and none that nobody made."""
    times = Counter(said.uid for said in day.server.all_scans())
    yield from (f"{uid} is stored {count} times" for uid, count in times.items() if count > 1)
    made = {uid for phone in day.phones for uid in phone.made}
    yield from (f"{uid} was never made" for uid in times if uid not in made)


def _working(day: Day) -> list[Phone]:
    return [phone for phone in day.phones if not phone.is_gone]


def _apart(day: Day) -> Iterator[str]:
    """Every telephone knows what the server knows, and says the same of every party."""
    stored = _stored(day)
    for phone in _working(day):
        if phone.disk.known != stored:
            missing = stored.keys() - phone.disk.known.keys()
            count = f"{len(phone.disk.known)} of {len(stored)}"
            yield f"{phone.device} knows {count} scans, not {sorted(missing)[:3]}"


def _wrong_order(day: Day) -> Iterator[str]:
    """The time of each scan is true within what its telephone said."""
    stored = _stored(day)
    for phone in day.phones:
        for uid, (truth, within) in phone.acknowledged.items():
            if within is not None and uid in stored and abs(stored[uid].at - truth) > within:
                yield f"{uid} says {stored[uid].at}, was {truth}, within {within:.0f}"


def _unseen_doubts(day: Day) -> Iterator[str]:
    """A doubt of the office stands on every telephone that still works, so at both of its doors."""
    stored = _stored(day)
    for party in day.people.parties:
        doubts = standing_by(stored.values(), party.code, party.people).doubts
        for phone in _working(day) if doubts else ():
            if phone.standing(party.code).doubts != doubts:
                yield f"{phone.device} does not show the doubt of {party.code}"


def _wrong_counts(day: Day) -> Iterator[str]:
    """Where no telephone was wiped and nobody's time was unknowable, who came is who really came."""
    if any(phone.is_gone for phone in day.phones) or _has_unknowable_times(day):
        return
    stored = _stored(day)
    for party in day.people.parties:
        standing = standing_by(stored.values(), party.code, party.people)
        told, really = (standing.came, standing.inside), (party.came, party.inside)
        if not party.is_shared and told != really:
            yield f"{party.code}: {told} came and are inside, really {really}"
        if standing.came > party.people and not _on_purpose(stored, party.code, party.people):
            yield f"{party.code}: {standing.came} of {party.people} without a doubt"


def _has_unknowable_times(day: Day) -> bool:
    return any(
        within is None or within > 60_000
        for phone in day.phones
        for _t, within in phone.acknowledged.values()
    )


def _on_purpose(stored: dict[str, Said], party: str, expected: int) -> bool:
    let_in = Counter[str]()
    for said in stored.values():
        if said.party == party:
            let_in[said.device] += said.people
    return max(let_in.values(), default=0) > expected


def _page(day: Day) -> Iterator[str]:
    """What the office's page says is what the rule says of the stored scans."""
    stored = _stored(day)
    for party in day.people.parties:
        standing = standing_by(stored.values(), party.code, party.people)
        said = day.server.came_and_inside(party.code)
        if said != (standing.came, standing.inside, bool(standing.doubts)):
            yield f"{party.code}: the page says {said}"
