"""Forty questions of a record: answered with the source, told apart from the plan, or not known."""

from pathlib import Path
from typing import Any

import pytest
import typer
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from typer.testing import CliRunner, Result

from chancery.accounts.roles import Role
from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.commands import REFERENCE
from chancery.events.models import Claim, Event, Matter, OtherEvent, Participation, Source
from chancery.programme.models import Item
from chancery.record import commands
from chancery.record.models import Document, Handover
from chancery.record.questions.forty import QUESTIONS, NoSuchQuestion, ask, ask_all
from chancery.record.questions.known import Known, Side
from tests import make

EVENING = Path(__file__).parents[1] / "desk" / "evening"
PLAN, RECORD = Side.PLAN, Side.RECORD


def loaded(folder: Path) -> Event:
    office = make.organiser("post", state="AZ", host_state="RO")
    return load_event(folder, organiser=office, by=Actor(office.pk)).event


@pytest.fixture
def reference(db: Any) -> Event:
    return loaded(REFERENCE / "bucharest-2025")


@pytest.fixture
def evening(db: Any) -> Event:
    return loaded(EVENING)


def told(event: Event, key: str, side: Side = RECORD, **narrow: str) -> list[str]:
    """The lines of an answer in English, each with its source behind a bar."""
    with override("en"):
        lines = ask(key, Known(event, side=side, language="en", **narrow)).lines
    return [f"{line.words} | {line.source}" if line.source else line.words for line in lines]


def test_there_are_forty_questions_in_their_order() -> None:
    assert list(QUESTIONS) == [f"Q{number:02}" for number in range(1, 41)]


def test_a_question_that_does_not_exist_is_refused(reference: Event) -> None:
    with pytest.raises(NoSuchQuestion, match="ask Q01 to Q40"):
        told(reference, "Q41")


def test_q01_of_the_record_does_not_take_the_plan_for_the_day(reference: Event) -> None:
    plan, record = told(reference, "Q01", PLAN), told(reference, "Q01")

    assert plan[-1] == "The anniversary day is 26 February 2025; the event is held on 25 February 2025."
    assert record[-1] == "The anniversary day is 26 February 2025."
    assert record[1] == "33rd anniversary"


@pytest.mark.parametrize(
    ("key", "plan", "record"),
    [
        (
            "Q04",
            ["Thursday, 4 March 2027, 18:30"],
            ["4 March 2027", "begun: 4 Mar 2027, 18:35", "ended: 4 Mar 2027, 18:50"],
        ),
        ("Q08", [], ["Leyla Sample: absent (on a journey)"]),
        (
            "Q20",
            ["1. Ion Model", "2. Ana Sample, on behalf of President of Sampleland"],
            [],
        ),
        (
            "Q30",
            ["Panel: dropped (no time)"],
            [
                "Opening: took place otherwise (begun five minutes late)",
                "Panel: did not take place (no time)",
            ],
        ),
    ],
)
def test_the_plan_and_the_record_answer_differently(
    evening: Event, key: str, plan: list[str], record: list[str]
) -> None:
    assert told(evening, key, PLAN) == plan
    assert told(evening, key) == record


def test_q05_q07_q34_tell_who_was_there_only_of_whoever_is_known_to_have_come(reference: Event) -> None:
    guest = make.participation(reference, make.person(reference.organiser), planned="accepted")
    reference.categories.filter(ref="historians").update(was_present=None)

    assert "Historians" in told(reference, "Q05", PLAN)
    assert "Historians" not in told(reference, "Q05")
    assert told(reference, "Q07", PLAN) == []
    assert told(reference, "Q07") == [guest.name_printed]
    assert [line.split(":")[0] for line in told(reference, "Q34")] == ["1. Azerbaijan", "2. Romania"]


def test_q06_somebody_mentioned_never_attended(reference: Event) -> None:
    assert not [line for line in told(reference, "Q06") if "Aliyev" in line]


def test_q10_q11_statements_can_be_narrowed_to_a_speaker_and_a_topic(reference: Event) -> None:
    said = told(reference, "Q11", speaker="simileanu", topic="condemn")

    assert len(said) == 1
    assert said[0].endswith("| Report of the commemorative event in Bucharest")
    assert told(reference, "Q10") == []


def test_q20_acts_are_told_in_the_order_in_which_they_were_done(evening: Event) -> None:
    item = Item.objects.get(event=evening, kind="wreath")
    Item.objects.filter(pk=item.pk).update(happened="yes")
    first, second = item.acts.order_by("position")
    item.acts.filter(pk=first.pk).update(actual_position=5)
    item.acts.filter(pk=second.pk).update(happened="yes", actual_position=1)

    assert told(evening, "Q20") == ["1. Ana Sample, on behalf of President of Sampleland", "2. Ion Model"]


def a_matter(event: Event) -> Matter:
    """Two sources that do not agree on how many came."""
    matter = Matter.objects.create(event=event, kind="attendance", counted={"en": "guests"})
    source = Source.objects.create(event=event, title="Sample Daily")
    Claim.objects.create(matter=matter, value=500, exactness="estimate", claimant_name="the organisers")
    Claim.objects.create(
        matter=matter, value=300, upper=350, source=source, position=1, doubt="the sum is wrong"
    )
    return matter


def test_q24_q29_claims_that_disagree_are_all_told(evening: Event) -> None:
    matter = a_matter(evening)
    both = ["guests: about 500 | the organisers"]
    both += ["guests: 300 to 350, doubt: the sum is wrong | Sample Daily"]

    assert told(evening, "Q24") == told(evening, "Q29") == both
    Matter.objects.filter(pk=matter.pk).update(
        decision="follow", decided_by_name="Ana Sample", decided_because="it was counted at the door"
    )
    matter.claims.filter(value=300).update(is_followed=True)
    assert told(evening, "Q29")[1:] == [
        "guests: 300 to 350, doubt: the sum is wrong; the record follows it | Sample Daily",
        "the record follows one, Ana Sample, it was counted at the door",
    ]


def test_q23_q26_q39_what_came_out_was_cited_and_was_handed_over(evening: Event) -> None:
    petition = Document.objects.create(
        event=evening, kind="petition", relation="handed-over", titles={"en": "Sample petition"}
    )
    Document.objects.create(
        event=evening, kind="resolution", relation="cited", titles={"en": "Sample text"}, status="proposed"
    )
    who = Participation.objects.get(event=evening, capacity="moderator")
    Handover.objects.create(event=evening, document=petition, giver=who, acceptance="refused")

    assert told(evening, "Q23") == ["petition, Sample petition, handed over at it"]
    assert told(evening, "Q26") == ["resolution, Sample text, cited at it, proposed"]
    assert told(evening, "Q39") == ["Sample petition, by Ion Model, refused"]


def test_q37_an_event_named_in_a_source_is_kept_apart(evening: Event) -> None:
    OtherEvent.objects.create(event=evening, names={"en": "Sample march"}, city="Iași", note="same day")

    assert told(evening, "Q37") == ["Sample march, Iași, same day"]


def test_q30_an_item_that_came_on_the_day_is_told_of_the_record_alone(evening: Event) -> None:
    make.item(evening, "Sample song", happened="yes", is_planned=False)

    assert "Sample song: came on the day" in told(evening, "Q30")
    assert not [line for line in told(evening, "Q30", PLAN) if "song" in line]
    assert told(evening, "Q09", PLAN) == ["Own words of the reader"]


def test_q40_names_every_question_without_an_answer(reference: Event) -> None:
    with override("en"):
        answers = ask_all(Known(reference, side=RECORD, language="en"))
    silent = [answer.key for answer in answers if not answer.is_known]

    assert [line.words[:3] for line in answers[-1].lines] == silent
    assert {"Q13", "Q20", "Q24", "Q39"} <= set(silent)


def test_the_number_of_queries_does_not_grow_with_the_record(evening: Event) -> None:
    def asked() -> int:
        with override("en"), CaptureQueriesContext(connection) as queries:
            ask_all(Known(evening, side=RECORD, language="en"))
        return len(queries)

    a_matter(evening)
    make.participation(evening, make.person(evening.organiser, "First"), actual="attended")
    asked()
    of_one = asked()
    for number in range(30):
        make.participation(evening, make.person(evening.organiser, f"Guest {number}"), actual="attended")
        a_matter(evening)

    assert asked() == of_one


def command(*arguments: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    commands.register(app)
    return CliRunner().invoke(app, ["ask", *arguments])


def test_the_command_answers_one_question_or_all(reference: Event) -> None:
    every = command("bucharest-2025")

    assert command("bucharest-2025", "q18").stdout.splitlines()[1:] == [
        "  item 4: Video about the tragedy",
        "  Source: the office’s own record",
    ]
    assert every.stdout.count("\n  not known") == 22
    assert "  Source: Report of the commemorative event in Bucharest" in every.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Q99"], "There is no question “Q99”; ask Q01 to Q40."),
        (["--language", "xx"], "There are no answers in “xx”; choose"),
    ],
)
def test_the_command_says_what_it_does_not_know(
    reference: Event, arguments: list[str], sentence: str
) -> None:
    result = command("bucharest-2025", *arguments)

    assert result.exit_code == 2
    assert sentence in result.stderr


@pytest.fixture
def press(reference: Event, client: Client) -> Client:
    """A press officer, who reads the record and not the guest list."""
    client.force_login(make.member(reference.organiser, Role.PRESS).user)
    return client


def page(client: Client, event: Event, **query: str) -> Any:
    address = reverse("record:questions", args=[event.organiser.ref, event.code])
    return client.get(address, query)


def test_the_page_answers_and_says_what_is_not_known(press: Client, reference: Event) -> None:
    body = page(press, reference).content.decode()

    assert "The record answers" in body
    assert body.count("not known</p>") == 21


def test_the_guest_list_is_not_told_to_whom_it_is_closed(press: Client, reference: Event) -> None:
    make.participation(reference, make.person(reference.organiser, "Hidden Guest"), planned="declined")

    body = page(press, reference, side="plan").content.decode()

    assert "Hidden Guest" not in body
    assert "4 questions are about the guest list" in body
