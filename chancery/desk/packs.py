"""
The archive pack of an event: everything on record, to be read by people and loaded again (R110).

A ZIP file with `data/` (the event folder with its files), `papers/` (PDF/A), CONTENTS.txt, and SHA256SUMS,
which `sha256sum --check` takes.
"""

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from django.utils.translation import gettext, gettext_lazy, override

from chancery.accounts.roles import Right
from chancery.base.languages import any_text
from chancery.base.pdf import Imprint
from chancery.desk.archive.campaigns import write_campaign
from chancery.desk.archive.files import FOLDER, name_in_folder
from chancery.desk.archive.writing import write_event
from chancery.desk.dossier import AFTER, Document, Outcome, Run, documents_of, write_dossier
from chancery.events.models import Event
from chancery.events.wording import main_language
from chancery.occasions.models import Campaign
from chancery.record.documents import communique
from chancery.record.models import Coverage, Photo, Release
from chancery.record.queries.photo_captions import captions_of

DATA, PAPERS, CONTENTS, SUMS = "data", "papers", "CONTENTS.txt", "SHA256SUMS"
KEPT_PAPERS = (
    "programme-",
    "cue-sheet",
    "precedence-list",
    "guest-list",
    "attendance-annex",
    "report",
    "dispatch-register",
)
CHUNK_BYTES = 1 << 20

type Report = Callable[[Outcome], None]


def papers_of(event: Event) -> list[Document]:
    """Return the papers that are kept: those that tell what was planned and what happened, and releases."""
    kept = [each for each in documents_of(event) if each.suffix == "pdf" and each.key.startswith(KEPT_PAPERS)]
    return [*kept, *_releases(event)]


def _releases(event: Event) -> Iterator[Document]:
    found = Release.objects.filter(edition__communique__event=event).select_related("edition")
    for release in found.order_by("edition__language", "number"):
        language = release.edition.language
        yield Document(
            key=f"communique-{language}-{release.number}",
            name=gettext_lazy("Communiqué"),
            group=AFTER,
            right=Right.RECORD_VIEW,
            suffix="pdf",
            language=language,
            make=partial(_release_pdf, release),
        )


def _release_pdf(release: Release, event: Event, *, language: str, imprint: Imprint) -> bytes:
    return communique.as_pdf(communique.text_of_release(release, event.organiser), imprint)


def write_pack(event: Event, path: Path, run: Run, *, report: Report = lambda outcome: None) -> list[Outcome]:
    """
    Write the pack of `event` to `path`; it stands there only when it is whole.

    A paper that cannot be made is named in the contents; the others are made all the same. Errors: OSError.
    """
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".pack-") as name:
        folder = Path(name)
        write_event(event, folder / DATA)
        outcomes = write_dossier(event, papers_of(event), folder / PAPERS, run, report=report)
        with override(main_language(event)):
            text = "\n".join(_contents(event, outcomes, run.made_at))
        (folder / CONTENTS).write_text(text + "\n", encoding="utf-8")
        _pack_up(folder, path, run.made_at)
    return outcomes


def write_campaign_pack(campaign: Campaign, path: Path, made_at: datetime) -> None:
    """Write the folder of `campaign` as one file to `path`; it stands there only when it is whole."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".pack-") as name:
        write_campaign(campaign, Path(name) / DATA)
        _pack_up(Path(name), path, made_at)


def _pack_up(folder: Path, path: Path, made_at: datetime) -> None:
    """Put all of `folder` into one file at `path`, with the sums of its files."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    sums = [f"{_digest(each)}  {each.relative_to(folder).as_posix()}\n" for each in files]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")
    unfinished = folder / "pack.zip"
    _zip(folder, [*files, folder / SUMS], unfinished, made_at)
    shutil.move(unfinished, path)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _zip(folder: Path, files: Iterable[Path], path: Path, made_at: datetime) -> None:
    """Put the files into one; what is packed already is stored as it is."""
    with zipfile.ZipFile(path, "w") as pack:
        for each in files:
            name = each.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(name, date_time=made_at.timetuple()[:6])
            is_text = each.suffix in {".toml", ".txt", ".svg", ""}
            entry.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
            entry.external_attr = 0o600 << 16
            with each.open("rb") as content, pack.open(entry, "w", force_zip64=True) as packed:
                shutil.copyfileobj(content, packed, CHUNK_BYTES)


def _contents(event: Event, outcomes: Sequence[Outcome], made_at: datetime) -> Iterator[str]:
    """What lies where, for somebody who opens the pack without Chancery."""
    yield any_text(event.titles) or event.ref
    yield f"{any_text(event.organiser.names)} · {made_at:%Y-%m-%d %H:%M %Z}"
    yield ""
    yield gettext("Papers (PDF/A)")
    for outcome in outcomes:
        name = f"{outcome.document.name} ({outcome.document.language})"
        yield f"  {PAPERS}/{outcome.document.filename}  {name}" if outcome.path else f"  {outcome.failure}"
    yield from _listed(gettext("Photographs"), _photos(event))
    yield from _listed(gettext("Clippings"), _clippings(event))
    yield ""
    yield gettext("Data")
    yield "  " + gettext("%(folder)s/ holds everything on record; load it with: chancery load FILE.zip") % {
        "folder": DATA
    }
    yield "  " + gettext("%(file)s holds the SHA-256 of every file.") % {"file": SUMS}


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"  {line}" for line in lines]
    if found:
        yield from ("", heading, *found)


def _photos(event: Event) -> Iterator[str]:
    photos = list(Photo.objects.filter(event=event).select_related("file", "item").order_by("position", "pk"))
    captions = captions_of(event, photos, [main_language(event)])
    for photo in photos:
        if photo.file.media_type:
            words = " ".join(line.text for line in captions[photo.pk])
            credit = f" © {photo.credit}" if photo.credit else ""
            name = name_in_folder(photo.file.ref, photo.file.media_type)
            yield f"{DATA}/{FOLDER}/{name}  {words}{credit}".rstrip()


def _clippings(event: Event) -> Iterator[str]:
    found = Coverage.objects.filter(source__event=event).exclude(clipping=None)
    for report in found.select_related("source", "clipping").order_by("pk"):
        if report.clipping is not None:
            name = name_in_folder(report.clipping.ref, report.clipping.media_type)
            yield f"{DATA}/{FOLDER}/{name}  {report.source.outlet} · {report.source.title}"
