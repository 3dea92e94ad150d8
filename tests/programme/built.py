"""A programme as the tests of its pages need it, and the forms as a browser sends them."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from tests import make
from tests.forms import Sent, sent_by


def address(event: Event, page: str = "programme", **arguments: Any) -> str:
    """The address of a page of the programme."""
    return reverse(f"programme:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def item_address(item: Item, page: str = "change") -> str:
    """The address of a page of an item."""
    return address(item.event, page, item=item.code)


def page(client: Client, path: str) -> str:
    """The page as it is served."""
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def form_at(client: Client, path: str, *, having: str = "kind") -> Sent:
    """What the form at an address would send as it stands."""
    return sent_by(page(client, path), having=having)


def add(client: Client, event: Event, **fields: str | list[str]) -> HttpResponse:
    """Fill in the form of a new item and send it; `titles_en` stands for `titles-en`."""
    return _send(client, address(event, "add"), fields)


def change(client: Client, item: Item, **fields: str | list[str]) -> HttpResponse:
    """Change some fields of an item as they stand on its page, and send all; rows as `cue_0_text`."""
    return _send(client, item_address(item), fields)


def _send(client: Client, path: str, fields: dict[str, str | list[str]]) -> HttpResponse:
    sent = form_at(client, path) | {_name(argument): value for argument, value in fields.items()}
    response: HttpResponse = client.post(path, sent)  # type: ignore[assignment]  # the client's own
    return response


def _name(argument: str) -> str:
    """The name of a field: `cue_0_text` stands for `cue-0-text`, `titles_en` for `titles-en`."""
    in_row = re.sub(r"^(\w+?)_(\d+)_", r"\1-\2-", argument)
    return re.sub(r"(titles|details|names|work)_(\w\w)$", r"\1-\2", in_row)


def speaker(event: Event, printed: str = "Ana Sample", **fields: Any) -> Participation:
    """Somebody who takes part as a speaker."""
    return make.participation(event, make.person(event.organiser, printed), "speaker", **fields)


def errors(response: Any) -> list[str]:
    """Every sentence that says what is wrong with the form and its rows."""
    groups = response.context.get("groups", ())
    forms = [response.context["form"], *(row for _kind, formset, _open in groups for row in formset)]
    return [str(words) for form in forms for field in form.errors.values() for words in field]


def many_items(event: Event, number: int) -> list[Item]:
    """Items with somebody who contributes, a cue and a fixed time at the tenth."""
    who = speaker(event)
    made = []
    for place in range(number):
        item = make.item(event, f"Item {place + 1}", position=place, duration_seconds=60)
        item.contributions.create(participation=who)
        item.cues.create(department="Sound", text="Go")
        made.append(item)
    return made
