"""What the pages of the directory need beyond the tags of the house."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def in_reader_words(reason: Mapping[str, Any]) -> str:
    """A stored reason of the rules, `{"template", "values"}`, in the reader's language."""
    return str(gettext(reason["template"]) % reason["values"])
