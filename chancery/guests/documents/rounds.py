"""The telephone round: who is called by whom, and what is said."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from django.utils.translation import gettext, ngettext, override

from chancery.base.pdf import Imprint
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.documents.loading import PrintedGuest, printed_list
from chancery.guests.models import Dispatch
from chancery.guests.queries.dispatches import calls_of
from chancery.guests.queries.reaching import Reach, reach_of


def round_sheets(
    event: Event, *, language: str, imprint: Imprint, calls: Iterable[Dispatch] | None = None
) -> bytes:
    """
    Print the telephone round: a sheet a caller, the guests of each in order of precedence.

    `calls` are those of `calls_of`, all of them or some; without them all that wait are printed. The calls
    that nobody makes yet come last. The number of queries is fixed.
    """
    values = round_values(event, list(calls_of(event) if calls is None else calls), language, imprint)
    title = values["heading"]
    return papers.ROUND_SHEETS.pdf(values, language=language, title=title, imprint=imprint)


def round_values(
    event: Event, calls: Sequence[Dispatch], language: str, imprint: Imprint
) -> papers.RoundSheets:
    """Return the rounds as their paper takes them."""
    guests = {guest.who.key: guest for guest in printed_list(event, language).guests} if calls else {}
    reaches = {reach.invitation.pk: reach for reach in reach_of(event, [one.invitation for one in calls])}
    with override(language):
        return {
            "format": imprint.stock.sheet,
            "heading": gettext("Telephone round"),
            "event": words.event_lines(event, language),
            "rounds": [
                _round(caller, _in_order(theirs, guests), guests, reaches)
                for caller, theirs in _by_caller(calls)
            ],
        }


def _by_caller(calls: Iterable[Dispatch]) -> list[tuple[str, list[Dispatch]]]:
    """The calls by the name of the caller, by alphabet; those of nobody last."""
    found: dict[str, list[Dispatch]] = {}
    for call in calls:
        found.setdefault(str(call.caller.user) if call.caller else "", []).append(call)
    return sorted(found.items(), key=lambda each: (not each[0], each[0].casefold()))


def _in_order(calls: Iterable[Dispatch], guests: Mapping[int, PrintedGuest]) -> list[Dispatch]:
    """The calls as their guests stand on the list; one whose guest left the list comes last."""
    places = {key: place for place, key in enumerate(guests)}
    return sorted(calls, key=lambda call: (places.get(call.invitation.guest_id, len(places)), call.pk))


def _round(
    caller: str, calls: Sequence[Dispatch], guests: Mapping[int, PrintedGuest], reaches: Mapping[int, Reach]
) -> papers.Round:
    numbers = count(1)
    return {
        "caller": caller or gettext("Nobody yet"),
        "count": ngettext("%(count)s call", "%(count)s calls", len(calls)) % {"count": len(calls)},
        "calls": [
            _call(next(numbers), call, guests.get(call.invitation.guest_id), reaches[call.invitation_id])
            for call in calls
        ],
    }


def _call(number: int, call: Dispatch, guest: PrintedGuest | None, reach: Reach) -> papers.Call:
    is_through = bool(reach.through) and reach.address == call.address
    return {
        "number": str(number),
        "name": guest.who.name if guest else call.recipient,
        "lines": guest.lines if guest else [],
        "numbers": [line.strip() for line in call.address.splitlines() if line.strip()],
        "assistant": gettext("answered by %(name)s") % {"name": reach.through} if is_through else "",
        "say": [text.strip() for text in call.text.split("\n\n") if text.strip()],
        "language": call.language,
    }
