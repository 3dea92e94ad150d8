"""Recognitions on their pages: texts and steps, filters with their total, files; nothing is half done."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.audit import lines_of
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.recognition_rows import MOST_BODIES
from tests import make
from tests.conftest import People

ADOPTED = ("adopted", "2012-02-01")
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, "Letters")


def address(campaign: Campaign, *parts: str) -> str:
    return "/".join([f"/o/mission/campaigns/{campaign.code}/recognitions", *parts, ""])


def written(**fields: Any) -> dict[str, Any]:
    """What a browser sends for a new text."""
    sent = {"printed_body-en": "Sample Senate", "level": "chamber", "kind": "resolution", "step-status": ""}
    return sent | fields


def test_a_text_is_recorded_with_its_first_step_and_undone(signed_in: Client, campaign: Campaign) -> None:
    sent = written(number="12/2012", votes_for="80", word="tragedy", word_language="en", state="RO")
    step = {"step-status": "adopted", "step-on-year": "2012", "step-on-month": "02"}
    page = signed_in.post(address(campaign, "add"), sent | step, follow=True)

    made = Recognition.objects.get()
    assert (made.number, made.votes_for, made.votes_against, made.state) == ("12/2012", 80, None, "RO")
    assert [(each.status, str(each.on)) for each in made.steps.all()] == [("adopted", "2012-02")]
    body = page.content.decode()
    assert "80 for" in body
    assert "against" not in body

    signed_in.post(_undo_in(body))
    assert not Recognition.objects.exists()


def _undo_in(page: str) -> str:
    addresses = (part.split('"')[0] for part in page.split('action="'))
    return next(address for address in addresses if "recognitions/undo/" in address)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"printed_body-en": ""}, "Choose the body from the directory, or write it as printed."),
        ({"word": "tragedy"}, "Say in which language the text uses this word."),
        ({"step-on-year": "2012"}, "Say what became of the text on that day."),
        ({"level": ""}, "This field is required"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    signed_in: Client, campaign: Campaign, fields: dict[str, str], sentence: str
) -> None:
    page = signed_in.post(address(campaign, "add"), written(number="12/2012") | fields).content.decode()

    assert sentence in page
    assert "12/2012" in page
    assert not Recognition.objects.exists()


def test_a_document_is_kept_and_served_to_those_who_may_see_the_text(
    signed_in: Client, client: Client, people: People, campaign: Campaign
) -> None:
    sent = SimpleUploadedFile("resolution.pdf", PDF, "application/pdf")
    signed_in.post(address(campaign, "add"), written(document_file=sent))
    made = Recognition.objects.get()

    served = signed_in.get(address(campaign, made.code, "document"))

    assert b"".join(served.streaming_content) == PDF  # type: ignore[attr-defined]  # a file is streamed
    client.force_login(people.stranger)
    assert client.get(address(campaign, made.code, "document")).status_code == 404


def test_what_is_no_document_is_refused_in_a_sentence(signed_in: Client, campaign: Campaign) -> None:
    sent = SimpleUploadedFile("resolution.pdf", b"MZ\x00\x90\x00", "application/pdf")
    page = signed_in.post(address(campaign, "add"), written(document_file=sent)).content.decode()

    assert "resolution.pdf" in page
    assert not Recognition.objects.exists()


def test_a_deleted_text_comes_back_with_its_steps(signed_in: Client, campaign: Campaign) -> None:
    made = make.recognition(campaign, "Sample Senate", ("proposed", "2011"), ADOPTED)

    page = signed_in.post(address(campaign, made.code, "delete"), follow=True).content.decode()
    assert not RecognitionStep.objects.exists()
    signed_in.post(_undo_in(page))

    assert list(made.steps.order_by("id").values_list("status", flat=True)) == ["proposed", "adopted"]


def test_a_step_is_taken_back_with_a_reason_and_stays(signed_in: Client, campaign: Campaign) -> None:
    made = make.recognition(campaign, "Sample Senate", ADOPTED)
    step = made.steps.get()
    take_back = address(campaign, made.code, "steps", step.code)

    assert "This field is required" in signed_in.post(take_back, {"reason": ""}).content.decode()
    page = signed_in.post(take_back, {"reason": "It was another text."}, follow=True).content.decode()

    step.refresh_from_db()
    assert step.taken_back_because == "It was another text."
    assert "It was another text." in page
    assert "no step is known" in page
    assert lines_of(step)[0].code == "occasions.step.taken_back"
    again = signed_in.post(take_back, {"reason": "Once more."}, follow=True).content.decode()
    assert "This step is taken back already; nothing was changed." in again


def test_more_bodies_than_a_menu_holds_are_found_by_name_and_stay_when_chosen(
    signed_in: Client, campaign: Campaign
) -> None:
    made = Recognition.objects.bulk_create(
        Recognition(
            organiser=campaign.organiser,
            campaign=campaign,
            printed_body={"en": f"Town {number}"},
            level="city",
            kind="resolution",
        )
        for number in range(MOST_BODIES + 1)
    )
    RecognitionStep.objects.bulk_create(RecognitionStep(recognition=row, status="adopted") for row in made)

    unchosen = signed_in.get(address(campaign)).content.decode()
    chosen = signed_in.get(address(campaign), {"body": "~town 7"}).content.decode()
    found = signed_in.get(address(campaign), {"q": "Town 42"}).content.decode()

    assert 'name="body"' not in unchosen
    assert re.findall(r'<input type="checkbox" name="body" value="([^"]+)"[^>]* checked', chosen) == [
        "~town 7"
    ]
    assert "Body Town 7" in " ".join(re.sub(r"<[^>]+>", " ", chosen).split())
    assert set(re.findall(r"Town \d+", found)) == {"Town 42"}


def test_the_filters_are_the_question_and_stand_beside_the_total(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(campaign, "Sample Senate", ADOPTED, state="RO", word="tragedy", word_language="en")
    make.recognition(campaign, "Sample Senate", ("adopted", "2014-02-01"), state="RO", kind="statement")
    make.recognition(campaign, "Sample Committee", ("adopted", None), level="committee", state="MD")
    make.recognition(campaign, "Sample Diet", ("proposed", "2012-02-01"))

    page = signed_in.get(address(campaign), {"status": "adopted"}).content.decode()

    assert "2 texts" in page
    assert "At most 3: 1 text has no day." in page
    assert "1 body" in page
    assert (
        "Not narrowed: Level, Kind of text, State, Body, The word it uses, Day of the status, "
        "Words looked for." in page
    )
    assert "Sample Diet" not in _list_in(page)
    narrow = {
        "status": "adopted",
        "level": ["chamber", "committee"],
        "kind": "resolution",
        "counted": "states",
    }
    page = signed_in.get(address(campaign), narrow).content.decode()
    assert "1 state" in page
    assert "At most 2: 1 text has no day." in page


def _list_in(page: str) -> str:
    return page.split('<table class="list"')[1]


def test_a_total_is_counted_as_of_any_day_and_as_known_on_any_day(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(campaign, "Sample Senate", ADOPTED)

    before = signed_in.get(address(campaign), {"status": "adopted", "as_of": "2012-01-31"}).content.decode()
    unknown = signed_in.get(address(campaign), {"status": "adopted", "known": "2015-01-01"}).content.decode()

    assert "0 texts" in before
    assert "31 January 2012" in before
    assert "0 texts" in unknown
    assert "1 Jan 2015" in unknown


def test_a_filter_that_is_not_understood_is_said_and_narrows_nothing(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(campaign, "Sample Senate", ADOPTED)

    page = signed_in.get(address(campaign), {"since": "someday", "level": "planet"}).content.decode()

    assert "1 text" in page
    assert "Enter a valid date" in page


def test_only_the_doubtful_are_listed_and_the_total_stays(signed_in: Client, campaign: Campaign) -> None:
    make.recognition(campaign, "Sample Senate", ADOPTED)
    make.recognition(campaign, "Sample Diet", ("adopted", None))

    page = signed_in.get(address(campaign), {"status": "adopted", "doubtful": "on"}).content.decode()

    assert "At most 2" in page
    assert "Sample Diet" in _list_in(page)
    assert "Sample Senate" not in _list_in(page)


def test_the_list_is_paged_by_fifty_the_newest_first(signed_in: Client, campaign: Campaign) -> None:
    for year in range(1950, 2001):
        make.recognition(campaign, f"Senate of {year}", ("adopted", str(year)))

    first, second = (_list_in(signed_in.get(address(campaign), {"page": n}).content.decode()) for n in (1, 2))

    assert first.index("Senate of 2000") < first.index("Senate of 1999")
    assert "Senate of 1950" not in first
    assert "Senate of 1950" in second


def test_a_post_adds_its_own_and_reads_what_others_recorded(client: Client, people: People) -> None:
    ministry = make.organiser("ministry")
    people.office.parent = ministry
    people.office.save()
    shared = make.campaign(ministry, visibility="tree")
    theirs = make.recognition(shared, "Sample Senate", ADOPTED)
    client.force_login(people.owner)

    page = client.get(f"/o/mission/campaigns/{shared.code}/recognitions/").content.decode()
    changed = client.get(f"/o/mission/campaigns/{shared.code}/recognitions/{theirs.code}/edit/")
    client.post(f"/o/mission/campaigns/{shared.code}/recognitions/add/", written())

    assert "Sample Senate" in page
    assert changed.status_code == 403
    assert Recognition.objects.get(organiser=people.office).campaign == shared


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_queries(signed_in: Client, campaign: Campaign, count: int) -> None:
    for number in range(count):
        make.recognition(campaign, f"Senate {number}", ADOPTED)
    signed_in.get(address(campaign))

    with CaptureQueriesContext(connection) as asked:
        signed_in.get(address(campaign))

    assert len(asked) == 9


def test_a_total_of_an_earlier_day_says_what_came_and_went_since(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(campaign, "Steady Senate", ("adopted", "2012-02-01"))
    make.recognition(campaign, "Repealing Diet", ("adopted", "2012-02-01"), ("repealed", "2019-01-01"))
    make.recognition(campaign, "New Council", ("adopted", "2020-02-01"))
    url = f"/o/mission/campaigns/{campaign.code}/recognitions/"

    page = signed_in.get(url, {"status": "adopted", "as_of": "2015-01-01"}).content.decode()
    today = signed_in.get(url, {"status": "adopted"}).content.decode()

    assert "1 text came in. 1 text went out." in page
    since = page.split("What changed since")[-1]
    assert [name for name in ("Steady", "Repealing", "New") if name in since] == ["Repealing", "New"]
    assert '<a href="?status=adopted">Now: 2 texts</a>' in page
    assert "What changed since" not in today
