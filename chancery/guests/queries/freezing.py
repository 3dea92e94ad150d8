"""The guest list as somebody outside asks for it: only the fields they need, in the reader's words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.directory.models import Person, PersonName
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.models import Event
from chancery.events.ordering import Entry
from chancery.guests.models import Standing
from chancery.guests.queries import parties
from chancery.guests.queries.parties import Listed
from chancery.rules.dates import PartialDate
from chancery.rules.list_versions import FrozenRow


class Field(StrEnum):
    """What can be asked for of each person; nothing else ever leaves with a version."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    OFFICE = "office"
    BODY = "body"
    STATE = "state"
    NATIONALITY = "nationality"
    BORN = "born"
    CATEGORY = "category"
    REPLY = "reply"
    WITH = "with"


LABELS: Mapping[Field, Promise] = {
    Field.NAME: gettext_lazy("Name"),
    Field.GIVEN: gettext_lazy("Given name"),
    Field.FAMILY: gettext_lazy("Family name"),
    Field.OFFICE: gettext_lazy("Office"),
    Field.BODY: gettext_lazy("Body"),
    Field.STATE: gettext_lazy("State"),
    Field.NATIONALITY: gettext_lazy("Nationality"),
    Field.BORN: gettext_lazy("Born"),
    Field.CATEGORY: gettext_lazy("Category"),
    Field.REPLY: gettext_lazy("Reply"),
    Field.WITH: gettext_lazy("Comes with"),
}


class Whom(StrEnum):
    """Which guests stand in a version."""

    COMING = "coming"
    POSSIBLE = "possible"
    ALL = "all"


_COMING = frozenset({Standing.ACCEPTED, Standing.WALK_IN})
_POSSIBLE = _COMING | {Standing.UNDECIDED, Standing.SILENT}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the directory knows of a person beside the order."""

    nationality: str = ""
    born: PartialDate | None = None


_NOBODY = _Known()


@dataclass(frozen=True, slots=True)
class _Facts:
    """A guest with all that a field may ask for."""

    guest: Listed
    entry: Entry | None
    known: _Known
    parts: tuple[str, str]
    category: str
    language: str


def rows_of(event: Event, *, whom: str, language: str) -> list[FrozenRow]:
    """
    Return everybody of the list with every field, in order of precedence, by a fixed number of queries.

    Companions follow their guest, each a row of its own that tells whom they come with; those without a name
    are counted in one row.
    """
    order = ordering.order_of(event)
    categories = {each.pk: wording(each.names, language).text for each in events.categories_of(event)}
    known, parts = _known_people(event), _parts_of(event)
    places = {entry.ref: number for number, entry in enumerate(order.entries)}
    listed = parties.listed_among(event, order.participants, language)
    rows: list[FrozenRow] = []
    for guest in sorted(listed, key=lambda each: places.get(each.who.ref, len(places))):
        if _stands_in(guest, whom):
            person = known.get(guest.who.person or 0, _NOBODY)
            names = parts.get((guest.who.person or 0, guest.who.name), ("", ""))
            category = categories.get(guest.who.category or 0, "")
            rows += _rows(_Facts(guest, order.of(guest.who.ref), person, names, category, language))
    return rows


def only(rows: Sequence[FrozenRow], fields: Sequence[str]) -> list[FrozenRow]:
    """Return the rows with nothing but the fields that were asked for."""
    return [FrozenRow(row.key, row.name, {name: row.values.get(name, "") for name in fields}) for row in rows]


def _stands_in(guest: Listed, whom: str) -> bool:
    if whom == Whom.ALL:
        return True
    return guest.reply in (_COMING if whom == Whom.COMING else _POSSIBLE)


def _rows(facts: _Facts) -> Iterator[FrozenRow]:
    who, party = facts.guest.who, facts.guest.party
    yield FrozenRow(who.code, who.name, {name: write(facts) for name, write in _WRITERS.items()})
    for number, name in enumerate(party.companions):
        yield _companion(facts, f"{who.code}/{number}/{name}", name)
    if party.unnamed:
        yield _companion(facts, f"{who.code}/unnamed", f"+{party.unnamed}")


def _companion(facts: _Facts, key: str, name: str) -> FrozenRow:
    """A companion is known by name only: everything else would be that of the guest."""
    told = {
        Field.NAME: name,
        Field.FAMILY: name,
        Field.WITH: facts.guest.who.name,
        Field.REPLY: _reply(facts),
    }
    return FrozenRow(key, name, {str(each): told.get(each, "") for each in Field})


def _known_people(event: Event) -> dict[int, _Known]:
    people = Person.objects.filter(participations__event=event)
    return {
        key: _Known(nationality, born)  # type: ignore[arg-type]  # the field holds a PartialDate
        for key, nationality, born in people.values_list("pk", "nationality", "born")
    }


def _parts_of(event: Event) -> dict[tuple[int, str], tuple[str, str]]:
    """Given and family name of each person by the name as printed: that which is read is the one parted."""
    people = Person.objects.filter(participations__event=event)
    names = PersonName.objects.filter(person__in=people.values("pk")).order_by("-position", "-pk")
    rows = names.values_list("person_id", "printed", "given", "family")
    return {(person, printed): (given, family) for person, printed, given, family in rows}


def _family(facts: _Facts) -> str:
    """The family name; of whoever has no parted name the whole one, so that nobody is left out."""
    return facts.parts[1] if any(facts.parts) else facts.guest.who.name


def _title(facts: _Facts) -> str:
    who, entry = facts.guest.who, facts.entry
    title = entry.title if entry else who.printed or (who.post.titles if who.post else {})
    return wording(title, facts.language).text


def _body(facts: _Facts) -> str:
    who, entry = facts.guest.who, facts.entry
    return wording(entry.body if entry else who.body, facts.language).text


def _state(facts: _Facts) -> str:
    code = facts.entry.state if facts.entry else facts.guest.who.state
    return cldr.state_in_words(code, facts.language) if code else ""


def _nationality(facts: _Facts) -> str:
    code = facts.known.nationality
    return cldr.state_in_words(code, facts.language) if code else ""


def _born(facts: _Facts) -> str:
    return cldr.partial_date_in_words(facts.known.born, facts.language) if facts.known.born else ""


def _reply(facts: _Facts) -> str:
    return str(Standing(facts.guest.reply).label)


_WRITERS: Mapping[str, Callable[[_Facts], str]] = {
    Field.NAME: lambda facts: facts.guest.who.name,
    Field.GIVEN: lambda facts: facts.parts[0],
    Field.FAMILY: _family,
    Field.OFFICE: _title,
    Field.BODY: _body,
    Field.STATE: _state,
    Field.NATIONALITY: _nationality,
    Field.BORN: _born,
    Field.CATEGORY: lambda facts: facts.category,
    Field.REPLY: _reply,
    Field.WITH: lambda facts: "",
}
