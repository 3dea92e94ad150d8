"""`chancery communique`: the communiqué of an event in one language and format."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from chancery.accounts.commands import refuse, write_out
from chancery.base.languages import listed
from chancery.base.pdf import PaperFailed
from chancery.events.commands import event_named
from chancery.events.models import Event
from chancery.record.documents import outputs
from chancery.record.documents.communique import CommuniqueText, drafted, text_of_edition, text_of_release
from chancery.record.queries import drafts, releases
from chancery.record.queries.facts import facts_of
from chancery.rules.communique import LANGUAGES, Composition, compose
from chancery.rules.release_text import Line


class Format(StrEnum):
    """How the communiqué is written."""

    TXT = "txt"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    JSON = "json"


def communique(
    event: Annotated[str, typer.Argument(help="The short name of the event.")],
    language: Annotated[str, typer.Option(help="en, fr, ro or az.")] = "en",
    output: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TXT,
    out: Annotated[Path | None, typer.Option(help="The file to write; else standard output.")] = None,
    released: Annotated[
        bool, typer.Option("--released", help="What was released last, in place of the draft.")
    ] = False,
    office: Annotated[
        str, typer.Option(help="The office of the event, where several have one of that name.")
    ] = "",
) -> None:
    """
    Write the communiqué of an event: the draft from its record, marked as one, or what was released.

    What people wrote into the draft is in it; what the record holds but not in this language is named.
    """
    if language not in LANGUAGES:
        refuse(f"A communiqué is written in {listed(LANGUAGES)}, not in “{language}”; choose one of them.")
    chosen = event_named(event, office)
    text = _released(chosen, language) if released else _draft(chosen, language)
    imprint = outputs.imprint_of(chosen, language, now=timezone.now())
    try:
        content = outputs.written(text, output.value, imprint)
    except PaperFailed as failure:
        refuse(str(failure))
    write_out(content, out)


def _released(event: Event, language: str) -> CommuniqueText:
    release = releases.latest_release_of(event, language)
    if release is None:
        refuse(f"Nothing of “{event.ref}” is released in {language}; leave --released out to see the draft.")
    return text_of_release(release, event.organiser)


def _draft(event: Event, language: str) -> CommuniqueText:
    """The draft as people have left it, else as the record gives it now."""
    edition = next((one for one in drafts.editions_of(event) if one.language == language), None)
    composition = compose(facts_of(event), language)
    _name_missing(composition)
    if edition is not None:
        return text_of_edition(edition, drafts.sentences_of(edition), event.organiser)
    lines = [Line(one.part, one.text, one.opens_paragraph) for one in composition.sentences]
    known = drafts.communique_of(event)
    return drafted(lines, language, known.embargo_until if known else None, event.organiser)


def _name_missing(composition: Composition) -> None:
    for fact in composition.missing:
        typer.echo(f"Not said, for it is not written in this language: {fact.words} ({fact.key})", err=True)
