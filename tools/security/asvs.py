"""Write docs/admin/asvs.md from docs/admin/asvs.toml: `python -m tools.security.asvs`."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "docs" / "admin" / "asvs.toml"
PAGE = SOURCE.with_suffix(".md")

HOW = {
    "tests": "proven by a test",
    "by": "by what the product or its manual says",
    "not_applicable": "does not apply",
    "open": "open, with what stands instead",
}

HEAD = """# OWASP ASVS 5.0, level 2

The demands of the Application Security Verification Standard 5.0.0 of levels 1 and 2, each in our own few
words with what answers it: a test of `tests/`, or a reason. Under *open* stands what is not met, and what
there is instead. This page is made from `asvs.toml` by `python -m tools.security.asvs`; a test looks whether
every test it names is there.

| answer | level 1 | level 2 |
|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand with its answer: `how` is a key of HOW, `answer` names tests or says why."""

    number: str
    level: int
    asks: str
    how: str
    answer: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its demands, in the order of the standard."""

    number: str
    title: str
    demands: Sequence[Demand]


def chapters() -> list[Chapter]:
    """Read the table."""
    written = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return [
        Chapter(number, chapter.pop("title"), [_demand(key, row) for key, row in chapter.items()])
        for number, chapter in written.items()
    ]


def _demand(number: str, row: dict[str, object]) -> Demand:
    [how] = row.keys() & HOW.keys()
    answer = row[how]
    said = [str(answer)] if isinstance(answer, str) else [str(each) for each in answer]  # type: ignore[attr-defined]  # a list of texts
    return Demand(number, int(str(row["level"])), str(row["asks"]), how, said)


def page(read: Sequence[Chapter]) -> str:
    """Return the page."""
    return HEAD + "\n".join([*_counts(read), *_tables(read), ""])


def _counts(read: Sequence[Chapter]) -> Iterator[str]:
    found = Counter((one.how, one.level) for chapter in read for one in chapter.demands)
    for how, words in HOW.items():
        yield f"| {words} | {found[how, 1]} | {found[how, 2]} |"


def _tables(read: Sequence[Chapter]) -> Iterator[str]:
    for chapter in read:
        yield from ("", f"## {chapter.number} {chapter.title}", "", "| number | level | asks | answer |")
        yield "|---|---|---|---|"
        for one in chapter.demands:
            yield f"| {one.number} | {one.level} | {one.asks} | {_answer(one)} |"


def _answer(one: Demand) -> str:
    match one.how:
        case "tests":
            return "<br>".join(f"`{each.removeprefix('tests/')}`" for each in one.answer)
        case "not_applicable":
            return f"*Does not apply:* {one.answer[0]}"
        case "open":
            return f"**Open:** {one.answer[0]}"
    return one.answer[0]


if __name__ == "__main__":
    PAGE.write_text(page(chapters()), encoding="utf-8")
