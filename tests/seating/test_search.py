"""The search for the best plan: its run, its stop, its worker's death, and what changes meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chancery.base import jobs
from chancery.base.models import Job
from chancery.events.models import Event
from chancery.guests.models import GuestList
from chancery.rules.seating import solve as rules
from chancery.seating.actions import solving
from chancery.seating.models import Plan
from tests import make
from tests.conftest import People
from tests.record.built import page
from tests.seating import built, dinner
from tests.seating.paged import coming, seats, sent_by, url

pytest.importorskip("highspy")
type Search = Callable[..., rules.Solution]


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2027, 2, 25), languages=["en"])


@pytest.fixture
def plan(event: Event) -> Plan:
    """A plan of round tables for which six guests have accepted."""
    for number in range(6):
        coming(event, f"Guest Number{number}")
    return built.plan(event, room=built.room(event.organiser, layout=dinner.TABLES))


def begin(client: Client, plan: Plan) -> Job:
    client.post(url(plan, "solve"), {"moves": 3_000_000, "seed": 1})
    plan.refresh_from_db()
    assert plan.job is not None
    return plan.job


def run(plan: Plan) -> Job:
    assert plan.job is not None
    jobs.run_job.call(plan.job.pk)
    plan.job.refresh_from_db()
    return plan.job


def meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], Any]) -> None:
    """Let something happen at the first report of a search."""
    search: Search = rules.solve

    def solve(problem: Any, *, watch: rules.Watch, **asked: Any) -> rules.Solution:
        waiting = [deed]

        def watched(seen: rules.Progress) -> bool:
            while waiting:
                waiting.pop()()
            return watch(seen)

        return search(problem, watch=watched, **asked)

    monkeypatch.setattr(rules, "solve", solve)


def test_a_search_finds_a_plan_that_is_taken_after_looking(signed_in: Client, plan: Plan) -> None:
    begin(signed_in, plan)
    job = run(plan)

    assert job.state == Job.State.DONE
    assert "See who would move" in page(signed_in, url(plan))
    assert seats(plan) == {}
    proposal = url(plan, "propose", deed="solved")
    signed_in.post(proposal, sent_by(page(signed_in, proposal), "key"))

    assert len(seats(plan)) == 6
    plan.refresh_from_db()
    assert plan.outcome["seed"] == 1
    assert "See who would move" not in page(signed_in, url(plan))


def test_a_search_tells_how_good_its_best_plan_is(
    signed_in: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "REPORT_SECONDS", 0)
    told: list[str] = []
    meanwhile(monkeypatch, lambda: told.append(page(signed_in, url(plan, "search"))))
    begin(signed_in, plan)

    step = run(plan).step

    assert "looking for a first plan" in told[0]
    assert "gives up" in step


def test_a_stopped_search_keeps_the_best_plan_so_far(
    signed_in: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "REPORT_SECONDS", 0)
    meanwhile(monkeypatch, lambda: signed_in.post(url(plan, "stop-search")))
    begin(signed_in, plan)

    job = run(plan)

    assert job.state == Job.State.STOPPED
    assert len(job.outcome["placing"]) == 6
    shown = page(signed_in, url(plan))
    assert "Stopped." in shown
    assert "See who would move" in shown


def test_a_search_stopped_after_its_last_report_keeps_its_plan(
    signed_in: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    search: Search = rules.solve

    def solve(*args: Any, **asked: Any) -> rules.Solution:
        found = search(*args, **asked)
        signed_in.post(url(plan, "stop-search"))
        return found

    monkeypatch.setattr(rules, "solve", solve)
    begin(signed_in, plan)

    assert len(run(plan).outcome["placing"]) == 6


def test_a_search_stopped_before_it_ran_has_no_plan_and_does_not_run(signed_in: Client, plan: Plan) -> None:
    begin(signed_in, plan)
    signed_in.post(url(plan, "stop-search"))

    assert run(plan).outcome == {}
    assert "Stopped before there was a plan." in page(signed_in, url(plan))
    assert "A search is under way." not in page(signed_in, url(plan))


def test_a_search_whose_worker_died_is_run_again(signed_in: Client, plan: Plan) -> None:
    job = begin(signed_in, plan)
    lose(job)

    assert jobs.rescue_lost_jobs(timezone.now()) == 1

    assert run(plan).state == Job.State.DONE
    assert "See who would move" in page(signed_in, url(plan))


def test_a_search_whose_workers_die_again_and_again_says_so(signed_in: Client, plan: Plan) -> None:
    job = begin(signed_in, plan)
    for _attempt in range(jobs.MOST_TRIES):
        lose(job)
        jobs.rescue_lost_jobs(timezone.now())

    shown = page(signed_in, url(plan))

    assert "The search could not be finished; start it again." in shown
    assert run(plan).state == Job.State.FAILED
    assert begin(signed_in, plan) != job


def lose(job: Job) -> None:
    long_ago = timezone.now() - 2 * jobs.LOST_AFTER
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, seen_alive_at=long_ago)


def test_a_second_search_of_one_plan_is_refused_in_words(signed_in: Client, plan: Plan) -> None:
    first = begin(signed_in, plan)

    sent = {"moves": 3_000_000, "seed": 2}
    shown = signed_in.post(url(plan, "solve"), sent, follow=True).content.decode()

    assert "A search for this plan is under way; stop it first." in shown
    plan.refresh_from_db()
    assert plan.job == first
    assert Job.objects.filter(kind=solving.SEARCH).count() == 1


def test_a_search_begins_with_the_plan_as_it_is_when_it_runs(signed_in: Client, plan: Plan) -> None:
    begin(signed_in, plan)
    signed_in.post(url(plan, "move"), first_guest_to(plan, "T1-1"))

    run(plan)

    assert "See who would move" in page(signed_in, url(plan))


def first_guest_to(plan: Plan, seat: str) -> dict[str, str]:
    guest = plan.event.participations.order_by("pk").first()
    assert guest is not None
    return {"who": f"{guest.code}.0", "was": "", "seat": seat}


@pytest.mark.parametrize("what", ["plan", "guest list"])
def test_what_was_changed_while_a_search_ran_is_said_and_nothing_is_taken(
    signed_in: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    GuestList.objects.get_or_create(event=plan.event)
    deeds: dict[str, Callable[[], Any]] = {
        "plan": lambda: signed_in.post(url(plan, "move"), first_guest_to(plan, "T1-1")),
        "guest list": lambda: GuestList.objects.filter(event=plan.event).update(revision=7),
    }
    meanwhile(monkeypatch, deeds[what])
    begin(signed_in, plan)
    run(plan)
    before = seats(plan)

    shown = page(signed_in, url(plan))
    refused = signed_in.post(url(plan, "propose", deed="solved"), {}, follow=True).content.decode()

    assert "See who would move" not in shown
    for told in (shown, refused):
        assert "The plan or the guest list was changed after the search had begun; search again." in told
    assert seats(plan) == before


def test_a_search_of_a_plan_deleted_meanwhile_says_so(signed_in: Client, plan: Plan) -> None:
    job = begin(signed_in, plan)
    signed_in.post(url(plan, "delete-plan"))

    jobs.run_job.call(job.pk)

    job.refresh_from_db()
    assert job.failure == "The plan was deleted meanwhile; nothing was changed."


def test_a_search_in_a_room_that_cannot_be_read_says_why(signed_in: Client, plan: Plan) -> None:
    begin(signed_in, plan)
    Plan.objects.filter(pk=plan.pk).update(layout={"width": 100})

    assert run(plan).failure.endswith(".")


def test_a_search_that_left_no_plan_is_not_told_for_ever(signed_in: Client, plan: Plan) -> None:
    job = begin(signed_in, plan)
    ended = timezone.now() - timedelta(hours=2)
    Job.objects.filter(pk=job.pk).update(state=Job.State.FAILED, ended_at=ended)

    assert "The search could not be finished" not in page(signed_in, url(plan))
