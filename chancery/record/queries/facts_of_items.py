"""The items of an event that took place, as the communiqué takes them."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet

from chancery.events.models import Event
from chancery.programme.models import (
    Act,
    Award,
    Contribution,
    Happened,
    Item,
    Message,
    Performance,
    PlannedModel,
    Showing,
)
from chancery.programme.queries import as_they_run
from chancery.record.queries.facts_of_places import place_fact
from chancery.rules.communique import facts

HELD = (Happened.YES, Happened.CHANGED)


def items_that_were(event: Event) -> tuple[facts.ItemFact, ...]:
    """
    Return the items known to have taken place, in the order in which they did.

    What hangs on an item took place with it unless it is known that it did not. Order is that in fact where
    it is known, else that of the running order.
    """
    run = as_they_run(list(_rows(event)))
    held = [item for item in run if item.happened in HELD]
    held.sort(key=lambda item: _place(item, run))
    before = {item.pk: held[number - 1].ref if number else "" for number, item in enumerate(held)}
    return tuple(_item(item, number, before[item.pk]) for number, item in enumerate(held))


def _rows(event: Event) -> QuerySet[Item]:
    contributions = Contribution.objects.select_related("participation")
    messages = Message.objects.select_related("author", "reader")
    acts = Act.objects.select_related("participation", "on_behalf_of")
    awards = Award.objects.select_related("laureate", "laureate_with", "receiver", "presenter")
    showings = Showing.objects.select_related("film", "exhibition")
    found = Item.objects.filter(event=event).select_related("place__part_of__part_of", "part", "parent")
    return found.prefetch_related(
        Prefetch("contributions", contributions.order_by("position", "id")),
        Prefetch("messages", messages.order_by("position", "id")),
        Prefetch("acts", acts.order_by("position", "id")),
        Prefetch("awards", awards.order_by("position", "id")),
        Prefetch("performances", Performance.objects.order_by("position", "id")),
        Prefetch("showings", showings.prefetch_related("exhibition__stays").order_by("id")),
    ).order_by("position", "id")


def _place(item: Item, run: Sequence[Item]) -> tuple[int, int]:
    planned = run.index(item)
    return (planned if item.actual_position is None else item.actual_position, planned)


def _was(row: PlannedModel) -> bool:
    return row.happened != Happened.NO


def _item(item: Item, position: int, before: str) -> facts.ItemFact:
    return facts.ItemFact(
        ref=item.ref,
        code=item.code,
        kind=item.kind,
        position=position,
        titles=item.titles,
        before=before,
        is_beside=bool(item.parallel),
        part=item.part.names if item.part else {},
        part_kind=item.part.kind if item.part else "",
        place=place_fact(item.place) if item.place else None,
        seconds=_seconds(item),
        honours=item.honours,
        contributions=tuple(_contribution(row) for row in item.contributions.all() if _was(row)),
        messages=tuple(_message(row) for row in item.messages.all() if _was(row)),
        acts=tuple(_act(row, item) for row in item.acts.all() if _was(row)),
        performances=tuple(_performance(row) for row in item.performances.all() if _was(row)),
        showings=tuple(_showing(row, item.event_id) for row in item.showings.all() if _was(row)),
        awards=tuple(_award(row) for row in item.awards.all() if _was(row)),
    )


def _seconds(item: Item) -> int | None:
    """How long an item was: as measured, else as planned if it took place as planned."""
    if item.started_at and item.ended_at:
        return round((item.ended_at - item.started_at).total_seconds())
    is_elastic = item.shortest_seconds is not None or item.longest_seconds is not None
    return item.duration_seconds if item.happened == Happened.YES and not is_elastic else None


def _contribution(row: Contribution) -> facts.ContributionFact:
    return facts.ContributionFact(row.participation.ref, row.form, row.mode, row.position, row.titles)


def _message(row: Message) -> facts.MessageFact:
    return facts.MessageFact(
        author=row.author.ref,
        form=row.form,
        delivery=row.delivery,
        reader=row.reader.ref if row.reader else "",
        author_was_present=row.author_was_present,
        made_elsewhere=row.made_elsewhere,
        position=row.position,
    )


def _act(row: Act, item: Item) -> facts.ActFact:
    return facts.ActFact(
        who=row.participation.ref,
        kind=row.kind or (item.kind if item.kind in Act.Kind.values else Act.Kind.OTHER.value),
        on_behalf_of=row.on_behalf_of.ref if row.on_behalf_of else "",
        honours=row.honours,
        position=row.position if row.actual_position is None else row.actual_position,
    )


def _performance(row: Performance) -> facts.PerformanceFact:
    return facts.PerformanceFact(row.work, row.authors, row.performers, row.purpose, row.position)


def _showing(row: Showing, event_id: int) -> facts.ShowingFact:
    if row.film:
        film = row.film
        return facts.ShowingFact(film.ref, "film", film.titles, film.about, film.makers, film.year)
    shown = row.exhibition
    if shown is None:
        return facts.ShowingFact("", "film")
    closes = next((stay.closes for stay in shown.stays.all() if stay.event_id == event_id), None)
    return facts.ShowingFact(shown.ref, "exhibition", shown.titles, shown.about, shown.makers, None, closes)


def _award(row: Award) -> facts.AwardFact:
    return facts.AwardFact(
        names=row.names,
        laureate=row.laureate.ref,
        laureate_with=row.laureate_with.ref if row.laureate_with else "",
        receiver=row.receiver.ref if row.receiver else "",
        presenter=row.presenter.ref if row.presenter else "",
        grade=row.grade,
        edition=row.edition,
        prize=row.prize,
        reasons=row.reasons,
        is_posthumous=row.is_posthumous,
        position=row.position,
    )
