"""JSON that others send: read whole, or not at all."""

from typing import Any

from pydantic_core import from_json


class NotReadable(ValueError):
    """No JSON in UTF-8: cut, too deep, half a character."""


class HoldsNul(NotReadable):
    """A text in it holds the character that no database keeps."""


def read_json(content: bytes) -> Any:
    """Read JSON whose texts can all be kept. Errors: NotReadable, HoldsNul."""
    try:
        told = from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise NotReadable(str(error)) from None
    _demand_keepable(told)
    return told


def _demand_keepable(told: Any) -> None:
    if isinstance(told, str):
        if "\0" in told:
            raise HoldsNul
    elif isinstance(told, dict):
        for key, value in told.items():
            _demand_keepable(key)
            _demand_keepable(value)
    elif isinstance(told, list):
        for each in told:
            _demand_keepable(each)
