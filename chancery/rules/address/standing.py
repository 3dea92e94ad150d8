"""Which style an addressee is given: Excellency and its likes, and why (R86)."""

from enum import StrEnum
from typing import NamedTuple

from chancery.rules.address import sentences, sources
from chancery.rules.address.sources import Source
from chancery.rules.address.values import Addressee, Basis, HeldOffice, Practice, Setting
from chancery.rules.reasons import Reason


class Style(StrEnum):
    """The word of honour before a name."""

    PLAIN = "plain"
    EXCELLENCY = "excellency"
    EMINENCE = "eminence"
    PRELATE = "prelate"
    HONOURABLE = "honourable"


class Standing(NamedTuple):
    """The style given, with the reasons."""

    style: Style
    reasons: tuple[Reason, ...]


CHARGES = frozenset({"charge-ai", "charge-en-pied"})
CONSULS = frozenset({"consul-general", "consul", "honorary-consul"})
PRELATES = frozenset({"archbishop", "bishop"})
# Where Excellency was read; for the other offices of state it rests on usage.
_EXCELLENCY_READ: dict[str, Source] = {
    "ambassador": sources.DEBRETT_FOREIGN,
    "high-commissioner": sources.DEBRETT_HIGH_COMMISSIONER,
    "nuncio": sources.CATHOLIC_FORMS,
    "head-of-state": sources.COMMISSION_PROTOCOL,
    "foreign-minister": sources.KAYZEN_LETTERS,
}
EXCELLENCIES = frozenset(_EXCELLENCY_READ) | {"head-of-government", "speaker", "minister"}
# Who acts for one of these is a chargé a.i., never an "acting ambassador" (R12).
_HEADS_OF_MISSION = frozenset({"ambassador", "nuncio", "envoy"})
_US_OFFICIALS = frozenset(
    {"ambassador", "minister", "foreign-minister", "mayor", "member-of-parliament", "judge", "speaker"}
)
_UNFINISHED = {
    Basis.DESIGNATE: (sentences.DESIGNATE, sources.CREDENTIALS_FIRST),
    Basis.ACTING: (sentences.ACTING, sources.GENERAL_KNOWLEDGE),
    Basis.FORMER: (sentences.FORMER, sources.GENERAL_KNOWLEDGE),
}


def class_of(office: HeldOffice | None) -> str:
    """The class of an office as held: an embassy in the hands of a chargé has no ambassador (R10, R86)."""
    if office is None:
        return "none"
    match office.basis:
        case Basis.CHARGE_AI | Basis.CHARGE_EN_PIED:
            return office.basis.value
        case Basis.ACTING if office.office_class in _HEADS_OF_MISSION:
            return "charge-ai"
        case Basis.HONORARY if office.office_class == "consul":
            return "honorary-consul"
    return office.office_class or "none"


def basis_of(office: HeldOffice | None) -> Basis:
    """The basis as a form shows it: a chargé holds the office of chargé in full."""
    if office is None:
        return Basis.FULL
    is_charge = class_of(office) in CHARGES and office.basis is not Basis.FORMER
    return Basis.FULL if is_charge else office.basis


def standing(addressee: Addressee, setting: Setting) -> Standing:
    """
    Decide the style of an addressee.

    Shape: one style; Excellency only for a foreigner, in full office, of a class that carries it (R86).
    Ties: a state that is not recorded counts as foreign, and an open reason says so.
    Source: docs/rules/address.md.
    """
    office_class = class_of(addressee.office)
    if addressee.office and _is_us_official(addressee.office, office_class, setting):
        return _given(Style.HONOURABLE, sentences.HONOURABLE, sources.STATE_DEPARTMENT)
    if office_class == "cardinal":
        return _given(Style.EMINENCE, sentences.EMINENCE, sources.BALTIMORE)
    if office_class in PRELATES:
        return _given(Style.PRELATE, sentences.PRELATE, sources.BALTIMORE, is_open=True)
    if addressee.office and office_class in EXCELLENCIES:
        return _of_state(addressee.office, office_class, setting)
    return Standing(Style.PLAIN, _why_plain(office_class))


def is_at_home(office: HeldOffice | None, setting: Setting) -> bool:
    """Whether the holder is addressed inside the own state or by own nationals."""
    if office is None or office.state is None or not office.state.code:
        return False
    return office.state.code in (setting.writer_state, setting.place_state)


def _of_state(office: HeldOffice, office_class: str, setting: Setting) -> Standing:
    if office.basis in _UNFINISHED:
        sentence, source = _UNFINISHED[office.basis]
        return _given(Style.PLAIN, sentence, source, is_open=office.basis is not Basis.DESIGNATE)
    if is_at_home(office, setting):
        return _at_home(office_class)
    source = _EXCELLENCY_READ.get(office_class, sources.GENERAL_KNOWLEDGE)
    sentence = sentences.EXCELLENCY if source.address else sentences.EXCELLENCY_BY_USAGE
    given = _given(Style.EXCELLENCY, sentence, source)
    return Standing(given.style, (*given.reasons, *_doubts(office, setting)))


def _at_home(office_class: str) -> Standing:
    if office_class in ("ambassador", "high-commissioner"):
        return _given(Style.PLAIN, sentences.OWN_STATE, sources.DICO_LETTRES)
    return _given(Style.PLAIN, sentences.OWN_STATE_EXTENDED, sources.GENERAL_KNOWLEDGE)


def _doubts(office: HeldOffice, setting: Setting) -> tuple[Reason, ...]:
    if office.state is None or not office.state.code:
        return (Reason(sentences.STATE_MISSING, rule="R86", is_open=True),)
    if not setting.writer_state and not setting.place_state:
        return (Reason(sentences.WRITER_UNKNOWN, rule="R86", is_open=True),)
    return ()


def _is_us_official(office: HeldOffice, office_class: str, setting: Setting) -> bool:
    if setting.practice is not Practice.US or office.state is None or office.state.code != "US":
        return False
    is_kept = office.basis in (Basis.FULL, Basis.FORMER)
    return is_kept and office_class in _US_OFFICIALS and is_at_home(office, setting)


def _why_plain(office_class: str) -> tuple[Reason, ...]:
    if office_class in CHARGES:
        return _given(Style.PLAIN, sentences.CHARGE, sources.HICKEY_CHARGE).reasons
    if office_class == "envoy":
        return _given(Style.PLAIN, sentences.ENVOY, sources.DIPLOMAT_NOTES).reasons
    if office_class in CONSULS:
        return _given(Style.PLAIN, sentences.CONSUL, sources.LEGALCLARITY_CONSUL).reasons
    return ()


def _given(style: Style, sentence: str, source: Source, *, is_open: bool = False) -> Standing:
    return Standing(style, (Reason(sentence, rule="R86", source=source.address, is_open=is_open),))
