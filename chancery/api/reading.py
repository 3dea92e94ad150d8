"""Reading what a request brings: JSON in UTF-8, and nothing that no database keeps."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from chancery.api.problems import Problem
from chancery.base import sent_json

MEDIA_TYPES = ("application/json", "application/merge-patch+json")


class JsonParser(Parser):
    """Takes JSON alone; what is not even JSON is told apart from what is not allowed."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type not in MEDIA_TYPES:
            raise Problem("media-type", _("Send JSON, with Content-Type: application/json."))
        try:
            return sent_json.read_json(request.body)
        except sent_json.HoldsNul:
            raise Problem("invalid", _("A text holds the character NUL; leave it out.")) from None
        except sent_json.NotReadable:
            raise Problem("unreadable", _("The text is not JSON in UTF-8; check it.")) from None
