"""Dashboards: what stands on them, how they are asked, what they never do."""

import csv
import io
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from chancery.accounts.models import Organiser, User
from chancery.base.models import Job
from chancery.campaign.models import CampaignClaim, EventCounting
from chancery.campaign.queries.dashboards import MOST_MOMENTS
from chancery.events.models import EventCampaign
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from tests import make
from tests.campaign.figures_built import a_year, counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Organiser:
    return make.organiser()


def reader_of(office: Organiser) -> Client:
    client = Client()
    client.force_login(make.member(office).user)
    return client


@pytest.fixture
def reader(office: Organiser) -> Client:
    return reader_of(office)


@pytest.fixture
def campaign(office: Organiser) -> Campaign:
    return make.campaign(office)


def page(reader: Client, office: Organiser, campaign: Campaign | None = None, **asked: Any) -> str:
    args = [office.ref, campaign.code] if campaign else [office.ref]
    route = "campaign:dashboard" if campaign else "campaign:office"
    answer = reader.get(reverse(route, args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def key_figures(html: str) -> dict[str, str]:
    """The key figures of a page by their name."""
    found = re.findall(r"<dt>([^<]+)</dt>\s*<dd class=\"key-figure\">(?:<a [^>]+>)?([^<]+)<", html)
    return dict(found)


def tables(html: str) -> dict[str, list[list[str]]]:
    """The words of the table behind each chart, by the key of the chart."""
    found = {}
    for key, body in re.findall(
        r'<figure class="[^"]+" id="([^"]+)">.*?<tbody>(.*?)</tbody>', html, re.DOTALL
    ):
        rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
        found[key] = [re.findall(r"<bdi>(.*?)</bdi>", row) for row in rows]
    return found


def test_an_office_without_a_count_is_told_so(reader: Client, office: Organiser) -> None:
    html = page(reader, office)

    assert "Nothing is counted for what is asked." in html
    assert "Not all events have been counted yet." in html
    assert "<svg" not in html.split('<main id="main"')[1].split("</main>")[0].replace('<svg class="icon', "")


def test_key_figures_add_up_years_and_never_states(
    reader: Client, office: Organiser, campaign: Campaign
) -> None:
    counted(office, 2024, a_year(30, "RO", "TR"), campaign=campaign)
    counted(office, 2025, a_year(60, "RO", "GE"), campaign=campaign)

    found = key_figures(page(reader, office, campaign))

    assert found["Invited"] == "90"
    assert found["Present"] == "45"
    assert found["Events"] == "6"
    assert found["States"] == "3"


def test_a_year_between_that_was_not_counted_is_a_gap(reader: Client, office: Organiser) -> None:
    counted(office, 2022, a_year(30))
    counted(office, 2024, a_year(60))

    html = page(reader, office)

    assert tables(html)["events"] == [["2022", "3"], ["2023", "not counted"], ["2024", "3"]]
    assert "Not counted: 2023." in html


def test_answers_leave_open_what_nobody_answered(reader: Client, office: Organiser) -> None:
    counted(office, 2025, a_year(60))

    assert tables(page(reader, office))["answers"] == [["2025", "30", "20", "10", "60"]]


def test_years_of_the_address_narrow_everything(reader: Client, office: Organiser) -> None:
    for year, people in ((2023, 10), (2024, 30), (2025, 60)):
        counted(office, year, a_year(people))

    html = page(reader, office, since=2024, until=2024)

    assert key_figures(html)["Invited"] == "30"
    assert [row[0] for row in tables(html)["events"]] == ["2024"]


def test_years_turned_round_are_said_and_the_page_still_opens(reader: Client, office: Organiser) -> None:
    html = page(reader, office, since=2025, until=2024)

    assert "The last year comes before the first; turn them round." in html


def test_a_category_shows_what_is_counted_by_category(reader: Client, office: Organiser) -> None:
    counted(office, 2025, a_year(60))

    html = page(reader, office, category="Historians")

    assert key_figures(html) == {"Invited": "60", "Present": "15"}
    assert set(tables(html)) == {"categories", "answers"}


def test_a_ministry_reads_all_posts_together_or_one(office: Organiser) -> None:
    ministry = make.organiser("ministry")
    post = make.organiser("post", parent=ministry)
    reader = reader_of(ministry)
    counted(ministry, 2025, a_year(100), of_posts=True)
    counted(ministry, 2025, a_year(40))
    counted(post, 2025, a_year(60))
    counted(office, 2025, a_year(999))

    assert key_figures(page(reader, ministry))["Invited"] == "100"
    assert key_figures(page(reader, ministry, post=ministry.ref))["Invited"] == "40"
    assert key_figures(page(reader, ministry, post=post.ref))["Invited"] == "60"
    assert key_figures(page(reader, ministry, post=office.ref))["Invited"] == "100"


def test_claims_stand_apart_with_their_claimant(
    reader: Client, office: Organiser, campaign: Campaign
) -> None:
    counted(office, 2025, a_year(60), campaign=campaign)
    CampaignClaim.objects.create(
        organiser=office, campaign=campaign, about="present", value=5000, claimant="The Sample Gazette"
    )

    html = page(reader, office, campaign)

    box = html.split('class="section claimed"')[1].split("</section>")[0]
    assert "5,000" in box
    assert "The Sample Gazette" in box
    assert "5,000" not in html.replace(box, "")
    assert key_figures(html)["Present"] == "30"


def test_queries_do_not_grow_with_years_and_posts() -> None:
    ministry = make.organiser("ministry")
    reader = reader_of(ministry)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            page(reader, ministry)
        return len(found)

    make.organiser("post-0", parent=ministry)
    counted(ministry, 2025, a_year(40, "RO"), of_posts=True)
    page(reader, ministry)
    first = queries()
    for year in range(2005, 2025):
        counted(ministry, year, a_year(40, "RO", "TR", "GE", "FR"), of_posts=True)
    for number in range(1, 6):
        make.organiser(f"post-{number}", parent=ministry)

    assert queries() == first
    assert first <= 30


def test_texts_and_events_of_a_campaign_cost_no_further_queries(
    reader: Client, office: Organiser, campaign: Campaign
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            page(reader, office, campaign)
        return len(found)

    def grow(number: int) -> None:
        make.recognition(campaign, f"Town {number}", ("adopted", "2024-02-01"), state="RO")
        counted(office, 2022 + number, a_year(40, "RO"), campaign=campaign)

    grow(0)
    page(reader, office, campaign)
    first = queries()
    for number in (1, 2):
        grow(number)

    assert queries() == first


def test_more_texts_than_a_line_holds_are_counted_and_not_drawn(
    reader: Client, office: Organiser, campaign: Campaign
) -> None:
    known: dict[str, Any] = {"organiser": office, "campaign": campaign, "level": "city", "kind": "resolution"}
    bodies = ({"en": f"Town {number}"} for number in range(MOST_MOMENTS))
    made = Recognition.objects.bulk_create(
        Recognition(printed_body=body, **known, state="RO") for body in bodies
    )
    RecognitionStep.objects.bulk_create(
        RecognitionStep(recognition=row, status="adopted", on="2024-02-01") for row in made
    )
    counted(office, 2024, a_year(40), campaign=campaign)

    drawn = tables(page(reader, office, campaign))
    make.recognition(campaign, "Town Hall", ("adopted", "2024-03-01"), state="RO")
    counted_only = tables(page(reader, office, campaign))

    assert len(drawn["time"]) == MOST_MOMENTS
    assert "time" not in counted_only
    assert counted_only["recognitions"] == [["Romania", str(MOST_MOMENTS + 1)]]


def test_counting_begins_by_the_button(reader: Client, office: Organiser, campaign: Campaign) -> None:
    answer = reader.post(reverse("campaign:count", args=[office.ref]), {"campaign": campaign.code})

    assert answer.headers["Location"] == reverse("campaign:dashboard", args=[office.ref, campaign.code])
    assert Job.objects.filter(organiser_id=office.pk, kind="campaign.count").count() == 1


def test_counting_does_not_begin_for_a_campaign_that_is_not_there(reader: Client, office: Organiser) -> None:
    answer = reader.post(reverse("campaign:count", args=[office.ref]), {"campaign": "nowhere"})

    assert answer.status_code == 404
    assert not Job.objects.exists()


def test_two_years_are_compared_in_plain_numbers(reader: Client, office: Organiser) -> None:
    counted(office, 2024, a_year(60))
    counted(office, 2025, a_year(90))

    answer = reader.get(
        reverse("campaign:office-csv", args=[office.ref]),
        {"first_year": 2024, "second_year": 2025},
    )

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Figure", "2024", "2025", "Difference", "In percent"]
    assert ["Invited", "60", "90", "'+30", "'+50%"] in rows
    assert ["Press reports", "4", "4", "0", ""] in rows


def test_a_share_of_few_is_not_given(reader: Client, office: Organiser) -> None:
    counted(office, 2024, [("invited", "", "", 10)])
    counted(office, 2025, [("invited", "", "", 20)])

    answer = reader.get(
        reverse("campaign:office-compare", args=[office.ref]), {"first_year": 2024, "second_year": 2025}
    )

    assert "+10" in answer.content.decode()
    assert "%" not in answer.content.decode().split("<tbody>")[1].split("</tbody>")[0]


def test_a_question_that_makes_no_sense_is_told_as_a_question(reader: Client, office: Organiser) -> None:
    answer = reader.get(reverse("campaign:office", args=[office.ref]), {"since": "soon"})

    summary = answer.content.decode().split('class="error-summary"')[1]
    assert "This cannot be answered as it is asked." in summary
    assert "saved" not in summary.split("</div>")[0]


def test_a_year_that_was_not_counted_is_not_compared(reader: Client, office: Organiser) -> None:
    counted(office, 2024, [("invited", "", "", 10)])

    answer = reader.get(
        reverse("campaign:office-compare", args=[office.ref]), {"first_year": 2024, "second_year": 2025}
    )

    body = answer.content.decode().split("<tbody>")[1]
    assert "not counted" in body
    assert "cannot be compared" in body


@pytest.mark.parametrize(
    ("kind", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")]
)
def test_a_chart_is_given_as_a_file(reader: Client, office: Organiser, kind: str, start: bytes) -> None:
    counted(office, 2025, a_year(60))

    answer = reader.get(reverse("campaign:office-file", args=[office.ref, "answers", kind]))

    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert f'answers.{kind}"' in answer.headers["Content-Disposition"]


def test_a_chart_that_is_not_there_is_not_found(reader: Client, office: Organiser) -> None:
    for args in (["answers", "svg"], ["answers", "exe"], ["nothing", "svg"]):
        assert reader.get(reverse("campaign:office-file", args=[office.ref, *args])).status_code == 404


def test_the_dashboard_is_printed(reader: Client, office: Organiser, campaign: Campaign) -> None:
    for year in range(2018, 2026):
        counted(office, year, a_year(year - 1990, "RO", "TR", "MT"), campaign=campaign)

    answer = reader.get(reverse("campaign:dashboard-paper", args=[office.ref, campaign.code]))

    first, second = (page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "2018–2025" in first
    assert "Attendance by state" in first
    assert "Attendance by category" not in first
    assert "Attendance by category" in second


def test_the_campaign_of_another_office_is_not_found(reader: Client) -> None:
    foreign = make.campaign(make.organiser("stranger"))
    answer = reader.get(reverse("campaign:dashboard", args=[foreign.organiser.ref, foreign.code]))
    assert answer.status_code == 404


def test_every_figure_opens_to_its_rows(reader: Client, office: Organiser, campaign: Campaign) -> None:
    counted(office, 2024, a_year(30, "RO"), campaign=campaign)
    counted(office, 2025, a_year(60, "RO"), campaign=campaign)

    addresses = set(re.findall(r'href="([^"]+/rows/[^"]+)"', page(reader, office, campaign)))

    assert len(addresses) > 20
    for address in sorted(addresses):
        assert reader.get(address.replace("&amp;", "&")).status_code == 200, address


def test_a_sum_of_some_years_opens_to_those_years(reader: Client, office: Organiser) -> None:
    for year in (2023, 2024, 2025):
        counted(office, year, a_year(30))

    html = page(reader, office, since=2024)
    address = html.split('class="key-figure"><a href="')[1].split('"')[0].replace("&amp;", "&")
    rows = reader.get(address).content.decode()

    assert address.endswith("since=2024")
    assert "6: events that were held" in rows
    assert "since 2024" in rows


def test_a_ministry_opens_the_figures_of_a_post() -> None:
    ministry = make.organiser("ministry")
    post = make.organiser("post", parent=ministry)
    counted(post, 2025, a_year(60))

    html = page(reader_of(ministry), ministry, post="post")

    assert "post=post" in html
    assert "/o/post/" not in html


def links_of(html: str, key: str) -> dict[str, str]:
    """Where the numbers of the table behind a chart lead, by their words; "Together" is the last of a row."""
    body = html.split(f'id="{key}"')[1].split("</figure>")[0]
    found = re.findall(r'<a href="([^"]+)"><bdi>([^<]+)</bdi></a>', body)
    return {words: url.replace("&amp;", "&") for url, words in found}


def test_parts_that_stand_together_open_to_a_list_of_parts(reader: Client, office: Organiser) -> None:
    categories = [("present", "category", f"Category {each}", 10 + each) for each in range(8)]
    counted(office, 2025, [("present", "", "", 108), *categories])

    links = links_of(page(reader, office), "categories")
    parts = reader.get(links["33"]).content.decode()

    assert "108: people who were there by the record" in parts
    assert "Category 0" in parts
    assert reader.get(links["108"]).status_code == 200
    address = re.findall(r'href="(\?[^"]*key=Category\+0[^"]*|\?[^"]*key=Category%200[^"]*)"', parts)[0]
    part = reader.get(reverse("campaign:figure", args=[office.ref]) + address.replace("&amp;", "&"))
    assert "Category 0" in part.content.decode()


def test_open_answers_open_to_their_rows(reader: Client, office: Organiser) -> None:
    counted(office, 2025, [*a_year(60), ("open", "", "", 10)])

    links = links_of(page(reader, office), "answers")

    assert "indicator=open" in links["10"]
    assert "indicator=invited" in links["60"]
    assert "10: people invited of whom neither" in reader.get(links["10"]).content.decode()


def test_recognitions_open_to_their_texts(reader: Client, office: Organiser, campaign: Campaign) -> None:
    text = make.recognition(campaign, "Sample Senate", ("adopted", "2020-02-03"), state="GE")
    counted(office, 2020, a_year(30), campaign=campaign)

    html = page(reader, office, campaign)

    listed = links_of(html, "recognitions")["1"]
    assert "state=GE" in listed
    assert "Sample Senate" in reader.get(listed).content.decode()
    assert reverse("occasions:recognition", args=[office.ref, campaign.code, text.code]) in html
    assert (
        'class="key-figure"><a href="' + reverse("occasions:recognitions", args=[office.ref, campaign.code])
        in html
    )


def test_both_sides_of_a_comparison_open_to_their_rows(reader: Client, office: Organiser) -> None:
    counted(office, 2024, a_year(60))
    counted(office, 2025, a_year(90))
    asked = {"first_year": 2024, "second_year": 2025}

    html = reader.get(reverse("campaign:office-compare", args=[office.ref]), asked).content.decode()

    addresses = re.findall(r'href="([^"]+/rows/[^"]+indicator=invited[^"]+)"', html)
    assert [address.rpartition("year=")[2] for address in addresses] == ["2024", "2025"]


def test_costs_stand_on_the_dashboard_of_those_who_keep_them(office: Organiser) -> None:
    counted(office, 2024, [("events", "", "", 1), ("cost", "currency", "RON", 123450)])
    counted(office, 2025, [("events", "", "", 1), ("cost", "currency", "RON", 100)])
    viewer = Client()
    viewer.force_login(make.member(office, "viewer").user)

    kept = page(reader_of(office), office)
    not_kept = page(viewer, office)

    assert "1,235.50 RON" in kept
    assert "1,234.50 RON" in kept
    assert "1.00 RON" in kept
    assert "RON" not in not_kept
    assert "Costs" not in not_kept.split('<main id="main"')[1]


def test_costs_are_on_no_paper(office: Organiser) -> None:
    counted(office, 2025, [*a_year(60), ("cost", "currency", "RON", 123450)])

    answer = reader_of(office).get(reverse("campaign:office-paper", args=[office.ref]))

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "RON" not in text
    assert "1,234" not in text


def test_the_time_line_says_whose_an_event_is_and_opens_it_for_its_members(
    reader: Client, office: Organiser, campaign: Campaign
) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(visibility="tree")
    events = []
    for name in ("first", "second"):
        post = make.organiser(name, parent=office, names={"en": f"Embassy {name}"})
        event = make.event(post, f"Evening {name}", status="held", held_on="2024-05-01")
        EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
        EventCounting.objects.create(event=event, organiser=post, year=2024, counted_at=timezone.now())
        events.append(event)
    counted(office, 2024, a_year(40), campaign=campaign, of_posts=True)
    colleague = User.objects.get(memberships__organiser=office)
    make.member(events[0].organiser, "viewer", colleague)

    html = page(reader, office, campaign, posts="1")

    names = {row[1] for row in tables(html)["time"]}
    assert names == {"Evening first · Embassy first", "Evening second · Embassy second"}
    assert f'href="/o/first/events/{events[0].code}/"' in html
    assert events[1].code not in html
