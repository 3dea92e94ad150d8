"""From a class and a title as written to the class and the basis that count (R8-R10, R14-R16, R28)."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from chancery.rules.precedence import sources
from chancery.rules.precedence.claims import Refusal, Settled
from chancery.rules.precedence.classes import (
    AMBASSADORS,
    CONSULS,
    ENVOYS,
    HEADS_OF_MISSION,
    HONORARY,
    NUMBERED,
    PERMANENT_REPRESENTATIVES,
    OfficeClass,
)
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.states import is_known, state_of
from chancery.rules.precedence.titles import Reading, agreed, titles_of
from chancery.rules.precedence.values import Basis, HeldOffice, StandIn
from chancery.rules.precedence.vocabulary import near_wording
from chancery.rules.precedence.wording import plain
from chancery.rules.reasons import Reason, gettext_noop

UNREADABLE = gettext_noop("No row of “%(profile)s” takes “%(title)s”: placed after all who have a rank.")
UNREADABLE_FORMER = gettext_noop(
    "No row of “%(profile)s” takes former holders (“%(title)s”): placed after all who have a rank."
)
UNREADABLE_NEAR = gettext_noop(
    "No row of “%(profile)s” takes “%(title)s”; “%(near)s” may be meant, please check the spelling: "
    "placed after all who have a rank."
)
UNKNOWN_CLASS = gettext_noop("The class “%(class)s” is not known here; the title “%(title)s” counts.")
UNKNOWN_STATE = gettext_noop(
    "“%(state)s” is not known as a state; please check the spelling, unless it is an organisation."
)
UNNAMED = gettext_noop("No office is recorded: placed after all who have a rank.")
CONTRADICTION = gettext_noop(
    "The class says “%(class)s”, the title “%(title)s”: the class counts, please check which is right."
)
DESIGNATE = gettext_noop("Designated, credentials not yet presented: holds no place until then.")
NOT_YET = gettext_noop("Not yet in office: holds no place by “%(title)s”.")
SPECIAL_ENVOY = gettext_noop(
    "A special envoy is placed by personal standing, not in the place of the resident head of mission."
)
SUBSTITUTE = gettext_noop("A substitute of a member of parliament does not stand in the line of protocol.")
AD_INTERIM = gettext_noop("In charge of a mission ad interim: comes after all heads of mission.")
EN_PIED = gettext_noop("Chargé d’affaires accredited by letters to the foreign minister.")
CHARGE_UNCLEAR = gettext_noop(
    "Whether the chargé d’affaires is accredited by letters or acts ad interim is not recorded; "
    "counted as accredited."
)
ACTING_REPRESENTATIVE = gettext_noop(
    "Acting permanent representatives come last whatever their personal title."
)
HONORARY_CONSUL = gettext_noop("An honorary consul follows the career consuls of the same class.")
NOT_HEAD = gettext_noop("A consular officer who does not head the post follows all heads of post.")

# Offices that a sending state is named for.
_SENT = HEADS_OF_MISSION | CONSULS | PERMANENT_REPRESENTATIVES
_Rule = Callable[[Settled, Profile], Settled | Refusal | None]


def settle(office: HeldOffice, state: str, profile: Profile, language: str) -> Settled | Refusal:
    """
    Read what an office is, as its holder holds it.

    Shape: a `Settled` to look for in the table, or a `Refusal` with its reason.
    Ties: where class and title contradict each other the class counts and an open reason says so.
    """
    reading, doubts = _meaning(office, profile)
    if reading is None or (reading.of_state and not _is_state(reading.of_state, state)):
        return Refusal(office, (unmatched(office, profile, language),))
    basis = office.basis or reading.basis or Basis.FULL
    of_title = titles_of(profile).read(office.title)
    names_more = not any(title.is_whole for title in of_title)
    doubts = (*doubts, *_unknown_state(office.state or state, reading.office_class))
    settled = Settled(office, reading.office_class, basis, reading.rows, doubts, names_more)
    for rule in _RULES:
        changed = rule(settled, profile)
        if isinstance(changed, Refusal):
            return changed
        settled = changed or settled
    return settled


def unmatched(office: HeldOffice, profile: Profile, language: str, basis: Basis | None = None) -> Reason:
    """Say that no row takes an office (R36)."""
    title = office.title or office.office_class
    if not title:
        return Reason(UNNAMED, rule="R36", source=sources.GROUPS, is_open=True)
    values = {"title": title, "profile": profile.words(language)}
    if (basis or office.basis) is Basis.FORMER:
        sentence = UNREADABLE_FORMER
    elif near := near_wording(office.title) or near_wording(office.office_class):
        sentence = UNREADABLE_NEAR
        values["near"] = near
    else:
        sentence = UNREADABLE
    return Reason(sentence, values, rule="R36", source=sources.GROUPS, is_open=True)


def is_unmatched(reason: Reason) -> bool:
    """Whether a reason is one of `unmatched`."""
    return reason.template in (UNREADABLE, UNREADABLE_FORMER, UNREADABLE_NEAR, UNNAMED)


def _meaning(office: HeldOffice, profile: Profile) -> tuple[Reading | None, tuple[Reason, ...]]:
    titles = titles_of(profile)
    of_class = titles.read_class(office.office_class) if office.office_class else ()
    of_title = titles.read(office.title) if office.title else ()
    values = {"class": office.office_class, "title": office.title}
    if not of_class or not of_title:
        is_unread = bool(office.office_class) and bool(of_title)
        doubts = (Reason(UNKNOWN_CLASS, values, is_open=True),) if is_unread else ()
        return next(iter(of_class or of_title), None), doubts
    if common := agreed(of_class, of_title):
        return common, ()
    return of_class[0], (Reason(CONTRADICTION, values, is_open=True),)


def _unknown_state(state: str, office_class: OfficeClass | None) -> tuple[Reason, ...]:
    """Say that the sending state of a mission is none that is known."""
    if not state or office_class not in _SENT or is_known(state):
        return ()
    return (Reason(UNKNOWN_STATE, {"state": state}, is_open=True),)


def _is_state(text: str, state: str) -> bool:
    return is_known(text) or (bool(state) and state_of(text) == state_of(state))


def _designates(settled: Settled, profile: Profile) -> Refusal | None:
    if settled.basis is not Basis.DESIGNATE:
        return None
    if settled.office_class in AMBASSADORS | ENVOYS:
        return _without_place(settled, Reason(DESIGNATE, rule="R8", source=sources.DESIGNATES))
    values = {"title": settled.office.title or settled.office.office_class}
    return _without_place(settled, Reason(NOT_YET, values, rule="R8", source=sources.DESIGNATES))


def _special_envoys(settled: Settled, profile: Profile) -> Refusal | None:
    if settled.office_class is not OfficeClass.SPECIAL_ENVOY:
        return None
    reason = Reason(SPECIAL_ENVOY, rule="R9", source=sources.SPECIAL_ENVOYS, is_open=True)
    return Refusal(settled.office, (reason,), office_class=settled.office_class)


def _substitutes(settled: Settled, profile: Profile) -> Refusal | None:
    deputies = profile.settings.deputies
    is_barred = StandIn.PARLIAMENTARY_SUBSTITUTE in deputies.without_place
    if settled.office_class is not OfficeClass.PARLIAMENTARY_SUBSTITUTE or not is_barred:
        return None
    reason = Reason(SUBSTITUTE, rule="R28", source=profile.source(deputies.source))
    return _without_place(settled, reason)._replace(is_barred=True)


def _without_place(settled: Settled, reason: Reason) -> Refusal:
    return Refusal(settled.office, (reason,), is_final=True, office_class=settled.office_class)


def _acting_representatives(settled: Settled, profile: Profile) -> Settled | None:
    """Whoever acts as permanent representative is placed as acting, ambassador or not (R14)."""
    if OfficeClass.ACTING_PERMANENT_REPRESENTATIVE not in _classes_of(profile):
        return None
    is_acting = settled.basis in (Basis.ACTING, Basis.CHARGE_AI)
    if is_acting and settled.office_class in PERMANENT_REPRESENTATIVES | AMBASSADORS:
        reason = Reason(ACTING_REPRESENTATIVE, rule="R14", source=sources.GENEVA)
        return _as(settled, OfficeClass.ACTING_PERMANENT_REPRESENTATIVE, reason)
    return None


def _charges(settled: Settled, profile: Profile) -> Settled | None:
    """An embassy in the hands of a chargé has no ambassador on the list (R10, R11)."""
    is_head = settled.office_class in AMBASSADORS | ENVOYS
    match settled.basis:
        case Basis.CHARGE_EN_PIED:
            return _as(
                settled, OfficeClass.CHARGE_EN_PIED, Reason(EN_PIED, rule="R10", source=sources.CHARGES_LAST)
            )
        case Basis.CHARGE_AI:
            return _ad_interim(settled)
        case Basis.ACTING if is_head or settled.office_class is OfficeClass.CHARGE:
            return _ad_interim(settled)
    if settled.office_class is OfficeClass.CHARGE_AI:
        return _ad_interim(settled)
    return None


def _ad_interim(settled: Settled) -> Settled:
    words = plain(f"{settled.office.title} {settled.office.body}").split()
    of_legation = settled.office_class in ENVOYS or "legation" in words
    office_class = OfficeClass.CHARGE_AI_LEGATION if of_legation else OfficeClass.CHARGE_AI
    return _as(settled, office_class, Reason(AD_INTERIM, rule="R10", source=sources.CHARGES_LAST))


def _bare_charges(settled: Settled, profile: Profile) -> Settled | None:
    """A chargé of whom nothing more is said counts as accredited where the table tells the two apart."""
    if settled.office_class is not OfficeClass.CHARGE or settled.rows:
        return None
    if _number(settled.office) in NUMBERED:
        return _as(settled, OfficeClass.CHARGE_EN_PIED)
    reason = Reason(CHARGE_UNCLEAR, rule="R10", source=sources.CHARGES_LAST, is_open=True)
    return _as(settled, OfficeClass.CHARGE_EN_PIED, reason)


def _consuls(settled: Settled, profile: Profile) -> Settled | None:
    if settled.office_class not in CONSULS:
        return None
    if not settled.office.is_head:
        reason = Reason(NOT_HEAD, rule="R15", source=sources.CONSULAR_HEADS)
        return _as(settled, OfficeClass.CONSULAR_OFFICER, reason)
    honorary = HONORARY.get(settled.office_class) if settled.basis is Basis.HONORARY else None
    if honorary or settled.office_class in HONORARY.values():
        reason = Reason(HONORARY_CONSUL, rule="R15", source=sources.CONSULAR_HEADS)
        return _as(settled, honorary or settled.office_class, reason)
    return None


def _as(settled: Settled, office_class: OfficeClass, *reasons: Reason) -> Settled:
    basis = Basis.ON_LEAVE if settled.basis is Basis.ON_LEAVE else Basis.FULL
    return replace(
        settled,
        office_class=office_class,
        basis=basis,
        rows=frozenset(),
        reasons=(*settled.reasons, *reasons),
    )


@lru_cache(maxsize=64)
def _classes_of(profile: Profile) -> frozenset[str]:
    return frozenset(code for row in profile.rows for code in row.classes)


def _number(office: HeldOffice) -> str:
    return plain(office.office_class).removeprefix("class ")


_RULES: tuple[_Rule, ...] = (
    _designates,
    _special_envoys,
    _substitutes,
    _acting_representatives,
    _charges,
    _bare_charges,
    _consuls,
)
