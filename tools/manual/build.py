"""Build the manual as a site: laid out by its lists, made by Sphinx, looked through for foreign hosts."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.manual.contents import (
    BESIDE,
    DOCS,
    ROOT,
    Entry,
    Part,
    entries_of,
    first_entries,
    parts_of,
    what_is_doubled,
    what_is_missing,
)
from tools.manual.foreign import what_is_fetched

LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")
LOOK = ROOT / "chancery" / "base" / "static" / "base"


def main(out: Path = ROOT / "build" / "manual") -> int:
    """Build the site below `out`; say what is wrong with it. Returns what a process returns."""
    source, site = out / "source", out / "site"
    shutil.rmtree(out, ignore_errors=True)  # nothing of a page that is gone stays
    lay_out(source)
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    made = subprocess.run([*build, "-c", str(source), str(source), str(site)], check=False)  # noqa: S603  # words of this file
    wrong = [*what_is_missing(), *what_is_doubled(), *what_is_fetched(site)]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if made.returncode or wrong:
        return 1
    print(f"{site / 'index.html'}: {len(list(site.rglob('*.html')))} pages.")
    return 0


def lay_out(source: Path) -> None:
    """Lay the pages out as Sphinx reads them."""
    for path, content in [*_pages(source), *_others(source)]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _pages(source: Path) -> Iterator[tuple[Path, bytes]]:
    for page in [*(ROOT / name for name in BESIDE), *DOCS.rglob("*.md")]:
        text = _led(page.read_text(), page)
        if page.name == "README.md":
            text += _navigation(first_entries(), page)
        elif page.name == "index.md":
            parts = parts_of(page)
            for part in parts:
                yield source / _place(page).with_name(f"{part.name}.md"), _page_of(part, page).encode()
            text += _names([part.name for part in parts]) if parts else _navigation(entries_of(page), page)
        yield source / _place(page), text.encode()


def _others(source: Path) -> Iterator[tuple[Path, bytes]]:
    here = Path(__file__).parent
    yield source / "conf.py", (here / "conf.py").read_bytes()
    yield source / "static" / "css" / "manual.css", (here / "manual.css").read_bytes()
    yield source / "static" / "css" / "fonts.css", (LOOK / "css" / "fonts.css").read_bytes()
    for face in (LOOK / "fonts").glob("*.woff2"):
        yield source / "static" / "fonts" / face.name, face.read_bytes()
    for picture in (DOCS / "pictures").iterdir():
        yield source / "pictures" / picture.name, picture.read_bytes()


def _place(page: Path) -> Path:
    """Where a file of the repository lies in the site."""
    inside = page.relative_to(ROOT)
    return Path(BESIDE.get(str(inside), str(inside).removeprefix("docs/")))


def _led(text: str, page: Path) -> str:
    """A text with its links led to where the pages of the site lie; a file that is no page is only named."""

    def led(link: re.Match[str]) -> str:
        target = (page.parent / link[2]).resolve()
        if target.exists() and not _is_of_the_manual(target):
            return link[1]
        return f"[{link[1]}]({os.path.relpath(_place(target), _place(page).parent)}{link[3] or ''})"

    return LINK.sub(led, text)


def _is_of_the_manual(target: Path) -> bool:
    return target.is_relative_to(DOCS) or str(target.relative_to(ROOT)) in BESIDE


def _page_of(part: Part, page: Path) -> str:
    return f"# {part.title}\n{_led(part.text, page)}" + _navigation(part.entries, page)


def _navigation(entries: tuple[Entry, ...], page: Path) -> str:
    above = _place(page).parent
    return _names([f"{each.title} <{os.path.relpath(_place(each.page), above)}>" for each in entries])


def _names(lines: list[str]) -> str:
    return "\n\n```{toctree}\n:hidden:\n\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    raise SystemExit(main(*(Path(each) for each in sys.argv[1:])))
