"""Several lists in one row: authorities, organisers, sponsors take turns (R37)."""

from collections.abc import Mapping, Sequence

from chancery.rules.precedence import sources
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.reasons import Reason, gettext_noop

IN_TURN = gettext_noop("Number %(number)s of the list “%(list)s”, merged in turn with the other lists.")
# The order in which lists take turns where nothing else is said; further ones follow by their name.
USUAL_TURNS = ("authorities", "organisers", "sponsors")


def comb(lineup: Lineup, lists: Mapping[str, str], turns: Sequence[str]) -> None:
    """
    Merge sorted lists in turn.

    Shape: `lists` names the list of each guest of the lineup, "" being a list of its own; guests keep the
    order inside their list. `turns` says which list begins. One list only changes nothing.
    Ties: guests who tie in their list stay at one place.
    """
    names = _in_turn({lists.get(guest, "") for guest in lineup.places}, turns)
    if len(names) < 2:
        return
    inside: dict[str, tuple[int, int]] = {}
    for turn, name in enumerate(names):
        place = 1
        for bucket in lineup.buckets():
            members = [guest for guest in bucket if lists.get(guest, "") == name]
            inside.update(dict.fromkeys(members, (place, turn)))
            place += len(members)
    buckets: dict[tuple[int, int], list[str]] = {}
    for guest, at in inside.items():
        buckets.setdefault(at, []).append(guest)
    lineup.number(buckets[at] for at in sorted(buckets))
    for guest, (number, turn) in inside.items():
        values = {"number": str(number), "list": names[turn] or USUAL_TURNS[0]}
        lineup.tell(guest, Reason(IN_TURN, values, rule="R37", source=sources.COMBING), decides=True)


def _in_turn(names: set[str], turns: Sequence[str]) -> list[str]:
    def turn(name: str) -> tuple[int, str]:
        known = [*turns, *(usual for usual in USUAL_TURNS if usual not in turns)]
        folded = name.casefold() or USUAL_TURNS[0]
        places = [number for number, entry in enumerate(known) if entry.casefold() == folded]
        return (places[0] if places else len(known)), name

    return sorted(names, key=turn)
