"""From every fact of a draft to the page on which it is seen and changed."""

from typing import Any

import pytest
from django.test import Client

from chancery.accounts.roles import Right
from chancery.events.access import event_for
from chancery.record.fact_links import url_of
from chancery.record.queries.facts import facts_of, stated_facts
from tests import make
from tests.record import sample_events


@pytest.mark.parametrize("name", sample_events.NAMES)
def test_every_fact_leads_to_the_page_of_its_row(db: Any, name: str) -> None:
    owner = make.member(make.organiser("mission"), "owner")
    event = sample_events.load(name, owner.organiser)
    client = Client()
    client.force_login(owner.user)
    office = event_for(owner.user, owner.organiser.ref, event.code, Right.RECORD_VIEW)
    routes = {fact.route for fact in stated_facts(facts_of(event)).values()}

    answers = {route: client.get(url_of(office, *route)).status_code for route in routes}

    assert answers == dict.fromkeys(routes, 200)
    assert len({kind for kind, _code in routes}) > 3
