"""What the installation writes about itself, without the keys that stand in addresses."""

import logging
import re

_KEY = re.compile(r"(/[hr]/)[^/\s?#'\"<>]+")


class WithoutKeys(logging.Formatter):
    """Write a line with the place of every key in it, and none of the keys."""

    def format(self, record: logging.LogRecord) -> str:
        return without_keys(super().format(record))


def without_keys(text: str) -> str:
    """Return a text with the tokens of its links left out."""
    return _KEY.sub(r"\1…", text)
