"""The proofs of a yearly report: recognitions with their total, costs, and what is not known."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import cldr
from chancery.campaign.documents.report_values import Drawing, Making, Section, section
from chancery.campaign.queries import year
from chancery.occasions.models import Campaign
from chancery.occasions.queries import recognitions as queries
from chancery.occasions.queries.adopted import adopted_texts
from chancery.occasions.queries.recognitions import Published
from chancery.record.models import Cost
from chancery.rules.campaign import Moment, Question, Status


def recognitions(making: Making) -> Iterator[Section]:
    """The recognitions of the year, each with its proof, and a total with the question it answers (R117)."""
    at = Moment(making.last_day, making.now)
    for campaign in year.campaigns_of(making.scope):
        shown = queries.publishable(campaign, at)
        of_year = [each for each in shown if str(each.standing.on or "")[:4] == str(making.year)]
        columns = ((_("Day"), 2), (_("Body"), 3), (_("Text"), 4), (_("The word it uses"), 2), (_("Proof"), 3))
        yield section(
            f"recognitions-{campaign.code}",
            _("Recognitions: %(campaign)s") % {"campaign": making.said(campaign.names)},
            lead=_total(making, campaign, at),
            charts=[_map(making, campaign, at)],
            columns=columns,
            rows=[_text(making, each) for each in of_year],
            opens=[
                {2: {"recognition": each.recognition.code, "campaign": campaign.code}} for each in of_year
            ],
        )


def _total(making: Making, campaign: Campaign, at: Moment) -> str:
    """The total of texts in force, with all it takes in said in one sentence."""
    found = adopted_texts(campaign, at)
    if not found.at_most:
        return ""
    told = {
        "day": cldr.day_in_words(at.day, making.language),
        "number": making.number(found.value),
        "most": making.number(found.at_most),
    }
    if found.at_most > found.value:
        return (
            _(
                "On %(day)s %(number)s texts stood adopted, at most %(most)s with those of doubtful date: "
                "single texts of every body, level, kind and word, those repealed left out."
            )
            % told
        )
    return (
        ngettext(
            "On %(day)s %(number)s text stood adopted: single texts of every body, level, kind and "
            "word, those repealed left out.",
            "On %(day)s %(number)s texts stood adopted: single texts of every body, level, kind and "
            "word, those repealed left out.",
            found.value,
        )
        % told
    )


def _map(making: Making, campaign: Campaign, at: Moment) -> Drawing:
    states = {
        code: of.texts
        for code, of in queries.states_with(campaign, Question(statuses=(Status.ADOPTED,)), at).items()
        if code and of.texts
    }
    day = cldr.day_in_words(at.day, making.language)
    return {
        "kind": "map",
        "key": f"map-{campaign.code}",
        "title": _("Adopted texts by state"),
        "description": _("Single texts that stood adopted on %(day)s, of every level, kind and word.")
        % {"day": day},
        "heading": _("State"),
        "labels": list(states),
        "values": list(states.values()),
        "opens": [{"state": code, "campaign": campaign.code} for code in states],
    }


def _text(making: Making, published: Published) -> list[str]:
    text, standing = published.recognition, published.standing
    body = making.said(text.printed_body or (text.body.names if text.body else {}))
    status = _("repealed") if standing.status == Status.REPEALED else _("adopted")
    kind = " ".join(part for part in (str(text.get_kind_display()), text.number) if part)
    title = making.said(text.titles) if text.titles else ""
    place = " · ".join(
        part
        for part in (text.region, cldr.state_in_words(text.state, making.language) if text.state else "")
        if part
    )
    return [
        cldr.partial_date_in_words(standing.on, making.language) if standing.on else _("not known"),
        " · ".join(part for part in (body, place) if part),
        " · ".join(part for part in (title, kind, str(text.get_level_display()), status) if part),
        _("“%(words)s”") % {"words": text.word} if text.word else "",
        " · ".join(part for part in (text.source, text.address) if part) or _("document kept by the office"),
    ]


def costs(making: Making) -> Iterator[Section]:
    """What the events cost, each currency for itself."""
    if not making.report.has_costs:
        return
    found = year.costs_of(year.held_of(making.scope))
    rows = [
        [
            str(Cost.Kind(each.kind).label),
            _amount(each.planned, making),
            _amount(each.paid, making),
            each.currency,
            making.number(each.unknown) if each.unknown else "",
        ]
        for each in found
    ]
    columns = (
        (_("For what"), 4),
        (_("Planned"), 2),
        (_("Paid"), 2),
        (_("Currency"), 1),
        (_("Lines of which it is not known"), 2),
    )
    lead = _("No rate is known, so that currencies are never added together.") if rows else ""
    yield section("costs", _("Costs"), lead=lead, columns=columns, rows=rows, figures=(1, 2, 4))


def _amount(value: Decimal | None, making: Making) -> str:
    return cldr.amount(value, making.language) if value is not None else _("not known")


def unknown(making: Making) -> Iterator[Section]:
    """What is not known, so that nobody takes a figure for more than it is."""
    known = year.unknown_of(making.scope, making.now, making.today)
    held = making.number(known.held)
    notes = [
        (known.without_presence, _("Of %(number)s of %(held)s events it is not recorded who was there.")),
        (known.untold, _("Of %(number)s of %(held)s events no communiqué is out.")),
        (known.uncounted, _("%(number)s of %(held)s events were not counted yet; no figure holds them.")),
        (
            known.not_marked,
            _("Of %(number)s planned events whose day is over it is not recorded that they were held."),
        ),
    ]
    said = [words % {"number": making.number(number), "held": held} for number, words in notes if number]
    if known.counted_at is not None:
        moment = cldr.moment_in_words(
            known.counted_at.astimezone(making.scope.organiser.zone), making.language
        )
        said.append(_("The figures were last counted on %(moment)s.") % {"moment": moment})
    yield section("unknown", _("What is not known"), notes=said)
