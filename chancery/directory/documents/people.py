"""People as rows of a list and as cards, loaded in batches with a constant number of queries each."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import batched
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext

from chancery.base.languages import wording
from chancery.base.sheets import Cell, Column
from chancery.directory.documents.vcard import Property, card, plain, structured
from chancery.directory.importing.columns import LABELS, Field
from chancery.directory.models import (
    ContactPoint,
    Group,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
)
from chancery.directory.queries.tenures import current, is_current

BATCH = 500
_KINDS = ContactPoint.Kind
_SECTIONS = (
    Prefetch("names", PersonName.objects.order_by("position", "id")),
    Prefetch(
        "tenures",
        Tenure.objects.select_related("office__body").prefetch_related("steps").order_by("position", "id"),
    ),
    Prefetch("contact_points", ContactPoint.objects.select_related("via").order_by("position", "id")),
    Prefetch("groups", Group.objects.order_by("id")),
    Prefetch("relations", Relation.objects.select_related("other").order_by("id")),
    Prefetch("relations_from", Relation.objects.select_related("person").order_by("id")),
)


def loaded(people: QuerySet[Person]) -> Iterator[Person]:
    """Yield the people with all that lists and cards tell of them, in the order of their names."""
    keys = people.order_by("sort_key", "pk").values_list("pk", flat=True)
    for batch in batched(keys.iterator(chunk_size=BATCH), BATCH):
        found = {row.pk: row for row in Person.objects.filter(pk__in=batch).prefetch_related(*_SECTIONS)}
        yield from (found[key] for key in batch if key in found)


def columns() -> list[Column]:
    """Return the columns of the list, headed so that an import recognises them."""
    wide = {Field.NAME, Field.OFFICE, Field.BODY, Field.EMAIL}
    long = {Field.NOTE, Field.ADDRESS, Field.OTHER_NAME}
    return [
        Column(gettext(LABELS[each]), width=28 if each in wide else 18, wraps=each in long) for each in Field
    ]


def row_of(person: Person, *, language: str, today: date) -> list[Cell]:
    """Return one person as cells, in the order of `columns`; several of a kind are parted by semicolons."""
    told = _told(person, language, today)
    return [told.get(each, "") for each in Field]


def _told(person: Person, language: str, today: date) -> dict[Field, str]:
    names = list(person.names.all())
    main = names[0] if names else None
    return {
        Field.NAME: main.printed if main else person.sort_name,
        Field.GIVEN: main.given if main else "",
        Field.FAMILY: main.family if main else "",
        Field.OTHER_NAME: "; ".join(name.printed for name in names[1:]),
        Field.HONORIFIC: wording(person.honorifics, language).text,
        Field.GENDER: person.gender,
        Field.LANGUAGE: ", ".join(person.languages),
        Field.NOTE: person.note,
        Field.GROUP: "; ".join(wording(group.names, language).text for group in person.groups.all()),
        **_office_told(person, language, today),
        **_contacts_told(person),
        **_relations_told(person),
    }


def _office_told(person: Person, language: str, today: date) -> dict[Field, str]:
    held = next(iter(current(person.tenures.all(), today)), None)
    if held is None:
        return {Field.STATE: person.nationality}
    steps = {step.kind: str(step.moment) for step in held.steps.all()}
    return {
        Field.OFFICE: wording(held.office.titles, language).text,
        Field.OFFICE_CLASS: held.office.office_class,
        Field.BODY: wording(held.office.body.names, language).text,
        Field.STATE: held.office.body.state or person.nationality,
        Field.FROM: str(held.begins or ""),
        Field.CREDENTIALS: steps.get(TenureStep.Kind.CREDENTIALS, ""),
    }


def _contacts_told(person: Person) -> dict[Field, str]:
    columns = {
        _KINDS.EMAIL: Field.EMAIL,
        _KINDS.PHONE: Field.PHONE,
        _KINDS.MOBILE: Field.MOBILE,
        _KINDS.POST: Field.ADDRESS,
    }
    told: dict[Field, list[str]] = {}
    for point in person.contact_points.all():
        is_assistants = point.via is not None and point.kind in (_KINDS.PHONE, _KINDS.MOBILE)
        column = Field.ASSISTANT_PHONE if is_assistants else columns.get(_KINDS(point.kind))
        if column is not None:
            told.setdefault(column, []).append(point.value)
    return {column: "; ".join(values) for column, values in told.items()}


def _relations_told(person: Person) -> dict[Field, str]:
    spouses = [row.other for row in person.relations.all() if row.kind == Relation.Kind.SPOUSE]
    spouses += [row.person for row in person.relations_from.all() if row.kind == Relation.Kind.SPOUSE]
    helpers = [row.person for row in person.relations_from.all() if row.kind == Relation.Kind.ASSISTANT]
    return {
        Field.SPOUSE: "; ".join(map(str, spouses[:1])),
        Field.ASSISTANT: "; ".join(map(str, helpers[:1])),
    }


def card_of(person: Person, *, language: str, today: date) -> str:
    """Return one person as a card: every name, the offices held today, every way to reach them."""
    names = list(person.names.all())
    main = names[0] if names else PersonName(printed=person.sort_name)
    honorific = wording(person.honorifics, language).text
    properties: list[Property] = [
        plain("KIND", "individual"),
        plain("UID", person.code, VALUE="text"),
        structured("N", main.family or main.printed, main.given, "", honorific, ""),
        plain("FN", main.printed, LANGUAGE=main.language, PREF="1"),
        *(plain("FN", name.printed, LANGUAGE=name.language) for name in names[1:]),
        *(plain("LANG", code) for code in person.languages),
        *_office_lines(person, language, today),
        *_contact_lines(person.contact_points.all()),
        plain("NOTE", person.note),
        plain("CATEGORIES", "sample" if person.is_sample else ""),
    ]
    return card(properties)


def _office_lines(person: Person, language: str, today: date) -> Iterator[Property]:
    for tenure in person.tenures.all():
        if is_current(tenure, today):
            yield structured("ORG", wording(tenure.office.body.names, language).text)
            yield plain("TITLE", wording(tenure.office.titles, language).text)


def _contact_lines(points: Sequence[ContactPoint] | Any) -> Iterator[Property]:
    for point in points:
        via = {"X-ANSWERED-BY": str(point.via)} if point.via else {}
        match point.kind:
            case _KINDS.EMAIL:
                yield Property("EMAIL", [[point.value]], via)
            case _KINDS.PHONE:
                yield Property("TEL", [[point.value]], {"VALUE": "text", "TYPE": "voice", **via})
            case _KINDS.MOBILE:
                yield Property("TEL", [[point.value]], {"VALUE": "text", "TYPE": "cell", **via})
            case _KINDS.POST:
                # the whole address as the street, since its parts are not kept apart
                yield Property("ADR", [[], [], [point.value], [], [], [], []], {"LABEL": point.value, **via})
            case _KINDS.WEB:
                yield Property("URL", [[point.value]], via)
