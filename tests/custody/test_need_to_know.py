"""What few may know stands plain in no table: not in history, search, outbox or jobs (R120, R123)."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from chancery.accounts.models import Grant
from tests import make
from tests.guests import built
from tests.guests.reply_built import Party, coming_event, invited

DIET, ACCESS, NUMBER = "Wzdiet", "Wzramp", "Wz-4711"
TOLD = {"diet": DIET, "diet_consent": "on", "access": ACCESS, "access_consent": "on", "identity": NUMBER}


@pytest.fixture
def party(db: None) -> Party:
    party = invited(coming_event(asks_diet=True, asks_access=True, asks_identity=True))
    party.send("accept", TOLD)
    return party


def tables_with(mark: str) -> set[str]:
    """The tables in which a text stands plain, in whatever column."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        rows: Any = model._default_manager.values_list()
        plain = [bytes(value) if isinstance(value, memoryview) else value for row in rows for value in row]
        if mark.casefold() in str(plain).casefold():
            found.add(model._meta.label_lower)
    return found


@pytest.mark.parametrize("mark", [DIET, ACCESS, NUMBER])
def test_it_stands_plain_in_no_table_even_after_reading(party: Party, mark: str) -> None:
    member = make.member(party.event.organiser, "owner")
    for secret in Grant.Secret.values:
        Grant.objects.create(membership=member, secret=secret)
    owner = Client()
    owner.force_login(member.user)
    code = party.invitation.guest.code

    read = [
        owner.post(built.address(party.event, name, guest=code)).content.decode()
        for name in ("needs", "read-identity")
    ]

    assert mark in "".join(read)
    assert tables_with(mark) == set()
    assert tables_with("National day") != set()  # the test would see it


def test_an_owner_without_the_grant_reads_it_on_no_page(party: Party) -> None:
    owner = Client()
    owner.force_login(make.member(party.event.organiser, "owner").user)
    code = party.invitation.guest.code

    pages = [
        owner.post(built.address(party.event, name, guest=code), follow=True).content.decode()
        for name in ("needs", "read-identity")
    ]
    pages += [
        owner.get(built.address(party.event, "guest-replies", guest=code)).content.decode(),
        owner.get(built.address(party.event, "guest", guest=code)).content.decode(),
    ]

    assert not any(mark in page for mark in (DIET, ACCESS, NUMBER) for page in pages)
