"""What a built site would fetch from another host when somebody reads it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

FETCHED = {"src", "srcset", "poster", "data", "action"}
ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
IN_A_SHEET = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?:https?:)?//[^"')\s]+""", re.IGNORECASE)


class _Fetches(HTMLParser):
    """Collects addresses on other hosts that a browser asks for by itself; a link to follow is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = FETCHED | ({"href"} if tag in {"link", "use", "image"} else set())
        self.found += [value for name, value in attrs if name in names and value and ELSEWHERE.match(value)]
        self.found += [
            each for name, value in attrs if name == "style" for each in IN_A_SHEET.findall(value or "")
        ]


def fetched_by(page: str) -> list[str]:
    """Return the addresses on other hosts that a page of HTML fetches, in its order."""
    reader = _Fetches()
    reader.feed(page)
    return reader.found


def what_is_fetched(site: Path) -> Iterator[str]:
    """Tell each address on another host that a page or a style sheet of the site fetches."""
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            found = fetched_by(path.read_text())
        elif path.suffix == ".css":
            found = IN_A_SHEET.findall(path.read_text())
        else:
            continue
        for address in found:
            yield f"{path.relative_to(site)} fetches {address} from another host: keep it in the repository."
