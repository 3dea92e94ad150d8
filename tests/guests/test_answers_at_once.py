"""Two answers to one invitation at the same moment: both are on record, and what they leave is whole."""

import threading
from collections.abc import Iterator

import pytest
from django.db import close_old_connections, connection

from chancery.guests.models import GuestList, Invitation, Reply, Standing
from tests import make
from tests.guests import built
from tests.guests.test_recording import answered

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """Rows that other connections see."""
    yield
    close_old_connections()


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_answers_at_once_leave_one_standing_and_one_representative(committed: None) -> None:
    event = make.event(make.organiser("both"))
    guest = built.guest(event, "The Minister")
    deputy = make.person(event.organiser, "The Deputy")
    together = threading.Barrier(8)
    failures: list[Exception] = []

    def answer(number: int) -> None:
        invitation = Invitation.objects.select_related("guest__event").get(guest=guest)
        together.wait(timeout=30)
        try:
            if number % 2:
                answered(invitation, Standing.REPRESENTED, representative=deputy)
            else:
                answered(invitation, Standing.ACCEPTED)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert failures == []
    assert Reply.objects.count() == 8
    row = Invitation.objects.get(guest=guest)
    last = Reply.objects.order_by("-pk").first()
    assert row.reply == last
    assert row.standing == last.standing
    representatives = Invitation.objects.filter(brought_by__invitation=row)
    assert representatives.count() == (1 if last.standing == Standing.REPRESENTED else 0)
    assert row.coming + sum(party.coming for party in representatives) == 1
    assert GuestList.objects.get(event=event).revision == 8
