"""Letters and notes verbales for a word processor, each in a section of its own, without a letterhead."""

from collections.abc import Sequence

from chancery.base.pdf import Imprint
from chancery.base.word import Line, Manuscript
from chancery.guests.papers.sent import LetterPage, Letters, NotesVerbales


def letters_docx(values: Letters, *, language: str, title: str, imprint: Imprint) -> bytes:
    """Write the letters as the PDF prints them, without their codes."""
    manuscript = Manuscript(language=language, title=title, imprint=imprint, paper=values["format"], foot="")
    for number, letter in enumerate(values["letters"]):
        if number:
            manuscript.new_section()
        _write_letter(manuscript, letter)
    return manuscript.content()


def notes_docx(values: NotesVerbales, *, language: str, title: str, imprint: Imprint) -> bytes:
    """Write the notes verbales as the PDF prints them (R85)."""
    manuscript = Manuscript(language=language, title=title, imprint=imprint, paper=values["format"], foot="")
    for number, note in enumerate(values["notes"]):
        if number:
            manuscript.new_section()
        _write_note(manuscript, note)
    return manuscript.content()


def _write_letter(manuscript: Manuscript, letter: LetterPage) -> None:
    language = letter["language"]
    manuscript.paragraph(Line(letter["label"], language, is_muted=True, points=8))
    manuscript.paragraph(*_lines(letter["addressee"], language))
    manuscript.space(18)
    manuscript.paragraph(Line(letter["number"], language, is_muted=True, points=9))
    manuscript.paragraph(Line(letter["date"], language))
    manuscript.space(12)
    manuscript.paragraph(Line(letter["subject"], language, is_italic=True, points=12.5))
    manuscript.space(6)
    for text in (letter["opening"], *letter["paragraphs"], letter["close"]):
        manuscript.paragraph(*_lines(text.splitlines(), language))
        manuscript.space(6)
    manuscript.space(36)
    manuscript.paragraph(*_lines(letter["signature"], language))


def _write_note(manuscript: Manuscript, note: LetterPage) -> None:
    language = note["language"]
    manuscript.paragraph(Line(note["label"], language, is_muted=True, points=8))
    manuscript.paragraph(Line(note["number"], language))
    manuscript.space(18)
    for text in note["paragraphs"]:
        manuscript.paragraph(*_lines(text.splitlines(), language))
        manuscript.space(6)
    manuscript.paragraph(Line(note["date"], language))
    manuscript.space(110)
    manuscript.paragraph(*_lines(note["addressee"], language))


def _lines(texts: Sequence[str], language: str) -> list[Line]:
    return [Line(text, language) for text in texts]
