"""Short names that people can read in files: made from a title, each free within its owner."""

from collections.abc import Container

from anyascii import anyascii
from django.utils.text import slugify

LONGEST = 60


def free_ref(text: str, taken: Container[str], *, fallback: str) -> str:
    """
    Return a short name made from `text` that is not among `taken`.

    Shape: small Latin letters, digits and hyphens, whatever script the text is in; `fallback` where nothing
    of it can be written so.
    """
    stem = slugify(anyascii(text))[:LONGEST].strip("-_") or fallback
    number, free = 2, stem
    while free in taken:
        number, free = number + 1, f"{stem}-{number}"
    return free
