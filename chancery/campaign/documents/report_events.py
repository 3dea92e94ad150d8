"""The events of a yearly report: by date, by post, and what was done, shown and said at them."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import cldr
from chancery.base.languages import listed as in_one_line
from chancery.campaign.documents.report_figures import left_out
from chancery.campaign.documents.report_values import Making, Opening, Section, Text, section
from chancery.campaign.queries import year
from chancery.events.models import Event
from chancery.events.wording import name_of
from chancery.exhibition.models import Stay
from chancery.programme.models import Item
from chancery.record.models import Statement
from chancery.record.queries.releases import public_path
from chancery.record.queries.said import capacity_of
from chancery.rules.campaign.indicators import Indicator

MOST_EVENTS, MOST_STAYS, MOST_STATEMENTS, MOST_RELEASES = 400, 100, 60, 100


def events(making: Making) -> Iterator[Section]:
    """Every event that was held, by its day, with place, host and how many were there."""
    held = year.held_of(making.scope)
    number, rows = held.count(), year.listed(held, MOST_EVENTS)
    present = year.present_at(rows)
    columns = ((_("Day"), 2), (_("Event"), 5), (_("Place"), 3), (_("Held by"), 3), (_("Present"), 1))
    yield section(
        "events",
        _("Events"),
        lead=ngettext("%(number)s event was held.", "%(number)s events were held.", number)
        % {"number": making.number(number)},
        columns=columns,
        rows=[_event(making, event, present.get(event.pk)) for event in rows],
        figures=(4,),
        notes=left_out(making, number, len(rows)),
        opens=[_opening(making, event) for event in rows],
    )


def _opening(making: Making, event: Event) -> dict[int, Opening]:
    """An event opens for the office that made the report; one of a post for its own members alone."""
    return {1: {"event": event.code}} if event.organiser_id == making.scope.organiser.pk else {}


def _event(making: Making, event: Event, present: int | None) -> list[str]:
    known = event.happened_on
    day = cldr.partial_date_in_words(known, making.language) if known else ""
    if not day and event.held_on:
        day = cldr.day_in_words(event.held_on, making.language)
    towns = dict.fromkeys(
        station.place.city or making.said(station.place.names) for station in event.stations.all()
    )
    return [
        day,
        making.said(event.titles),
        in_one_line(town for town in towns if town),
        making.said(event.organiser.names),
        making.number(present) if present is not None else "–",
    ]


def posts(making: Making) -> Iterator[Section]:
    """What each post of a ministry did."""
    if not making.scope.with_posts:
        return
    shown = (Indicator.EVENTS, Indicator.PRESENT, Indicator.RELEASES, Indicator.PRESS)
    found = year.by_post(making.scope)
    rows = [
        [
            making.said(post.names),
            *(making.number(sums[each.value]) if each.value in sums else "–" for each in shown),
        ]
        for post, sums in found
    ]
    opens: list[dict[int, Opening]] = [
        {
            column: {"indicator": each.value, "year": making.year, "post": post.ref}
            for column, each in enumerate(shown, start=1)
            if each.value in sums
        }
        for post, sums in found
    ]
    columns = (
        (_("Post"), 5),
        (_("Events"), 1),
        (_("Present"), 1),
        (_("Press releases"), 1),
        (_("Press reports"), 1),
    )
    yield section("posts", _("By post"), columns=columns, rows=rows, figures=(1, 2, 3, 4), opens=opens)


def highlights(making: Making) -> Iterator[Section]:
    """What took place in the programmes, by kind."""
    rows = [
        [str(Item.Kind(kind).label), making.number(number), making.number(at)]
        for kind, number, at in year.highlights_of(year.held_of(making.scope))
    ]
    columns = ((_("Part of the programme"), 5), (_("How often"), 1), (_("At how many events"), 2))
    lead = _("What is recorded as having taken place.") if rows else ""
    yield section("programme", _("Programmes"), lead=lead, columns=columns, rows=rows, figures=(1, 2))


def shows(making: Making) -> Iterator[Section]:
    """Exhibitions and films that were shown."""
    held = year.held_of(making.scope)
    stays = [
        [
            making.said(stay.exhibition.titles or stay.exhibition.about),
            _where(making, stay),
            _when(making, stay),
        ]
        for stay in year.stays_of(held, MOST_STAYS)
    ]
    columns = ((_("Exhibition"), 5), (_("Place"), 4), (_("Shown"), 4))
    yield section("exhibitions", _("Exhibitions"), columns=columns, rows=stays)
    films = [[making.said(titles), making.number(number)] for titles, number in year.films_of(held)]
    yield section(
        "films", _("Films"), columns=((_("Film"), 6), (_("How often"), 1)), rows=films, figures=(1,)
    )


def _where(making: Making, stay: Stay) -> str:
    if stay.place is None:
        return _("place not known")
    return in_one_line(part for part in (making.said(stay.place.names), stay.place.city) if part)


def _when(making: Making, stay: Stay) -> str:
    days = [cldr.partial_date_in_words(day, making.language) for day in (stay.opens, stay.closes) if day]
    return " – ".join(days)


def statements(making: Making) -> Iterator[Section]:
    """What was said at events of which a communiqué is out, each under the one who said it (R102)."""
    found = [
        each
        for each in year.statements_of(year.held_of(making.scope), making.now)
        if each.texts.get(making.language)
    ]
    lead = _("Said at events of which a communiqué is out; the words are their speakers’.") if found else ""
    yield section(
        "statements",
        _("Statements"),
        lead=lead,
        texts=[_statement(making, each) for each in found[:MOST_STATEMENTS]],
        notes=left_out(making, len(found), MOST_STATEMENTS),
    )


def _statement(making: Making, said: Statement) -> Text:
    """A quotation stands in its marks; what is reported stands as what comes after the name."""
    name, words = name_of(said.speaker, making.language), said.texts[making.language]
    capacity = capacity_of(said).get(making.language, "")
    who = _("%(name)s, %(capacity)s") % {"name": name, "capacity": capacity} if capacity else name
    if said.is_quoted:
        words = _("“%(words)s”") % {"words": words}
    return {"label": who, "text": words}


def releases(making: Making) -> Iterator[Section]:
    """The communiqués that are out, by their headline."""
    found = year.releases_of(year.held_of(making.scope), making.now)
    number, told = found.count(), list(found.order_by("released_at", "pk")[:MOST_RELEASES])
    rows = [
        [
            cldr.day_in_words(
                each.released_at.astimezone(making.scope.organiser.zone).date(), making.language
            ),
            each.headline,
            cldr.language_in_words(each.edition.language, making.language),
        ]
        for each in told
    ]
    columns: Sequence[tuple[str, int]] = ((_("Day"), 2), (_("Headline"), 6), (_("Language"), 2))
    notes = left_out(making, number, len(rows))
    opens: list[dict[int, Opening]] = [{1: {"public": public_path(each)}} for each in told]
    yield section("releases", _("Communiqués"), columns=columns, rows=rows, notes=notes, opens=opens)
