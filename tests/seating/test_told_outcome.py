"""What cannot all be kept is told with a plan (R61, R62), and nothing of who is kept apart (R79)."""

from datetime import date
from html import unescape

import pytest
from django.test import Client

from chancery.events.models import Event
from chancery.rules.seating.plan import Solution
from chancery.seating.conflict_words import told_conflicts
from chancery.seating.jobs.search import best_words
from chancery.seating.models import Apart, Plan, Wish
from tests import make
from tests.conftest import People
from tests.record.built import page
from tests.seating import built, dinner
from tests.seating.paged import coming, sent_by, url
from tests.seating.test_search import begin, run

CANNOT = "These cannot all be kept:"


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2027, 2, 25), languages=["en"])


def contradicted(event: Event) -> Plan:
    """A plan of one table: a rule that two sit side by side, and locks that keep them from it."""
    one, other = coming(event, "Ana Sample"), coming(event, "Ion Example")
    layout = dinner.TABLES | {"furniture": [dinner.TABLES["furniture"][1]], "seats": {}}
    plan = built.plan(event, room=built.room(event.organiser, layout=layout))
    Wish.objects.create(event=event, kind="beside", guest=one, other=other, is_hard=True)
    built.seat(plan, one, "T1-1", is_locked=True)
    built.seat(plan, other, "T1-5", is_locked=True)
    coming(event, "Radu Probescu")
    return plan


def test_outcome_names_a_conflict_without_the_pair_in_it() -> None:
    solution = Solution({}, 0, conflicts=(("house:couple-table", "apart:abc.0"),), is_blame_proven=False)

    assert told_conflicts(solution) == {
        "conflicts": [["house:couple-table", "wish-of-the-office"]],
        "is_blame_proven": False,
    }


def test_a_search_tells_on_proposal_and_plan_what_cannot_all_be_kept(signed_in: Client, event: Event) -> None:
    pytest.importorskip("highspy")
    plan = contradicted(event)
    begin(signed_in, plan)
    run(plan)
    proposal = url(plan, "propose", deed="solved")

    shown = page(signed_in, proposal)
    signed_in.post(proposal, sent_by(shown, "key"))

    for told in (shown, page(signed_in, url(plan))):
        words = unescape(told)
        assert CANNOT in words
        assert "Ana Sample and Ion Example sit side by side" in words
        assert "Ana Sample is locked: " in words
        assert "Ion Example is locked: " in words
        assert "It is proven that no smaller set is to blame." in words


def test_a_pair_kept_apart_is_told_as_a_wish_of_the_office(signed_in: Client, event: Event) -> None:
    plan = contradicted(event)
    one, other = event.participations.order_by("pk")[:2]
    Apart.objects.create(organiser=event.organiser, person=one.person, other_person=other.person)
    Plan.objects.filter(pk=plan.pk).update(
        outcome={"conflicts": [[Wish.objects.get().code, "wish-of-the-office"]], "is_blame_proven": False}
    )

    shown = page(signed_in, url(plan))

    assert '<li dir="auto">A wish of the office</li>' in shown
    assert "It is not proven that no smaller set is to blame." in shown


def test_a_conflict_is_over_with_its_wish_or_once_all_is_kept(signed_in: Client, event: Event) -> None:
    plan = contradicted(event)
    wish = Wish.objects.get()
    outcome = {"conflicts": [[wish.code]], "is_blame_proven": True}
    Plan.objects.filter(pk=plan.pk).update(outcome=outcome)
    assert CANNOT in page(signed_in, url(plan))

    plan.placements.filter(seat="T1-5").update(seat="T1-2")
    assert CANNOT not in page(signed_in, url(plan))
    plan.placements.filter(seat="T1-2").update(seat="T1-5")
    wish.delete()
    assert CANNOT not in page(signed_in, url(plan))


@pytest.mark.parametrize(
    ("best", "bound", "words"),
    [
        (41, 41, "best plan gives up 41, and no better one exists"),
        (10_041, 10_029, "best plan so far breaks 1 rule and gives up 41"),
        (20_000, None, "best plan so far breaks 2 rules and gives up 0"),
    ],
)
def test_rules_that_are_broken_are_counted_and_never_weighed(
    best: int, bound: int | None, words: str
) -> None:
    assert best_words(best, bound) == words
