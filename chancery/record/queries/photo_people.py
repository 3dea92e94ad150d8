"""Who can be named on photographs of an event, and in which order they stand there."""

from collections.abc import Iterable, Mapping, Sequence

from chancery.events.models import Event, Participation
from chancery.record.models import PhotoPerson
from chancery.record.queries.photo_wishes import to_be_asked
from chancery.rules.names.folding import fold

AT_ONCE = 12


def found(event: Event, text: str) -> list[Participation]:
    """Those of an event in whose names each word of `text` begins a part, by name; at most a dozen."""
    words = fold(text).split()
    if not words:
        return []
    return [who for who in to_be_asked(event) if _is_meant(who, words)][:AT_ONCE]


def _is_meant(who: Participation, words: Sequence[str]) -> bool:
    parts = [part for name in _names(who) for part in fold(name).split()]
    return all(any(part.startswith(word) for part in parts) for word in words)


def _names(who: Participation) -> Iterable[str]:
    return [name.printed for name in who.person.names.all()] if who.person else [who.name_printed]


def with_code(event: Event, code: str) -> Participation | None:
    """Somebody of an event by their code."""
    return to_be_asked(event).filter(code=code).first()


def called(event: Event, text: str) -> Participation | None:
    """The only one of an event with that very name; nobody where there are several or none."""
    wanted = fold(text)
    there = [who for who in to_be_asked(event) if wanted in {fold(name) for name in _names(who)}]
    return there[0] if wanted and len({who.person_id for who in there}) == 1 else None


def placed(
    people: Sequence[PhotoPerson], given: Mapping[str, str]
) -> tuple[list[PhotoPerson], list[PhotoPerson]]:
    """
    The people of a photograph as a form puts them: those who stay, in order, and those who go.

    `place-ID` and `row-ID` are numbers, `drop` the id of one who goes, `up` and `down` move one by a place.
    """
    by_key = {str(person.pk): person for person in people}
    dropped = [by_key[key] for key in [given.get("drop", "")] if key in by_key]
    kept = [person for person in people if person not in dropped]
    for person in kept:
        row = given.get(f"row-{person.pk}", "")
        person.row = int(row) if row.isdecimal() and int(row) < 10 else person.row
    ordered = _in_order(kept, given)
    for name, step in (("up", -1), ("down", 1)):
        if (moved := by_key.get(given.get(name, ""))) in ordered:
            at = ordered.index(moved)
            to = min(max(at + step, 0), len(ordered) - 1)
            ordered.insert(to, ordered.pop(at))
    return sorted(ordered, key=lambda person: person.row), dropped


def _in_order(people: Sequence[PhotoPerson], given: Mapping[str, str]) -> list[PhotoPerson]:
    listed = given.getlist("order") if hasattr(given, "getlist") else []
    places = {key: place for place, key in enumerate(listed)}
    return sorted(people, key=lambda person: places.get(str(person.pk), len(places)))
