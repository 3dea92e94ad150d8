"""The reply page: who invites whom to what, two large answers, and what is recorded."""

import pytest

from chancery.guests.models import Reply, Standing
from tests.access import body_of
from tests.guests.reply_built import coming_event, invited

pytestmark = pytest.mark.django_db


def test_the_page_says_who_invites_whom_to_what_when_and_where() -> None:
    event = coming_event(host_line={"en": "The Ambassador of Sampleland"}, dress={"en": "Dark suit"})
    party = invited(event, "Ion Sample", companions=("Maria Sample",))

    page = body_of(party.look())

    for words in ("The Ambassador of Sampleland", "Ion Sample", "Maria Sample", "National day", "Great Hall"):
        assert words in page
    assert "19:00" in page
    assert "Dark suit" in page
    assert "+40 21 000 00 00" in page


def test_a_yes_is_one_button_where_nothing_more_is_asked() -> None:
    party = invited()

    response = party.send("accept")

    assert response.status_code == 303
    assert response.headers["Location"] == party.address()
    assert party.again().standing == Standing.ACCEPTED
    assert "You have accepted" in body_of(party.look())
    assert Reply.objects.get().link == party.link
