"""States that take turns (R39): whose turn it is on a day, and in how many turns another one comes."""

from datetime import date

from chancery.rules.precedence.profile import Rotation
from chancery.rules.precedence.states import state_of


def turn_of(state: str, rotation: Rotation | None, on: date | None) -> int | None:
    """
    Count in how many turns a state comes, seen from a day.

    Shape: 0 for the state whose turn it is, None where the day, the rotation or the state is unknown.
    After the last of the list the turns go on with the first.
    """
    if rotation is None or on is None:
        return None
    states = [state_of(code) for code in rotation.states]
    if state not in states:
        return None
    year, month = map(int, rotation.starts.split("-"))
    elapsed = (on.year - year) * 12 + on.month - month
    if elapsed < 0:
        return None
    current = elapsed // rotation.months % len(states)
    return (states.index(state) - current) % len(states)
