"""However an office changes its events, counting what changed gives what counting from nothing gives."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.campaign.actions.counting import count_changed, count_from_nothing
from chancery.campaign.models import EventCounting
from chancery.campaign.queries.freshness import freshness_of, freshness_of_posts, offices_to_count
from chancery.events.models import Event, EventCampaign, Participation
from chancery.rules.campaign.indicators import Indicator
from tests import make
from tests.campaign import counted_built as built
from tests.campaign.test_counting import of_year, rows_of
from tests.conftest import People

type Deed = tuple[str, int, int]
DEEDS = (
    *("hold", "plan", "cancel", "move-day", "drop", "invite", "answer", "come", "uninvite"),
    *("serve", "leave-campaign", "pay", "print", "press", "other-state", "other-office"),
)


class OneOffice:
    """An office with a ministry and two campaigns, to which deeds are done by name."""

    def __init__(self) -> None:
        self.ministry = make.organiser("ministry")
        self.office = make.organiser("post", parent=self.ministry)
        self.campaigns = [make.campaign(self.office), make.campaign(self.ministry, visibility="tree")]
        self.people = [built.ambassador(self.office, state) for state in ("TR", "GE", "FR")]

    def do(self, deed: Deed) -> None:
        """Do one deed to what the numbers choose, where there is something to do it to."""
        name, first, second = deed
        if name in ("hold", "plan"):
            day = date(2023 + first % 3, 12, 31)
            built.held(self.office, status="held" if name == "hold" else "confirmed", held_on=day)
        elif event := chosen(Event.objects.filter(organiser=self.office), first):
            self.done_to(event, second)[name]()

    def done_to(self, event: Event, number: int) -> dict[str, Callable[[], Any]]:
        """What can be done to an event."""
        guest = chosen(Participation.objects.filter(event=event), number)
        link = chosen(EventCampaign.objects.filter(event=event), number)
        who = self.people[number % 3]
        campaign = self.campaigns[number % 2]
        embassy = who.tenures.get().office.body
        return {
            "cancel": lambda: built.changed(event, status="cancelled"),
            "move-day": lambda: built.changed(event, held_on=date(2023, 12, 20) + timedelta(days=number)),
            "drop": lambda: None if guest or link or event.costs.exists() else built.gone(event),
            "invite": lambda: built.guest(event, who),
            "answer": lambda: guest and built.changed(guest.invitation, standing=ANSWERS[number % 3]),
            "come": lambda: guest and built.changed(guest, actual=CAME[number % 3]),
            "uninvite": lambda: guest and [built.gone(guest.invitation), built.gone(guest)],
            "serve": lambda: link or built.serves(event, campaign),
            "leave-campaign": lambda: link and built.gone(link),
            "pay": lambda: built.cost(event, f"{number}.25"),
            "print": lambda: built.leaflet(event, ("ro", "en", "")[number % 3]),
            "press": lambda: built.report(event, ("ro", "en", "")[number % 3]),
            "other-state": lambda: built.changed(embassy, state=("TR", "GE", "AT")[number % 3]),
            "other-office": lambda: built.changed(
                who.tenures.get().office, office_class=("counsellor", "ambassador")[number % 2]
            ),
        }


ANSWERS = ("accepted", "regretted", "represented")
CAME = ("attended", "absent", "represented")


def chosen(rows: Any, number: int) -> Any:
    listed = list(rows.order_by("pk"))
    return listed[number % len(listed)] if listed else None


@pytest.mark.cases
class TestCountingWhatChanged(TestCase):
    """R118: counts rest on rows alone."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 5), st.integers(0, 400)), max_size=8),
            min_size=1,
            max_size=4,
        )
    )
    def test_counts_as_counting_from_nothing_does(self, rounds: Sequence[Sequence[Deed]]) -> None:
        world = OneOffice()
        for deeds in rounds:
            for deed in deeds:
                world.do(deed)
            count_changed(world.office)
            count_changed(world.ministry)

        counted = rows_of(world.office), rows_of(world.ministry)

        for office in (world.office, world.ministry):
            count_from_nothing(office)
        assert (rows_of(world.office), rows_of(world.ministry)) == counted


pytestmark = pytest.mark.django_db


def grow_old(office: Organiser) -> None:
    """Let the whole history of an office be settled."""
    AuditLine.objects.filter(organiser_id=office.pk).update(at=timezone.now() - timedelta(hours=1))


def test_only_events_whose_history_grew_are_counted(people: People) -> None:
    first, _second = built.held(people.office, "First"), built.held(people.office, "Second")
    grow_old(people.office)
    count_changed(people.office)
    built.leaflet(first)

    assert count_changed(people.office) == 1
    assert of_year(people.office, Indicator.DOCUMENTS) == {"": 1}


def test_nothing_is_counted_where_nothing_changed(people: People) -> None:
    built.held(people.office)
    grow_old(people.office)
    count_changed(people.office)

    assert count_changed(people.office) == 0


def test_a_line_that_comes_late_with_a_low_number_is_not_missed(people: People) -> None:
    event = built.held(people.office)
    grow_old(people.office)
    count_changed(people.office)
    built.leaflet(event, "ro")
    late = AuditLine.objects.filter(organiser_id=people.office.pk).order_by("-pk")[0]
    AuditLine.objects.filter(pk=late.pk).delete()
    built.changed(built.held(people.office, "Other"), status="cancelled")
    count_changed(people.office)
    event.documents.create(kind="book", relation="distributed", language="en")
    late.save(force_insert=True)

    count_changed(people.office)

    assert of_year(people.office, Indicator.DOCUMENTS) == {"": 2}


def test_an_event_that_is_gone_leaves_its_year(people: People) -> None:
    event = built.held(people.office)
    count_changed(people.office)
    built.gone(event)

    count_changed(people.office)

    assert of_year(people.office, Indicator.EVENTS) == {}


def test_a_state_of_the_shared_directory_is_counted_anew_at_every_post(people: People) -> None:
    post = make.organiser("post", parent=people.office)
    who = built.ambassador(people.office, "TR")
    built.guest(built.held(post), who, actual="attended")
    count_changed(post)
    built.changed(who.tenures.get().office.body, state="GE")

    assert count_changed(people.office) == 1
    assert of_year(post, Indicator.STATES, "state") == {"GE": 1}


def test_a_post_that_joins_a_ministry_is_added_up_there(people: People) -> None:
    post = make.organiser("post")
    built.held(post)
    for office in (post, people.office):
        count_changed(office)
    built.changed_organiser(post, parent=people.office)

    count_changed(post)

    assert rows_of(people.office)[1]


def test_freshness_says_how_many_events_changed_since(people: People) -> None:
    event = built.held(people.office)
    count_changed(people.office)
    fresh = freshness_of(people.office)
    built.leaflet(event)

    since = freshness_of(people.office)

    assert (fresh.changed, since.changed, since.is_more) == (0, 1, False)
    assert freshness_of_posts(people.office).offices == 1


def test_offices_are_counted_until_their_history_is_settled(people: People) -> None:
    built.held(people.office)
    count_changed(people.office)
    unsettled = list(offices_to_count().filter(pk=people.office.pk))
    grow_old(people.office)
    count_changed(people.office)

    assert unsettled == [people.office]
    assert not offices_to_count().filter(pk=people.office.pk).exists()


def test_every_event_that_was_counted_knows_its_year(people: People) -> None:
    built.held(people.office)
    built.held(people.office, status="draft")
    count_changed(people.office)

    assert list(EventCounting.objects.order_by("event").values_list("year", flat=True)) == [2025, None]
