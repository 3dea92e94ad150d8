"""The files that are made of a communiqué, by the suffix they carry."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpResponse

from chancery.base import downloads
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.stock import stock_of_state
from chancery.events.models import Event
from chancery.record.documents import communique
from chancery.record.documents.communique import CommuniqueText
from chancery.record.queries import drafts
from chancery.record.queries.releases import latest_release_of

SUFFIXES = ("txt", "docx", "pdf", "html", "json")
ON_PAPER = ("pdf", "docx")


def written(text: CommuniqueText, suffix: str, imprint: Imprint) -> bytes:
    """Return the file of a communiqué. Errors: PaperFailed for a PDF that cannot be set."""
    match suffix:
        case "docx":
            return communique.as_docx(text, imprint)
        case "pdf":
            return communique.as_pdf(text, imprint)
        case "html":
            return communique.as_page(text).encode()
        case "json":
            return communique.as_json(text).encode()
        case _:
            return communique.as_text(text).encode()


def communique_paper(event: Event, *, language: str, imprint: Imprint, suffix: str) -> bytes:
    """
    Write the communiqué of an event for its dossier: what was released last, else the draft, marked as one.

    The draft is there: the dossier lists the languages that have one. Errors: PaperFailed.
    """
    release = latest_release_of(event, language)
    if release is not None:
        text = communique.text_of_release(release, event.organiser)
        return written(text, suffix, replace(imprint, version=str(release.number)))
    edition = next(one for one in drafts.editions_of(event) if one.language == language)
    text = communique.text_of_edition(edition, drafts.sentences_of(edition), event.organiser)
    return written(text, suffix, replace(imprint, version=str(edition.revision)))


def response(text: CommuniqueText, suffix: str, imprint: Imprint, *, name: str) -> HttpResponse:
    """Give the file to somebody, under a name of its own. Errors: as `written`."""
    return downloads.saved(written(text, suffix, imprint), f"{name}.{suffix}")


def imprint_of(event: Event, language: str, *, now: datetime, author: str = "", version: str = "") -> Imprint:
    """What the sheets of a communiqué say about themselves."""
    house = wording(event.organiser.names, language)
    return Imprint(
        house=house.text,
        house_language=house.language,
        made_at=now.astimezone(event.organiser.zone),
        version=version,
        author=author,
        stock=stock_of_state(event.ordering.host_state or event.organiser.host_state),
    )
