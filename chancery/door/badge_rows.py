"""Badges as their pages list them: who is to get one and why, and which were printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.door.models import BadgePrinting
from chancery.door.queries.badges import Printed
from chancery.door.queries.bearers import Bearer
from chancery.guests.models import Standing
from chancery.rules.names.folding import fold
from chancery.seating.queries.printings import Differing

MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """Whose badge is concerned: `code` is that of the guest, empty for who is on the list no more."""

    code: str
    name: str
    below: str
    words: str
    stays_away: bool = False


def lines_of(bearers: Sequence[Bearer], differing: Differing) -> list[BadgeLine]:
    """Whose badges are to be printed, in the order of rank, then those to be taken away."""
    to_print = [_line(each, _why(each, differing)) for each in bearers if each.id in differing.to_print]
    by_id = {each.id: each for each in bearers}
    return [*to_print, *(_gone(by_id.get(one)) for one in differing.gone)]


def _why(bearer: Bearer, differing: Differing) -> str:
    if bearer.id in differing.moved:
        return _("sits elsewhere now")
    if bearer.id in differing.renamed:
        return _("name, office or category changed")
    if bearer.reply is Standing.WALK_IN:
        return _("came without an invitation, not printed yet")
    return _("comes instead of a guest, not printed yet") if bearer.who.represents else _("not printed yet")


def _gone(bearer: Bearer | None) -> BadgeLine:
    words = _("to be taken away")
    if bearer is None:
        return BadgeLine("", _("somebody who left the list"), "", words)
    return _line(bearer, words)


def _line(bearer: Bearer, words: str) -> BadgeLine:
    below = bearer.office or bearer.organisation or bearer.category_name
    return BadgeLine(bearer.who.code, bearer.name, below, words, bearer.stays_away)


def found_by(query: str, bearers: Iterable[Bearer]) -> list[BadgeLine]:
    """The guests in whose name, office, organisation, seat or party every word of a query stands."""
    words = fold(query).split()
    hits = [each for each in bearers if words and all(word in _searched(each) for word in words)]
    guests = {each.who.code: each for each in reversed(hits)}
    return [_line(each, each.seat) for each in reversed(guests.values())][:MOST_FOUND]


def _searched(bearer: Bearer) -> str:
    texts = (bearer.name, bearer.own_name, bearer.who.sort_name, bearer.office, bearer.organisation)
    return fold(" ".join((*texts, bearer.seat)))


@dataclass(frozen=True, slots=True)
class Member:
    """One of a party on the page of its papers, with the printing of which the badge is, if any."""

    bearer: Bearer
    last: BadgePrinting | None
    is_as_printed: bool


def members_of(party: Sequence[Bearer], printed: Printed, differing: Differing) -> list[Member]:
    """The people of a party, each with what was printed before."""
    return [Member(each, printed.last_of(each.id), each.id not in differing.to_print) for each in party]
