"""
What stands in the manual, and in which order: the lists that a reader sees are the navigation of the site.

The list under “Read on” in README.md leads to single pages and to the folders of docs/. In each folder
`index.md` lists every page of it, a line each (`- [Title](page.md): what it is for`), under headings that
become its parts.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Pages of the manual that stand beside docs/, and what each is called in the site.
BESIDE = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
LISTED = re.compile(r"^[-*] \[([^\]]+)\]\(([^)#]+\.md)\)", re.MULTILINE)
MORE = "## Read on"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: what it is called there, and the page that it leads to."""

    title: str
    page: Path


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a list with the text below it."""

    title: str
    text: str
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The name of a page that holds this part alone."""
        return "part-" + "-".join(re.findall(r"[a-z0-9]+", self.title.lower()))


def entries_of(page: Path, text: str | None = None) -> tuple[Entry, ...]:
    """Return what a page lists, in its order; a page or a part of its text."""
    found = LISTED.findall(page.read_text() if text is None else text)
    return tuple(Entry(title, (page.parent / target).resolve()) for title, target in found)


def parts_of(page: Path) -> tuple[Part, ...]:
    """Return the parts of a list, in its order; none where it has no headings."""
    pieces = re.split(r"^## (.+)$", page.read_text(), flags=re.MULTILINE)[1:]
    found = zip(pieces[::2], pieces[1::2], strict=True)
    return tuple(Part(title.strip(), text, entries_of(page, text)) for title, text in found)


def first_entries() -> tuple[Entry, ...]:
    """Return what README.md leads to."""
    readme = ROOT / "README.md"
    return entries_of(readme, readme.read_text().partition(MORE)[2])


def what_is_missing() -> Iterator[str]:
    """Tell which pages no list leads to, and where to write them; nothing where the lists are whole."""
    first = {entry.page for entry in first_entries()}
    for page in sorted(DOCS.rglob("*.md")):
        where = _listed_in(page)
        if page not in first | {entry.page for entry in entries_of(where)}:
            yield _what_to_write(page, where)


def what_is_doubled() -> Iterator[str]:
    """Tell which pages a list leads to more than once; nothing where each has one line."""
    for where in [ROOT / "README.md", *sorted(DOCS.rglob("index.md"))]:
        pages = Counter(entry.page for entry in entries_of(where))
        for page in [page for page, times in pages.items() if times > 1]:
            yield f"{where.relative_to(ROOT)} lists {page.relative_to(ROOT)} twice: take one line out."


def _listed_in(page: Path) -> Path:
    if page.name == "index.md" or page.parent == DOCS:
        return ROOT / "README.md"
    return page.parent / "index.md"


def _what_to_write(page: Path, where: Path) -> str:
    below = f" under “{MORE.strip('# ')}”" if where.name == "README.md" else ""
    line = f"- [Title]({page.relative_to(where.parent)}): what it is for"
    place = f"{where.relative_to(ROOT)}{below}"
    return f"{page.relative_to(ROOT)} stands in no list: add the line `{line}` to {place}."
