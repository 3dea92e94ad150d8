"""What is asked of a plan: the wishes of the office, and who is kept apart on the day of the event (R79)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.directory.models import Person
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.events.participants import names_of
from chancery.rules.seating import plan as rules
from chancery.rules.seating.layout import read_layout
from chancery.seating.models import Plan, Wish
from chancery.seating.queries import apart
from chancery.seating.queries.sitters import Seated

_KINDS = {row: rules.WishKind(row) for row in Wish.Kind.values}
_RULES = {Wish.Kind.INTERPRETER: "R70", Wish.Kind.NEAR_STAGE: "R75"}
# What takes the companions of a group along; keeping apart and company are matters of its guests alone.
_WITH_COMPANIONS = frozenset({Wish.Kind.TOGETHER, Wish.Kind.AT_UNIT, Wish.Kind.IN_ZONE})


@dataclass(frozen=True, slots=True)
class Asking:
    """
    The wishes of a plan as the rules take them.

    `gave_way` are the pairs that give way to a fixed order of states; their words are there only for those
    who may read who is kept apart.
    """

    wishes: tuple[rules.Wish, ...]
    gave_way: tuple[rules.Wish, ...]


def wishes_of(event: Event) -> QuerySet[Wish]:
    """The wishes of the office for an event, rules before wishes, the heavier first."""
    rows = Wish.objects.filter(event=event).select_related("category", "body")
    return rows.order_by("-is_hard", "-weight", "id")


def asked_of(
    event: Event,
    rows: Sequence[Wish],
    everybody: Sequence[Seated],
    computed: EventOrder,
    *,
    language: str,
    may_read_apart: bool,
) -> Asking:
    """Turn wishes and pairs into those of the rules, as far as whom they concern is seated."""
    guests = _guests(everybody, computed)
    wishes = [wish for row in rows if _is_asked(row) for wish in _from_row(row, guests, everybody, language)]
    pairs, gave_way = apart.wishes_of(event, everybody, computed, may_read=may_read_apart)
    return Asking((*wishes, *pairs), tuple(gave_way))


def _is_asked(row: Wish) -> bool:
    """
    Whether a wish is asked as such.

    Places for wheelchairs and interpreters are facts of the sitters, and zones of groups are settings, for
    which the house asks already; only an interpreter who must sit there is a rule beside that.
    """
    if row.kind == Wish.Kind.WHEELCHAIR or is_zone_of_group(row):
        return False
    return row.kind != Wish.Kind.INTERPRETER or row.is_hard


def is_zone_of_group(row: Wish) -> bool:
    """Whether a row is the rule that a whole category has a zone of its own: a setting of the form (R75)."""
    return row.kind == Wish.Kind.IN_ZONE and row.is_hard and row.category_id is not None


def _guests(everybody: Sequence[Seated], computed: EventOrder) -> dict[int, Seated]:
    """Who sits for each participation: somebody in two capacities is seated once."""
    by_person = {each.person: each for each in everybody if each.person}
    elsewhere = {who.key: by_person[who.person] for who in computed.participants if who.person in by_person}
    return elsewhere | {each.who.key: each for each in everybody if not each.member}


def _from_row(
    row: Wish, guests: Mapping[int, Seated], everybody: Sequence[Seated], language: str
) -> Iterator[rules.Wish]:
    one, other = guests.get(row.guest_id or 0), guests.get(row.other_id or 0)
    if (row.guest_id and one is None) or (row.other_id and other is None):
        return
    group = _group_of(row, everybody)
    wish = rules.Wish(
        id=row.code,
        kind=_KINDS[row.kind],
        where=row.where,
        is_hard=row.is_hard,
        weight=row.weight,
        rule=_RULES.get(Wish.Kind(row.kind), ""),
    )
    called = _name_of_group(row, language)
    for number, (who, names) in enumerate(_concerned(row, one, other, group, called)):
        words = _with_reason(_words(row, names), row.reason)
        yield replace(wish, id=f"{row.code}.{number}" if number else row.code, who=who, words=words)


def _group_of(row: Wish, everybody: Sequence[Seated]) -> list[Seated]:
    among = [each for each in everybody if not each.member or row.kind in _WITH_COMPANIONS]
    if row.category:
        return [each for each in among if row.category.ref in each.categories]
    return [each for each in among if row.body_id in each.bodies] if row.body_id else []


def _name_of_group(row: Wish, language: str) -> str:
    group = row.category or row.body
    return wording(group.names, language).text or str(group) if group else ""


def _concerned(
    row: Wish, one: Seated | None, other: Seated | None, group: Sequence[Seated], called: str
) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    """Whom each wish of a row concerns, with what they are called: pairs, or all at once."""
    named = [each for each in (one, other) if each]
    if len(named) == 2:
        yield _ids(named), (named[0].sitter.name, named[1].sitter.name)
    elif one and not group:
        yield _ids(named), (one.sitter.name, "")
    elif one:
        for each in group:
            if each.who.key != one.who.key:
                yield _ids([one, each]), (one.sitter.name, each.sitter.name)
    elif group:
        yield _ids(group), (called, "")


def _ids(everybody: Iterable[Seated]) -> tuple[str, ...]:
    return tuple(each.sitter.id for each in everybody)


def _words(row: Wish, names: tuple[str, str]) -> str:
    templates = words_of_two() if names[1] else words_of_one()
    values = {"one": names[0], "other": names[1], "where": row.where}
    return templates.get(Wish.Kind(row.kind), row.get_kind_display()) % values


def words_of_two() -> dict[Wish.Kind, str]:
    """What a wish asks of two guests, in the language of the reader."""
    return {
        Wish.Kind.APART: _("%(one)s and %(other)s sit at different tables or rows"),
        Wish.Kind.NOT_BESIDE: _("%(one)s and %(other)s do not sit side by side"),
        Wish.Kind.TOGETHER: _("%(one)s and %(other)s sit at one table or row"),
        Wish.Kind.BESIDE: _("%(one)s and %(other)s sit side by side"),
        Wish.Kind.INTERPRETER: _("%(one)s interprets for %(other)s"),
    }


def words_of_one() -> dict[Wish.Kind, str]:
    """What a wish asks of one guest, or of all of a group, in the language of the reader."""
    return {
        Wish.Kind.APART: _("%(one)s at different tables or rows"),
        Wish.Kind.NOT_BESIDE: _("%(one)s not side by side"),
        Wish.Kind.TOGETHER: _("%(one)s at one table or row"),
        Wish.Kind.AT_UNIT: _("%(one)s at %(where)s"),
        Wish.Kind.IN_ZONE: _("%(one)s in the zone %(where)s"),
        Wish.Kind.NEAR_STAGE: _("%(one)s near the way to the stage"),
        Wish.Kind.AT_AISLE: _("%(one)s at an aisle"),
        Wish.Kind.WHEELCHAIR: _("%(one)s at a place for a wheelchair"),
    }


def _with_reason(words: str, reason: str) -> str:
    return _("%(wish)s (%(reason)s)") % {"wish": words, "reason": reason.rstrip(".")} if reason else words


def wishes_to_show(event: Event) -> QuerySet[Wish]:
    """The wishes of an event with everybody whom they name."""
    rows = wishes_of(event).select_related(
        "guest__person", "guest__office", "guest__body", "other__person", "other__office", "other__body"
    )
    return rows.prefetch_related("guest__person__names", "other__person__names")


def names_of_guests(rows: Sequence[Wish], language: str) -> dict[int, str]:
    """What the guests of wishes are called for a reader of `language`, by the keys of their people."""
    guests = [guest for row in rows for guest in (row.guest, row.other) if guest]
    people = Person.objects.filter(pk__in={guest.person_id for guest in guests if guest.person_id})
    return names_of(people, language)


def wish_in_words(row: Wish, names: Mapping[int, str], language: str) -> str:
    """What a wish asks, with the names of guests, category or body, in the language in force."""
    group = _name_of_group(row, language)
    guests = [guest for guest in (row.guest, row.other) if guest]
    called = [names.get(guest.person_id or 0) or guest.name_printed for guest in guests]
    first, second, *_rest = [*called, *([group] if group else []), "", ""]
    return _words(row, (first, second))


def units_and_zones(event: Event) -> list[tuple[str, str]]:
    """The tables, rows and zones of the plans of an event: key and name, or the key twice."""
    found: dict[str, str] = {}
    for layout in Plan.objects.filter(event=event).order_by("number").values_list("layout", flat=True):
        room = read_layout(layout)
        found |= {unit.id: unit.label or unit.id for unit in room.units}
        zones = [*(unit.zone for unit in room.units), *(seat.zone for seat in room.seats)]
        found |= {zone: zone for zone in zones if zone}
    return sorted(found.items())
