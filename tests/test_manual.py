"""The manual as a site: every page is found, every role has its way, nothing comes from elsewhere."""

import re
from pathlib import Path

from PIL import Image

from chancery.accounts.roles import Role
from tests.browser.picturing import LARGEST, is_the_same
from tools.manual.contents import DOCS, ROOT, entries_of, parts_of, what_is_doubled, what_is_missing
from tools.manual.foreign import fetched_by


def test_every_page_of_the_manual_stands_in_a_list_once() -> None:
    assert [*what_is_missing(), *what_is_doubled()] == []


def test_every_role_has_a_way_through_the_manual() -> None:
    for role in Role:
        page = DOCS / "roles" / f"{role.value}.md"

        assert page.read_text().lower().startswith(f"# {role.label}"), role
        assert page in {entry.page for entry in entries_of(DOCS / "roles" / "index.md")}


def test_a_list_is_told_by_its_headings(tmp_path: Path) -> None:
    listing = tmp_path / "index.md"
    listing.write_text("# All\n\n## First, one\n- [A](a.md): a word\n\n## Then\n- [B](b.md)\n- no page\n")

    parts = parts_of(listing)

    assert [(part.title, part.name) for part in parts] == [
        ("First, one", "part-first-one"),
        ("Then", "part-then"),
    ]
    assert [entry.page.name for part in parts for entry in part.entries] == ["a.md", "b.md"]


def test_what_a_page_fetches_from_another_host_is_found() -> None:
    page = """
        <link rel="stylesheet" href="https://fonts.example/a.css"><link rel="icon" href="_static/i.svg">
        <script src="//cdn.example/x.js"></script><img src="pictures/a.webp" srcset="http://img.example/b 2x">
        <p style="background: url('https://bg.example/c.png')"><a href="https://source.example/">read</a></p>
    """

    assert fetched_by(page) == [
        "https://fonts.example/a.css",
        "//cdn.example/x.js",
        "http://img.example/b 2x",
        "url('https://bg.example/c.png",
    ]


def pictures_of(*pages: Path) -> set[str]:
    return {
        name
        for page in pages
        for name in re.findall(r"!\[[^\]]+\]\([./a-z]*pictures/([^)]+)\)", page.read_text())
    }


def test_every_picture_is_there_is_shown_and_is_taken_by_a_journey() -> None:
    shown = pictures_of(ROOT / "README.md", *DOCS.rglob("*.md"))
    there = {path.name: path.stat().st_size for path in (DOCS / "pictures").iterdir()}
    journeys = "".join(path.read_text() for path in (ROOT / "tests" / "browser").glob("test_*.py"))
    taken = {f"{name}.webp" for name in re.findall(r'\bpicture\(\w+, "([a-z-]+)"', journeys)}

    assert set(there) == shown
    assert taken | pictures_of(DOCS / "ten-minutes.md") == shown
    assert [name for name, size in there.items() if size > LARGEST] == []


def test_a_picture_is_new_where_more_than_a_date_has_changed() -> None:
    before = Image.new("RGB", (100, 100), "white")
    a_date, a_table = before.copy(), before.copy()
    a_date.paste("black", (10, 10, 25, 20))
    a_table.paste("black", (10, 10, 90, 60))

    assert is_the_same(before, a_date)
    assert not is_the_same(before, a_table)
    assert not is_the_same(before, before.resize((100, 120)))
