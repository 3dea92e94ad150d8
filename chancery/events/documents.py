"""What is printed of the order of an event: the list with its reasons, its table, flags and anthems."""

from collections.abc import Sequence

from django.utils.translation import get_language, gettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.sheets import Column, Sheet, write_xlsx
from chancery.events import ordering
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.precedence import papers
from chancery.rules import states
from chancery.rules.dates import PartialDate, UnreadableDate
from chancery.rules.precedence.settings import Anthems
from chancery.rules.reasons import Reason


def precedence_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the order of precedence, each place with its reasons."""
    with override(language):
        order = ordering.order_of(event)
        values: papers.PrecedenceList = {
            "format": "a4",
            "heading": gettext("Order of precedence"),
            "event": words.event_lines(event, language),
            "summary": summary_of(event, order, language),
            "with_reasons": True,
            "groups": [{"heading": "", "rows": [_row(entry, language) for entry in order.entries]}],
            "notes": [reason_words(note) for note in order.notes],
        }
    return papers.PRECEDENCE_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def summary_of(event: Event, order: ordering.EventOrder, language: str) -> str:
    """The profile, its version, and the day whose offices count, in one line."""
    profile = wording(order.profile.names, language).text or order.profile.key
    parts = [profile, gettext("version %(version)s") % {"version": order.profile.version}]
    day = ordering.day_of_order(event)
    if day:
        parts.append(gettext("offices as of %(day)s") % {"day": cldr.day_in_words(day, language)})
    return " · ".join(parts)


def reason_words(reason: Reason) -> str:
    """Return a reason in the language in force, its dates as that language writes them."""
    language = get_language() or "en"
    return gettext(reason.template) % {name: _shown(value, language) for name, value in reason.values.items()}


def _shown(value: str, language: str) -> str:
    try:
        return cldr.partial_date_in_words(PartialDate.parse(value), language)
    except UnreadableDate:
        return value


def _row(entry: ordering.Entry, language: str) -> papers.PlaceRow:
    lines = [wording(entry.title, language).text]
    return {
        "place": str(entry.place) if entry.place else "",
        "name": entry.who.name,
        "lines": [line for line in lines if line],
        "state": entry.state,
        "reasons": [{"text": reason_words(reason), "rule": reason.rule} for reason in entry.reasons],
        "moved": "",
        "is_open": entry.is_open,
    }


def order_sheet(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the order as a table that an office can edit."""
    with override(language):
        order = ordering.order_of(event)
        heading = gettext("Order of precedence")
        columns = [
            Column(gettext("Place"), 8),
            Column(gettext("Rank"), 10),
            Column(gettext("Name"), 32),
            Column(gettext("Office"), 48, wraps=True),
            Column(gettext("State"), 22),
            Column(gettext("Reasons"), 80, wraps=True),
        ]
        rows = [
            (
                entry.place,
                entry.rank,
                entry.who.name,
                wording(entry.title, language).text,
                cldr.state_in_words(entry.state, language) if entry.state else "",
                " ".join(reason_words(reason) for reason in entry.reasons),
            )
            for entry in order.entries
        ]
    sheet = Sheet(heading, columns, rows)
    return write_xlsx(
        [sheet], language=language, title=heading, author=imprint.house, made_at=imprint.made_at
    )


def flags_and_anthems(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print where the flags stand and in which order anthems are played (R46-R49)."""
    with override(language):
        heading = gettext("Flags and anthems")
        values: papers.FlagsAndAnthems = {
            "format": "a4",
            "heading": heading,
            "event": words.event_lines(event, language),
            "summary": "",
            "stands": _stands(event, language),
            "anthems": [],
            "notes": [],
        }
        anthems = _anthem_order(event, language)
        values["anthems"] = [
            {"state": entry.name, "title": "", "note": " ".join(map(reason_words, entry.reasons))}
            for entry in anthems.entries
        ]
        values["notes"] = [reason_words(each) for each in anthems.reasons]
    return papers.FLAGS_AND_ANTHEMS.pdf(values, language=language, title=heading, imprint=imprint)


def _stands(event: Event, language: str) -> list[papers.Stand]:
    """The own flag beside that of the host state, and where more states are represented, all of them."""
    host, own = event.ordering.host_state.upper(), event.organiser.state.upper()
    two = [code for code in (own,) if code and code != host]
    stands = [_stand(gettext("Own and host state"), host, two, language)] if host or own else []
    represented = states_represented(event)
    if len(represented) > len(two) + 1:
        others = states.alphabetical([code for code in represented if code != host], event.ordering.language)
        stands.append(_stand(gettext("All states represented"), host, others.codes, language))
    return stands


def _stand(heading: str, host: str, others: Sequence[str], language: str) -> papers.Stand:
    flags = [states.Flag(code, cldr.state_in_words(code, language)) for code in others]
    own = states.Flag(host, cldr.state_in_words(host, language)) if host else flags.pop(0)
    row = states.row_of_flags(own, flags)
    return {
        "heading": heading,
        "note": " ".join(reason_words(each) for each in row.reasons),
        "poles": [
            {"code": place.flag.code, "name": place.flag.name, "note": "", "is_half_mast": False}
            for place in row.positions
        ],
    }


def states_represented(event: Event) -> list[str]:
    """The states of everybody who holds a place in the order, with the own and the host state, each once."""
    order = ordering.order_of(event)
    codes = [event.organiser.state, event.ordering.host_state, *(entry.state for entry in order.entries)]
    return list(dict.fromkeys(code.upper() for code in codes if code))


def _anthem_order(event: Event, language: str) -> states.StateOrder:
    own, host = event.organiser.state.upper(), event.ordering.host_state.upper()
    custom = ordering.profile_of(event).settings.anthems.value
    if custom is Anthems.OWN_ONLY or not host:
        return states.own_anthem(own or host, language=language)
    is_host_first = custom is Anthems.HOST_FIRST
    order = states.AnthemCustom.HOST_FIRST if is_host_first else states.AnthemCustom.GUESTS_FIRST
    return states.anthem_order(host, [own] if own else [], language=language, custom=order)
