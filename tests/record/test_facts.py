"""The facts of an event as the communiqué takes them: what is known to have been, by few queries."""

from typing import Any

import pytest

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


def test_facts_are_loaded_by_a_constant_number_of_queries(
    event: Event, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(60):
        facts_of(event)


def test_a_digest_changes_with_its_fact_alone(event: Event) -> None:
    before = stated_facts(facts_of(event))
    said = event.statements.get(ref="osmanov-crime")
    said.texts = {"en": "said something else"}
    said.save(update_fields=["texts"])

    after = stated_facts(facts_of(event))

    changed = {key for key in before if digest_of(before[key]) != digest_of(after[key])}
    assert changed == {"statement:osmanov-crime"}
