"""The facts of an event as the communiqué takes them: what is known to have been, by few queries."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events.models import Event
from chancery.record.queries.facts import digest_of, facts_of, stated_facts
from chancery.rules.communique import compose
from tests import make


@pytest.fixture
def event(db: Any) -> Event:
    office = make.organiser("azerbaijan-bucharest", state="AZ", host_state="RO")
    return load_event(REFERENCE / "bucharest-2025", organiser=office, by=Actor(office.pk)).event


def test_every_fact_a_sentence_rests_on_can_be_stated(event: Event) -> None:
    facts = facts_of(event)

    stated = stated_facts(facts)
    composed = compose(facts, "en")

    assert composed.sentences
    for sentence in composed.sentences:
        assert sentence.rests_on
        assert set(sentence.rests_on) <= stated.keys(), sentence.text


def test_facts_are_loaded_by_a_constant_number_of_queries(event: Event) -> None:
    add_a_speech(event, 1)
    with CaptureQueriesContext(connection) as with_one:
        facts_of(event)
    add_a_speech(event, 2)
    add_a_speech(event, 3)

    with CaptureQueriesContext(connection) as with_three:
        found = facts_of(event)

    assert len(found.statements) == 12
    assert len(with_three) == len(with_one)


def add_a_speech(event: Event, number: int) -> None:
    """Add somebody who speaks in an item of the programme and claims a figure."""
    guest = make.participation(event, make.person(event.organiser, f"Guest {number} Sample"), "speaker")
    item = make.item(event, f"Speech {number}", happened="yes")
    item.contributions.create(participation=guest)
    make.statement(guest, f"said {number}", ref=f"said-{number}", item=item)
    matter = event.matters.create(kind="attendance", ref=f"count-{number}")
    matter.claims.create(value=number, claimant=guest)


def test_a_digest_changes_with_its_fact_alone(event: Event) -> None:
    before = stated_facts(facts_of(event))
    said = event.statements.get(ref="osmanov-crime")
    said.texts = {"en": "said something else"}
    said.save(update_fields=["texts"])

    after = stated_facts(facts_of(event))

    changed = {key for key in before if digest_of(before[key]) != digest_of(after[key])}
    assert changed == {"statement:osmanov-crime"}
