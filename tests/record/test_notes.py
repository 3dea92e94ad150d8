"""Notes in the hall: a plain form, and what the script of the page sends; stored once, by the author."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.models import Statement
from tests import make
from tests.conftest import People
from tests.forms import sent_by
from tests.record.test_statements import page, path, speaker


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en", "ro"], time_zone="Europe/Bucharest")


def speech(event: Event, name: str = "Ana Sample", **fields: Any) -> tuple[Item, Participation]:
    """An item in which one person speaks."""
    item, who = make.item(event, f"Speech of {name}", **fields), speaker(event, name)
    item.contributions.create(participation=who)
    return item, who


def sent(client: Client, event: Event, item: Item, who: Participation, **fields: str) -> Any:
    """Send a note as the script does."""
    owner = client.session["_auth_user_id"]
    standing = {"owner": owner, "note_key": str(uuid4()), "item": item.code, "speaker": who.code}
    standing |= {"mode": "reported", "language": "en", "text": "called for patience"}
    return client.post(path(event, "keep-note"), standing | fields)


def test_the_running_item_stands_open_with_its_speaker_chosen(signed_in: Client, event: Event) -> None:
    first, _ = speech(event, "First Speaker", position=0, ended_at=timezone.now())
    second, who = speech(event, "Second Speaker", position=1)

    shown = page(signed_in, path(event, "quick"))

    assert f'data-ch-item="{first.code}" hidden disabled' in shown
    assert f'data-ch-item="{second.code}">' in shown
    assert f'value="{who.code}" checked' in shown


def test_a_note_is_taken_without_a_script_and_the_page_remembers(signed_in: Client, event: Event) -> None:
    item, who = speech(event)
    form = sent_by(page(signed_in, path(event, "quick")), having="text")

    response = signed_in.post(
        path(event, "quick"), form | {"text": "called for patience", "language": "ro", "mode": "summary"}
    )

    note = Statement.objects.get()
    assert (note.speaker, note.item, note.mode) == (who, item, "summary")
    assert (note.texts, note.language, note.is_draft) == ({"ro": "called for patience"}, "ro", True)
    assert note.said_at is not None
    again = sent_by(page(signed_in, response.headers["Location"]), having="text")
    assert (again["item"], again["language"], again["mode"]) == (item.code, "ro", "summary")
    assert again["note_key"] != form["note_key"]


def test_a_form_sent_twice_is_one_note(signed_in: Client, event: Event) -> None:
    speech(event)
    form = sent_by(page(signed_in, path(event, "quick")), having="text") | {"text": "called for patience"}

    for _ in range(2):
        signed_in.post(path(event, "quick"), form)

    assert Statement.objects.count() == 1
    assert AuditLine.objects.filter(code="record.statement.added").count() == 1


def test_the_time_between_noting_and_sending_counts_whatever_the_clock_of_the_phone(
    signed_in: Client, event: Event
) -> None:
    item, who = speech(event)
    noted = datetime(2001, 1, 1, 12, 0, tzinfo=timezone.get_default_timezone())

    sent(
        signed_in,
        event,
        item,
        who,
        noted_at=noted.isoformat(),
        sent_at=(noted + timedelta(minutes=40)).isoformat(),
    )

    said_at = Statement.objects.get().said_at
    assert said_at is not None
    assert timedelta(minutes=40) <= timezone.now() - said_at < timedelta(minutes=41)


def test_the_author_changes_a_note_by_its_key(signed_in: Client, event: Event) -> None:
    item, who = speech(event)
    key = str(uuid4())
    sent(signed_in, event, item, who, note_key=key, text="called for")
    moment = Statement.objects.get().said_at

    answer = sent(signed_in, event, item, who, note_key=key, text="called for patience", language="ro")

    note = Statement.objects.get()
    assert answer.json() == {"state": "kept"}
    assert (note.texts, note.language, note.said_at) == ({"ro": "called for patience"}, "ro", moment)
    assert note.note_key == UUID(key)


def test_a_note_that_was_read_over_is_not_overwritten(signed_in: Client, event: Event) -> None:
    item, who = speech(event)
    key = str(uuid4())
    sent(signed_in, event, item, who, note_key=key)
    Statement.objects.update(is_draft=False)

    same = sent(signed_in, event, item, who, note_key=key)
    other = sent(signed_in, event, item, who, note_key=key, text="something else")

    assert same.json() == {"state": "kept"}
    assert other.status_code == 422
    assert other.json()["sentence"] == "This note was read over in the office meanwhile; change it there."
    assert Statement.objects.get().texts == {"en": "called for patience"}


def test_nobody_writes_into_the_note_of_another(signed_in: Client, event: Event, people: People) -> None:
    item, who = speech(event)
    key = str(uuid4())
    sent(signed_in, event, item, who, note_key=key)
    other = Client()
    other.force_login(make.member(people.office, "press").user)

    answer = sent(other, event, item, who, note_key=key, text="something else")

    assert answer.json()["sentence"] == "This note belongs to somebody else; write it anew."
    assert Statement.objects.get().texts == {"en": "called for patience"}


def test_a_phone_on_which_somebody_else_signed_in_keeps_the_notes(
    signed_in: Client, event: Event, people: People
) -> None:
    item, who = speech(event)

    answer = sent(signed_in, event, item, who, owner="0")

    assert (answer.status_code, answer.json()) == (401, {"state": "signed-out"})
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": " "}, "Write what was said; nothing is noted yet."),
        ({"speaker": ""}, "Choose who said it; the note is kept here meanwhile."),
        ({"speaker": "nobody"}, "Choose who said it; the note is kept here meanwhile."),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    item, who = speech(event)

    answer = sent(signed_in, event, item, who, **fields)

    assert (answer.status_code, answer.json()) == (422, {"state": "refused", "sentence": sentence})
    assert not Statement.objects.exists()


def test_somebody_else_may_be_chosen_than_the_programme_names(signed_in: Client, event: Event) -> None:
    item, who = speech(event)
    other = speaker(event, "Unannounced Guest")

    sent(signed_in, event, item, who, other=other.code)

    assert Statement.objects.get().speaker == other


def test_authors_and_readers_of_messages_are_offered_too(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Message", "message")
    author, reader = speaker(event, "The Author"), speaker(event, "The Reader")
    item.messages.create(author=author, reader=reader)

    shown = page(signed_in, path(event, "quick"))

    assert f'name="speaker" value="{author.code}"' in shown
    assert f'name="speaker" value="{reader.code}"' in shown


def test_the_worker_rules_the_page_for_notes_alone(signed_in: Client, event: Event) -> None:
    response = signed_in.get(path(event, "notes-worker"))

    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in response.headers
    assert path(event, "notes-worker").startswith(path(event, "quick"))


def test_queries_do_not_grow_with_items_and_notes(signed_in: Client, event: Event) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            item, who = speech(event)
            sent(signed_in, event, item, who)
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path(event, "quick"))
        counts.append(len(captured))

    assert counts[0] == counts[1]
