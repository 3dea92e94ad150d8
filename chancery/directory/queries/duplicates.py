"""Who of a list may be somebody the directory knows, or stands in the list twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

from django.utils.translation import gettext

from chancery.accounts.models import Organiser
from chancery.base.jobs import Progress
from chancery.base.languages import any_text, wording
from chancery.directory.importing.entries import Entry
from chancery.directory.models import ContactPoint, ImportPair, Person, PersonName, Relation, Tenure
from chancery.directory.queries.imports import plain_entry
from chancery.rules.names.duplicates import LIKELY, POSSIBLE, Duplicate, Record, find_duplicates

BATCH = 500
_KINDS = ContactPoint.Kind
_COLUMN_OF = {_KINDS.EMAIL: "emails", _KINDS.PHONE: "phones", _KINDS.MOBILE: "phones", _KINDS.POST: "address"}


def pairs_of(
    organiser: Organiser, entries: Sequence[Entry], progress: Progress | None = None
) -> list[ImportPair]:
    """
    Return the pairs to decide, unsaved: an entry with a person of the directory, or with an earlier entry.

    Shape: by row; pairs of two people of the directory are no matter of this list. Where a row surely is
    somebody, those noted as not the same as that person are left out.
    """
    records = [*_records_of(entries), *_records_in(organiser)]
    found = find_duplicates(records, threshold=POSSIBLE, progress=_reporting(progress))
    pairs = _without_those_kept_apart([_pair(each) for each in found if _is_of_the_list(each)])
    by_row = {entry.row: plain_entry(entry) for entry in entries}
    people = _people_in_words({pair.person_id for pair in pairs if pair.person_id is not None})
    _ask_where_several_are_sure(pairs)
    for pair in pairs:
        pair.here = by_row[pair.row]
        pair.there = people[pair.person_id] if pair.person_id is not None else by_row[pair.other_row or 0]
    return sorted(pairs, key=lambda pair: (pair.row, -pair.score))


def _reporting(progress: Progress | None) -> Callable[[int, int], None] | None:
    """Tell a job how far the comparing is."""
    if progress is None:
        return None
    progress.begin(gettext("Comparing"), 0)

    def report(done: int, total: int) -> None:
        progress.job.total = total
        progress.at(done)

    return report


def _records_of(entries: Sequence[Entry]) -> Iterator[Record]:
    for entry in entries:
        yield Record(
            key=f"r{entry.row}",
            names=tuple(printed for printed, _given, _family in entry.names),
            given=entry.names[0][1],
            family=entry.names[0][2],
            organisation=entry.body,
            phones=(*entry.phones, *entry.mobiles),
            emails=entry.mails,
            address=entry.address,
        )


def _records_in(organiser: Organiser) -> Iterator[Record]:
    """Turn the people of an office into records, without making rows of them."""
    names = _names_in(organiser)
    contacts = _contacts_in(organiser)
    bodies = _bodies_in(organiser)
    people = Person.objects.filter(organiser=organiser).order_by("pk").values_list("pk", "sort_name", "born")
    for key, sort_name, born in people.iterator():
        known = contacts.get(key, {})
        yield Record(
            key=f"p{key}",
            names=tuple(names.get(key, [sort_name])),
            born=str(born or ""),
            organisation=bodies.get(key, ""),
            phones=tuple(known.get("phones", ())),
            emails=tuple(known.get("emails", ())),
            address=next(iter(known.get("address", ())), ""),
        )


def _names_in(organiser: Organiser) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    rows = PersonName.objects.filter(person__organiser=organiser).order_by("position", "pk")
    for key, printed in rows.values_list("person_id", "printed").iterator():
        names[key].append(printed)
    return names


def _contacts_in(organiser: Organiser) -> dict[int, dict[str, list[str]]]:
    contacts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    # what an assistant answers says nothing of the person
    rows = ContactPoint.objects.filter(person__organiser=organiser, via=None).order_by("position", "pk")
    for key, kind, value in rows.values_list("person_id", "kind", "value").iterator():
        if column := _COLUMN_OF.get(_KINDS(kind)):
            contacts[key][column].append(value)
    return contacts


def _bodies_in(organiser: Organiser) -> dict[int, str]:
    rows = Tenure.objects.filter(person__organiser=organiser, ends=None).order_by("-position", "-pk")
    names = rows.values_list("person_id", "office__body__names")
    return {key: any_text(texts) for key, texts in names.iterator()}


def _is_of_the_list(duplicate: Duplicate) -> bool:
    return "r" in {duplicate.first[0], duplicate.second[0]}


def _pair(duplicate: Duplicate) -> ImportPair:
    keys = sorted((duplicate.first, duplicate.second), key=lambda key: (key[0] == "p", -int(key[1:])))
    row, other = keys
    is_person = other.startswith("p")
    return ImportPair(
        row=int(row[1:]),
        person_id=int(other[1:]) if is_person else None,
        other_row=None if is_person else int(other[1:]),
        is_sure=duplicate.score >= LIKELY and not any(reason.is_open for reason in duplicate.reasons),
        score=duplicate.score,
        reasons=[
            {"template": reason.template, "values": dict(reason.values)} for reason in duplicate.reasons
        ],
    )


def _without_those_kept_apart(pairs: Sequence[ImportPair]) -> list[ImportPair]:
    apart: dict[int, set[int]] = defaultdict(set)
    keys = [pair.person_id for pair in pairs if pair.person_id is not None]
    for batch in batched(keys, BATCH):
        noted = Relation.objects.filter(kind=Relation.Kind.NOT_THE_SAME, person__in=batch)
        for one, other in noted.values_list("person_id", "other_id"):
            apart[one].add(other)
            apart[other].add(one)
    sure: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.is_sure and pair.person_id is not None:
            sure[pair.row].add(pair.person_id)
    return [
        pair
        for pair in pairs
        if pair.person_id is None or not apart[pair.person_id] & (sure[pair.row] - {pair.person_id})
    ]


def _ask_where_several_are_sure(pairs: Sequence[ImportPair]) -> None:
    """A row that would surely be two people of the directory is a question."""
    sure = Counter(pair.row for pair in pairs if pair.is_sure and pair.person_id is not None)
    for pair in pairs:
        pair.is_sure = pair.is_sure and (pair.person_id is None or sure[pair.row] == 1)


def _people_in_words(keys: set[int]) -> Mapping[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for batch in batched(sorted(keys), BATCH):
        people = Person.objects.filter(pk__in=batch).prefetch_related(
            "names", "contact_points", "tenures__office__body"
        )
        found |= {person.pk: _in_words(person) for person in people}
    return found


def _in_words(person: Person) -> dict[str, Any]:
    names = sorted(person.names.all(), key=lambda name: name.position)
    held = next((tenure for tenure in person.tenures.all() if tenure.ends is None), None)
    points = [point for point in person.contact_points.all() if point.via_id is None]
    told = {
        "name": names[0].printed if names else person.sort_name,
        "others": ", ".join(name.printed for name in names[1:]),
        "office": wording(held.office.titles, "").text if held else "",
        "body": wording(held.office.body.names, "").text if held else "",
        "state": (held.office.body.state if held else "") or person.nationality,
        "email": ", ".join(point.value for point in points if point.kind == _KINDS.EMAIL),
        "phone": ", ".join(point.value for point in points if point.kind in (_KINDS.PHONE, _KINDS.MOBILE)),
    }
    return {name: value for name, value in told.items() if value}
