"""What was said: each statement under its speaker, written, changed, taken out and brought back."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.record.models import Statement
from tests import make
from tests.conftest import People
from tests.forms import sent_by


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def path(event: Event, name: str = "statements", **arguments: str) -> str:
    return reverse(f"record:{name}", kwargs={"ref": "mission", "code": event.code, **arguments})


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, address: str, **fields: str) -> Any:
    """Fill in the form at an address and send it; `texts_en` stands for `texts-en`."""
    standing = sent_by(page(client, address), having="mode")
    return client.post(address, standing | {field_name(name): text for name, text in fields.items()})


def field_name(argument: str) -> str:
    return re.sub(r"^(texts|topics)_", r"\1-", argument)


def errors(response: Any) -> list[str]:
    return [str(words) for field in response.context["form"].errors.values() for words in field]


def speaker(event: Event, name: str = "Ana Sample") -> Participation:
    return make.participation(event, make.person(event.organiser, name), "speaker")


def test_a_record_without_statements_says_so(signed_in: Client, event: Event) -> None:
    assert "No statement is recorded." in page(signed_in, path(event))


def test_statements_stand_under_their_speakers_in_the_order_of_the_programme(
    signed_in: Client, event: Event
) -> None:
    first, second = make.item(event, "Opening", position=0), make.item(event, "Remarks", position=1)
    make.statement(speaker(event, "Third Speaker"), "They wrote a letter.")
    make.statement(speaker(event, "Second Speaker"), "He thanked the host.", item=second)
    make.statement(speaker(event, "First Speaker"), "She recalled the day.", item=first)

    shown = page(signed_in, path(event)).partition('class="speaker"')[2]

    parts = ["First Speaker", "She recalled the day.", "Second Speaker", "He thanked the host."]
    parts += ["Third Speaker", "They wrote a letter."]
    assert sorted(parts, key=shown.index) == parts


def test_a_statement_is_written_under_somebody_who_takes_part(
    signed_in: Client, event: Event, people: People
) -> None:
    item = make.item(event, "Opening")
    source = event.sources.create(ref="report", title="Report", outlet="Sample Gazette")
    campaign, who = make.campaign(people.office), speaker(event)

    response = send(
        signed_in,
        path(event, "add"),
        speaker=who.code,
        item=str(item.pk),
        texts_en="She recalled the day.",
        texts_ro="A evocat ziua.",
        language="ro",
        mode="summary",
        topics_en="memory",
        source=str(source.pk),
        campaign=str(campaign.pk),
    )

    statement = Statement.objects.get()
    assert response.headers["Location"] == path(event)
    assert statement.speaker == who
    assert statement.texts == {"en": "She recalled the day.", "ro": "A evocat ziua."}
    assert (statement.language, statement.mode, statement.topics) == ("ro", "summary", {"en": "memory"})
    assert (statement.item, statement.source, statement.campaign) == (item, source, campaign)


def test_a_new_statement_is_the_last_one(signed_in: Client, event: Event) -> None:
    who = speaker(event)
    for text in ("First.", "Second."):
        send(signed_in, path(event, "add"), speaker=who.code, texts_en=text)

    assert [each.texts["en"] for each in Statement.objects.order_by("position")] == ["First.", "Second."]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"texts_en": ""}, "Write it in at least one language."),
        ({"speaker": ""}, "This field is required."),
        (
            {"language": "ro"},
            "The wording in this language is missing; write it, or choose another.",
        ),
        ({"mode": "shouted"}, "Select a valid choice. shouted is not one of the available choices."),
        ({"item": "99999"}, "Select a valid choice. That choice is not one of the available choices."),
    ],
)
def test_what_cannot_be_is_said_and_the_input_stays(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    given = {"speaker": speaker(event).code, "texts_en": "She recalled the day.", "topics_en": "kept"}

    response = send(signed_in, path(event, "add"), **given | fields)

    assert errors(response) == [sentence]
    assert 'value="kept"' in response.content.decode()
    assert not Statement.objects.exists()


def test_nobody_and_nothing_of_another_event_can_be_chosen(
    signed_in: Client, event: Event, people: People
) -> None:
    other = make.event(people.office, "Other")
    item, source = make.item(other), other.sources.create(ref="report", title="Report")
    foreign = speaker(other)

    response = send(
        signed_in,
        path(event, "add"),
        speaker=foreign.code,
        texts_en="X",
        item=str(item.pk),
        source=str(source.pk),
    )

    assert len(errors(response)) == 3
    assert not Statement.objects.exists()


def test_a_form_sent_as_it_stands_changes_nothing(signed_in: Client, event: Event) -> None:
    statement = make.statement(speaker(event), item=make.item(event), language="en", mode="verbatim")
    statement.about.add(speaker(event, "Somebody Mentioned"))

    send(signed_in, path(event, "change", statement=statement.code))

    assert not AuditLine.objects.exists()
    assert statement.about.count() == 1


def test_a_change_is_told_with_before_and_after(signed_in: Client, event: Event) -> None:
    statement = make.statement(speaker(event), "Before.")

    send(signed_in, path(event, "change", statement=statement.code), texts_en="After.")

    line = AuditLine.objects.get()
    assert (line.code, line.changes) == (
        "record.statement.changed",
        {"texts": [{"en": "Before."}, {"en": "After."}]},
    )
    assert "After." in page(signed_in, path(event, "change", statement=statement.code))


def test_a_statement_is_taken_out_after_asking_and_brought_back(signed_in: Client, event: Event) -> None:
    statement = make.statement(speaker(event), "She recalled the day.")
    address = path(event, "delete", statement=statement.code)
    assert "Take this statement of Ana Sample out of the record?" in page(signed_in, address)
    assert Statement.objects.exists()

    signed_in.post(address)
    assert not Statement.objects.exists()
    signed_in.post(reverse("accounts:undo", args=["mission", AuditLine.objects.get().pk]))

    assert Statement.objects.get().texts == {"en": "She recalled the day."}


def test_a_statement_of_another_event_is_not_found(signed_in: Client, event: Event, people: People) -> None:
    foreign = make.statement(speaker(make.event(people.office, "Other")))

    for name in ("change", "delete"):
        assert signed_in.get(path(event, name, statement=foreign.code)).status_code == 404


def test_a_missing_translation_says_in_which_language_the_wording_is(people: People, event: Event) -> None:
    make.statement(speaker(event), "She recalled the day.")
    reader = Client()
    reader.force_login(make.member(people.office, "protocol", make.user(language="fr")).user)

    shown = page(reader, path(event))

    assert "She recalled the day." in shown
    assert 'lang="en"' in shown


@pytest.mark.parametrize(("role", "may"), [("press", True), ("head", False), ("assistant", False)])
def test_who_may_write_the_record_is_offered_to(people: People, event: Event, role: str, may: bool) -> None:
    make.statement(speaker(event))
    reader = Client()
    reader.force_login(make.member(people.office, role).user)

    assert ("Add a statement" in page(reader, path(event))) is may


def test_html_in_a_statement_is_shown_as_it_was_written(signed_in: Client, event: Event) -> None:
    make.statement(speaker(event), "<b>Peace</b> & bread")

    assert "&lt;b&gt;Peace&lt;/b&gt; &amp; bread" in page(signed_in, path(event))


@pytest.mark.parametrize("name", ["statements", "change"])
def test_queries_do_not_grow_with_the_statements(signed_in: Client, event: Event, name: str) -> None:
    counts = []
    for number in (2, 5):
        for _ in range(number):
            statement = make.statement(speaker(event), item=make.item(event))
            statement.about.add(speaker(event, "Somebody Mentioned"))
        given = {"statement": statement.code} if name == "change" else {}
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path(event, name, **given))
        counts.append(len(captured))

    assert counts[0] == counts[1]
