"""The record of an event as the communiqué takes it, loaded by a constant number of queries."""

from collections.abc import Iterable, Mapping

from chancery.directory.models import Person
from chancery.events import queries as events
from chancery.events.models import (
    Broadcast,
    Event,
    EventOccasion,
    Involvement,
    Participation,
)
from chancery.events.ordering import order_of
from chancery.occasions.days import ordinal_on
from chancery.occasions.models import Occasion
from chancery.record.models import Communique
from chancery.record.queries.facts_of_campaigns import campaigns_at, names_of
from chancery.record.queries.facts_of_items import items_that_were
from chancery.record.queries.facts_of_places import places_that_were
from chancery.record.queries.facts_of_record import (
    documents_of,
    figures_of,
    handovers_of,
    names_of_who,
    said_at,
)
from chancery.record.queries.stated import StatedFact, digest_of, stated_facts
from chancery.rules.communique import facts
from chancery.rules.dates import PartialDate

__all__ = ["StatedFact", "digest_of", "facts_of", "stated_facts"]


def facts_of(event: Event) -> facts.EventFacts:
    """
    Load what is known to have been of an event, by a constant number of queries.

    What is planned and not known to have taken place is not among it; neither are notes that nobody read over
    and wordings whose speaker refused them.
    """
    handed_in = Communique.objects.filter(event=event).first()
    return facts.EventFacts(
        ref=event.ref,
        code=event.code,
        kind=event.kind,
        titles=event.titles,
        themes=event.themes,
        day=event.happened_on,
        last_day=_last_day(event),
        backings=tuple(_backing(each) for each in events.involvements_of(event)),
        places=places_that_were(event),
        occasions=tuple(_occasion(each) for each in events.occasion_links_of(event)),
        campaigns=tuple(campaigns_at(event)),
        people=tuple(_people(event)),
        categories=tuple(_categories(event)),
        items=items_that_were(event),
        statements=said_at(event),
        figures=figures_of(event),
        documents=documents_of(event),
        handovers=handovers_of(event),
        broadcasts=tuple(_broadcasts(event)),
        boilerplate=handed_in.boilerplate if handed_in else {},
        contact=handed_in.contact if handed_in else {},
    )


def _last_day(event: Event) -> PartialDate | None:
    """The last of several days: told only of an event that was held as long as it was planned."""
    if event.held_until_on is None or event.happened_on is None or event.is_sample_plan:
        return None
    is_as_planned = event.held_on == event.happened_on.earliest.date()
    is_one_day = event.held_until_on == event.held_on
    return PartialDate.parse(event.held_until_on.isoformat()) if is_as_planned and not is_one_day else None


def _backing(row: Involvement) -> facts.Backing:
    who = row.body or row.person
    ref = who.ref if who else ""
    names = row.body.names if row.body else names_of(row.person) if row.person else {}
    return facts.Backing(
        key=f"involvement:{row.role}:{ref}",
        role=row.role,
        names=names,
        position=row.position,
        is_body=row.body is not None,
        identity=f"person:{row.person_id}" if row.person_id else f"body:{row.body_id}",
    )


def families_of(person: Person) -> Mapping[str, str]:
    """The family name in each language, that of the printed name; empty where it is not told apart."""
    by_printed = {name.printed: name.family for name in person.names.all()}
    return {language: by_printed.get(name, "") for language, name in names_of(person).items()}


def _occasion(link: EventOccasion) -> facts.OccasionFact:
    occasion = link.occasion
    found = ordinal_on(occasion, link.anniversary_on) if link.anniversary_on else None
    return facts.OccasionFact(
        ref=occasion.ref,
        names=occasion.names,
        role=link.role,
        position=link.position,
        kind=occasion.kind,
        happened_on=occasion.happened_on,
        number=found.number if found else None,
        is_keeping=occasion.counts == Occasion.Counts.KEEPING,
    )


def _people(event: Event) -> Iterable[facts.Who]:
    rows = Participation.objects.filter(event=event).select_related(
        "person", "body", "office", "category", "represents", "actual_source"
    )
    places = {entry.ref: entry.place for entry in order_of(event).entries}
    for row in rows.prefetch_related("person__names").order_by("id"):
        yield _who(row, places.get(row.ref))


def _who(row: Participation, place: int | None) -> facts.Who:
    return facts.Who(
        ref=row.ref,
        code=row.code,
        identity=_identity(row),
        names=names_of_who(row),
        nature=_nature(row),
        families=families_of(row.person) if row.person else {},
        gender=row.person.gender if row.person else "",
        capacity=row.capacity_line if row.person else row.capacity_printed,
        office_class=row.office.office_class if row.office and not row.capacity_printed else "",
        role=row.capacity,
        actual=row.actual,
        reason=row.actual_reason,
        according_to=_source_name(row),
        category=row.category.ref if row.category else "",
        represents=row.represents.ref if row.represents else "",
        place=place,
    )


def _identity(row: Participation) -> str:
    kind = _nature(row)
    named = {"person": row.person_id, "office": row.office_id, "body": row.body_id}[kind.value]
    return f"{kind}:{named}"


def _nature(row: Participation) -> facts.Nature:
    if row.person_id:
        return facts.Nature.PERSON
    return facts.Nature.OFFICE if row.office_id else facts.Nature.BODY


def _source_name(row: Participation) -> str:
    source = row.actual_source
    return (source.outlet or source.author or source.title) if source else ""


def _categories(event: Event) -> Iterable[facts.CategoryFact]:
    for row in events.categories_of(event).filter(was_present=True):
        within = row.within.ref if row.within else ""
        yield facts.CategoryFact(row.ref, row.names, row.position, within, tuple(row.states))


def _broadcasts(event: Event) -> Iterable[facts.BroadcastFact]:
    rows = Broadcast.objects.filter(event=event).order_by("position", "id")
    for number, row in enumerate(rows):
        yield facts.BroadcastFact(number, row.kind, row.name)
