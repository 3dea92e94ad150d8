"""Why somebody has a seat, and why one guest sits in front of another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.explain_words import wish_in_words
from chancery.rules.seating.forms import settings_in_force
from chancery.rules.seating.forms.draft import LOCKED as DRAFT_LOCKED
from chancery.rules.seating.forms.places import seats_of_hosts, spots_of
from chancery.rules.seating.forms.queueing import TOLD_BY_ORDER
from chancery.rules.seating.house import wishes_of_all
from chancery.rules.seating.naming import seat_in_words
from chancery.rules.seating.plan import (
    Kept,
    NoSuchSitter,
    Part,
    Placing,
    Problem,
    Sex,
    Sitter,
    Solution,
    Wish,
    WishKind,
)

PLACE = gettext_noop("%(name)s holds place %(place)s in the order of precedence.")
NO_PLACE = gettext_noop("%(name)s holds no place in the order and comes after those who hold one.")
WITH_GUEST = gettext_noop("%(name)s comes with %(guest)s and has the same place.")
HOST = gettext_noop("%(name)s is the host of this plan, and the places are counted from the host.")
CO_HOST = gettext_noop("%(name)s is the co-host of this plan.")
INTERPRETS = gettext_noop("%(name)s interprets for %(guest)s and sits where %(guest)s can be heard.")
BY_FORM = gettext_noop("By the form it is place %(number)s of honour, and the form gives it to %(name)s.")
NOT_BY_FORM = gettext_noop(
    "By the form it is place %(number)s of honour; the form alone would give %(name)s place %(other)s."
)
NO_HONOUR = gettext_noop("The form counts no place of honour here.")
NO_SEAT = gettext_noop("%(name)s has no seat in this plan.")
KEPT = gettext_noop("Kept: %(wish)s.")
GIVEN_UP = gettext_noop("Given up: %(wish)s. It weighed %(cost)s in places of precedence.")
BROKEN = gettext_noop("Not kept, although it must be: %(wish)s.")
WISH_OF_OFFICE = gettext_noop("A wish of the office is kept.")
WISH_GIVEN_UP = gettext_noop("A wish of the office is given up.")
UNKNOWN_SEX = gettext_noop(
    "Women and men in turn: for %(name)s the directory does not say which, so nothing was asked here."
)
BY_HAND = gettext_noop("Seated by hand by %(by)s: %(reason)s.")
BY_HAND_SILENTLY = gettext_noop("Seated by hand by %(by)s; no reason was given.")
BY_REPAIR = gettext_noop("The seat was given by the repair after a change, which moves the fewest people.")
BY_SEARCH = gettext_noop(
    "The seat was given by the search for the best plan, which weighs all wishes together."
)
FILLED = gettext_noop("The seat was free, and was filled in when the others had theirs.")
LOCKED = gettext_noop("The seat is locked and stays when the plan is solved again.")

IN_FRONT = gettext_noop("%(first)s comes before %(second)s: place %(place)s against place %(other)s.")
SAME_PLACE = gettext_noop("%(first)s and %(second)s share place %(place)s of the order.")
HIGHER_SEAT = gettext_noop(
    "%(first)s has the higher seat by the form: place of honour %(number)s against %(other)s for %(second)s."
)
AS_ORDERED = gettext_noop("The seats follow the order between the two.")
NOT_AS_ORDERED = gettext_noop(
    "Between the two the seats do not follow the order; what follows says what stood against it."
)
WHOLE_PLAN = gettext_noop(
    "Nothing was asked of these two seats alone: the search weighed the wishes of all together."
)

LOCKED_OF = gettext_noop("%(name)s is locked on a seat: %(seat)s.")
HAND_OF = gettext_noop("%(name)s was seated by hand by %(by)s: %(reason)s.")
HAND_OF_SILENTLY = gettext_noop("%(name)s was seated by hand by %(by)s; no reason was given.")


@dataclass(frozen=True, slots=True)
class Hand:
    """
    What gave a seat as the plan keeps it.

    Shape: `given` is "form", "solver", "hand", "repair" or "filled"; `by` and `reason` belong to a seat that
    was given by hand, and may be empty.
    """

    given: str = "form"
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class _Told:
    """What is asked again and again: wishes by id, what was kept by sitter, places of honour by seat."""

    problem: Problem
    placing: Placing
    sitters: Mapping[str, Sitter]
    wishes: Mapping[str, Wish]
    kept: Mapping[str, Sequence[Kept]]
    honour: Mapping[str, int]
    form: Mapping[str, Reason]
    by_form: Mapping[str, int]


def why(problem: Problem, solution: Solution, sitter: str, *, hand: Hand | None = None) -> tuple[Reason, ...]:
    """
    Tell why somebody has the seat.

    Shape: the place in the order, form and rule of the seat, wishes kept and given up, what gave the seat,
    and whether it is locked. Of wishes that few may read only that there is one. Open is only what the facts
    leave undecided: whether a rule of the sexes is kept where the directory names none.
    Errors: NoSuchSitter.
    Source: R52-R79 in docs/rules/seating.md.
    """
    told = _told(problem, solution)
    return tuple(_chain(_known(told, sitter), told, solution, hand))


def chains(
    problem: Problem, solution: Solution, *, hands: Mapping[str, Hand]
) -> Mapping[str, tuple[Reason, ...]]:
    """Tell the reasons of every sitter, each as `why` does; the measures of the plan are made once."""
    told = _told(problem, solution)
    return {
        sitter.id: tuple(_chain(sitter, told, solution, hands.get(sitter.id))) for sitter in problem.sitters
    }


def between(
    problem: Problem,
    solution: Solution,
    one: str,
    other: str,
    *,
    decisive: Reason | None = None,
    hands: Mapping[str, Hand] | None = None,
) -> tuple[Reason, ...]:
    """
    Tell why one of two guests sits in front of the other.

    Shape: the order between them (`decisive` says by what the order of the event set them), the seats by the
    form, then what was asked for one of the two and is told of both; whoever has the higher seat comes first.
    Ties: two who share a place are told so.
    Errors: NoSuchSitter.
    """
    told = _told(problem, solution)
    pair = sorted((_known(told, one), _known(told, other)), key=lambda each: _by_honour(each, told))
    first, second = pair
    reasons = [*([decisive] if decisive else _order_between(first, second)), *_seats_between(pair, told)]
    is_ordered = _rank(first) <= _rank(second)
    reasons.append(Reason(AS_ORDERED if is_ordered else NOT_AS_ORDERED))
    if not is_ordered:
        against = [*_parts_of(pair, told), *_wishes_between(pair, told), *_hands_of(pair, hands or {}, told)]
        reasons += against or [Reason(WHOLE_PLAN)]
    else:
        reasons += [*_parts_of(pair, told), *_hands_of(pair, hands or {}, told)]
    return tuple(_once(reasons))


def _once(reasons: Iterable[Reason]) -> list[Reason]:
    """Each sentence once, where it stood first."""
    found: dict[tuple[str, str], Reason] = {}
    for reason in reasons:
        found.setdefault((reason.words(), reason.rule), reason)
    return list(found.values())


def _told(problem: Problem, solution: Solution) -> _Told:
    settings = settings_in_force(problem)
    spots = spots_of(problem.room, settings)
    kept: defaultdict[str, list[Kept]] = defaultdict(list)
    for each in solution.kept:
        for who in dict.fromkeys(each.who):
            kept[who].append(each)
    return _Told(
        problem=problem,
        placing=solution.placing,
        sitters={sitter.id: sitter for sitter in problem.sitters},
        wishes={wish.id: wish for wish in wishes_of_all(problem)},
        kept=kept,
        honour={spot.seat: number for number, spot in enumerate(spots, start=1)},
        form={spot.seat: spot.reason for spot in spots},
        by_form=_places_by_form(problem),
    )


def _places_by_form(problem: Problem) -> dict[str, int]:
    """The place of honour that each guest would have by the order alone."""
    hosts = (Part.HOST, Part.CO_HOST)
    seats = seats_of_hosts(problem.room, settings_in_force(problem))
    preside = {Part.HOST: seats.host, Part.CO_HOST: seats.co_host}
    queue = sorted(problem.sitters, key=lambda sitter: sitter.number)
    ranked = [each for each in queue if each.part not in hosts or not preside[each.part]]
    return {each.id: number for number, each in enumerate(ranked, start=1)}


def _known(told: _Told, sitter: str) -> Sitter:
    try:
        return told.sitters[sitter]
    except KeyError:
        raise NoSuchSitter(sitter) from None


def _chain(sitter: Sitter, told: _Told, solution: Solution, hand: Hand | None) -> Iterator[Reason]:
    yield from _standing(sitter, told)
    if sitter.id not in told.placing:
        yield solution.unseated.get(sitter.id) or Reason(NO_SEAT, {"name": sitter.name})
        return
    yield from _by_form(sitter, told)
    yield from _decided(sitter, told, solution)
    yield from _wishes(sitter, told)
    yield from _given(hand)
    if told.problem.locked.get(sitter.id) == told.placing[sitter.id]:
        yield Reason(LOCKED)


def _standing(sitter: Sitter, told: _Told) -> Iterator[Reason]:
    """Host, interpreter, companion, or a place in the order."""
    names = {"name": sitter.name}
    guest = told.sitters.get(sitter.party)
    if sitter.interprets in told.sitters:
        yield Reason(INTERPRETS, names | {"guest": told.sitters[sitter.interprets].name}, rule="R70")
    elif guest is not None and guest.id != sitter.id:
        yield Reason(WITH_GUEST, names | {"guest": guest.name}, rule="R57")
    if sitter.part is Part.HOST:
        yield Reason(HOST, names, rule="R52")
    elif sitter.part is Part.CO_HOST:
        yield Reason(CO_HOST, names, rule="R54")
    if sitter.place is not None:
        yield Reason(PLACE, names | {"place": str(sitter.place)}, rule="R52")
    elif sitter.part not in (Part.HOST, Part.CO_HOST, Part.INTERPRETER):
        yield Reason(NO_PLACE, names)


def _by_form(sitter: Sitter, told: _Told) -> Iterator[Reason]:
    seat = told.placing[sitter.id]
    if seat in told.form:
        yield told.form[seat]
    number, wanted = told.honour.get(seat), told.by_form.get(sitter.id)
    if number is None:
        if sitter.part not in (Part.HOST, Part.CO_HOST) and not sitter.interprets:
            yield Reason(NO_HONOUR)
        return
    values = {"number": str(number), "name": sitter.name}
    if wanted is None or wanted == number:
        yield Reason(BY_FORM, values, rule=told.form[seat].rule)
    else:
        yield Reason(NOT_BY_FORM, values | {"other": str(wanted)}, rule=told.form[seat].rule)


def _decided(sitter: Sitter, told: _Told, solution: Solution) -> Iterator[Reason]:
    """What the form decided beyond the order and the place that follows from it."""
    known = told.form.get(told.placing[sitter.id])
    for reason in solution.reasons.get(sitter.id, ()):
        if reason != known and reason.template not in TOLD_BY_ORDER and reason.template != DRAFT_LOCKED:
            yield reason


def _wishes(sitter: Sitter, told: _Told) -> Iterator[Reason]:
    """What was kept for somebody, then what was given up; each sentence once."""
    found = told.kept.get(sitter.id, ())
    kept = (_kept(each, sitter, told) for each in found if each.is_kept)
    given = (_given_up(each, told) for each in found if not each.is_kept)
    yield from _once(reason for reason in (*kept, *given) if reason)


def _kept(kept: Kept, sitter: Sitter, told: _Told) -> Reason | None:
    wish = told.wishes[kept.wish]
    if _is_hidden(wish):
        return Reason(WISH_OF_OFFICE)
    if wish.kind is WishKind.PRECEDENCE:
        return None
    if wish.kind is WishKind.ALTERNATE and (unknown := _of_unknown_sex(kept, told)):
        return Reason(UNKNOWN_SEX, {"name": unknown}, rule=wish.rule, is_open=True)
    return Reason(KEPT, {"wish": wish_in_words(wish, kept, told.problem)}, rule=wish.rule)


def _of_unknown_sex(kept: Kept, told: _Told) -> str:
    names = (told.sitters[who].name for who in kept.who if told.sitters[who].sex is Sex.UNKNOWN)
    return next(names, "")


def _given_up(kept: Kept, told: _Told) -> Reason:
    wish = told.wishes[kept.wish]
    if _is_hidden(wish):
        return Reason(WISH_GIVEN_UP)
    words = {"wish": wish_in_words(wish, kept, told.problem)}
    if kept.is_hard:
        return Reason(BROKEN, words, rule=wish.rule)
    return Reason(GIVEN_UP, words | {"cost": str(kept.cost)}, rule=wish.rule)


def _is_hidden(wish: Wish) -> bool:
    """Whether only few may read a wish, and its words were not loaded for this reader."""
    return wish.is_discreet and not wish.words


def _given(hand: Hand | None) -> Iterator[Reason]:
    match hand:
        case Hand(given="hand", by=by, reason=""):
            yield Reason(BY_HAND_SILENTLY, {"by": by})
        case Hand(given="hand", by=by, reason=reason):
            yield Reason(BY_HAND, {"by": by, "reason": reason.rstrip(".")})
        case Hand(given="repair"):
            yield Reason(BY_REPAIR)
        case Hand(given="solver"):
            yield Reason(BY_SEARCH)
        case Hand(given="filled"):
            yield Reason(FILLED)


def _rank(sitter: Sitter) -> tuple[bool, int, int]:
    return sitter.place is None, sitter.place or 0, sitter.number


def _by_honour(sitter: Sitter, told: _Told) -> tuple[int, tuple[bool, int, int]]:
    """Hosts first, then the higher seat, then the order; who has no seat comes last."""
    if sitter.part in (Part.HOST, Part.CO_HOST):
        return 0, _rank(sitter)
    seat = told.placing.get(sitter.id, "")
    return told.honour.get(seat, len(told.honour) + 1), _rank(sitter)


def _order_between(one: Sitter, other: Sitter) -> Iterator[Reason]:
    first, second = sorted((one, other), key=_rank)
    names = {"first": first.name, "second": second.name}
    if second.place is None:
        yield from (Reason(NO_PLACE, {"name": each.name}) for each in (first, second) if each.place is None)
    elif first.place == second.place:
        yield Reason(SAME_PLACE, names | {"place": str(first.place)}, rule="R52")
    else:
        yield Reason(IN_FRONT, names | {"place": str(first.place), "other": str(second.place)}, rule="R52")


def _seats_between(pair: Sequence[Sitter], told: _Told) -> Iterator[Reason]:
    first, second = pair
    numbers = [told.honour.get(told.placing.get(each.id, "")) for each in pair]
    if None not in numbers:
        values = {"first": first.name, "second": second.name}
        yield Reason(HIGHER_SEAT, values | {"number": str(numbers[0]), "other": str(numbers[1])}, rule="R52")
    for each in pair:
        if each.id not in told.placing:
            yield Reason(NO_SEAT, {"name": each.name})


def _parts_of(pair: Sequence[Sitter], told: _Told) -> Iterator[Reason]:
    """Who is host, interpreter or companion sits by that and not by the order."""
    for each in pair:
        yield from (reason for reason in _standing(each, told) if reason.template not in (PLACE, NO_PLACE))


def _wishes_between(pair: Sequence[Sitter], told: _Told) -> Iterator[Reason]:
    for each in pair:
        yield from _wishes(each, told)


def _hands_of(pair: Sequence[Sitter], hands: Mapping[str, Hand], told: _Told) -> Iterator[Reason]:
    for each in pair:
        hand = hands.get(each.id)
        if hand and hand.given == "hand":
            yield Reason(HAND_OF if hand.reason else HAND_OF_SILENTLY, _hand_values(each, hand))
        if each.id in told.problem.locked:
            seat = seat_in_words(told.problem.room, told.problem.locked[each.id])
            yield Reason(LOCKED_OF, {"name": each.name, "seat": seat})


def _hand_values(sitter: Sitter, hand: Hand) -> dict[str, str]:
    return {"name": sitter.name, "by": hand.by, "reason": hand.reason.rstrip(".")}
