"""The notice about personal data on paper, in the language of whoever reads it (R124)."""

from dataclasses import replace
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.base.cldr import day_in_words
from chancery.base.languages import wording
from chancery.base.pdf import EventLines, Imprint, Paper
from chancery.base.stock import Sheet
from chancery.guests import notice_words
from chancery.guests.notice_words import Facts
from chancery.guests.queries.notices import version_of


class Part(TypedDict):
    """A heading with its sentences."""

    heading: str
    sentences: list[str]


class NoticePaper(TypedDict):
    """What the paper takes; `version` is empty until a version was kept."""

    format: Sheet
    heading: str
    event: EventLines
    version: str
    parts: list[Part]


NOTICE = Paper[NoticePaper]("guests/papers/notice.typ")


def paper(facts: Facts, language: str, imprint: Imprint) -> bytes:
    """Print the notice in a language."""
    with override(language):
        kept = version_of(facts)
        # The revision of the guest list says nothing about what guests are told.
        imprint = replace(imprint, version=str(kept.number) if kept else "")
        values: NoticePaper = {
            "format": imprint.stock.sheet,
            "heading": _("What is kept about you, and why"),
            "event": {"title": wording(facts.event.titles, language).text, "lines": []},
            "version": _("Version %(number)s of %(day)s")
            % {"number": kept.number, "day": day_in_words(kept.made_at.date(), language)}
            if kept
            else "",
            "parts": [
                {"heading": part.heading, "sentences": list(part.sentences)}
                for part in notice_words.told(facts, language)
            ],
        }
        return NOTICE.pdf(values, language=language, title=values["heading"], imprint=imprint)
