"""The dossier of an event: every paper in one folder; one that fails does not stop the others."""

import logging
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from chancery.accounts.roles import Right
from chancery.base.cldr import language_in_its_own_words
from chancery.base.languages import wording
from chancery.base.pdf import Imprint, PaperFailed
from chancery.base.sheets import SheetRefused
from chancery.base.stock import Stock, stock_of_state
from chancery.desk import calendar
from chancery.events import documents as order
from chancery.events.models import Event
from chancery.events.wording import WordingMissing, main_language
from chancery.guests.documents import cards, drafts, lists, registers, rounds
from chancery.guests.documents.messages import CannotWrite
from chancery.programme import queries as programme
from chancery.programme.documents import cues, editions
from chancery.record.documents import annex, report
from chancery.record.documents import outputs as communique_files
from chancery.record.queries import drafts as communique_drafts
from chancery.seating.documents import printed as seating
from chancery.seating.models import Plan

type Make = Callable[..., bytes]
"""Called as `make(event, language=…, imprint=…)`."""

log = logging.getLogger(__name__)

FAULT = gettext_noop("“%(title)s” could not be made: Chancery has a fault here, which its log describes.")
REFUSALS = (PaperFailed, WordingMissing, SheetRefused, CannotWrite)


@dataclass(frozen=True, slots=True)
class Document:
    """
    One paper of an event in one format: `key` and `suffix` name it in the folder and in addresses.

    `name` is the same in every format, `group` the word under which it is listed; `right` is asked of whoever
    wants it.
    """

    key: str
    name: str | Promise
    group: str | Promise
    right: Right
    suffix: str
    language: str
    make: Make = field(repr=False)

    @property
    def filename(self) -> str:
        return f"{self.key}.{self.suffix}"


@dataclass(frozen=True, slots=True)
class Run:
    """What one printing has in common: the moment, who prints, what is printed on, and whether it is kept."""

    made_at: datetime
    author: str
    stock: Stock
    is_for_archive: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper: its file, or one sentence that says why there is none."""

    document: Document
    path: Path | None
    failure: str = ""


PROGRAMME = gettext_lazy("Programme")
ORDER = gettext_lazy("Order and guests")
CUES = gettext_lazy("Cue sheet for all")
INVITATIONS = gettext_lazy("Invitations")
CARDS = gettext_lazy("Place and name cards")
SEATING = gettext_lazy("Seating")
AFTER = gettext_lazy("After the event")


def documents_of(event: Event) -> list[Document]:
    """Return the papers of an event in the order of their use."""
    return [
        *_programme_papers(event),
        *_order_papers(event),
        *_invitations(event),
        *_cards(event),
        *_seating(event),
        *_after(event),
    ]


def _programme_papers(event: Event) -> Iterator[Document]:
    main = main_language(event)
    for language in dict.fromkeys(event.languages or [main]):
        name = gettext("Programme, %(language)s") % {"language": language_in_its_own_words(language)}
        yield Document(
            f"programme-{language}",
            name,
            PROGRAMME,
            Right.PROGRAMME_VIEW,
            "pdf",
            language,
            editions.programme,
        )
        yield Document(
            f"programme-{language}",
            name,
            PROGRAMME,
            Right.PROGRAMME_VIEW,
            "docx",
            language,
            editions.programme_text,
        )
    yield Document(
        "cue-sheet",
        CUES,
        PROGRAMME,
        Right.PROGRAMME_VIEW,
        "pdf",
        main,
        partial(cues.cue_sheet, department=""),
    )
    yield Document("cue-sheet", CUES, PROGRAMME, Right.PROGRAMME_VIEW, "xlsx", main, cues.cue_table)
    departments = cues.departments_of(event)
    for department, key in zip(departments, _keys(departments), strict=True):
        name = gettext("Cue sheet: %(department)s") % {"department": department}
        yield Document(
            key,
            name,
            PROGRAMME,
            Right.PROGRAMME_VIEW,
            "pdf",
            main,
            partial(cues.cue_sheet, department=department),
        )
    yield Document(
        "calendar",
        gettext_lazy("Calendar file"),
        PROGRAMME,
        Right.PROGRAMME_VIEW,
        "ics",
        main,
        calendar.calendar_file,
    )


def _order_papers(event: Event) -> Iterator[Document]:
    main = main_language(event)
    precedence, guests = gettext_lazy("Order of precedence"), gettext_lazy("Guest list")
    listed: list[tuple[str, str | Promise, str, Make]] = [
        ("precedence-list", precedence, "pdf", order.precedence_list),
        ("precedence-list", precedence, "docx", order.order_text),
        ("precedence-list", precedence, "xlsx", order.order_sheet),
        ("guest-list", guests, "pdf", lists.guest_list),
        ("guest-list", guests, "docx", lists.guest_text),
        ("guest-list", guests, "xlsx", lists.guest_sheet),
        ("attendance-form", gettext_lazy("Attendance form"), "pdf", lists.attendance_form),
        ("flags-and-anthems", gettext_lazy("Flags and anthems"), "pdf", order.flags_and_anthems),
    ]
    return (
        Document(key, name, ORDER, Right.GUESTS_VIEW, suffix, main, make)
        for key, name, suffix, make in listed
    )


def _invitations(event: Event) -> Iterator[Document]:
    """The telephone round and the register name numbers and ways: they are for those who send."""
    main = main_language(event)
    listed: list[tuple[str, str | Promise, Right, Make]] = [
        ("invitation-cards", gettext_lazy("Invitation cards"), Right.GUESTS_VIEW, drafts.invitation_cards),
        ("envelopes", gettext_lazy("Envelopes"), Right.GUESTS_VIEW, cards.envelopes),
        ("labels", gettext_lazy("Labels for envelopes"), Right.GUESTS_VIEW, cards.labels),
        ("telephone-round", gettext_lazy("Telephone round"), Right.GUESTS_EDIT, rounds.round_sheets),
        (
            "dispatch-register",
            gettext_lazy("Dispatch register"),
            Right.GUESTS_EDIT,
            registers.dispatch_register,
        ),
    ]
    return (Document(key, name, INVITATIONS, right, "pdf", main, make) for key, name, right, make in listed)


def _cards(event: Event) -> Iterator[Document]:
    main = main_language(event)
    listed: list[tuple[str, str | Promise, Make]] = [
        ("place-cards", gettext_lazy("Place cards"), cards.place_cards),
        ("name-cards", gettext_lazy("Name cards"), cards.name_cards),
    ]
    return (Document(key, name, CARDS, Right.GUESTS_VIEW, "pdf", main, make) for key, name, make in listed)


def _seating(event: Event) -> Iterator[Document]:
    """The papers of the plans that stand for the event and its parts; their version is that of the plan."""
    main, found = main_language(event), seating.papers_of_event(event)
    has_several = len({plan.pk for plan, _paper in found}) > 1
    for plan, paper in found:
        name = paper.name
        if has_several:
            of = str(plan.part or plan)
            name = gettext("%(paper)s: %(part)s") % {"paper": paper.name, "part": of}
        make = partial(_of_plan, plan, paper)
        yield Document(f"plan-{plan.number}-{paper.key}", name, SEATING, paper.right, "pdf", main, make)


def _of_plan(plan: Plan, paper: seating.PlanPaper, event: Event, *, language: str, imprint: Imprint) -> bytes:
    plan.event = event
    return seating.printed(plan, paper, imprint, language=language)


def _after(event: Event) -> Iterator[Document]:
    main = main_language(event)
    attendance = gettext_lazy("Attendance annex")
    listed: list[tuple[str, str | Promise, Right, str, Make]] = [
        ("attendance-annex", attendance, Right.GUESTS_VIEW, "pdf", annex.annex),
        ("attendance-annex", attendance, Right.GUESTS_VIEW, "docx", annex.annex_text),
        ("attendance-annex", attendance, Right.GUESTS_VIEW, "xlsx", annex.annex_sheet),
    ]
    for key, name, right, suffix, make in listed:
        yield Document(key, name, AFTER, right, suffix, main, make)
    for language in report.languages_of(event):
        yield from _reports(language)
    yield from _communiques(event)


def _reports(language: str) -> Iterator[Document]:
    """The report names the costs, so it is for those who keep them."""
    name = gettext("Report to the ministry, %(language)s") % {"language": language_in_its_own_words(language)}
    for suffix, make in (("pdf", report.report), ("docx", report.report_text)):
        yield Document(f"report-{language}", name, AFTER, Right.COSTS_EDIT, suffix, language, make)


def _communiques(event: Event) -> Iterator[Document]:
    """The communiqué in each language in which it is drafted: what was released, else the draft."""
    for edition in communique_drafts.editions_of(event):
        language = edition.language
        name = gettext("Communiqué, %(language)s") % {"language": language_in_its_own_words(language)}
        for suffix in communique_files.ON_PAPER:
            make = partial(communique_files.communique_paper, suffix=suffix)
            key = f"communique-{language}"
            yield Document(key, name, AFTER, Right.RECORD_VIEW, suffix, language, make)


def _keys(departments: Sequence[str]) -> list[str]:
    """The keys of the cue sheets, one a department, no two alike."""
    keys: list[str] = []
    for department in departments:
        key = plain = f"cue-sheet-{slug(department)}"
        number = 2
        while key in keys:
            key, number = f"{plain}-{number}", number + 1
        keys.append(key)
    return keys


def slug(text: str) -> str:
    """A file name's part for any script: letters and digits, the rest as hyphens."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in text.casefold())
    return "-".join(part for part in kept.split("-") if part) or "department"


def usual_stock(event: Event) -> Stock:
    """What is printed on where the event is held, unless somebody chooses otherwise."""
    return stock_of_state(event.ordering.host_state or event.organiser.host_state)


def imprint_of(event: Event, language: str, run: Run) -> Imprint:
    """What the sheets of an event say about themselves; the version is that of the running order."""
    house = wording(event.organiser.names, language)
    return Imprint(
        house=house.text,
        house_language=house.language,
        made_at=run.made_at.astimezone(event.organiser.zone),
        version=str(programme.revision_of(event)),
        author=run.author,
        stock=run.stock,
        is_for_archive=run.is_for_archive,
    )


def printed(document: Document, event: Event, run: Run) -> bytes:
    """Make one paper. Errors: one of `REFUSALS`, whose words say what to do."""
    imprint = imprint_of(event, document.language, run)
    return document.make(event, language=document.language, imprint=imprint)


def write_dossier(
    event: Event,
    documents: Sequence[Document],
    folder: Path,
    run: Run,
    *,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """
    Write papers of `event` into `folder`, and `report` each as it is done.

    A paper that cannot be made says why and is left out; the others are made all the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    outcomes = []
    for document in documents:
        outcomes.append(_written(document, event, folder, run))
        report(outcomes[-1])
    return outcomes


def _written(document: Document, event: Event, folder: Path, run: Run) -> Outcome:
    try:
        content = printed(document, event, run)
    except REFUSALS as refusal:
        return Outcome(document, None, str(refusal))
    except Exception:  # a fault in one paper must not cost an office the others
        log.exception("The paper %s of the event %s could not be made.", document.key, event.code)
        return Outcome(document, None, gettext(FAULT) % {"title": document.name})
    path = folder / document.filename
    path.write_bytes(content)
    return Outcome(document, path)


def bundle(outcomes: Sequence[Outcome], path: Path) -> None:
    """Put the papers that were made into one ZIP file at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for outcome in outcomes:
            if outcome.path is not None:
                archive.write(outcome.path, outcome.path.name)
