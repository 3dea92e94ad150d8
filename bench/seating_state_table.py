"""
A table of state of 40: women and men in turn, couples apart, five pairs of states not side by side.

Once with wishes, where the best plan is proven, and once with the same as rules of which two hosts of one sex
facing each other make it impossible, where the smallest sets of rules in conflict are proven.
Usage: seating_state_table.py [seed]
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter, process_time

from support.figures import Figure, machine, report

from chancery.rules.seating.layout import read_layout
from chancery.rules.seating.plan import (
    Couples,
    Part,
    Problem,
    Settings,
    Sex,
    Sitter,
    Solution,
    Wish,
    WishKind,
)
from chancery.rules.seating.solve import solve

SEED = 7
PLACES = 40
COUPLES = 14
APART = 5
SECONDS = 1.0
RULES = (
    Wish("house:alternate", WishKind.ALTERNATE, is_hard=True),
    Wish("house:couple", WishKind.COUPLE, is_hard=True),
)


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    solve(_state(8, seed))
    return report(_figures(seed))


def _figures(seed: int) -> Iterator[Figure]:
    wished = _state(PLACES, seed)
    seats = wished.room.units[0].seats
    ruled = replace(
        wished,
        wishes=(*wished.wishes, *RULES),
        locked={"g2": seats[4], "g3": seats[5], "g4": seats[6]},
        sitters=tuple(
            replace(each, sex=Sex.MAN, partner="") if each.id in ("g2", "g3", "g4") else each
            for each in wished.sitters
        ),
    )
    for name, problem in (("wishes", wished), ("rules in conflict", ruled)):
        begun, worked = perf_counter(), process_time()
        found = solve(problem)
        clock, processor = perf_counter() - begun, process_time() - worked
        yield Figure(f"{PLACES} places, {name}, by the clock", clock, "s", SECONDS)
        yield Figure(f"{PLACES} places, {name}, processor", processor, "s")
        yield Figure(f"{PLACES} places, {name}, proven", _is_proven(found, problem), "", 1, is_floor=True)
        yield Figure(f"{PLACES} places, {name}, rules in conflict", sum(map(len, found.conflicts[:1])), "")


def _is_proven(found: Solution, problem: Problem) -> float:
    is_complete = len(found.placing) == len(problem.sitters)
    is_broken = any(kept.is_hard and not kept.is_kept for kept in found.kept)
    return float(found.is_proven and is_complete and is_broken == bool(found.conflicts))


def _state(places: int, seed: int) -> Problem:
    dice = random.Random(seed)
    sexes = [Sex.WOMAN, Sex.MAN] * (places // 2)
    dice.shuffle(sexes)
    people = [
        Sitter(f"g{number}", f"Guest {number}", number, number, sex=sex)
        for number, sex in enumerate(sexes, 1)
    ]
    people[0] = replace(people[0], part=Part.HOST)
    people[1] = replace(people[1], part=Part.CO_HOST)
    by_sex = {sex: [each for each in people[2:] if each.sex is sex] for sex in (Sex.MAN, Sex.WOMAN)}
    for man, woman in list(zip(by_sex[Sex.MAN], by_sex[Sex.WOMAN], strict=False))[
        : COUPLES * places // PLACES
    ]:
        people[man.number - 1] = replace(man, partner=woman.id)
        people[woman.number - 1] = replace(woman, partner=man.id)
    pairs = [dice.sample(range(3, places + 1), 2) for _ in range(APART * places // PLACES)]
    wishes = tuple(
        Wish(f"states-{one}-{other}", WishKind.NOT_BESIDE, (f"g{one}", f"g{other}"), is_hard=True)
        for one, other in pairs
    )
    table = {
        "id": "A",
        "kind": "long",
        "x": 2500,
        "y": 2500,
        "side_seats": places // 2 - 2,
        "first_end_seats": 2,
        "second_end_seats": 2,
    }
    room = read_layout({"width": 5000, "depth": 5000, "furniture": [table], "seats": {}})
    return Problem(room, tuple(people), Settings(couples=Couples.APART, alternates=True), wishes)


if __name__ == "__main__":
    raise SystemExit(main())
