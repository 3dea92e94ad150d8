"""Where the flags of an event stand, and in which order its anthems are played (R46-R49)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.rules import states
from chancery.rules.precedence.settings import Anthems


@dataclass(frozen=True, slots=True)
class Stand:
    """A row of flags with what it is for."""

    heading: str
    row: states.FlagRow


def stands_of(event: Event, order: EventOrder, language: str) -> list[Stand]:
    """The own flag beside that of the host state, and where more states are represented, all of them."""
    host, own = event.ordering.host_state.upper(), event.organiser.state.upper()
    two = [code for code in (own,) if code and code != host]
    stands = [Stand(_("Own and host state"), _row(host, two, language))] if host or own else []
    represented = states_represented(event, order)
    if len(represented) > len(two) + 1:
        others = states.alphabetical([code for code in represented if code != host], event.ordering.language)
        stands.append(Stand(_("All states represented"), _row(host, others.codes, language)))
    return stands


def _row(host: str, others: Sequence[str], language: str) -> states.FlagRow:
    flags = [states.Flag(code, cldr.state_in_words(code, language)) for code in others]
    own = states.Flag(host, cldr.state_in_words(host, language)) if host else flags.pop(0)
    return states.row_of_flags(own, flags)


def states_represented(event: Event, order: EventOrder) -> list[str]:
    """The states of everybody who holds a place in the order, with the own and the host state, each once."""
    codes = [event.organiser.state, event.ordering.host_state, *(entry.state for entry in order.entries)]
    return list(dict.fromkeys(code.upper() for code in codes if code))


def anthems_of(event: Event, order: EventOrder, language: str) -> states.StateOrder:
    """The anthems in their order; without an own and a host state there are none."""
    own, host = event.organiser.state.upper(), event.ordering.host_state.upper()
    if not own and not host:
        return states.StateOrder(())
    custom = order.profile.settings.anthems.value
    if custom is Anthems.OWN_ONLY or not host:
        return states.own_anthem(own or host, language=language)
    is_host_first = custom is Anthems.HOST_FIRST
    turns = states.AnthemCustom.HOST_FIRST if is_host_first else states.AnthemCustom.GUESTS_FIRST
    return states.anthem_order(host, [own] if own else [], language=language, custom=turns)
