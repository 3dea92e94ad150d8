"""The filters above the statements of an event."""

from collections.abc import Iterable

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.base.parts import Choice, Filter
from chancery.record.models import Statement
from chancery.record.queries import said


def filters_of(statements: Iterable[Statement], asked: said.Choice) -> list[Filter]:
    """Return the filters with what was asked for; one speaker or topic alone is nothing to choose from."""
    reader = get_language() or "en"
    speakers = {each.speaker.code: each.speaker.name_printed for each in statements}
    topics = {topic: topic for each in statements if (topic := wording(each.topics, reader).text)}
    states = {
        "draft": _("to be read over"),
        "translation": _("missing in a language"),
        "approval": _("not approved yet"),
    }
    offered = [
        ("speaker", _("Speaker"), speakers, asked.speaker),
        ("topic", _("Topic"), topics, asked.topic),
        ("state", pgettext("of a statement", "State"), states, asked.state),
    ]
    return [
        Filter(name, label, [Choice(value, word, value == chosen) for value, word in words.items()])
        for name, label, words, chosen in offered
        if len(words) > 1
    ]
