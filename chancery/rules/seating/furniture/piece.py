"""One piece of furniture as it was written: every value checked when it is read."""

import math
import re
from collections.abc import Mapping
from typing import Final

from chancery.rules.reasons import gettext_noop
from chancery.rules.seating.refused import LayoutRefused

LONGEST_TEXT: Final = 80
_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,11}")

_NO_ID = gettext_noop(
    "Piece %(number)s of the furniture has no id of one letter and up to eleven letters or figures; "
    "give it one."
)
_NO_NUMBER = gettext_noop("“%(key)s” of %(piece)s is no number; write a number.")
_NO_WHOLE = gettext_noop("“%(key)s” of %(piece)s is no whole number; write a whole number.")
_OUT_OF_BOUNDS = gettext_noop(
    "“%(key)s” of %(piece)s is %(value)s; write a number from %(least)s to %(most)s."
)
_NO_TEXT = gettext_noop("“%(key)s” of %(piece)s is no text; write it as text.")
_TOO_LONG = gettext_noop("“%(key)s” of %(piece)s is longer than %(most)s characters; shorten it.")
_NO_LIST = gettext_noop("“%(key)s” of %(piece)s is no list; write a list.")
_NO_YES = gettext_noop("“%(key)s” of %(piece)s is neither true nor false; write one of both.")
_UNKNOWN_KEY = gettext_noop("%(piece)s has “%(key)s”, which a room does not know; take it out.")


class Piece:
    """
    The values of one piece, or of the room itself.

    Shape: `name` stands in the sentences of refusals. Each method takes the key and what holds where the key
    is missing; whatever was not read in the end is refused by `finish`.
    Errors: LayoutRefused for each value that is not what it should be.
    """

    def __init__(self, written: Mapping[str, object], name: str) -> None:
        self._written, self._read, self.name = written, {"kind"}, name

    def _get(self, key: str) -> object:
        self._read.add(key)
        return self._written.get(key)

    def number(self, key: str, usual: float, least: float, most: float) -> float:
        """Return a finite number within its bounds."""
        value = self._get(key)
        if value is None:
            return usual
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise LayoutRefused(_NO_NUMBER, key=key, piece=self.name)
        if not least <= value <= most:
            shown = value if math.isfinite(value) and abs(value) < 1e15 else _sign(value)
            raise LayoutRefused(
                _OUT_OF_BOUNDS, key=key, piece=self.name, value=shown, least=f"{least:g}", most=f"{most:g}"
            )
        return float(value)

    def count(self, key: str, usual: int, least: int, most: int) -> int:
        """Return a whole number within its bounds."""
        number = self.number(key, usual, least, most)
        if number != int(number):
            raise LayoutRefused(_NO_WHOLE, key=key, piece=self.name)
        return int(number)

    def text(self, key: str, most: int = LONGEST_TEXT) -> str:
        """Return a text, "" where none is written."""
        value = self._get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise LayoutRefused(_NO_TEXT, key=key, piece=self.name)
        if len(value) > most:
            raise LayoutRefused(_TOO_LONG, key=key, piece=self.name, most=most)
        return value.strip()

    def yes(self, key: str) -> bool:
        """Return whether something is so; not so where nothing is written."""
        value = self._get(key)
        if value is not None and not isinstance(value, bool):
            raise LayoutRefused(_NO_YES, key=key, piece=self.name)
        return value is True

    def items(self, key: str) -> list[object]:
        """Return a list as it was written, empty where none is."""
        value = self._get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise LayoutRefused(_NO_LIST, key=key, piece=self.name)
        return list(value)

    def counts(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """Return whole numbers, each within the bounds."""
        return tuple(Piece({key: item}, self.name).count(key, 0, least, most) for item in self.items(key))

    def texts(self, key: str, most: int = LONGEST_TEXT) -> tuple[str, ...]:
        """Return texts."""
        return tuple(Piece({key: item}, self.name).text(key, most) for item in self.items(key))

    def is_list(self, key: str) -> bool:
        """Return whether a list is written where one number may stand as well."""
        return isinstance(self._written.get(key), list | tuple)

    def finish(self) -> None:
        """Refuse what nobody has read: a wrongly written key would be dropped in silence."""
        unread = sorted(str(key) for key in self._written if key not in self._read)
        if unread:
            raise LayoutRefused(_UNKNOWN_KEY, piece=self.name, key=unread[0][:LONGEST_TEXT])


def id_of(written: Mapping[str, object], number: int) -> str:
    """Return the id of the piece with this number in the list."""
    value = written.get("id")
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise LayoutRefused(_NO_ID, number=number)
    return value


def _sign(value: float) -> str:
    return "?" if math.isnan(value) else "−∞" if value < 0 else "∞"
