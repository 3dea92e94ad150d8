"""A visitor without a browser: follows the pages of an identity server and fills in their forms."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import requests


@dataclass
class Form:
    """One form of a page: where it goes, and what stands in it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(named.get("action", "")))
        if tag == "input" and self.found and "name" in named:
            self.found[-1].fields[named["name"]] = named.get("value", "")


def forms_in(page: str) -> list[Form]:
    """Every form of a page, in its order."""
    reader = _Forms()
    reader.feed(page)
    return reader.found


def walk_through(start: str, *, until: str, **answers: str) -> str:
    """
    Follow a server from an address until it sends the visitor back; return the address it sends them to.

    Each form on the way is sent with `answers` in the fields that it has.
    """
    with requests.Session() as visitor:
        response = visitor.get(start, allow_redirects=False)
        for _step in range(12):
            if response.is_redirect:
                address = urljoin(response.url, response.headers["Location"])
                if address.startswith(until):
                    return address
                response = visitor.get(address, allow_redirects=False)
                continue
            [form, *_others] = forms_in(response.text)
            filled = form.fields | {name: text for name, text in answers.items() if name in form.fields}
            response = visitor.post(urljoin(response.url, form.action), data=filled, allow_redirects=False)
    raise AssertionError(f"The server did not send the visitor back: {response.text[:500]}")
