"""The dossier of an event: every paper in one folder; one that fails does not stop the others."""

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from chancery.base.cldr import language_in_words
from chancery.base.languages import wording
from chancery.base.pdf import Imprint, PaperFailed
from chancery.base.sheets import SheetRefused
from chancery.desk import calendar
from chancery.events import documents as events
from chancery.events.models import Event
from chancery.events.wording import WordingMissing
from chancery.guests.documents import cards, lists
from chancery.programme import documents as programme
from chancery.programme import queries as programme_queries

type Make = Callable[[Event, Imprint], bytes]

REFUSALS = (PaperFailed, WordingMissing, SheetRefused)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: `key` names it in addresses and, with `suffix`, in the folder."""

    key: str
    name: str | Promise
    suffix: str
    make: Make = field(repr=False)

    @property
    def filename(self) -> str:
        return f"{self.key}.{self.suffix}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper: its file, or one sentence that says why there is none."""

    document: Document
    path: Path | None
    failure: str = ""


def documents_of(event: Event) -> list[Document]:
    """Return the papers of an event in the order of their use."""
    language = main_language(event)
    listed = [
        ("precedence-list", gettext_lazy("Order of precedence"), events.precedence_list),
        ("guest-list", gettext_lazy("Guest list"), lists.guest_list),
        ("place-cards", gettext_lazy("Place cards"), cards.place_cards),
        ("name-cards", gettext_lazy("Name cards"), cards.name_cards),
        ("envelopes", gettext_lazy("Envelopes"), cards.envelopes),
        ("attendance-form", gettext_lazy("Attendance form"), lists.attendance_form),
        ("flags-and-anthems", gettext_lazy("Flags and anthems"), events.flags_and_anthems),
    ]
    return [
        *(_programme(each) for each in event.languages or [language]),
        *(_cue_sheet(department, language) for department in ["", *programme.departments_of(event)]),
        *(Document(key, name, "pdf", _in(language, make)) for key, name, make in listed),
        Document(
            "guest-list-sheet", gettext_lazy("Guest list, table"), "xlsx", _in(language, lists.guest_sheet)
        ),
        Document(
            "precedence-sheet",
            gettext_lazy("Order of precedence, table"),
            "xlsx",
            _in(language, events.order_sheet),
        ),
        Document(
            "guest-list-text", gettext_lazy("Guest list, text"), "docx", _in(language, lists.guest_text)
        ),
        Document(
            "programme-text", gettext_lazy("Programme, text"), "docx", _in(language, programme.programme_text)
        ),
        Document("calendar", gettext_lazy("Calendar file"), "ics", calendar.calendar_file),
    ]


def main_language(event: Event) -> str:
    """The first language of the event, else of its office."""
    return next(iter([*event.languages, *event.organiser.languages]), "en")


def _in(language: str, make: Callable[..., bytes]) -> Make:
    return lambda event, imprint: make(event, language=language, imprint=imprint)


def _programme(language: str) -> Document:
    name = gettext("Programme, %(language)s") % {"language": language_in_words(language, language)}
    return Document(f"programme-{language}", name, "pdf", _in(language, programme.programme))


def _cue_sheet(department: str, language: str) -> Document:
    def make(event: Event, imprint: Imprint) -> bytes:
        return programme.cue_sheet(event, department=department, language=language, imprint=imprint)

    if not department:
        return Document("cue-sheet", gettext_lazy("Cue sheet for all"), "pdf", make)
    name = gettext("Cue sheet: %(department)s") % {"department": department}
    return Document(f"cue-sheet-{slug(department)}", name, "pdf", make)


def slug(text: str) -> str:
    """A file name's part for any script: letters and digits, the rest as hyphens."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in text.casefold())
    return "-".join(part for part in kept.split("-") if part) or "department"


def imprint_of(event: Event, *, now: datetime, author: str) -> Imprint:
    """What the sheets of an event say about themselves; the version is that of the running order."""
    return Imprint(
        house=wording(event.organiser.names, main_language(event)).text,
        made_at=now.astimezone(event.organiser.zone),
        version=str(programme_queries.revision_of(event)),
        author=author,
    )


def write_dossier(
    event: Event,
    folder: Path,
    *,
    now: datetime,
    author: str,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """
    Write every paper of `event` into `folder`, and `report` each as it is done.

    A paper that cannot be made says why and is left out; the others are made all the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    imprint = imprint_of(event, now=now, author=author)
    outcomes = []
    for document in documents_of(event):
        outcomes.append(_written(document, event, folder, imprint))
        report(outcomes[-1])
    return outcomes


def _written(document: Document, event: Event, folder: Path, imprint: Imprint) -> Outcome:
    try:
        content = document.make(event, imprint)
    except REFUSALS as refusal:
        return Outcome(document, None, str(refusal))
    path = folder / document.filename
    path.write_bytes(content)
    return Outcome(document, path)


def bundle(outcomes: Sequence[Outcome], path: Path) -> None:
    """Put the papers that were made into one ZIP file at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for outcome in outcomes:
            if outcome.path is not None:
                archive.write(outcome.path, outcome.path.name)
