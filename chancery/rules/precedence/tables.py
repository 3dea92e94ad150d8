"""A table of precedence as it applies at one act: which row takes an office (R17-R22, R25)."""

from collections.abc import Sequence

from chancery.rules.precedence import sources
from chancery.rules.precedence.circumstances import Circumstances
from chancery.rules.precedence.claims import Claim, Refusal, Settled
from chancery.rules.precedence.classes import AMBASSADORS, HEADS_OF_MISSION, OfficeClass, lineage
from chancery.rules.precedence.dating import PRACTICES
from chancery.rules.precedence.fitting import fits
from chancery.rules.precedence.profile import Level, Profile, Row, Where, Whose
from chancery.rules.precedence.settling import settle, unmatched
from chancery.rules.precedence.values import Basis, Ceremony, Ground, HeldOffice, StandIn, StepKind
from chancery.rules.reasons import Reason, gettext_noop

STANDS_AT = gettext_noop("Rank %(rank)s of “%(profile)s”: %(row)s.")
VACANT = gettext_noop(
    "A chargé d’affaires stands at rank %(rank)s here, an ambassador would stand at rank %(ambassador)s."
)
INSIDE = gettext_noop("Holds the office inside the own territory, where the local office ranks higher.")
OUTSIDE = gettext_noop("Holds a local office outside the own territory, where it ranks lower.")
ACCREDITED_ELSEWHERE = gettext_noop(
    "Accredited to another state: comes after all heads of mission accredited here, whatever the rank."
)
SEVERAL_RANKS = gettext_noop(
    "“%(title)s” fits the ranks %(ranks)s, and the title does not say which; placed at the lowest of them."
)

# How a mission is headed by somebody who is there.
_HELD = (Basis.FULL, Basis.ON_LEAVE)


class Table:
    """
    A profile set up for one act.

    Shape: `basis` and `holy_see` are the practice of the host state; `decisive_steps` those by which an
    office is taken up here. Rows are named by their number, from 0.
    """

    def __init__(self, profile: Profile, ceremony: Ceremony) -> None:
        self.profile = profile
        self.ceremony = ceremony
        self.act = Circumstances.of(profile, ceremony)
        practice = profile.settings.hosts.get(self.act.here)
        self.basis = (practice.basis if practice else None) or profile.settings.basis
        self.holy_see = (practice.holy_see if practice else None) or profile.settings.holy_see
        self.decisive_steps = frozenset({StepKind.TAKEN_UP, *PRACTICES[self.basis.value]})
        self._by_class = _rows_by_class(profile.rows, is_by_title=False)
        self._by_title = _rows_by_class(profile.rows, is_by_title=True)
        self._groups = _groups(profile.rows)
        self._standing_at = [self._stands_at(row) for row in profile.rows]
        self._open_to_all = [self._is_open_to_all(number) for number in range(len(profile.rows))]
        self._ambassadors = self.anchor(AMBASSADORS)
        # Many guests of a list hold the same kind of office; only the dated steps differ.
        self._found: dict[tuple[object, ...], Claim | Refusal] = {}
        self.grounds_of_rank: dict[tuple[object, ...], tuple[Ground, ...]] = {}

    def claim(self, office: HeldOffice, state: str) -> Claim | Refusal:
        """Find the row that takes an office of a state, the highest where several do."""
        asked = (
            *(office.office_class, office.title, office.body, office.territory),
            *(office.state or state, office.accredited_to, office.basis, office.is_head),
        )
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._find(office, state)
        return found.held_as(office) if isinstance(found, Claim) else found

    def group_of(self, number: int) -> int:
        """The number of the first row of the same rank: rows of one rank stand together."""
        return self._groups[number][0]

    def is_shared(self, number: int) -> bool:
        """Whether a rank has several rows."""
        return len(self._groups[number]) > 1

    def has_rivals(self, number: int) -> bool:
        """Whether several rows share a rank and a part, so that nothing orders one against the other."""
        row = self.profile.rows[number]
        mates = [self.profile.rows[other] for other in self._groups[number] if other != number]
        return any(mate.part == row.part and not (mate.is_joined and row.is_joined) for mate in mates)

    def is_open_to_all(self, number: int) -> bool:
        """Whether a rank, or one of the rows joined to it, takes foreign and own offices alike."""
        return self._open_to_all[number]

    def _is_open_to_all(self, number: int) -> bool:
        row = self.profile.rows[number]
        mates = (self.profile.rows[other] for other in self._groups[number])
        joined = (mate for mate in mates if mate.is_joined and row.is_joined and mate.part == row.part)
        return any(mate.whose is Whose.ANY for mate in (row, *joined))

    def anchor(self, classes: frozenset[OfficeClass]) -> int | None:
        """The first row that takes foreigners of these classes, None for a table without one."""
        numbers = {number for code in classes for number in self._by_class.get(code, ())}
        return min((n for n in numbers if self.profile.rows[n].whose is not Whose.OWN), default=None)

    def _find(self, office: HeldOffice, state: str) -> Claim | Refusal:
        settled = settle(office, state, self.profile, self.ceremony.language)
        if isinstance(settled, Refusal):
            return settled
        fitting, doubts = self._rows_for(settled, state)
        if not fitting:
            reasons = (*doubts, self._why_not(settled, state))
            is_head = settled.office_class in HEADS_OF_MISSION and settled.basis in _HELD
            return Refusal(office, reasons, office_class=settled.office_class, heads_mission=is_head)
        return self._claim(settled, min(fitting), doubts)

    def _rows_for(self, settled: Settled, state: str) -> tuple[list[int], tuple[Reason, ...]]:
        """The rows that take an office, with all that is doubtful about it."""
        fitting, doubts = self._fitting(self._candidates(settled), settled, state)
        if not fitting and settled.rows:
            # The title names rows that are not for this holder; the class may still have one.
            by_class, doubts_of_class = self._fitting(self._by_lineage(settled), settled, state)
            fitting, doubts = (by_class, doubts_of_class) if by_class else (fitting, doubts)
        if len(fitting) > 1 and not settled.rows and self._is_by_title(fitting):
            doubt = _several_ranks(settled, [self.profile.rows[number].rank for number in fitting])
            return [max(fitting)], (*doubts, doubt)
        return fitting, doubts

    def _fitting(
        self, candidates: Sequence[int], settled: Settled, state: str
    ) -> tuple[list[int], tuple[Reason, ...]]:
        """Those of some rows that take an office, or that may take it where nothing is certain."""
        # A row made for acting or former holders goes before one that takes them along.
        asked = (*candidates, *self._by_lineage(settled)) if settled.basis is not Basis.FULL else candidates
        explicit = [n for n in asked if settled.basis in self.profile.rows[n].bases]
        fits_of = {n: fits(self.profile.rows[n], settled, state, self.act) for n in explicit or candidates}
        fitting = [number for number, fit in fits_of.items() if fit.is_fitting]
        doubts = settled.reasons
        for number, fit in fits_of.items():
            # What is not known of a row matters where the row might have been taken.
            is_turn = self.profile.rows[number].where is Where.PRESIDENCY
            is_told = fit.is_fitting or (fit.is_fitting is None and (is_turn or not fitting))
            if is_told and fit.doubt and fit.doubt not in doubts:
                doubts = (*doubts, fit.doubt)
        return fitting or [number for number, fit in fits_of.items() if fit.is_fitting is None], doubts

    def _candidates(self, settled: Settled) -> Sequence[int]:
        """Rows by the title; else by the class or what it is a case of; else those that ask for a title."""
        if settled.rows:
            return sorted(settled.rows)
        if settled.office_class is None:
            return []
        return self._by_lineage(settled) or self._by_title.get(settled.office_class, [])

    def _by_lineage(self, settled: Settled) -> Sequence[int]:
        line = lineage(settled.office_class) if settled.office_class else ()
        return next((found for code in line if (found := self._by_class.get(code))), [])

    def _is_by_title(self, numbers: list[int]) -> bool:
        rows = [self.profile.rows[number] for number in numbers]
        return all(row.by_title for row in rows) and len({row.rank for row in rows}) > 1

    def _claim(self, settled: Settled, number: int, reasons: tuple[Reason, ...]) -> Claim:
        row = self.profile.rows[number]
        is_acting = settled.basis is Basis.ACTING and Basis.ACTING not in row.bases
        return Claim(
            office=settled.office,
            office_class=settled.office_class,
            position=(number, 0),
            rank=row.rank,
            row=row,
            reasons=(self._standing_at[number], *reasons, *self._because(row, settled)),
            is_acting=is_acting,
            is_after_own_right=is_acting and StandIn.INTERIM not in self.profile.settings.deputies.kinds,
            is_inactive=settled.basis is Basis.ON_LEAVE,
            is_former=settled.basis is Basis.FORMER,
            is_local=self.act.is_local(settled) is True,
        )

    def _stands_at(self, row: Row) -> Reason:
        language = self.ceremony.language
        values = {"rank": row.rank, "profile": self.profile.words(language), "row": row.words(language)}
        rule = row.rule or self.profile.rule
        return Reason(STANDS_AT, values, rule=rule, source=self.profile.source(row.source))

    def _because(self, row: Row, settled: Settled) -> tuple[Reason, ...]:
        source = self.profile.source(row.source)
        if row.where is Where.OWN_TERRITORY:
            return (Reason(INSIDE, rule="R22", source=source),)
        if row.where is Where.ELSEWHERE:
            return (Reason(OUTSIDE, rule="R22", source=source),)
        is_charge = settled.office_class in (OfficeClass.CHARGE_AI, OfficeClass.CHARGE_AI_LEGATION)
        if is_charge and self._ambassadors is not None and self.profile.scope.state:
            values = {"rank": row.rank, "ambassador": self.profile.rows[self._ambassadors].rank}
            return (Reason(VACANT, values, rule="R11", source=source),)
        return ()

    def _why_not(self, settled: Settled, state: str) -> Reason:
        is_head = settled.office_class in HEADS_OF_MISSION
        if is_head and self.act.is_accredited_here(settled.office, state) is False:
            return Reason(ACCREDITED_ELSEWHERE, rule="R34", source=sources.HOUSES)
        return unmatched(settled.office, self.profile, self.ceremony.language, settled.basis)


def is_state_rank(claim: Claim) -> bool:
    """Whether a place is one of the ranks of the State, which may not be changed among themselves (R19)."""
    return claim.row is not None and claim.row.level is Level.STATE


def _several_ranks(settled: Settled, ranks: Sequence[str]) -> Reason:
    values = {"title": settled.office.title or settled.office.office_class, "ranks": ", ".join(ranks)}
    return Reason(SEVERAL_RANKS, values, rule="R17", is_open=True)


def _rows_by_class(rows: Sequence[Row], *, is_by_title: bool) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for code in row.classes if row.by_title is is_by_title else ():
            found.setdefault(code, []).append(number)
    return found


def _groups(rows: Sequence[Row]) -> list[list[int]]:
    """For each row the numbers of all rows of its rank."""
    groups: list[list[int]] = []
    for number, row in enumerate(rows):
        is_same = number > 0 and rows[number - 1].rank == row.rank
        groups.append(groups[-1] if is_same else [])
        groups[-1].append(number)
    return groups
