"""What a reader asks of the guest list: filters, columns, order, as the address of the page holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base.languages import wording
from chancery.base.parts import Choice, Column, Filter
from chancery.events.models import GuestCategory, Participation
from chancery.guests import rows
from chancery.guests.models import Inviter, Standing
from chancery.guests.queries.parties import NO_REPLY, GuestFilter, Listed, nested, tags_of

type Word = str | Promise

FILTERS = ("category", "capacity", "reply", "inviter", "tag")


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What the reader asks for.

    `sort` is empty for the order of precedence; `columns` are those beside the name, in their order.
    """

    filter: GuestFilter
    columns: Sequence[str]
    sort: str = ""
    is_falling: bool = False


def wanted_from(asked: Mapping[str, str], columns: Sequence[str]) -> Wanted:
    """Read the address of the page; what is not known there asks for nothing."""
    sort = asked.get("sort", "")
    column = sort.removeprefix("-")
    return Wanted(
        filter=GuestFilter(**{name: asked.get(name, "") for name in FILTERS}),
        columns=[column for column in rows.COLUMNS if column in columns],
        sort=column if column in rows.SORTED_BY else "",
        is_falling=sort.startswith("-"),
    )


def columns_chosen(sent: Sequence[str], kept: Sequence[str]) -> list[str]:
    """Return the columns just chosen, else those chosen before, else the usual ones."""
    for chosen in (sent, kept):
        if known := [column for column in chosen if column in rows.COLUMNS]:
            return known
    return list(rows.USUAL)


def heads(wanted: Wanted, asked: QueryDict) -> list[Column]:
    """Return the heads of the columns, the guest first; each sorts by its column and turns round."""
    names = {"name": _("Guest"), **{column: rows.COLUMNS[column] for column in wanted.columns}}
    return [
        Column(
            str(word),
            url=_sorting(column, wanted, asked) if column in rows.SORTED_BY else "",
            sorted=_direction(wanted) if column == wanted.sort else "",
            is_figure=column == "people",
        )
        for column, word in names.items()
    ]


def _direction(wanted: Wanted) -> str:
    return "descending" if wanted.is_falling else "ascending"


def _sorting(column: str, wanted: Wanted, asked: QueryDict) -> str:
    is_turned = column == wanted.sort and not wanted.is_falling
    return with_asked(asked, sort=f"-{column}" if is_turned else column)


def with_asked(asked: QueryDict, **changes: str) -> str:
    """Return the address of the same page with some parameters changed; an empty one is taken out."""
    changed = asked.copy()
    changed.pop("column", None)
    for name, value in changes.items():
        if value:
            changed[name] = value
        else:
            changed.pop(name, None)
    return f"?{changed.urlencode()}" if changed else "?"


def column_choices(wanted: Wanted) -> list[Choice]:
    """Return every column with whether it is shown."""
    return [
        Choice(column, str(word), is_chosen=column in wanted.columns) for column, word in rows.COLUMNS.items()
    ]


def filters_of(
    guests: Sequence[Listed],
    wanted: GuestFilter,
    *,
    categories: Sequence[GuestCategory],
    inviters: Sequence[Inviter],
    language: str,
) -> list[Filter]:
    """Return the ways to narrow the list that make a difference for it."""
    capacities = {guest.who.capacity for guest in guests}
    made = [
        _filter("category", _("Category"), _categories(categories, language), wanted.category),
        _filter("capacity", _("Capacity"), _capacities(capacities), wanted.capacity),
        _filter("reply", _("Reply"), _replies(guests), wanted.reply),
        _filter("inviter", _("Inviter"), [(each.ref, each.name) for each in inviters], wanted.inviter),
        _filter("tag", _("Tag"), [(tag, tag) for tag in tags_of(guests)], wanted.tag),
    ]
    return [each for each in made if each.options]


def _categories(categories: Sequence[GuestCategory], language: str) -> list[tuple[str, Word]]:
    """The categories as a menu shows them: one within another stands under it, a step to the side."""
    return [
        (category.ref, f"{'\N{EM SPACE}' * depth}{wording(category.names, language).text}")
        for category, depth in nested(categories)
    ]


def _capacities(used: set[str]) -> list[tuple[str, Word]]:
    """The capacities in use, none where all guests have the same."""
    found: list[tuple[str, Word]] = [
        (value, word) for value, word in Participation.Capacity.choices if value in used
    ]
    return found if len(found) > 1 else []


def _replies(guests: Sequence[Listed]) -> list[tuple[str, Word]]:
    """Where the invitations stand, in their order; the standing of those not invited yet is empty."""
    used = {guest.reply for guest in guests}
    return [(value or NO_REPLY, word) for value, word in Standing.choices if value in used]


def _filter(name: str, label: Word, options: Sequence[tuple[str, Word]], chosen: str) -> Filter:
    return Filter(name, label, [Choice(value, str(word), value == chosen) for value, word in options])
