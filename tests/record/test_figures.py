"""What sources claim: side by side, contradictions told, and one followed by the decision of a person."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.events.models import Claim, Event, GuestCategory, Matter, Participation, Source
from tests import make
from tests.conftest import People
from tests.record.built import address, chosen, page, said, send, somebody, undo


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"])


@pytest.fixture
def march(event: Event) -> Matter:
    """The two counts of a march, by the police and by its organisers."""
    matter = Matter.objects.create(event=event, kind="attendance", counted={"en": "People in the march"})
    claim(matter, 480, "count", claimant_name="The police")
    claim(matter, 2000, "at-least", claimant_name="The organisers")
    return matter


def claim(matter: Matter, value: int | None, exactness: str = "", **fields: Any) -> Claim:
    return Claim.objects.create(matter=matter, value=value, exactness=exactness, **fields)


def decide(client: Client, matter: Matter, followed: Claim | None, **fields: str) -> Any:
    """Fill in the form of the decision and send it."""
    sent = {"claim": str(followed.pk) if followed else "keep-all", "name": "The Consul", "reason": "Counted."}
    return send(client, address(matter.event, "decide-matter", matter=matter.code), "reason", sent | fields)


def test_a_record_without_figures_says_so(signed_in: Client, event: Event) -> None:
    assert "No figure is recorded." in page(signed_in, address(event, "figures"))


def test_two_counts_stand_side_by_side_and_their_contradiction_is_told(
    signed_in: Client, event: Event, march: Matter
) -> None:
    shown = page(signed_in, address(event, "figures"))

    assert "480, counted" in shown
    assert "at least 2,000" in shown
    assert "No figure is both 480 and ≥ 2000." in shown
    assert "Not decided." in shown


def test_a_figure_is_written_with_its_claims(signed_in: Client, event: Event) -> None:
    source = Source.objects.create(event=event, title="Sample Gazette")
    mayor, paper = somebody(event, "The Mayor"), make.body(event.organiser, "Sample Agency")
    path = address(event, "add-matter")
    send(
        signed_in,
        path,
        "counted-en",
        {
            "kind": "attendance",
            "claim-0-value": "300",
            "claim-0-upper": "400",
            "claim-0-exactness": "estimate",
            "claim-0-source": str(source.pk),
            **chosen(mayor, "claim-0-who"),
        },
    )
    matter = Matter.objects.get()

    response = send(
        signed_in,
        address(event, "change-matter", matter=matter.code),
        "counted-en",
        {
            "claim-TOTAL_FORMS": "2",
            "claim-1-words-en": "a full square",
            "claim-1-who": paper.code,
            "claim-1-who_text": "Sample Agency",
        },
    )

    assert said(response) == ["The figure and its claims are saved."]
    first, second = matter.claims.order_by("position")
    assert (first.value, first.upper, first.claimant, first.source) == (300, 400, mayor, source)
    assert (second.words, second.claimant_body) == ({"en": "a full square"}, paper)
    assert Participation.objects.count() == 1
    shown = page(signed_in, address(event, "figures"))
    assert "about 300 to 400" in shown
    assert "“a full square”" in shown


WRONG = {
    "nothing claimed": ({"claim-0-exactness": "count"}, "Give a figure, or the words of the source."),
    "a span turned round": (
        {"claim-0-value": "400", "claim-0-upper": "300"},
        "A span goes from the smaller figure to the larger one; correct it.",
    ),
    "nothing counted": (
        {"kind": "figure", "claim-0-value": "400"},
        "Say in a few words what is counted, or what the matter is.",
    ),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_a_wrong_claim_is_told_and_nothing_is_saved(signed_in: Client, event: Event, case: str) -> None:
    fields, words = WRONG[case]

    response = send(signed_in, address(event, "add-matter"), "counted-en", fields)

    assert words in response.content.decode()
    assert not Matter.objects.exists()


def test_a_named_person_follows_one_claim_and_the_others_stay(
    signed_in: Client, event: Event, march: Matter
) -> None:
    police, organisers = march.claims.order_by("pk")

    decide(signed_in, march, police)
    response = decide(signed_in, march, organisers, reason="Seen from the roof.")

    assert said(response) == ["The record follows this claim; the others stay beside it."]
    assert list(march.claims.order_by("pk").values_list("is_followed", flat=True)) == [False, True]
    shown = page(signed_in, address(event, "figures"))
    assert "The record follows one by the decision of The Consul" in shown
    assert "Seen from the roof." in shown
    undo(signed_in, response)
    assert list(march.claims.order_by("pk").values_list("is_followed", flat=True)) == [True, False]


def test_all_are_kept_and_the_decision_is_taken_back(signed_in: Client, event: Event, march: Matter) -> None:
    decide(signed_in, march, None)
    assert Matter.objects.get().decision == "keep-all"

    signed_in.post(address(event, "decide-matter", matter=march.code), {"reopen": "1"})

    march.refresh_from_db()
    assert (march.decision, march.decided_by, march.decided_because) == ("", None, "")
    assert march.claims.count() == 2


def test_a_decision_needs_a_name_and_a_reason(signed_in: Client, event: Event, march: Matter) -> None:
    response = decide(signed_in, march, None, reason="")

    assert "This field is required." in response.content.decode()
    assert AuditLine.objects.count() == 0


def test_without_the_followed_claim_the_matter_is_open_again(
    signed_in: Client, event: Event, march: Matter
) -> None:
    police = march.claims.order_by("pk")[0]
    decide(signed_in, march, police)

    path = address(event, "change-matter", matter=march.code)
    send(signed_in, path, "counted-en", {"claim-0-DELETE": "on"})

    march.refresh_from_db()
    assert (march.decision, march.claims.count()) == ("", 1)


def test_the_drawer_says_who_says_so(signed_in: Client, event: Event, march: Matter) -> None:
    shown = page(signed_in, address(event, "why-matter", matter=march.code))

    assert re.findall(r"The \w+: [^<]+", shown) == [
        "The police: 480, counted",
        "The organisers: at least 2,000",
    ]
    assert "No figure is both 480 and ≥ 2000." in shown


def test_a_breakdown_that_comes_to_more_than_the_whole_is_told(signed_in: Client, event: Event) -> None:
    source = Source.objects.create(event=event, title="Sample Gazette")
    whole = Matter.objects.create(event=event, kind="attendance")
    claim(whole, 100, "count", source=source)
    for name, value in (("Missions", 60), ("Historians", 50)):
        category = GuestCategory.objects.create(event=event, names={"en": name})
        claim(Matter.objects.create(event=event, kind="attendance", category=category), value, source=source)

    shown = page(signed_in, address(event, "figures"))

    assert "Sample Gazette: The parts come to at least 110, more than the whole (100)." in shown


def test_a_figure_is_taken_out_and_brought_back(signed_in: Client, event: Event, march: Matter) -> None:
    path = address(event, "delete-matter", matter=march.code)
    assert "Take “People in the march” out of the record?" in page(signed_in, path)

    response = signed_in.post(path, follow=True)

    assert not Claim.objects.exists()
    undo(signed_in, response)
    assert Claim.objects.count() == 2


def test_the_page_asks_as_often_for_many_claims_as_for_one(signed_in: Client, event: Event) -> None:
    counts = []
    for number in (1, 3, 40):
        for place in range(Matter.objects.count(), number):
            matter = Matter.objects.create(event=event, counted={"en": f"Trees {place}"}, position=place)
            source = Source.objects.create(event=event, title=f"Report {place}")
            claim(matter, place, source=source, claimant=somebody(event, f"Ana Sample{place}"))
            claim(matter, place + 5, claimant_body=make.body(event.organiser))
        page(signed_in, address(event, "figures"))
        with CaptureQueriesContext(connection) as captured:
            page(signed_in, address(event, "figures"))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]
