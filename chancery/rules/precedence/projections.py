"""What is read off one order: greeting, speeches, wreaths, the listing in a text (R84, R87, R88, R103)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from chancery.rules.precedence import sources
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.settings import Direction, HostSpeech
from chancery.rules.precedence.values import Guest, HeldOffice, Order, Ranked
from chancery.rules.reasons import Reason, gettext_noop

GREETED = gettext_noop("People are greeted in falling rank: place %(place)s of the order.")
HOST_NAMED_FIRST = gettext_noop("The host is named first.")
WELCOME = gettext_noop("As inviter says a short welcome before the speeches.")
HOST_OPENS = gettext_noop("The host opens.")
HOST_CLOSES = gettext_noop("The host conducts the act and closes.")
RISING = gettext_noop("Rising rank: who stands at place %(place)s speaks after all who stand lower.")
FALLING = gettext_noop("Falling rank: place %(place)s of the order.")
FREE = gettext_noop(
    "No order of speeches is fixed here; listed by falling rank, place %(place)s of the order."
)
SAME_BODY = gettext_noop(
    "One speaker a body: %(other)s speaks for the same body; please choose one of the two."
)
NO_SPEECH = gettext_noop("A parliamentary substitute neither speaks nor lays a wreath.")
WREATH_RISING = gettext_noop("Wreaths are laid in rising rank: place %(place)s of the order.")
WREATH_FALLING = gettext_noop("Wreaths are laid in falling rank: place %(place)s of the order.")
STATE_LAST = gettext_noop(
    "Represents the State and lays last; who lays together with others may do so only then."
)
NATION_FIRST = gettext_noop("Lays the wreath of the nation, which goes before all others.")
FOR_THE_ABSENT = gettext_noop("Lays as deputy at the place of the absent %(principal)s.")
LISTED_RISING = gettext_noop("Listed in rising rank: place %(place)s of the order.")
LISTED_FALLING = gettext_noop("Listed in falling rank: place %(place)s of the order.")
BY_CATEGORY = gettext_noop("Category “%(category)s”, number %(number)s of the categories from high to low.")
UNKNOWN_CATEGORY = gettext_noop(
    "The category “%(category)s” is not in the order of categories: listed after them."
)


@dataclass(frozen=True, slots=True)
class Turn:
    """
    Somebody's turn in a projection.

    Shape: `position` counts from 1; guests who share a place of the order share a position unless the
    profile parts them; None for who takes no part, with the reason.
    """

    guest: str
    position: int | None
    reasons: tuple[Reason, ...]


def greeting(
    order: Order, guests: Collection[Guest], profile: Profile, *, speaker: str = ""
) -> tuple[Turn, ...]:
    """
    Order the greeting at the beginning of a speech (R84).

    Shape: one turn a guest of the order with a place, highest first; the host first where the profile names
    the host first; the speaker is left out.
    """
    source = profile.source(profile.settings.speeches.source) or sources.GREETINGS
    hosts = {guest.id for guest in guests if guest.is_host}
    is_host_first = profile.settings.speeches.is_host_named_first
    keyed = []
    for ranked in _placed(order):
        if ranked.guest == speaker:
            continue
        is_first = is_host_first and ranked.guest in hosts
        sentence = HOST_NAMED_FIRST if is_first else GREETED
        keyed.append(
            ((0 if is_first else 1, ranked.place or 0), ranked, _said(sentence, ranked, "R84", source))
        )
    return _turns(keyed)


def speeches(
    order: Order, guests: Collection[Guest], profile: Profile, speakers: Collection[str]
) -> tuple[Turn, ...]:
    """
    Order the speakers of an act (R84).

    Shape: one turn a speaker who is on the list; in the order in which they speak. Who may not speak comes
    last without a position (R28). With a short welcome the inviter is first and speaks only then.
    Ties: guests of one place share a position.
    """
    rule = profile.settings.speeches
    source = profile.source(rule.source) or sources.GREETINGS
    hosts = {guest.id for guest in guests if guest.is_host}
    bodies = {guest.id: _body(guest) for guest in guests}
    keyed: _Keyed = []
    seen: dict[str, str] = {}
    for ranked in _placed(order):
        if ranked.guest not in speakers:
            continue
        key, sentence = _speech_key(ranked, ranked.guest in hosts, rule.direction, rule.host)
        reasons = [*_said(sentence, ranked, "R84", source)]
        body = bodies.get(ranked.guest)
        if rule.is_one_a_body and body:
            if body in seen:
                values = {"other": seen[body]}
                reasons.append(Reason(SAME_BODY, values, rule="R84", source=source, is_open=True))
            seen[body] = _name(guests, ranked.guest)
        keyed.append((key, ranked, tuple(reasons)))
    return (*_turns(keyed), *_barred(order, speakers, profile))


def _speech_key(
    ranked: Ranked, is_host: bool, direction: Direction, host: HostSpeech
) -> tuple[tuple[int, int], str]:
    place = ranked.place or 0
    if is_host and host is HostSpeech.WELCOME:
        return (0, 0), WELCOME
    if is_host and host is HostSpeech.OPENS:
        return (0, 0), HOST_OPENS
    if is_host and host is HostSpeech.CLOSES:
        return (2, 0), HOST_CLOSES
    if direction is Direction.RISING:
        return (1, -place), RISING
    return (1, place), FALLING if direction is Direction.FALLING else FREE


def wreaths(
    order: Order,
    profile: Profile,
    layers: Collection[str],
    *,
    national: str = "",
    deputies: Mapping[str, str] | None = None,
) -> tuple[Turn, ...]:
    """
    Order those who lay a wreath (R87, R88).

    Shape: one turn a layer who is on the list. `national` lays the wreath of the nation; `deputies` maps a
    layer to the guest of the order whose wreath he or she lays, and takes that place where the profile
    says so. Who may not lay comes last without a position (R28).
    """
    rule = profile.settings.wreaths
    source = profile.source(rule.source)
    number = "R87" if rule.direction is Direction.RISING else "R88"
    by_guest = {ranked.guest: ranked for ranked in order}
    keyed = []
    for ranked in order:
        if ranked.guest not in layers or ranked.is_barred:
            continue
        principal = by_guest.get((deputies or {}).get(ranked.guest, ""))
        stands_for = principal if principal and rule.deputies_take_place else ranked
        if stands_for.place is None:
            continue
        key, sentence = _wreath_key(stands_for, profile, is_national=ranked.guest == national)
        reasons = _said(sentence, stands_for, number, source)
        if stands_for is not ranked:
            values = {"principal": _principal(order, stands_for.guest)}
            reasons = (*reasons, Reason(FOR_THE_ABSENT, values, rule="R88", source=source))
        keyed.append((key, ranked, reasons))
    return (*_turns(keyed), *_barred(order, layers, profile))


def _wreath_key(ranked: Ranked, profile: Profile, *, is_national: bool) -> tuple[tuple[int, int], str]:
    rule = profile.settings.wreaths
    place = ranked.place or 0
    if rule.is_national_first and is_national:
        return (0, 0), NATION_FIRST
    if rule.direction is Direction.RISING:
        is_last = ranked.office_class in rule.last
        return ((2, 0), STATE_LAST) if is_last else ((1, -place), WREATH_RISING)
    return (1, place), WREATH_FALLING


def listing(
    order: Order,
    profile: Profile,
    *,
    categories: Mapping[str, str] | None = None,
    category_order: Sequence[str] = (),
) -> tuple[Turn, ...]:
    """
    Order a listing in a text, such as who was present (R103).

    Shape: one turn a guest with a place: by category in the given order, from high to low, then by the
    order, rising or falling as the profile says. Without categories by the order alone.
    """
    is_rising = profile.settings.listing.value is Direction.RISING
    sentence = LISTED_RISING if is_rising else LISTED_FALLING
    keyed = []
    for ranked in _placed(order):
        place = ranked.place or 0
        reasons = _said(sentence, ranked, "R103", sources.LISTED_BY_CATEGORY)
        number = 0
        if categories is not None:
            number, reason = _category(categories.get(ranked.guest, ""), category_order)
            reasons = (reason, *reasons)
        keyed.append(((number, -place if is_rising else place), ranked, reasons))
    return _turns(keyed)


def _category(category: str, category_order: Sequence[str]) -> tuple[int, Reason]:
    source = sources.LISTED_BY_CATEGORY
    if category in category_order:
        number = category_order.index(category)
        values = {"category": category, "number": str(number + 1)}
        return number, Reason(BY_CATEGORY, values, rule="R103", source=source)
    reason = Reason(UNKNOWN_CATEGORY, {"category": category}, rule="R103", source=source, is_open=True)
    return len(category_order), reason


def _placed(order: Order) -> list[Ranked]:
    return [ranked for ranked in order if ranked.place is not None]


def _said(sentence: str, ranked: Ranked, rule: str, source: str) -> tuple[Reason, ...]:
    return (Reason(sentence, {"place": str(ranked.place)}, rule=rule, source=source),)


_Keyed = list[tuple[tuple[int, int], Ranked, tuple[Reason, ...]]]


def _turns(keyed: _Keyed) -> tuple[Turn, ...]:
    """Positions by keys, 1 + the number of those before; equal keys stay in the order of the list."""
    ordered = sorted(keyed, key=lambda entry: entry[0])
    turns: list[Turn] = []
    for number, (key, ranked, reasons) in enumerate(ordered, start=1):
        is_tie = number > 1 and ordered[number - 2][0] == key
        position = turns[-1].position if is_tie else number
        turns.append(Turn(ranked.guest, position, reasons))
    return tuple(turns)


def _barred(order: Order, asked: Collection[str], profile: Profile) -> tuple[Turn, ...]:
    source = profile.source(profile.settings.deputies.source)
    reason = Reason(NO_SPEECH, rule="R28", source=source)
    return tuple(Turn(r.guest, None, (reason,)) for r in order if r.guest in asked and r.is_barred)


def _body(guest: Guest) -> str:
    offices: Sequence[HeldOffice] = guest.offices
    return next((office.body for office in offices if office.body), "")


def _name(guests: Collection[Guest], guest_id: str) -> str:
    return next((guest.name for guest in guests if guest.id == guest_id), guest_id)


def _principal(order: Order, guest_id: str) -> str:
    return order.why[guest_id].name if guest_id in order.why else guest_id
