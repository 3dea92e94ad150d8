"""The order of anthems (R46)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from chancery.rules.reasons import Reason, gettext_noop

from .entries import StateOrder, numbered, reason, unique
from .naming import NO_OFFICE_NAMES, OfficeNames, state_name
from .orders import alphabetical


class AnthemCustom(StrEnum):
    """Whether the host state's anthem comes last or first."""

    GUESTS_FIRST = "guests-first"
    HOST_FIRST = "host-first"


# Host states whose custom was read in a source; for all others it is the office's setting.
ANTHEM_CUSTOMS: Mapping[str, AnthemCustom] = {
    "RO": AnthemCustom.GUESTS_FIRST,
    "US": AnthemCustom.GUESTS_FIRST,
}

_GUESTS_FIRST = gettext_noop("The guest's anthem is played first, that of the host state last.")
_HOST_FIRST = gettext_noop("The anthem of the host state is played first.")
_OWN_ONLY = gettext_noop("Only the own anthem is played: an embassy may do so at its own event.")
_SET = gettext_noop("The office has set it so.")
_READ_FOR = gettext_noop("It is the custom read for “%(host)s”.")
_DEFAULT = gettext_noop(
    "No custom is known here for “%(host)s”, so the guest's comes first until the office decides."
)
_AGREED = gettext_noop("Several guests stand in the order agreed with them.")
_OWN_PRACTICE = gettext_noop(
    "Several guests stand in the alphabetical order of the language “%(language)s”; no rule was found, "
    "this is the office's own practice."
)


def anthem_order(
    host_state: str,
    guests: Sequence[str],
    *,
    language: str,
    custom: AnthemCustom | None = None,
    is_agreed: bool = False,
    office: OfficeNames = NO_OFFICE_NAMES,
) -> StateOrder:
    """
    Order the anthems of an event with those of other states.

    `host_state` is the state on whose ground the event takes place, also when an embassy gives it. Its
    custom counts unless the office sets `custom`. Several guests stand by alphabet, or as listed when that
    was agreed.
    Shape: each state once; the host state among the guests counts as host state.
    Source: R46 in docs/rules/states.md.
    """
    chosen = custom or ANTHEM_CUSTOMS.get(host_state, AnthemCustom.GUESTS_FIRST)
    why = _custom_reasons(chosen, host_state, is_set=custom is not None)
    others = [code for code in unique(guests) if code != host_state]
    if len(others) > 1:
        why.append(reason(_AGREED, "R46") if is_agreed else reason(_OWN_PRACTICE, "", language=language))
        others = others if is_agreed else list(alphabetical(others, language, office).codes)
    is_last = chosen is AnthemCustom.GUESTS_FIRST
    ordered = [*others, host_state] if is_last else [host_state, *others]
    return StateOrder(numbered(ordered, _names(ordered, language, office)), tuple(why))


def own_anthem(sending_state: str, *, language: str, office: OfficeNames = NO_OFFICE_NAMES) -> StateOrder:
    """
    Play the own anthem alone, as an embassy may at its own event (R46).

    Shape: one entry.
    Source: R46 in docs/rules/states.md.
    """
    names = _names([sending_state], language, office)
    return StateOrder(numbered([sending_state], names), (reason(_OWN_ONLY, "R46"),))


def _custom_reasons(custom: AnthemCustom, host_state: str, *, is_set: bool) -> list[Reason]:
    found = [reason(_GUESTS_FIRST if custom is AnthemCustom.GUESTS_FIRST else _HOST_FIRST, "R46")]
    if is_set:
        return [*found, reason(_SET, "")]
    is_read = host_state in ANTHEM_CUSTOMS
    template = _READ_FOR if is_read else _DEFAULT
    return [*found, reason(template, "R46", is_open=not is_read, host=host_state)]


def _names(codes: Sequence[str], language: str, office: OfficeNames) -> dict[str, str]:
    return {code: state_name(code, language, office) or code for code in codes}
