"""The wishes of the house: what settings and facts ask of every plan, with their weights."""

from collections.abc import Callable, Iterator, Mapping

from chancery.rules.seating.plan import Couples, Problem, Wish, WishKind

HOUSE = "house:"
ONE_TABLE = "house:couple-table"
PLACES = "house:places"

WEIGHTS: Mapping[WishKind, int] = {
    WishKind.PRECEDENCE: 1,
    WishKind.COUPLE: 6,
    WishKind.ALTERNATE: 4,
    WishKind.NO_WOMAN_AT_END: 3,
    WishKind.DELEGATION: 5,
    WishKind.LANGUAGE: 2,
    WishKind.BALANCE: 1,
    WishKind.WHEELCHAIR: 100,
    WishKind.INTERPRETER: 30,
    WishKind.NEAR_STAGE: 6,
    WishKind.IN_ZONE: 20,
}
"""What giving up costs where the office has stated no order of importance, in places of precedence."""

LADDER = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""The weights of a stated order of importance, from the least important kind upwards."""

_RULES: Mapping[Couples, str] = {
    Couples.TOGETHER: "R72",
    Couples.APART: "R67",
    Couples.OTHER_TABLES: "R66",
    Couples.NEXT_NUMBER: "R72",
}
_AT_ONE_TABLE = frozenset({Couples.TOGETHER, Couples.APART, Couples.OTHER_TABLES})
_SIDE_BY_SIDE = frozenset({Couples.TOGETHER, Couples.APART, Couples.NEXT_NUMBER})


def wishes_of_house(problem: Problem) -> tuple[Wish, ...]:
    """
    Make the wishes that follow from the settings of a plan and from the facts of its sitters.

    Shape: precedence first; each wish stands for everybody whom it concerns, so `who` is empty. A wish of
    `problem` whose id begins with "house:" takes the place of the one made here, or stands beside them.
    Units: weights are places of precedence; with an order of importance they are steps of `LADDER`.
    Source: R37, R52, R57, R58, R66, R67, R70, R72, R75, R76.
    """
    own = {wish.id: wish for wish in problem.wishes if wish.id.startswith(HOUSE)}
    made = {wish.id: wish for wish in _made(problem)}
    return tuple((made | own).values())


def wishes_of_all(problem: Problem) -> tuple[Wish, ...]:
    """Tell the wishes of the house and then those of the office; each id once."""
    office = (wish for wish in problem.wishes if not wish.id.startswith(HOUSE))
    return (*wishes_of_house(problem), *office)


def weight_of(kind: WishKind, problem: Problem) -> int:
    """Tell what one breach of a wish of the house costs."""
    importance = problem.settings.importance
    if kind not in importance:
        return 1 if importance else WEIGHTS.get(kind, 5)
    return LADDER[min(len(importance) - 1 - importance.index(kind), len(LADDER) - 1)]


def _made(problem: Problem) -> Iterator[Wish]:
    def wish(name: str, kind: WishKind, rule: str, *, is_hard: bool = False) -> Wish:
        return Wish(HOUSE + name, kind, is_hard=is_hard, weight=weight_of(kind, problem), rule=rule)

    yield wish("precedence", WishKind.PRECEDENCE, "R52")
    yield wish("places", WishKind.PRECEDENCE, "R52")
    yield from _of_settings(problem, wish)
    yield from _of_facts(problem, wish)


def _of_settings(problem: Problem, wish: Callable[..., Wish]) -> Iterator[Wish]:
    settings = problem.settings
    if settings.couples in _AT_ONE_TABLE and any(sitter.partner for sitter in problem.sitters):
        yield wish("couple-table", WishKind.COUPLE, _RULES[settings.couples], is_hard=True)
    if settings.couples in _SIDE_BY_SIDE and any(sitter.partner for sitter in problem.sitters):
        yield wish("couple", WishKind.COUPLE, _RULES[settings.couples])
    if settings.alternates:
        yield wish("alternate", WishKind.ALTERNATE, "R58")
        yield wish("no-woman-at-end", WishKind.NO_WOMAN_AT_END, "R58")
        yield wish("balance", WishKind.BALANCE, "R58")
    if settings.group_zones:
        yield wish("zone", WishKind.IN_ZONE, "R75", is_hard=True)


def _of_facts(problem: Problem, wish: Callable[..., Wish]) -> Iterator[Wish]:
    sitters = problem.sitters
    if any(sitter.delegation for sitter in sitters):
        yield wish("delegation", WishKind.DELEGATION, "R69")
    if any(sitter.languages for sitter in sitters):
        yield wish("language", WishKind.LANGUAGE, "R64")
    if any(sitter.needs_wheelchair for sitter in sitters):
        yield wish("wheelchair", WishKind.WHEELCHAIR, "", is_hard=True)
    if any(sitter.interprets for sitter in sitters):
        yield wish("interpreter", WishKind.INTERPRETER, "R70")
    if any(sitter.speaks for sitter in sitters):
        yield wish("near-stage", WishKind.NEAR_STAGE, "R75")
