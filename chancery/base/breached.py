"""
Passwords that were stolen elsewhere: SHA-1 digests in rising order, one a line, as they are published.

The file holds hundreds of millions of lines and is looked into by halves; nothing is asked of any network.
"""

import mmap
import re
from hashlib import sha1
from pathlib import Path

DIGITS = 40
LINE = re.compile(rb"[0-9A-Fa-f]{40}(:\d+)?\r?\n")


def holds(path: Path, password: str) -> bool:
    """Whether a password stands in the file. Errors: OSError."""
    wanted = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as lines:
        low, high = 0, len(lines)
        while low < high:
            middle = (low + high) // 2
            begins = lines.rfind(b"\n", low, middle) + 1 or low
            ends = lines.find(b"\n", middle, high)
            found = lines[begins : begins + DIGITS].upper()
            if found == wanted:
                return True
            if found > wanted:
                high = begins
            else:
                low = high if ends < 0 else ends + 1
    return False


def is_usable(path: Path) -> bool:
    """Whether a file begins as such a list does."""
    try:
        with path.open("rb") as file:
            return LINE.match(file.readline(60)) is not None
    except OSError:
        return False
