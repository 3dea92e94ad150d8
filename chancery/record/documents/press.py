"""The clipping folder: a list of the reports of the press, and the clippings themselves."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext, ngettext, override, pgettext

from chancery.base import cldr, media
from chancery.base.pdf import Imprint
from chancery.events import wording as words
from chancery.events.models import Event
from chancery.guests import papers
from chancery.guests.documents.imprints import imprint_of
from chancery.record import press_rows
from chancery.record.models import Coverage
from chancery.record.queries.press import coverage_of

LIST = "press.pdf"
NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def press_list(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the reports on an event in the order of their days (R108, R110)."""
    reports = coverage_of(event)
    with override(language):
        values: papers.Register = {
            "format": imprint.stock.sheet,
            "is_landscape": True,
            "heading": gettext("Press"),
            "event": words.event_lines(event, language),
            "summary": _count(len(reports)),
            "columns": [
                _column(pgettext("a number in a list", "No."), 12, "number"),
                _column(gettext("Date"), 30),
                _column(gettext("Outlet"), 44, "name"),
                _column(gettext("Report"), 0, "name"),
                _column(gettext("Reach"), 44),
                _column(gettext("Figures quoted"), 62),
            ],
            "rows": [_row(number, each, language) for number, each in enumerate(reports, 1)],
            "notes": _notes(reports),
            "empty": gettext("No report of the press is known."),
        }
    return papers.REGISTER.pdf(values, language=language, title=values["heading"], imprint=imprint)


def _row(number: int, coverage: Coverage, language: str) -> list[list[str]]:
    source = coverage.source
    day = cldr.partial_date_in_words(source.dated, language) if source.dated else gettext("not known")
    outlet = [source.outlet or gettext("not known"), press_rows.about(coverage, language)]
    reach = press_rows.reach_words(coverage, language)
    quoted = [press_rows.quoted(claim, language) for claim in source.claims.all()]
    title = [source.title]
    if source.address and source.address != source.title:
        title.append(source.address)
    return [[str(number)], [day], outlet, title, [reach] if reach else [], quoted]


def _notes(reports: Sequence[Coverage]) -> list[str]:
    tally = press_rows.tally_of(reports)
    return [line for line in (tally.languages, tally.kinds, *tally.reaches, tally.without_reach) if line]


def _count(count: int) -> str:
    return ngettext("%(count)s report", "%(count)s reports", count) % {"count": count}


def _column(
    head: str, width: float, style: Literal["number", "name", "text", "room"] = "text"
) -> papers.Column:
    return {"head": head, "width": width, "style": style}


def write_folder(event: Event, path: Path, *, language: str, now: datetime) -> Iterator[int]:
    """
    Write the list and every clipping into one ZIP; yields how many clippings are in it after each.

    Shape: the list first, the clippings named by day, outlet and number, in the order of the list.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    imprint = imprint_of(event, language, now=now)
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr(LIST, press_list(event, language=language, imprint=imprint))
        for number, coverage in enumerate(_clipped(event), 1):
            assert coverage.clipping is not None
            folder.write(media.path_of(coverage.clipping), _name(number, coverage))
            yield number


def clippings_in(event: Event) -> int:
    """How many clippings the folder of an event would hold."""
    return len(_clipped(event))


def _clipped(event: Event) -> list[Coverage]:
    """The reports with a clipping whose bytes are there: those of pictures wait until they are prepared."""
    return [
        each
        for each in coverage_of(event)
        if each.clipping is not None
        and each.clipping.state == "ready"
        and media.path_of(each.clipping).is_file()
    ]


def _name(number: int, coverage: Coverage) -> str:
    source, clipping = coverage.source, coverage.clipping
    assert clipping is not None
    stem = NOT_IN_A_NAME.sub("-", f"{source.dated or ''} {source.outlet}".strip()).strip("-.")
    ending = clipping.name.rpartition(".")[2].lower()
    return f"{number:03} {stem}.{ending}" if stem else f"{number:03}.{ending}"
