"""The rows behind a figure as their page shows them: posts, and events with where each is counted."""

from collections.abc import Collection, Iterable, Sequence

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.models import Membership, Organiser
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.parts import Column
from chancery.base.rows import Figure, Row, Text
from chancery.campaign.key_words import key_in_words, value_in_words
from chancery.campaign.queries.rows_behind import Asked, OfEvent, OfPost
from chancery.events.models import Event
from chancery.rules.campaign.indicators import Indicator

# The page of an event on which its part of a figure is counted.
PAGES: dict[Indicator, str] = {
    Indicator.EVENTS: "desk:event",
    Indicator.INVITED: "guests:guests",
    Indicator.ACCEPTED: "guests:replies",
    Indicator.DECLINED: "guests:replies",
    Indicator.OPEN: "guests:replies",
    Indicator.PRESENT: "record:presence",
    Indicator.HEADS_OF_MISSION: "record:presence",
    Indicator.REPRESENTED: "record:presence",
    Indicator.STATES: "record:presence",
    Indicator.LEVEL: "record:presence",
    Indicator.OWN_LEVEL: "record:presence",
    Indicator.EXHIBITIONS: "programme:programme",
    Indicator.SHOWINGS: "programme:programme",
    Indicator.DOCUMENTS: "record:documents",
    Indicator.RELEASES: "record:releases",
    Indicator.RECIPIENTS: "record:releases",
    Indicator.PRESS: "record:press",
    Indicator.STATEMENTS: "record:statements",
    Indicator.COST: "record:costs",
}


def columns_of_posts() -> list[Column]:
    """The heads of the list of posts."""
    return [Column(_("Post")), Column(_("Events"), is_figure=True), Column(_("Figure"), is_figure=True)]


def columns_of_parts() -> list[Column]:
    """The heads of the list of parts."""
    return [Column(_("Part")), Column(_("Events"), is_figure=True), Column(_("Figure"), is_figure=True)]


def columns_of_events() -> list[Column]:
    """The heads of the list of events."""
    return [Column(_("Event")), Column(_("Day")), Column(_("City")), Column(_("Figure"), is_figure=True)]


def rows_of_posts(asked: Asked, posts: Iterable[OfPost], address: str) -> list[Row]:
    """One row a post, which opens to its events; `address` is that of the figure."""
    return [
        Row(
            post.organiser.ref,
            name := wording(post.organiser.names, get_language() or "en").text or post.organiser.ref,
            (
                Text(name, f"{address}&post={post.organiser.ref}"),
                Figure(cldr.figure(post.events, get_language() or "en")),
                Figure(value_in_words(asked.indicator, asked.key, post.value)),
            ),
        )
        for post in posts
    ]


def rows_of_parts(asked: Asked, parts: Iterable[tuple[str, int, int]], address: str) -> list[Row]:
    """One row a part of a figure, which opens to the rows of that part; `address` is that of the figure."""
    language = get_language() or "en"
    return [
        Row(
            key,
            name := key_in_words(asked.indicator, asked.by, key),
            (
                Text(name, f"{address}&{urlencode({'key': key})}"),
                Figure(cldr.figure(events, language)),
                Figure(value_in_words(asked.indicator, key, value)),
            ),
        )
        for key, value, events in parts
    ]


def rows_of_events(office: Office, asked: Asked, events: Sequence[OfEvent]) -> list[Row]:
    """One row an event, which opens to where it is counted if the reader belongs to its office."""
    language = get_language() or "en"
    opened = offices_opened(office, {each.event.organiser_id for each in events})
    return [
        Row(
            each.event.code,
            title := wording(each.event.titles, language).text or each.event.ref,
            (
                Text(title, _address(asked.indicator, each.event, opened)),
                Text(cldr.day_in_words(each.day, language) if each.day else _("not known")),
                Text(each.city),
                Figure(value_in_words(asked.indicator, asked.key, each.value)),
            ),
        )
        for each in events
    ]


def offices_opened(office: Office, organisers: Collection[int]) -> set[int]:
    """Those of some offices to which the reader belongs: only there an event opens."""
    others = set(organisers) - {office.organiser.pk}
    member = Membership.objects.filter(user=office.user, organiser__in=others) if others else None
    found = set(member.values_list("organiser_id", flat=True)) if member is not None else set()
    return found | {office.organiser.pk}


def _address(indicator: Indicator, event: Event, opened: Collection[int]) -> str:
    """Where an event is counted; nowhere for who does not belong to its office."""
    if event.organiser_id not in opened:
        return ""
    return reverse(PAGES[indicator], args=[event.organiser.ref, event.code])


def name_of(organiser: Organiser) -> str:
    """What an office is called for the reader."""
    return wording(organiser.names, get_language() or "en").text or organiser.ref
