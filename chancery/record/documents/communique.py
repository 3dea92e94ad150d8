"""A communiqué as it is read: one value of which every output is made; none says more than another."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from chancery.accounts.models import Organiser
from chancery.base.cldr import day_in_words, moment_in_words
from chancery.base.languages import direction, wording
from chancery.base.pdf import Imprint
from chancery.base.word import Line as WordLine
from chancery.base.word import Manuscript
from chancery.record.models import Edition, Release, Sentence
from chancery.record.papers.communique import COMMUNIQUE, CommuniqueSheet, Labelled
from chancery.rules import release_text
from chancery.rules.communique import Part
from chancery.rules.release_text import Block, Line, blocks_of
from chancery.rules.release_words import ReleaseWords, words_in

END = "###"


@dataclass(frozen=True, slots=True)
class CommuniqueText:
    """
    A communiqué in one language.

    `line` is the release line or the request to wait (R100, R101); `mark` is empty or such as
    “Draft”; `notes` say what was corrected, or that it was withdrawn and why.
    """

    language: str
    house: str
    house_language: str
    blocks: tuple[Block, ...]
    line: str
    mark: str = ""
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> ReleaseWords:
        return words_in(self.language)

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def headline(self) -> str:
        return release_text.headline_of(self.blocks)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return release_text.body_of(self.blocks)

    @property
    def boilerplate(self) -> str:
        return release_text.of_part(self.blocks, Part.BOILERPLATE)

    @property
    def contact(self) -> str:
        return release_text.of_part(self.blocks, Part.CONTACT)

    @property
    def under(self) -> list[tuple[str, str]]:
        """What stands below the end mark: label and text."""
        both = ((self.words.about, self.boilerplate), (self.words.contact, self.contact))
        return [(label, text) for label, text in both if text]


def text_of_edition(
    edition: Edition, sentences: Iterable[Sentence], organiser: Organiser, *, is_draft: bool = True
) -> CommuniqueText:
    """The text of an edition as it stands now, marked as a draft or as it would be released."""
    lines = [Line(one.part, one.text, one.opens_paragraph) for one in sentences]
    text = drafted(lines, edition.language, edition.communique.embargo_until, organiser)
    return text if is_draft else replace(text, mark="")


def drafted(
    lines: Iterable[Line], language: str, embargo_until: datetime | None, organiser: Organiser
) -> CommuniqueText:
    """The sentences of a draft as a text, with the embargo of its communiqué."""
    house = wording(organiser.names, language)
    return CommuniqueText(
        language=language,
        house=house.text,
        house_language=house.language,
        blocks=blocks_of(lines),
        line=release_line(embargo_until, organiser.zone, language),
        mark=words_in(language).draft,
    )


def text_of_release(release: Release, organiser: Organiser) -> CommuniqueText:
    """What was released, as it was; a correction or withdrawal is said above it."""
    language = release.edition.language
    house = wording(organiser.names, language)
    return CommuniqueText(
        language=language,
        house=house.text,
        house_language=house.language,
        blocks=tuple(Block(block["part"], block["text"]) for block in release.blocks),
        line=release_line(release.embargo_until, organiser.zone, language),
        mark=words_in(language).withdrawn_mark if release.withdrawn_at else "",
        notes=tuple(_notes(release, organiser.zone)),
    )


def _notes(release: Release, zone: ZoneInfo) -> Iterable[str]:
    words, language = words_in(release.edition.language), release.edition.language
    if release.correction:
        day = day_in_words(release.released_at.astimezone(zone).date(), language)
        yield words.corrected.format(day=day, what=release.correction)
    if release.withdrawn_at:
        day = day_in_words(release.withdrawn_at.astimezone(zone).date(), language)
        yield words.was_withdrawn.format(day=day, why=release.withdrawn_because)


def release_line(embargo_until: datetime | None, zone: ZoneInfo, language: str) -> str:
    """For immediate release, or the request to wait until a moment in the zone of the office (R101)."""
    words = words_in(language)
    if embargo_until is None:
        return words.immediate
    local = embargo_until.astimezone(zone)
    return words.embargo.format(moment=f"{moment_in_words(local, language)} ({local:UTC%:z})")


def as_text(text: CommuniqueText) -> str:
    """Plain text, a paragraph a line, closed by the end mark (R100)."""
    parts = [
        text.house,
        text.words.kind,
        text.mark,
        text.line,
        *text.notes,
        text.headline,
        *text.paragraphs,
        END,
    ]
    parts += [f"{label}\n{words}" for label, words in text.under]
    return "\n\n".join(part for part in parts if part) + "\n"


def as_json(text: CommuniqueText) -> str:
    """The text with its parts, for other programs."""
    values = {
        "language": text.language,
        "house": text.house,
        "mark": text.mark,
        "line": text.line,
        "notes": list(text.notes),
        "headline": text.headline,
        "blocks": [{"part": block.part, "text": block.text} for block in text.blocks],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def as_html(text: CommuniqueText) -> str:
    """The text as the body of a page or of an e-mail, from the release line to the contact."""
    above = [text.words.kind, text.mark, text.line, *text.notes]
    html = [f"<p>{escape(line)}</p>" for line in above if line]
    html.append(f"<h2>{escape(text.headline)}</h2>")
    html += [f"<p>{_lines(paragraph)}</p>" for paragraph in text.paragraphs]
    html.append(f"<p>{END}</p>")
    html += [f"<hr><p><strong>{escape(label)}</strong><br>{_lines(words)}</p>" for label, words in text.under]
    return "\n".join(html)


def as_page(text: CommuniqueText) -> str:
    """A whole page in a file of its own, without anything fetched."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(text.language)}" dir="{text.direction}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(text.headline)}</title>\n</head>\n<body>\n'
        f"<p>{escape(text.house)}</p>\n{as_html(text)}\n</body>\n</html>\n"
    )


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())


def as_pdf(text: CommuniqueText, imprint: Imprint) -> bytes:
    """Print it on the letterhead of the office. Errors: PaperFailed."""
    return COMMUNIQUE.pdf(_sheet(text, imprint), language=text.language, title=text.headline, imprint=imprint)


def as_pictures(text: CommuniqueText, imprint: Imprint) -> list[bytes]:
    """Picture its pages for a preview. Errors: PaperFailed."""
    values = _sheet(text, imprint)
    return COMMUNIQUE.pictures(values, language=text.language, title=text.headline, imprint=imprint)


def _sheet(text: CommuniqueText, imprint: Imprint) -> CommuniqueSheet:
    return {
        "format": imprint.stock.sheet,
        "kind": text.words.kind,
        "mark": text.mark,
        "line": text.line,
        "notes": list(text.notes),
        "headline": text.headline,
        "paragraphs": list(text.paragraphs),
        "end": END,
        "under": [Labelled(label=label, lines=words.splitlines()) for label, words in text.under],
    }


def as_docx(text: CommuniqueText, imprint: Imprint) -> bytes:
    """Write it for a word processor."""
    sheet = imprint.stock.sheet
    manuscript = Manuscript(language=text.language, title=text.headline, imprint=imprint, paper=sheet)
    above = [text.house, text.words.kind, text.mark]
    manuscript.paragraph(WordLine(" · ".join(part for part in above if part), is_muted=True, points=9))
    manuscript.space(6)
    for line in (text.line, *text.notes):
        manuscript.paragraph(WordLine(line, is_italic=True, points=10))
    manuscript.space(14)
    manuscript.heading(text.headline)
    for paragraph in (*text.paragraphs, END):
        manuscript.paragraph(*(WordLine(line) for line in paragraph.splitlines()))
        manuscript.space(8)
    for label, words in text.under:
        manuscript.heading(label, level=2)
        manuscript.paragraph(*(WordLine(line, points=10) for line in words.splitlines()))
    return manuscript.content()
