"""Opaque codes: the names of things in addresses and files that tell a stranger nothing."""

import secrets

# No vowels and no look-alikes: codes are read out on the telephone and must not spell words.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 12


def new_code() -> str:
    """Return a fresh code of 12 letters and digits (57 bits), unique for every practical purpose."""
    # one large number, for imports make hundreds of thousands
    number, letters = secrets.randbits(128), []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)
