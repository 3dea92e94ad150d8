"""The guest list as its page shows it: each guest in words, and what the list can be narrowed to."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.directory import access as directory_access
from chancery.directory.models import Body, Group, Office, Person, Tenure
from chancery.directory.queries import people as people_queries
from chancery.directory.queries import search
from chancery.directory.queries.tenures import current
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation
from chancery.guests import queries

type Word = str | Promise

MARKS: dict[str, tuple[Shape, Tone]] = {
    Participation.Planned.ACCEPTED: (Shape.YES, Tone.GOOD),
    Participation.Planned.DECLINED: (Shape.NO, Tone.WRONG),
    Participation.Planned.REPRESENTED: (Shape.HALF, Tone.GOOD),
    Participation.Planned.INVITED: (Shape.OPEN, Tone.PLAIN),
    Participation.Planned.LISTED: (Shape.UNSET, Tone.PLAIN),
}
MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One guest in the words of the reader. `place` is empty for somebody the order does not hold."""

    code: str
    url: str
    place: str
    is_tied: bool
    why_url: str
    name: str
    office: str
    state: str
    note: str
    category: str
    shape: Shape
    tone: Tone
    planned: Word
    size: int
    inviter: str
    tags: Sequence[str]


def rows_of(office: EventOffice, guests: Sequence[Participation]) -> list[GuestRow]:
    """Return the guests in the event's order of precedence, those it does not hold last."""
    order = ordering.order_of(office.event)
    places = {entry.ref: number for number, entry in enumerate(order.entries)}
    ranked = sorted(guests, key=lambda guest: places.get(guest.ref, len(places)))
    language = get_language() or "en"
    return [_row(office, guest, order, language) for guest in ranked]


def _row(office: EventOffice, guest: Participation, order: ordering.EventOrder, language: str) -> GuestRow:
    entry = order.of(guest.ref)
    route = [office.organiser.ref, office.event.code, guest.code]
    shape, tone = MARKS.get(guest.planned, (Shape.UNSET, Tone.PLAIN))
    invitation = queries.party_of(guest)
    return GuestRow(
        code=guest.code,
        url=reverse("guests:guest", args=route),
        place=str(entry.place) if entry else "",
        is_tied=entry is not None and entry.is_tied,
        why_url=reverse("events:why", args=route) if entry else "",
        name=guest.name_printed,
        office=wording(entry.title if entry else guest.capacity_line, language).text,
        state=entry.state.lower() if entry else "",
        note=_note(guest),
        category=wording(guest.category.names, language).text if guest.category else "",
        shape=shape,
        tone=tone,
        planned=guest.get_planned_display(),
        size=queries.size_of(guest),
        inviter=invitation.inviter.name if invitation and invitation.inviter else "",
        tags=invitation.tags if invitation else (),
    )


def _note(guest: Participation) -> str:
    notes = []
    if guest.is_sample:
        notes.append(_("sample"))
    if guest.represents:
        notes.append(_("represents %(name)s") % {"name": guest.represents.name_printed})
    invitation = queries.party_of(guest)
    if invitation:
        names = [companion.printed for companion in invitation.companions.all()]
        if names:
            notes.append(_("with %(names)s") % {"names": ", ".join(names)})
        if invitation.unnamed_companions:
            count = invitation.unnamed_companions
            notes.append(
                ngettext("and %(count)s companion", "and %(count)s companions", count) % {"count": count}
            )
    return " · ".join(notes)


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list; `options` are value, word and whether it is chosen."""

    name: str
    label: Word
    options: Sequence[tuple[str, str, bool]]


def filters_of(event: Event, guests: Sequence[Participation], wanted: queries.GuestFilter) -> list[Filter]:
    """Return the ways to narrow the list that make a difference for it."""
    language = get_language() or "en"
    categories = [(each.ref, wording(each.names, language).text) for each in events.categories_of(event)]
    inviters = [(each.ref, each.name) for each in queries.inviters_of(event)]
    planned = [(value, str(word)) for value, word in Participation.Planned.choices if value]
    tags = [(tag, tag) for tag in queries.tags_of(guests)]
    filters = [
        _filter("category", gettext_lazy("Category"), categories, wanted.category),
        _filter("planned", gettext_lazy("Reply"), planned, wanted.planned),
        _filter("inviter", gettext_lazy("Inviter"), inviters, wanted.inviter),
        _filter("tag", gettext_lazy("Tag"), tags, wanted.tag),
    ]
    return [each for each in filters if each.options]


def _filter(name: str, label: Word, options: Sequence[tuple[str, str]], chosen: str) -> Filter:
    return Filter(name, label, [(value, word, value == chosen) for value, word in options])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the directory who may be put on the list."""

    code: str
    name: str
    office: str
    state: str
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found in the directory, with the choices of the search."""

    lines: Sequence[Candidate]
    text: str
    body: str
    group: str
    office_class: str
    bodies: Sequence[tuple[str, str]]
    groups: Sequence[tuple[str, str]]
    classes: Sequence[str]
    is_cut: bool


def candidates(office: EventOffice, asked: Mapping[str, str]) -> Candidates:
    """Find people by name, body, group or class of office, and offices whose holder is not known."""
    text, body = asked.get("q", "").strip(), asked.get("body", "")
    group, office_class = asked.get("group", ""), asked.get("class", "")
    today = timezone.now().astimezone(office.organiser.zone).date()
    is_asked = any((text, body, group, office_class))
    people = _people(office, text, body, group, office_class, today) if is_asked else []
    vacant = _vacant_offices(office, body, office_class, today) if body or office_class else []
    lines = [*people, *vacant]
    language = get_language() or "en"
    return Candidates(
        lines=lines[:MOST_CANDIDATES],
        text=text,
        body=body,
        group=group,
        office_class=office_class,
        bodies=_choices(directory_access.readable(office, Body), language),
        groups=_choices(directory_access.readable(office, Group), language),
        classes=_classes(office),
        is_cut=len(lines) > MOST_CANDIDATES,
    )


def _people(
    office: EventOffice, text: str, body: str, group: str, office_class: str, today: date
) -> list[Candidate]:
    wanted = people_queries.PeopleFilter(body=body, group=group, office_class=office_class)
    people = people_queries.people_of(office, wanted, today)
    if text:
        hits = search.search(office.organiser, text, kinds=["person"], limit=MOST_CANDIDATES)
        keys = [hit.object_id for hit in hits]
        found = people.in_bulk(keys)
        chosen = [found[key] for key in keys if key in found]
    else:
        chosen = list(people.order_by("sort_name", "id")[: MOST_CANDIDATES + 1])
    listed = set(queries.guests_of(office.event).values_list("person_id", flat=True))
    language = get_language() or "en"
    return [_candidate(line, listed, language) for line in people_queries.lines_for(chosen, today)]


def _candidate(line: people_queries.PersonLine, listed: AbstractSet[int], language: str) -> Candidate:
    titles = "; ".join(wording(tenure.office.titles, language).text for tenure in line.tenures)
    person: Person = line.person
    return Candidate(person.code, line.printed, titles, line.state.lower(), person.pk in listed)


def _vacant_offices(office: EventOffice, body: str, office_class: str, today: date) -> list[Candidate]:
    offices = directory_access.readable(office, Office).select_related("body")
    if body:
        offices = offices.filter(body__code=body)
    if office_class:
        offices = offices.filter(office_class=office_class)
    held = Tenure.objects.order_by("id")
    listed = set(queries.guests_of(office.event).filter(person=None).values_list("office_id", flat=True))
    language = get_language() or "en"
    return [
        Candidate(
            code=each.code,
            name=wording(each.titles, language).text,
            office=_("holder not known"),
            state=each.body.state.lower(),
            is_listed=each.pk in listed,
        )
        for each in offices.prefetch_related(Prefetch("tenures", held)).order_by("body_id", "position", "id")
        if not current(each.tenures.all(), today)
    ]


def _choices(rows: object, language: str) -> list[tuple[str, str]]:
    named = ((row.code, wording(row.names, language).text) for row in rows)  # type: ignore[attr-defined]  # a queryset of named rows
    return sorted(named, key=lambda choice: choice[1].casefold())


def _classes(office: EventOffice) -> list[str]:
    classes = directory_access.readable(office, Office).exclude(office_class="")
    return sorted(set(classes.values_list("office_class", flat=True)))
