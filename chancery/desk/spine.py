"""The spine of an event: the stages of the chain in their order, each with its state in a word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from chancery.accounts.roles import Right
from chancery.base.frame import Stage
from chancery.base.languages import listed
from chancery.door.models import Door, Presence
from chancery.events import ordering
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation
from chancery.guests.models import Dispatch, Standing, Wave
from chancery.guests.queries.pasts import LEFT
from chancery.precedence.loader import UnknownProfile
from chancery.programme.models import Happened, Item, Showing
from chancery.record.models import Statement
from chancery.seating.queries import plans as seating

type Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class _Entry:
    """
    A stage before it is bound to an event.

    `is_near` stages stand in the bar of a phone, which has room for four; `in_words` says its state.
    """

    name: Promise
    route: str
    right: Right
    in_words: Callable[[Event, Counts], str]
    is_near: bool = False


def spine_of(office: EventOffice, path: str) -> list[Stage]:
    """Return the stages that the reader may see, in their order; `path` is the address of the page."""
    event = office.event
    seen = [entry for entry in _CHAIN if office.may(entry.right)]
    urls = {entry.route: reverse(entry.route, args=[office.organiser.ref, event.code]) for entry in _CHAIN}
    # A page below a stage belongs to it; the plan is above all of them.
    current = max((url for url in urls.values() if path.startswith(url)), key=len, default="")
    near = _near([urls[entry.route] for entry in _CHAIN if entry.is_near], current)
    counts = _counts_of(event)
    return [
        Stage(
            str(entry.name),
            urls[entry.route],
            entry.in_words(event, counts),
            is_current=urls[entry.route] == current,
            is_near=urls[entry.route] in near,
        )
        for entry in seen
    ]


def _near(usual: Sequence[str], current: str) -> Sequence[str]:
    """The stages that a phone shows: the usual ones, of which the last makes room for the current one."""
    return usual if current in usual or not current else [*usual[:-1], current]


def _counts_of(event: Event) -> Counts:
    """Count what stands in every stage: the guests by one query, everything else by another."""
    names, sql, before, after = _counting(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, (*before, event.pk, *after))
        counts = dict(zip(names, cursor.fetchone(), strict=True))
    return counts | _guests_of(event)


class _Counting(NamedTuple):
    """A statement that counts by these names, with its parameters before and after the key of the event."""

    names: Sequence[str]
    sql: str
    before: Sequence[Any]
    after: Sequence[Any]


_ANY = -1


@cache
def _counting(vendor: str) -> _Counting:
    """
    Write the statement that counts what stands in every stage, once for all pages on this kind of database.

    Django takes ten times as long to write it as the database to answer it, and it is the same on every page.
    """
    counted = _counted()
    rows = Event.objects.order_by().filter(pk=_ANY).annotate(**counted).values_list(*counted)
    sql, given = rows.query.sql_with_params()
    place = given.index(_ANY)
    return _Counting(tuple(counted), sql, given[:place], given[place + 1 :])


def _counted() -> dict[str, Coalesce]:
    return {
        "in_programme": _number(Item.objects.filter(is_planned=True).exclude(status=Item.Status.DROPPED)),
        "in_course": _number(Item.objects.all()),
        "entered": _number(Item.objects.exclude(happened=Happened.UNKNOWN)),
        "films": _shown("film"),
        "exhibitions": _shown("exhibition"),
        "said": _number(Statement.objects.all()),
        "doors_made": _number(Door.objects.all()),
        "arrived": _arrived(),
        "waves_made": _number(Wave.objects.all()),
        "invited": _sent(),
    }


_ANSWERS: dict[str, str] = {
    Participation.Planned.ACCEPTED: "yes",
    Participation.Planned.DECLINED: "no",
    Participation.Planned.INVITED: "silent",
}


def _guests_of(event: Event) -> Counts:
    """How many guests come, do not, and have not said; replies keep the plan of each guest up to date."""
    counts = {"listed": 0, "yes": 0, "no": 0, "silent": 0, "undecided": 0}
    guests = Participation.objects.filter(event=event, capacity__in=Participation.OF_GUESTS).order_by()
    groups = guests.values_list("planned", "invitation__standing").annotate(number=Count("id"))
    for planned, standing, number in groups:
        counts["listed"] += number
        told = "undecided" if standing == Standing.UNDECIDED else _ANSWERS.get(planned)
        if told:
            counts[told] += number
    return counts


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many `rows` an event has."""
    of_event = rows.filter(event=OuterRef("pk")).order_by().values("event")
    found = of_event.annotate(number=Count("id")).values("number")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)


def _shown(what: str) -> Coalesce:
    """How many films or exhibitions the items of an event show."""
    shown = Showing.objects.filter(item__event=OuterRef("pk"), **{f"{what}__isnull": False}).order_by()
    found = shown.values("item__event").annotate(number=Count(what, distinct=True))
    return Coalesce(Subquery(found.values("number"), output_field=IntegerField()), 0)


def _arrived() -> Coalesce:
    """How many people have come in at the doors of an event."""
    parties = Presence.objects.filter(event=OuterRef("pk")).order_by().values("event")
    found = parties.annotate(number=Sum("came")).values("number")
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)


def _sent() -> Coalesce:
    """To how many parties something has left."""
    gone = Dispatch.objects.filter(invitation__guest__event=OuterRef("pk"), state__in=LEFT).order_by()
    found = gone.values("invitation__guest__event").annotate(number=Count("invitation", distinct=True))
    return Coalesce(Subquery(found.values("number"), output_field=IntegerField()), 0)


def _status(event: Event, counts: Counts) -> str:
    return event.get_status_display()


def _items(event: Event, counts: Counts) -> str:
    count = counts["in_programme"]
    return ngettext("%(count)s item", "%(count)s items", count) % {"count": count}


def _guests(event: Event, counts: Counts) -> str:
    return ngettext("%(count)s guest", "%(count)s guests", counts["listed"]) % {"count": counts["listed"]}


def _replies(event: Event, counts: Counts) -> str:
    """61 yes, 12 no, 38 silent; empty before anybody was invited."""
    if not any(counts[name] for name in ("yes", "no", "silent", "undecided")):
        return ""
    return gettext("%(yes)s yes, %(no)s no, %(silent)s silent") % counts


def _profile(event: Event, counts: Counts) -> str:
    try:
        return ordering.profile_of(event).words(get_language() or "en")
    except UnknownProfile:
        return event.ordering.profile


def _waves(event: Event, counts: Counts) -> str:
    if not counts["waves_made"]:
        return ""
    waves = ngettext("%(count)s wave", "%(count)s waves", counts["waves_made"]) % {
        "count": counts["waves_made"]
    }
    return gettext("%(waves)s, %(sent)s sent") % {"waves": waves, "sent": counts["invited"]}


def _shows(event: Event, counts: Counts) -> str:
    """1 exhibition, 2 films; empty where nothing is shown."""
    words = [
        ngettext("%(count)s exhibition", "%(count)s exhibitions", counts["exhibitions"]),
        ngettext("%(count)s film", "%(count)s films", counts["films"]),
    ]
    numbers = (counts["exhibitions"], counts["films"])
    return listed(word % {"count": count} for word, count in zip(words, numbers, strict=True) if count)


def _seating(event: Event, counts: Counts) -> str:
    """Plan 3, and whether the guest list or the room is another by now; empty before there is a plan."""
    plan = seating.plan_to_show(event)
    if plan is None:
        return ""
    words = gettext("plan %(number)s, out of date") if seating.is_behind(plan) else gettext("plan %(number)s")
    return words % {"number": plan.number}


def _door(event: Event, counts: Counts) -> str:
    """41 people came in; before anybody came, how many doors there are, and nothing without a door."""
    if counts["arrived"]:
        words = ngettext("%(count)s person came in", "%(count)s people came in", counts["arrived"])
        return words % {"count": counts["arrived"]}
    if not counts["doors_made"]:
        return ""
    return ngettext("%(count)s door", "%(count)s doors", counts["doors_made"]) % {
        "count": counts["doors_made"]
    }


def _nothing(event: Event, counts: Counts) -> str:
    return ""


def _record(event: Event, counts: Counts) -> str:
    return gettext("%(entered)s, %(said)s") % {
        "entered": _entered(counts["entered"], counts["in_course"]),
        "said": ngettext("%(count)s statement", "%(count)s statements", counts["said"])
        % {"count": counts["said"]},
    }


def _entered(entered: int, items: int) -> str:
    """How many items have their outcome: “6 of 8 items entered”."""
    return ngettext(
        "%(entered)s of %(count)s item entered", "%(entered)s of %(count)s items entered", items
    ) % {
        "entered": entered,
        "count": items,
    }


_CHAIN = (
    _Entry(gettext_lazy("Plan"), "desk:event", Right.EVENTS_VIEW, _status, is_near=True),
    _Entry(gettext_lazy("Programme"), "programme:programme", Right.PROGRAMME_VIEW, _items, is_near=True),
    _Entry(gettext_lazy("Call"), "programme:desk", Right.RUN_CALL, _nothing),
    _Entry(gettext_lazy("Guests"), "guests:guests", Right.GUESTS_VIEW, _guests, is_near=True),
    _Entry(gettext_lazy("Invitations"), "guests:invitations", Right.GUESTS_VIEW, _waves),
    _Entry(gettext_lazy("Replies"), "guests:replies", Right.GUESTS_VIEW, _replies),
    _Entry(gettext_lazy("Order"), "events:order", Right.GUESTS_VIEW, _profile),
    _Entry(gettext_lazy("Seating"), "seating:plans", Right.SEATING_VIEW, _seating),
    _Entry(gettext_lazy("Door"), "door:arrivals", Right.DOOR_VIEW, _door),
    _Entry(gettext_lazy("Exhibition"), "desk:shown", Right.PROGRAMME_VIEW, _shows),
    _Entry(gettext_lazy("Papers"), "desk:papers", Right.PAPERS_PRINT, _nothing, is_near=True),
    _Entry(gettext_lazy("Record"), "record:course", Right.RECORD_VIEW, _record),
)
