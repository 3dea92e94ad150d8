"""States as they are compared here: by their code where it is known, else by their name."""

from functools import lru_cache

from chancery.rules.precedence.wording import plain
from chancery.rules.states import recognise_state


@lru_cache(maxsize=5_000)
def state_of(text: str) -> str:
    """
    Write a state as one text for comparing: the code in capitals, or the plain name where none is known.

    Shape: empty for an empty text. A name that means no state is no error: nothing is said about who is a
    state. Two letters are taken for a code as they are.
    """
    name = text.strip()
    if not name:
        return ""
    is_code = len(name) == 2 and name.isascii() and name.isalpha() and name.upper() not in ("EL", "UK")
    return name.upper() if is_code else recognise_state(name) or plain(name)


def is_code(state: str) -> bool:
    """Whether what `state_of` wrote is the code of a state, and not the name of something else."""
    return len(state) == 2 and state.isupper()


@lru_cache(maxsize=5_000)
def is_known(text: str) -> bool:
    """Whether a text means one state."""
    return recognise_state(text) is not None
