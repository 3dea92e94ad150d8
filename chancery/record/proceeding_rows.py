"""Documents, handovers, broadcasts, sources and other events, as their page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.cldr import clock, language_in_words, partial_date_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed, wording
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Broadcast, OtherEvent, Source
from chancery.programme.faces import name_of
from chancery.record.models import Document, Handover
from chancery.record.queries import proceedings as queries

ACCEPTED: dict[str, tuple[Shape, Tone]] = {
    Handover.Acceptance.ACCEPTED: (Shape.YES, Tone.GOOD),
    Handover.Acceptance.REFUSED: (Shape.NO, Tone.WRONG),
    Handover.Acceptance.SYMBOLIC: (Shape.DIAMOND, Tone.PLAIN),
    Handover.Acceptance.UNKNOWN: (Shape.UNSET, Tone.PLAIN),
}


@dataclass(frozen=True, slots=True)
class ProceedingLine:
    """
    One row of the proceedings: what it is, what about it, and where it was read.

    `url` leads to the page on which it is changed, `more_url` to the thing itself, as `more` says.
    """

    name: str
    about: str
    note: str = ""
    word: str = ""
    shape: Shape = Shape.UNSET
    tone: Tone = Tone.PLAIN
    url: str = ""
    more: str = ""
    more_url: str = ""


@dataclass(frozen=True, slots=True)
class ProceedingGroup:
    """Rows of one kind under their heading; `add_url` leads to where such rows are written."""

    heading: str
    lines: Sequence[ProceedingLine]
    nothing: str
    add_word: str
    add_url: str


def groups_of(office: EventOffice) -> list[ProceedingGroup]:
    """Everything that came out of an event, in the reader's language; each kind by one or two queries."""
    event, language = office.event, get_language() or "en"
    writes, plans = office.may(Right.RECORD_EDIT), office.may(Right.EVENTS_EDIT)

    def section(key: str) -> str:
        return address(office, "events:section", section=key) if plans else ""

    return [
        ProceedingGroup(
            _("Documents"),
            [_document(row, office, language, is_writable=writes) for row in queries.documents_of(event)],
            _("No document is recorded."),
            _("Add a document"),
            address(office, "record:add-document") if writes else "",
        ),
        ProceedingGroup(
            _("Handed over"),
            [_handover(row, office, language, is_writable=writes) for row in queries.handovers_of(event)],
            _("Nothing is recorded as handed over."),
            _("Add a handover"),
            address(office, "record:add-handover") if writes else "",
        ),
        ProceedingGroup(
            _("Seen and heard from afar"),
            [_broadcast(row, language) for row in queries.broadcasts_of(event)],
            _("No broadcast is known."),
            _("Write broadcasts"),
            section("broadcasts"),
        ),
        ProceedingGroup(
            _("Sources"),
            [_source(row, language) for row in queries.sources_of(event)],
            _("No source is recorded."),
            _("Write sources"),
            section("sources"),
        ),
        ProceedingGroup(
            _("Kept out of this record"),
            [_other(row, language) for row in queries.other_events_of(event)],
            _("No other event is named in the sources."),
            _("Write other events"),
            section("other-events"),
        ),
    ]


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _document(row: Document, office: EventOffice, language: str, *, is_writable: bool) -> ProceedingLine:
    issuer = wording(row.issuer.names, language).text if row.issuer else ""
    dated = partial_date_in_words(row.dated, language) if row.dated else ""
    spoken = language_in_words(row.language, language) if row.language else ""
    kept = address(office, "record:document-file", document=row.code) if row.file else row.address
    return ProceedingLine(
        name=wording(row.titles, language).text or str(row.get_kind_display()),
        about=_joined(
            [
                str(row.get_kind_display()),
                str(row.get_relation_display()),
                row.authors,
                issuer,
                row.publisher,
                row.edition,
                dated,
                spoken,
            ]
        ),
        note=_joined([row.votes, _according_to(row.source)]),
        word=str(row.get_status_display()) if row.status else "",
        shape=Shape.HALF,
        url=address(office, "record:change-document", document=row.code) if is_writable else "",
        more=(row.file.name if row.file else _("Open it")) if kept else "",
        more_url=kept,
    )


def _handover(row: Handover, office: EventOffice, language: str, *, is_writable: bool) -> ProceedingLine:
    what = wording(row.things, language).text or (str(row.document) if row.document else "")
    receiver = name_of(row.receiver, language) if row.receiver else ""
    if row.receiver_body:
        receiver = _joined([receiver, wording(row.receiver_body.names, language).text])
    shape, tone = ACCEPTED[row.acceptance]
    return ProceedingLine(
        name=what,
        about=_joined(
            [
                _("by %(name)s") % {"name": name_of(row.giver, language)} if row.giver else "",
                _("to %(name)s") % {"name": receiver} if receiver else "",
                wording(row.place.names, language).text if row.place else "",
            ]
        ),
        note=_according_to(row.source),
        word=str(row.get_acceptance_display()),
        shape=shape,
        tone=tone,
        url=address(office, "record:change-handover", handover=row.code) if is_writable else "",
    )


def _broadcast(row: Broadcast, language: str) -> ProceedingLine:
    times = "–".join(clock(at) for at in (row.starts_at, row.ends_at) if at)
    spoken = listed([language_in_words(code, language) for code in row.languages]) if row.languages else ""
    part = wording(row.part.names, language).text if row.part else ""
    return ProceedingLine(
        row.name,
        _joined([str(row.get_kind_display()), times, spoken, part]),
        more=_("Open it") if row.address else "",
        more_url=row.address,
    )


def _source(row: Source, language: str) -> ProceedingLine:
    dated = partial_date_in_words(row.dated, language) if row.dated else ""
    spoken = language_in_words(row.language, language) if row.language else ""
    version = _("version of “%(title)s”") % {"title": row.version_of.title} if row.version_of else ""
    announced = _("tells what was planned") if row.is_announcement else ""
    adds = wording(row.adds, language).text
    return ProceedingLine(
        row.title,
        _joined([row.outlet, row.author, dated, spoken, version, announced]),
        note=_("Only this version says: %(words)s") % {"words": adds} if adds else "",
        more=_("Open it") if row.address else "",
        more_url=row.address,
    )


def _other(row: OtherEvent, language: str) -> ProceedingLine:
    dated = partial_date_in_words(row.dated, language) if row.dated else ""
    named_in = _("named in “%(title)s”") % {"title": row.source.title} if row.source else ""
    return ProceedingLine(wording(row.names, language).text, _joined([row.city, dated, named_in]), row.note)


def _according_to(source: Source | None) -> str:
    return _("according to %(source)s") % {"source": source.title} if source else ""
