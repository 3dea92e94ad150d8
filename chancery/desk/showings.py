"""The exhibitions and films of an event, joined from its programme and from what is shown where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from chancery.events.models import Event
from chancery.exhibition.models import Exhibition, Film, Stay
from chancery.programme.models import Item, Showing


@dataclass(frozen=True, slots=True)
class ShownExhibition:
    """An exhibition with its stays at this event, the number of its works, and the items that open it."""

    exhibition: Exhibition
    stays: Sequence[Stay]
    works: int
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class ShownFilm:
    """A film with its showings; `languages` are those of its subtitles."""

    film: Film
    showings: Sequence[Showing]
    languages: Sequence[str]


def exhibitions_of(event: Event) -> list[ShownExhibition]:
    """The exhibitions that stand in the programme or stay at the event, each once, by their short name."""
    wanted = Q(showings__item__event=event) | Q(stays__event=event)
    found = Exhibition.objects.filter(wanted).annotate(works=Count("exhibits", distinct=True)).order_by("ref")
    items = _by_work(event, "exhibition_id")
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    for stay in Stay.objects.filter(event=event).select_related("place").order_by("position", "id"):
        stays[stay.exhibition_id].append(stay)
    return [
        ShownExhibition(one, stays[one.pk], one.works, [showing.item for showing in items.get(one.pk, ())])
        for one in found
    ]


def films_of(event: Event) -> list[ShownFilm]:
    """The films of the programme in the order in which they are shown, each once."""
    showings = _by_work(event, "film_id")
    films = Film.objects.select_related("file").prefetch_related("subtitles").in_bulk(showings)
    return [
        ShownFilm(films[key], shown, [each.language for each in films[key].subtitles.all()])
        for key, shown in showings.items()
    ]


def _by_work(event: Event, column: str) -> Mapping[int, list[Showing]]:
    """The showings of an event by what they show, in the order of the programme."""
    found: defaultdict[int, list[Showing]] = defaultdict(list)
    rows = Showing.objects.filter(item__event=event, **{f"{column}__isnull": False})
    for showing in rows.select_related("item").order_by("item__position", "id"):
        found[getattr(showing, column)].append(showing)
    return found
