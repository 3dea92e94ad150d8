"""The president of the act, the host who yields, the guest of honour (R35, R65)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chancery.rules.precedence import sources
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.precedence.settings import HostRule
from chancery.rules.precedence.values import Guest, Yielding
from chancery.rules.reasons import Reason, gettext_noop

HOST_PRESIDES = gettext_noop("The host presides and stands first.")
PRESIDES = gettext_noop("Presides over the act.")
PRESIDES_BY_RANK = gettext_noop(
    "The host does not preside and nobody is marked as presiding: the highest ranked guest is taken."
)
HOST_LEFT = gettext_noop(
    "Gave up the presidency freely: sits at the left of the one who presides, which is the third place."
)
HOST_RIGHT = gettext_noop(
    "Had to give up the presidency: sits at the right of the one who presides, which is the second place."
)
HOST_BESIDE = gettext_noop(
    "Does not preside and sits beside the one who does; whether the presidency was given up freely "
    "(third place) or had to be (second place) is not recorded."
)
ONLY_ONCE = gettext_noop(
    "Also marked as presiding, but the presidency may be given up only once: keeps the own rank."
)
ONE_HOST = gettext_noop("Also marked as host; the host of higher rank is placed as host.")
GUEST_OF_HONOUR = gettext_noop("Guest of honour: has the place of honour beside the one who presides.")
OUTRANKED = gettext_noop(
    "Outranks the guest of honour %(honoured)s: to be told before, to share the part of the host, "
    "or to head another table."
)


@dataclass(frozen=True, slots=True)
class Head:
    """Who is placed by the part in the act and not by rank; empty texts where there is nobody."""

    president: str = ""
    host: str = ""
    honoured: tuple[str, ...] = ()

    @property
    def is_yielding(self) -> bool:
        """Whether the host is there and somebody else presides."""
        return bool(self.host) and self.host != self.president

    @property
    def members(self) -> tuple[str, ...]:
        """Everybody at the head, once."""
        return tuple(dict.fromkeys(guest for guest in (self.president, self.host, *self.honoured) if guest))


def head_of(guests: Iterable[Guest], base: Mapping[str, int], rule: HostRule) -> Head:
    """
    Find president, host and guests of honour among the guests.

    Shape: `base` are places by rank alone; where several are marked the highest counts, then the id.
    By the rule of a second place a host who does not preside keeps the place of the table (R35, France).
    """

    def marked(ids: Iterable[str]) -> list[str]:
        return sorted((guest for guest in ids if guest in base), key=lambda guest: (base[guest], guest))

    listed = list(guests)
    presiding = marked(guest.id for guest in listed if guest.presides)
    hosts = marked(guest.id for guest in listed if guest.is_host) if rule is HostRule.PRESIDES else []
    host = hosts[0] if hosts else ""
    president = presiding[0] if presiding else host
    by_guest = {guest.id: guest for guest in listed}
    is_given_up = bool(host) and not presiding and by_guest[host].yields is not Yielding.UNKNOWN
    if is_given_up:
        president = next(iter(marked(guest.id for guest in listed if guest.id != host)), host)
    honoured = marked(guest.id for guest in listed if guest.is_guest_of_honour)
    return Head(president, host, tuple(guest for guest in honoured if guest not in (president, host)))


def seat_head(lineup: Lineup, head: Head, guests: Mapping[str, Guest], base: Mapping[str, int]) -> None:
    """
    Put the head before the others, whom `lineup` holds.

    Shape: the president first; the host third if the presidency was given up freely, second if it had to be.
    """
    if not head.members:
        return
    rest = lineup.buckets()
    front = [[head.president]] if head.president else []
    honoured = [[guest] for guest in head.honoured]
    if head.is_yielding and guests[head.host].yields is Yielding.FREELY:
        second = honoured.pop(0) if honoured else (rest.pop(0) if rest else [])
        front.extend(bucket for bucket in (second, [head.host]) if bucket)
    elif head.is_yielding:
        front.append([head.host])
    lineup.number([*front, *honoured, *rest])
    _explain(lineup, head, guests)
    _warn(lineup, head, guests, base)


def _explain(lineup: Lineup, head: Head, guests: Mapping[str, Guest]) -> None:
    if head.president:
        is_marked = guests[head.president].presides
        sentence = PRESIDES if is_marked else PRESIDES_BY_RANK
        if head.president == head.host:
            sentence = HOST_PRESIDES
        lineup.tell(head.president, _reason(sentence, is_open=sentence is PRESIDES_BY_RANK), decides=True)
    if head.is_yielding:
        yields = guests[head.host].yields
        sentence = {Yielding.FREELY: HOST_LEFT, Yielding.FORCED: HOST_RIGHT}.get(yields, HOST_BESIDE)
        lineup.tell(head.host, _reason(sentence, is_open=sentence is HOST_BESIDE), decides=True)
    for guest in head.honoured:
        reason = Reason(GUEST_OF_HONOUR, rule="R52", source=sources.GUESTS_OF_HONOUR)
        lineup.tell(guest, reason, decides=True)


def _warn(lineup: Lineup, head: Head, guests: Mapping[str, Guest], base: Mapping[str, int]) -> None:
    for guest in guests.values():
        if guest.id not in base or guest.id in head.members:
            continue
        if guest.presides:
            lineup.tell(guest.id, _reason(ONLY_ONCE, is_open=True))
        elif guest.is_host and head.host:
            lineup.tell(guest.id, _reason(ONE_HOST, is_open=True))
        for honoured in head.honoured[:1]:
            if base[guest.id] < base[honoured]:
                values = {"honoured": guests[honoured].name}
                source = sources.GUESTS_OF_HONOUR
                lineup.tell(guest.id, Reason(OUTRANKED, values, rule="R65", source=source, is_open=True))


def _reason(sentence: str, *, is_open: bool = False) -> Reason:
    return Reason(sentence, rule="R35", source=sources.HOSTS, is_open=is_open)
