"""The communiqué of the reference event, from its record: four languages in three formats."""

from datetime import UTC, datetime
from time import perf_counter

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("communique")

from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events.models import Event
from chancery.record.documents import outputs
from chancery.record.documents.communique import drafted
from chancery.record.queries.facts import facts_of
from chancery.rules.communique import LANGUAGES, compose
from chancery.rules.release_text import Line

FORMATS = ("txt", "docx", "pdf")
LIMIT_S = 3.0
NOW = datetime(2025, 2, 25, 18, tzinfo=UTC)


def main() -> int:
    """Write everything once from rows to files; 1 where the limit is missed or a file is empty."""
    print(f"{machine()}, {DATABASE}")
    folder = REFERENCE / "bucharest-2025"
    organiser = office_for(folder)
    event = load_event(folder, organiser=organiser, by=Actor(organiser.pk)).event
    cold = _seconds(event)
    warm = _seconds(event)
    return report(
        [
            Figure("communiqué in 4 languages and 3 formats, the first time", cold, "s", LIMIT_S),
            Figure("the same once more", warm, "s", LIMIT_S),
            Figure("of which one plain text", _seconds(event, ("en",), ("txt",)), "s"),
            Figure("of which one PDF", _seconds(event, ("en",), ("pdf",)), "s"),
        ]
    )


def _seconds(
    event: Event, languages: tuple[str, ...] = LANGUAGES, formats: tuple[str, ...] = FORMATS
) -> float:
    began = perf_counter()
    written = [_written(event, language, suffix) for language in languages for suffix in formats]
    assert all(written)
    return perf_counter() - began


def _written(event: Event, language: str, suffix: str) -> bytes:
    """Read the record, compose and write, as the command does for one file."""
    lines = [
        Line(one.part, one.text, one.opens_paragraph) for one in compose(facts_of(event), language).sentences
    ]
    text = drafted(lines, language, None, event.organiser)
    return outputs.written(text, suffix, outputs.imprint_of(event, language, now=NOW))


if __name__ == "__main__":
    raise SystemExit(main())
