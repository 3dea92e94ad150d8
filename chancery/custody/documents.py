"""What is handed over about personal data: the export of one person, and certificates as PDF."""

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db.models import BinaryField, Field, ForeignKey, Model
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.imprints import imprint_of
from chancery.accounts.models import Grant, Organiser
from chancery.base import audit, history, secret_box
from chancery.base.audit import Actor
from chancery.base.cldr import moment_in_words
from chancery.base.kinds import KNOWN_TO_FEW, kind_in_words
from chancery.base.languages import wording
from chancery.base.media import path_of
from chancery.base.models import AuditLine, StoredFile
from chancery.base.register import REGISTER, Column, Register
from chancery.custody.holdings import HOLDINGS, Holding
from chancery.custody.models import Certificate
from chancery.custody.queries.held import Subject, events_of, participations
from chancery.directory.models import Person
from chancery.guests.actions import identities, needs, versions
from chancery.guests.models import IncomingMessage, Invitation, ListVersion
from chancery.record.models import Photo, Statement

STYLE = Path(__file__).parent / "standalone.css"
# What the house keeps for itself says nothing about a person.
STRUCTURE = frozenset(
    {"code", "ref", "organiser_id", "position", "created_at", "revision", "key_digest", "sort_key", "taken"}
)
_NUMBERS = "A step of the work of the office on all guests; it tells nothing of one."
UNTOLD: Mapping[tuple[str, str], str] = {
    ("guests.dispatch", "html"): "The text of the message says the same.",
    ("guests.dispatch", "printed"): "The values that the text and the paper were made of.",
    ("guests.dispatch", "key"): "Keeps a message from being sent twice.",
    ("guests.replylink", "digest"): "The secret of a link, which cannot be read from it.",
    ("base.outboxmessage", "key"): "Keeps a mail from being sent twice.",
    ("base.outboxmessage", "sealed"): "The mail on its way; its words stand at the message.",
    ("seating.plan", "based_on"): _NUMBERS,
    ("seating.plan", "figures"): _NUMBERS,
    ("seating.plan", "outcome"): _NUMBERS,
    ("seating.apart", "reason"): "Sealed; it tells of the other person as well.",
}
"""Columns of the register that are not handed over, each with why."""
OPENED = frozenset(
    {
        ("guests.reply", "sealed_diet"),
        ("guests.reply", "sealed_access"),
        ("guests.securityidentity", "sealed"),
        ("guests.incomingmessage", "sealed_text"),
    }
)
"""Sealed columns that have a chapter of their own, needs and identities with their grants."""


@dataclass(frozen=True, slots=True)
class Told:
    """One row in words: the columns that are not empty, each with its name."""

    title: str
    values: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rows of one kind."""

    heading: str
    rows: list[Told]


@dataclass
class Export:
    """Everything that is handed over, before it is written."""

    chapters: list[Chapter] = field(default_factory=list)
    plain: dict[str, Any] = field(default_factory=dict)
    files: list[StoredFile] = field(default_factory=list)


def write_export(person: Person, *, secrets: Set[str], by: Actor, author: str, now: datetime) -> IO[bytes]:
    """
    Write all that the office holds on a person as a ZIP: a page to read, the same as JSON, and the files.

    Diets and access needs are among it only with the grants in `secrets`, and each reading leaves its line.
    """
    made = _collected(Subject(person), secrets=secrets, by=by)
    language = get_language() or "en"
    page = render_to_string(
        "custody/export.html",
        {
            "person": person.main_name,
            "house": wording(person.organiser.names, language).text,
            "made_at": moment_in_words(now.astimezone(person.organiser.zone), language),
            "author": author,
            "language": language,
            "chapters": made.chapters,
            "files": [_name_of(file) for file in made.files],
            "lacks_needs": not secrets >= needs.READABLE,
        },
    )
    to: IO[bytes] = TemporaryFile()  # noqa: SIM115  # handed on to the answer, which closes it
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        archive.writestr("index.html", page)
        archive.writestr("style.css", STYLE.read_text(encoding="utf-8"))
        archive.writestr("person.json", json.dumps(made.plain, ensure_ascii=False, indent=1, default=str))
        for file in made.files:
            if path_of(file).exists():
                archive.write(path_of(file), f"files/{_name_of(file)}")
    to.seek(0)
    return to


def _name_of(file: StoredFile) -> str:
    return f"{file.code}-{Path(file.name).name}"


def _collected(subject: Subject, *, secrets: Set[str], by: Actor) -> Export:
    made = Export()
    keys: dict[str, list[int]] = {}
    for holding in reversed(HOLDINGS):
        if holding.kind in KNOWN_TO_FEW and Grant.Secret.SEATING not in secrets:
            continue
        rows = list(subject.rows(holding))
        keys.setdefault(holding.kind, []).extend(row.pk for row in rows)
        _add(made, holding, rows)
    _add_told(made, _("needs"), list(_needs(subject.person, secrets, by)), "needs")
    _add_told(
        made, _("identities for security"), list(_identities(subject.person, secrets, by)), "identities"
    )
    _add_told(made, _("messages that came in"), list(_incoming(subject)), "incoming")
    _add_told(made, _("lists handed to others"), list(_versions(subject.person)), "versions")
    _add_history(made, subject, keys)
    made.files = list(_files(subject.person))
    return made


def _add(made: Export, holding: Holding, rows: list[Model]) -> None:
    if not rows:
        return
    heading = kind_in_words(holding.kind)
    chapter = next((each for each in made.chapters if each.heading == heading), None)
    if chapter is None:
        chapter = Chapter(heading, [])
        made.chapters.append(chapter)
    chapter.rows.extend(Told(str(row), list(_values(row))) for row in rows)
    made.plain.setdefault(holding.kind, []).extend(audit.plain_values(row) for row in rows)


def _add_told(made: Export, heading: str, rows: list[Told], key: str) -> None:
    if rows:
        made.chapters.append(Chapter(heading, rows))
        made.plain[key] = [{"title": row.title, "values": dict(row.values)} for row in rows]


def is_told(row: Model | type[Model], column: Field[Any, Any]) -> bool:
    """Whether a column of a row is handed over as it stands; sealed ones are opened apart, or not at all."""
    is_left_out = column.attname in STRUCTURE or (audit.kind_of(row), column.attname) in UNTOLD
    return not (column.primary_key or is_left_out or isinstance(column, BinaryField))


def _values(row: Model) -> Iterator[tuple[str, str]]:
    for column in row._meta.concrete_fields:
        if not is_told(row, column):
            continue
        if words := _in_words(row, column):
            yield str(column.verbose_name), words


def _in_words(row: Model, column: Field[Any, Any]) -> str:
    value = getattr(row, column.attname)
    if isinstance(column, ForeignKey):
        return str(getattr(row, column.name)) if value is not None else ""
    plain = audit.plain_values(row)[column.attname]
    # Whole texts: the history shows the first of their letters only.
    return value if isinstance(value, str) and not column.choices else _short(column, plain)


def _short(column: Field[Any, Any], plain: Any) -> str:
    return history.value_in_words(column, plain, language=get_language() or "en")


def _needs(person: Person, secrets: Set[str], by: Actor) -> Iterator[Told]:
    if not needs.READABLE & secrets:
        return
    for invitation in Invitation.objects.filter(guest__person=person).order_by("pk"):
        if told := needs.read(invitation, secrets=secrets, by=by):
            yield Told(str(invitation.guest.event), list(told.items()))


def _identities(person: Person, secrets: Set[str], by: Actor) -> Iterator[Told]:
    if Grant.Secret.SECURITY not in secrets:
        return
    for invitation in Invitation.objects.filter(guest__person=person).order_by("pk"):
        if text := identities.read(invitation, by=by):
            yield Told(str(invitation.guest.event), [(_("for security"), text)])


def _incoming(subject: Subject) -> Iterator[Told]:
    holding = next(each for each in HOLDINGS if each.kind == "guests.incomingmessage")
    for message in IncomingMessage.objects.filter(pk__in=subject.rows(holding).values("pk")).order_by("pk"):
        text = secret_box.open_text(message.sealed_text)
        yield Told(str(message), [(_("text"), text)] if text else [])


def _versions(person: Person) -> Iterator[Told]:
    codes = set(participations(person).values_list("code", flat=True))
    kept = ListVersion.objects.filter(event__in=events_of(person), deleted_at=None).order_by("pk")
    for version in kept.select_related("event"):
        for row in versions.opened(version).rows:
            if row.key.partition("/")[0] in codes:
                given = [(_("for whom"), version.recipient), (_("what for"), version.purpose)]
                yield Told(
                    str(version), given + [(name, value) for name, value in row.values.items() if value]
                )


def _add_history(made: Export, subject: Subject, keys: dict[str, list[int]]) -> None:
    language, zone = get_language() or "en", subject.person.organiser.zone
    rows: list[Told] = []
    for kind in sorted(keys):
        lines = AuditLine.objects.filter(
            organiser_id=subject.person.organiser_id, kind=kind, object_id__in=keys[kind]
        )
        for line in history.in_words(lines.select_related("by").order_by("pk"), language=language):
            title = f"{moment_in_words(line.at.astimezone(zone), language)} · {line.kind} · {line.deed_words}"
            rows.append(Told(title, [(each.name, f"{each.before} → {each.after}") for each in line.fields]))
    _add_told(made, _("History"), rows, "history")


def _files(person: Person) -> Iterator[StoredFile]:
    """The photographs on which the person is named, and the recordings of what they said."""
    photos = Photo.objects.filter(people__participation__person=person).select_related("file").order_by("pk")
    spoken = Statement.objects.filter(speaker__person=person).exclude(recording=None).order_by("pk")
    found = [photo.file for photo in photos] + [each.recording for each in spoken.select_related("recording")]
    yield from {file.pk: file for file in found if file is not None}.values()


def certificate_pdf(certificate: Certificate, organiser: Organiser, *, now: datetime, author: str) -> bytes:
    """Print a certificate: number, when, what, how many, by which rule and who."""
    language = get_language() or "en"
    imprint = imprint_of(organiser, language, now=now, author=author)
    heading = _("Certificate of deletion %(number)s") % {"number": certificate}
    values: Register = {
        "format": imprint.stock.sheet,
        "is_landscape": False,
        "heading": heading,
        "event": {"title": "", "lines": []},
        "summary": " · ".join(summary_of(certificate, language)),
        "columns": [_column(_("What"), 0), _column(_("How many"), 24), _column(_("By which rule"), 78)],
        "rows": [[[line["what"]], [str(line["count"])], [line["why"]]] for line in lines_of(certificate)],
        "notes": notes_of(certificate),
        "empty": _("Nothing was deleted."),
    }
    return REGISTER.pdf(values, language=language, title=heading, imprint=imprint)


def _column(head: str, width: float) -> Column:
    return {"head": head, "width": width, "style": "text"}


def summary_of(certificate: Certificate, language: str) -> list[str]:
    """What was deleted, when and by whom, in words."""
    is_by_time = certificate.kind != Certificate.Kind.ERASURE
    nobody = _("by itself, after the time of keeping") if is_by_time else _("by the command line")
    who = str(certificate.made_by) if certificate.made_by else nobody
    return [
        capfirst(certificate.get_kind_display()),
        certificate.about,
        moment_in_words(certificate.made_at.astimezone(certificate.organiser.zone), language),
        who,
    ]


def lines_of(certificate: Certificate) -> list[dict[str, Any]]:
    """The lines of a certificate, each with its rule in words."""
    words = {
        "deleted": _("Deleted."),
        "reduced": _("Reduced: what told of the person was taken out, the row stays."),
        "stays": _("Stays."),
    }
    return [
        {
            "what": capfirst(line["what"]),
            "count": line["count"],
            "why": line.get("rule")
            or " ".join([words.get(line.get("fate", ""), ""), line.get("why", "")]).strip(),
        }
        for line in certificate.lines
    ]


def notes_of(certificate: Certificate) -> list[str]:
    """What a reader of a certificate has to know beside its lines."""
    notes = [_("Backups that were made before hold what they held until they are deleted by their age.")]
    if certificate.kind == Certificate.Kind.ERASURE:
        notes.append(
            _(
                "What was released to the public, printed or sent before cannot be called back, and words "
                "that somebody wrote into a text by hand are not searched."
            )
        )
    return notes
