"""Those who stand in for others: whose rank they take differs by state (R27-R30)."""

from chancery.rules.precedence.claims import Claim, Refusal
from chancery.rules.precedence.classes import OfficeClass, is_kind_of
from chancery.rules.precedence.settings import Deputies, DeputyRule, TakenBy
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Guest, HeldOffice, StandIn
from chancery.rules.precedence.wording import stem
from chancery.rules.reasons import Reason, gettext_noop

TAKES_RANK = gettext_noop("Stands in for “%(title)s” and takes that rank.")
TAKES_BY_KIND = gettext_noop(
    "Stands in for “%(title)s” as interim holder, statutory substitute or by law, and so holds that rank."
)
TAKES_BY_OFFICE = gettext_noop(
    "Expressly represents “%(title)s”, whose representatives take the rank by exception."
)
TAKES_BY_PRACTICE = gettext_noop(
    "Stands in for “%(title)s” as a colleague of the same body, who takes the rank by practice."
)
KEEPS_RANK = gettext_noop("Stands in for “%(title)s” but keeps the own rank: rank is not delegated.")
NOTHING_KNOWN = gettext_noop(
    "Stands in for “%(title)s”; no rule of this profile says whose rank counts: the own one is kept."
)
NOT_IN_TABLE = gettext_noop("Stands in for “%(title)s”, which no row of the table takes.")
NO_PLACE = gettext_noop("A parliamentary substitute does not stand in the line of protocol.")
ACTING = gettext_noop("Acts as holder of the office and takes its rank.")
ACTING_UNCLEAR = gettext_noop(
    "Acts as holder of the office; no rule of this profile says whether that gives the rank."
)

# Who stands in as one of these holds the office, and comes after nobody for it.
_HOLDERS = (StandIn.INTERIM, StandIn.STATUTORY)


def acting_reason(claim: Claim, table: Table) -> tuple[Reason, ...]:
    """Say why somebody who acts in a vacant office has its rank, or that it is not known."""
    deputies = table.profile.settings.deputies
    if not claim.is_acting:
        return ()
    is_taken = deputies.rule is DeputyRule.TAKES_RANK or StandIn.INTERIM in deputies.kinds
    sentence = ACTING if is_taken else ACTING_UNCLEAR
    return (_reason(sentence, {}, deputies, table, is_open=not is_taken),)


def stand_in(guest: Guest, own: Claim | Refusal | None, table: Table) -> Claim | Refusal | None:
    """
    Decide what standing in for an office gives a guest.

    Shape: the claim that counts, with the reason: the represented rank where the rule of the state gives
    it and it is the higher one (R25), otherwise the own; a `Refusal` where nothing gives a rank.
    """
    office = guest.represents
    if office is None:
        return own
    deputies = table.profile.settings.deputies
    if guest.represents_as in deputies.without_place:
        return Refusal(office, (_reason(NO_PLACE, {}, deputies, table),), is_final=True, is_barred=True)
    represented = table.claim(office, office.state or guest.state)
    if isinstance(represented, Refusal):
        return _with(own, office, _reason(NOT_IN_TABLE, _title(office), deputies, table, is_open=True))
    sentence = _taken(guest, own, represented, deputies)
    if sentence is None:
        is_open = deputies.rule is DeputyRule.UNSTATED
        kept = NOTHING_KNOWN if is_open else KEEPS_RANK
        return _with(own, office, _reason(kept, _title(office), deputies, table, is_open=is_open))
    claim = _higher(own, represented, _reason(sentence, _title(office), deputies, table))
    holds_office = guest.represents_as in _HOLDERS and guest.represents_as in deputies.kinds
    return claim._replace(is_after_own_right=False) if holds_office else claim


def _taken(guest: Guest, own: Claim | Refusal | None, represented: Claim, deputies: Deputies) -> str | None:
    """The sentence by which the rank is taken; None where it is not."""
    if deputies.rule is DeputyRule.TAKES_RANK:
        return TAKES_RANK
    if guest.represents_as in deputies.kinds:
        return TAKES_BY_KIND
    if _is_one_of(represented, deputies.take_rank_of):
        return TAKES_BY_OFFICE
    if any(_is_taken_by(represented, own, exception) for exception in deputies.taken_by):
        return TAKES_BY_PRACTICE
    return None


def _is_taken_by(represented: Claim, own: Claim | Refusal | None, exception: TakenBy) -> bool:
    stands_in = own.office_class if own else None
    by = any(stands_in and is_kind_of(stands_in, OfficeClass(code)) for code in exception.by)
    return by and _is_one_of(represented, exception.represented)


def _is_one_of(claim: Claim, offices: tuple[str, ...]) -> bool:
    title = stem(claim.office.title or claim.office.office_class)
    return claim.office_class in offices or any(stem(office) == title for office in offices)


def _higher(own: Claim | Refusal | None, represented: Claim, reason: Reason) -> Claim:
    if isinstance(own, Claim) and own.position <= represented.position:
        return own
    return represented._replace(
        is_acting=True, is_after_own_right=True, reasons=(*represented.reasons, reason)
    )


def _with(own: Claim | Refusal | None, office: HeldOffice, reason: Reason) -> Claim | Refusal:
    if own is None:
        return Refusal(office, (reason,))
    return own._replace(reasons=(*own.reasons, reason))


def _title(office: HeldOffice) -> dict[str, str]:
    return {"title": office.title or office.office_class}


def _reason(
    sentence: str, values: dict[str, str], deputies: Deputies, table: Table, *, is_open: bool = False
) -> Reason:
    source = table.profile.source(deputies.source)
    return Reason(sentence, values, rule=deputies.number or "R27", source=source, is_open=is_open)
