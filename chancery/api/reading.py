"""Reading what a request brings: JSON in UTF-8, and nothing that no database keeps."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser
from pydantic_core import from_json

from chancery.api.problems import Problem

MEDIA_TYPES = ("application/json", "application/merge-patch+json")


class JsonParser(Parser):
    """Takes JSON alone; what is not even JSON is told apart from what is not allowed."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type not in MEDIA_TYPES:
            raise Problem("media-type", _("Send JSON, with Content-Type: application/json."))
        try:
            told = from_json(request.body, allow_inf_nan=False)
        except ValueError:
            raise Problem("unreadable", _("The text is not JSON in UTF-8; check it.")) from None
        if _holds_nul(told):
            raise Problem("invalid", _("A text holds the character NUL; leave it out."))
        return told


def _holds_nul(told: Any) -> bool:
    """Whether a text anywhere in `told` holds a character that no database keeps."""
    if isinstance(told, str):
        return "\0" in told
    if isinstance(told, dict):
        return any(_holds_nul(key) or _holds_nul(value) for key, value in told.items())
    return isinstance(told, list) and any(_holds_nul(each) for each in told)
