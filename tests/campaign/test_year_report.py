"""The yearly report: what it states, what it leaves out, its versions and its files."""

import io
import re
from datetime import date
from typing import Any

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from chancery.base import jobs
from chancery.campaign.actions import reports as actions
from chancery.campaign.documents import report as documents
from chancery.campaign.models import CampaignClaim, EventCount, YearCount, YearReport
from chancery.campaign.queries import reports as queries
from chancery.events.models import Event
from chancery.occasions.models import Campaign
from chancery.record.models import Cost, Statement
from chancery.record.queries.releases import public_path
from chancery.rules.dates import PartialDate
from tests import make
from tests.campaign import pages_built as built
from tests.conftest import People
from tests.record import communique_built

NOW = timezone.now()


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, "Remember")


def evening(
    campaign: Campaign, title: str = "Evening", day: date = date(2025, 2, 25), **fields: Any
) -> Event:
    """An event that was held, of which six people are counted."""
    values: dict[str, Any] = {"status": "held", "held_on": day} | fields
    event = built.serving(campaign, title, **values)
    EventCount.objects.create(event=event, indicator="present", value=6)
    return event


def counted(campaign: Campaign, value: int, year: int = 2025, **fields: Any) -> YearCount:
    values: dict[str, Any] = {"indicator": "present", "events": 2} | fields
    return YearCount.objects.create(
        organiser=campaign.organiser, campaign=campaign, year=year, value=value, **values
    )


def words_of(report: YearReport) -> str:
    """All that a report says."""
    return "\n".join(text for text in _texts(report.content))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _texts(part)]


def row_of(report: YearReport, key: str, name: str) -> list[str]:
    section = next(each for each in report.content["sections"] if each["key"] == key)
    return next(row for row in section["rows"] if row[0].startswith(name))


@pytest.mark.cases("R108", "R118")
def test_a_figure_says_what_it_counts_beside_the_year_before(campaign: Campaign) -> None:
    counted(campaign, 1310)
    counted(campaign, 1300, 2024)

    report = built.a_report(campaign.organiser, campaign)

    assert row_of(report, "figures", "Present")[1:] == ["1,310", "1,300", "+10", "2"]
    assert report.counts == {"present": 1310}


def test_what_was_not_counted_is_no_zero(campaign: Campaign) -> None:
    counted(campaign, 1310)

    report = built.a_report(campaign.organiser, campaign)

    assert row_of(report, "figures", "Present")[2:4] == ["not counted", ""]


def test_a_claim_stands_apart_with_its_claimant(campaign: Campaign) -> None:
    counted(campaign, 10)
    CampaignClaim.objects.create(
        organiser=campaign.organiser, campaign=campaign, value=120000, about="signatures", claimant="A paper"
    )
    CampaignClaim.objects.create(
        organiser=campaign.organiser,
        campaign=campaign,
        value=7,
        about="signatures",
        claimant="Later",
        as_of="2026-01",
    )

    report = built.a_report(campaign.organiser, campaign)

    assert row_of(report, "claims", "120,000")[1:3] == ["signatures", "A paper"]
    assert "Later" not in words_of(report)


def test_events_of_the_year_stand_by_their_day_and_drafts_and_others_do_not(campaign: Campaign) -> None:
    evening(campaign, "Second", date(2025, 5, 1))
    evening(campaign, "First", date(2025, 1, 31))
    evening(campaign, "Moved", date(2024, 12, 30), happened_on=PartialDate.parse("2025-03"))
    evening(campaign, "Secret-earlier", date(2024, 12, 31))
    evening(campaign, "Secret-draft", status="draft")
    evening(campaign, "Secret-planned", status="planned")
    guest = make.participation(
        evening(campaign, "Third", date(2025, 9, 1)), make.person(campaign.organiser, "Secret")
    )

    report = built.a_report(campaign.organiser, campaign)

    section = next(each for each in report.content["sections"] if each["key"] == "events")
    assert [row[1] for row in section["rows"]] == ["First", "Moved", "Second", "Third"]
    assert section["rows"][0][-1] == "6"
    assert guest.event.titles
    assert "Secret" not in words_of(report)


@pytest.mark.cases("R102")
def test_a_statement_is_told_under_its_speaker_only_where_it_may_be_repeated(campaign: Campaign) -> None:
    event = evening(campaign)
    communique_built.a_release(event)
    speaker = make.participation(
        event, make.person(campaign.organiser, "Ana Sample"), "speaker", capacity_printed={"en": "historian"}
    )
    said: dict[str, dict[str, Any]] = {
        "called for peace": {},
        "Secret-note": {"is_draft": True},
        "Secret-refused": {"approval": "refused"},
        "Secret-asked": {"approval": "asked"},
        "Secret-verbatim": {"mode": "verbatim"},
        "We remember": {"mode": "verbatim", "approval": "given"},
    }
    for words, fields in said.items():
        Statement.objects.create(event=event, speaker=speaker, texts={"en": words}, language="en", **fields)
    untold = evening(campaign, "Untold")
    other = make.participation(untold, make.person(campaign.organiser, "Secret-untold"), "speaker")
    Statement.objects.create(event=untold, speaker=other, texts={"en": "Secret-words"}, language="en")

    report = built.a_report(campaign.organiser, campaign)

    section = next(each for each in report.content["sections"] if each["key"] == "statements")
    assert section["texts"] == [
        {"label": "Ana Sample, historian", "text": "called for peace"},
        {"label": "Ana Sample, historian", "text": "“We remember”"},
    ]
    assert "Secret" not in words_of(report)


@pytest.mark.cases("R117")
def test_a_recognition_has_its_proof_and_the_total_its_question(campaign: Campaign) -> None:
    text = built.a_recognition(campaign, "remembrance", state="RO")
    text.steps.update(on="2025-02-03")
    built.a_recognition(campaign, "earlier")
    built.a_recognition(campaign, "Secret", "proposed")

    report = built.a_report(campaign.organiser, campaign)

    section = next(each for each in report.content["sections"] if each["key"].startswith("recognitions"))
    (row,) = section["rows"]
    assert row[0] == "3 February 2025"
    assert row[3:] == ["“remembrance”", "Journal of the council"]
    assert section["lead"].startswith("On 31 December 2025 2 texts stood adopted")
    assert section["charts"][0]["labels"] == ["RO"]
    assert "Secret" not in words_of(report)


def test_costs_are_told_only_where_they_were_ticked(campaign: Campaign) -> None:
    event = evening(campaign)
    Cost.objects.create(
        event=event, kind="venue", words="Hall", planned="70.00", paid="81.50", currency="EUR"
    )
    Cost.objects.create(event=event, kind="venue", words="Heating", currency="EUR")

    without = built.a_report(campaign.organiser, campaign)
    with_costs = built.a_report(campaign.organiser, campaign, has_costs=True, version=2)

    assert "81.50" not in words_of(without)
    assert row_of(with_costs, "costs", "venue")[1:] == ["70.00", "81.50", "EUR", "1"]


def test_it_says_what_is_not_known(campaign: Campaign) -> None:
    evening(campaign)
    built.serving(campaign, "Uncounted", status="held", held_on=date(2025, 3, 1))
    built.serving(campaign, "Forgotten", status="confirmed", held_on=date(2025, 3, 1))

    report = built.a_report(campaign.organiser, campaign)

    section = next(each for each in report.content["sections"] if each["key"] == "unknown")
    assert section["notes"][:2] == [
        "Of 1 of 2 events it is not recorded who was there.",
        "Of 2 of 2 events no communiqué is out.",
    ]
    assert any("planned events whose day is over" in note for note in section["notes"])


def test_a_ministry_tells_of_its_posts(people: People) -> None:
    post = make.organiser("post", parent=people.office)
    make.event(post, "At the post", status="held", held_on=date(2025, 3, 1))
    make.event(make.organiser("far"), "Far away", status="held", held_on=date(2025, 3, 1))
    YearCount.objects.create(organiser=post, year=2025, indicator="events", value=1, events=1)

    report = built.a_report(people.office)

    assert "At the post" in words_of(report)
    assert "Far away" not in words_of(report)
    assert row_of(report, "posts", "Post")[1:] == ["1", "–", "–", "–"]


@pytest.mark.parametrize("language", documents.REPORTED_IN)
def test_the_papers_say_what_the_page_says(campaign: Campaign, language: str) -> None:
    campaign.names = {"en": "Remember", "fr": "Se souvenir", "ro": "Să ne amintim", "az": "Xatırlayaq"}
    campaign.save()
    counted(campaign, 1310)
    counted(campaign, 900, by="category", key="historians")
    evening(campaign, "Evening <b>of</b> songs & “hope”")
    text = built.a_recognition(campaign, "remembrance", state="RO")
    text.steps.update(on="2025-02-03")
    report = built.a_report(campaign.organiser, campaign, language=language)

    pdf = documents.as_pdf(report, campaign.organiser)
    document = docx.Document(io.BytesIO(documents.as_docx(report, campaign.organiser)))

    reader = PdfReader(io.BytesIO(pdf))
    printed = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert campaign.names[language] in printed
    assert "Evening <b>of</b> songs & “hope”" in printed
    assert b"pdfuaid" in pdf
    assert b"pdfaid" in pdf
    written = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Evening <b>of</b> songs & “hope”" in cell for cell in written)
    assert campaign.names[language] in document.paragraphs[0].text


def test_the_job_makes_a_draft_and_a_stopped_one_leaves_nothing(
    campaign: Campaign, django_capture_on_commit_callbacks: Any
) -> None:
    by = make.actor(campaign.organiser)
    evening(campaign)
    with django_capture_on_commit_callbacks(execute=True):
        made = actions.begin(
            YearReport(organiser=campaign.organiser, campaign=campaign, year=2025, language="en"), by=by
        )
    given_up = actions.begin(
        YearReport(organiser=campaign.organiser, campaign=campaign, year=2025, language="en"), by=by
    )
    actions.stop(given_up, by=by)
    for each in (made, given_up):
        if each.job is not None:
            jobs.run_job.call(each.job.pk)

    made.refresh_from_db()
    assert (made.state, made.version) == ("draft", 1)
    assert "Evening" in words_of(made)
    assert list(YearReport.objects.values_list("pk", flat=True)) == [made.pk]


def test_a_released_report_is_public_and_keeps_its_figures(
    client: Client, signed_in: Client, campaign: Campaign
) -> None:
    page = built.an_open_page(campaign)
    counts = counted(campaign, 1310)
    report = built.a_report(campaign.organiser, campaign)
    address = reverse("public-campaign:report", args=[page.slug, 2025])
    here = [campaign.organiser.ref, report.code]
    assert client.get(address).status_code == 404

    signed_in.post(reverse("campaign:release-report", args=here))
    counts.value = 1400
    counts.save()

    text = client.get(address).content.decode()
    assert "1,310" in text
    assert "1,400" not in text
    for suffix, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        file = client.get(reverse("public-campaign:report-file", args=[page.slug, 2025, "en", suffix]))
        assert b"".join(file).startswith(begins)
    assert [(each.then, each.now) for each in queries.changed_since(report)] == [(1310, 1400)]
    in_the_office = signed_in.get(reverse("campaign:report", args=here)).content.decode()
    assert "1,310 → 1,400" in re.sub("<[^>]+>", "", in_the_office)
    report.refresh_from_db()
    assert report.state == "released"


def test_a_withdrawn_report_says_why_and_a_corrected_one_follows(
    client: Client, signed_in: Client, campaign: Campaign
) -> None:
    page = built.an_open_page(campaign)
    report = built.a_report(campaign.organiser, campaign, state="released", released_at=NOW)
    address = reverse("public-campaign:report-in", args=[page.slug, 2025, "en"])
    where = reverse("campaign:withdraw-report", args=[campaign.organiser.ref, report.code])

    assert signed_in.post(where, {"reason": ""}).status_code == 200
    signed_in.post(where, {"reason": "A figure was wrong"})

    gone = client.get(address)
    assert gone.status_code == 410
    assert "A figure was wrong" in gone.content.decode()
    file = reverse("public-campaign:report-file", args=[page.slug, 2025, "en", "pdf"])
    assert client.get(file).status_code == 404
    built.a_report(
        campaign.organiser, campaign, version=2, state="released", released_at=NOW, correction="The figure"
    )
    assert "Corrected: The figure" in client.get(address).content.decode()


def test_a_released_report_of_an_office_is_public_with_its_files(client: Client, people: People) -> None:
    built.a_report(people.office, language="fr")
    built.a_report(people.office, state="released", released_at=NOW)
    address = reverse("public-report:report", args=["mission", 2025])

    text = client.get(address).content.decode()
    listed = client.get(reverse("public-report:reports", args=["mission"])).content.decode()
    file = client.get(reverse("public-report:report-file", args=["mission", 2025, "en", "docx"]))

    assert "Report on 2025" in text
    assert '"@type": "Report"' in text
    assert reverse("public-report:report-in", args=["mission", 2025, "en"]) in listed
    assert file.content.startswith(b"PK")
    french = reverse("public-report:report-in", args=["mission", 2025, "fr"])
    assert client.get(french).status_code == 404
    assert french not in listed


def test_a_withdrawn_report_of_an_office_leaves_list_and_feed(client: Client, people: People) -> None:
    report = built.a_report(people.office, state="released", released_at=NOW)
    address = reverse("public-report:report-in", args=["mission", 2025, "en"])
    feed = reverse("public-report:feed", args=["mission"])
    assert address in client.get(feed).content.decode()

    report.state, report.withdrawn_at, report.withdrawn_because = "withdrawn", NOW, "A figure was wrong"
    report.save()

    assert client.get(address).status_code == 410
    assert address not in client.get(feed).content.decode()
    assert address not in client.get(reverse("public-report:reports", args=["mission"])).content.decode()


def test_figures_of_a_report_open_to_their_rows_in_the_office_alone(
    client: Client, signed_in: Client, campaign: Campaign
) -> None:
    page = built.an_open_page(campaign)
    event = evening(campaign, "Evening")
    release = communique_built.a_release(event)
    text = built.a_recognition(campaign, "Sampling", state="GE")
    text.steps.update(on="2025-02-03")
    counted(campaign, 1310)
    report = built.a_report(campaign.organiser, campaign, state="released", released_at=NOW)
    ref = campaign.organiser.ref

    here = signed_in.get(reverse("campaign:report", args=[ref, report.code])).content.decode()
    public = client.get(reverse("public-campaign:report", args=[page.slug, 2025])).content.decode()

    rows = re.findall(r'href="([^"]+/figures/rows/[^"]+)"', here)
    assert rows
    for address in rows:
        assert signed_in.get(address.replace("&amp;", "&")).status_code == 200, address
    assert reverse("desk:event", args=[ref, event.code]) in here
    assert reverse("occasions:recognition", args=[ref, campaign.code, text.code]) in here
    assert public_path(release) in here
    assert public_path(release) in public
    assert f"/o/{ref}/" not in public


def test_a_report_made_before_figures_opened_is_shown_as_it_is(signed_in: Client, campaign: Campaign) -> None:
    counted(campaign, 1310)
    report = built.a_report(campaign.organiser, campaign)
    for part in report.content["sections"]:
        del part["opens"]
        for drawing in part["charts"]:
            drawing.pop("opens", None)
    report.save()

    text = signed_in.get(reverse("campaign:report", args=[campaign.organiser.ref, report.code]))

    assert "1,310" in text.content.decode()


def test_a_report_that_tells_costs_is_never_public(client: Client, signed_in: Client, people: People) -> None:
    campaign = make.campaign(people.office)
    page = built.an_open_page(campaign)
    of_office = built.a_report(people.office, has_costs=True, state="released", released_at=NOW)
    built.a_report(people.office, campaign, has_costs=True, state="released", released_at=NOW)

    addresses = [
        reverse("public-report:report", args=["mission", 2025]),
        reverse("public-campaign:report", args=[page.slug, 2025]),
        reverse("public-report:report-file", args=["mission", 2025, "en", "pdf"]),
    ]
    in_the_office = signed_in.get(reverse("campaign:report", args=["mission", of_office.code]))

    assert [client.get(each).status_code for each in addresses] == [404] * 3
    assert "Public address" not in in_the_office.content.decode()


def test_the_feeds_of_a_campaign_tell_of_its_reports(client: Client, campaign: Campaign) -> None:
    page = built.an_open_page(campaign)
    built.a_report(campaign.organiser, campaign, state="released", released_at=NOW)
    built.a_report(campaign.organiser, campaign, language="fr", state="released", released_at=NOW)
    built.a_report(campaign.organiser, campaign, year=2024)

    feed = client.get(reverse("public-campaign:feed", args=[page.slug, "en", "json"])).json()

    assert [item["title"] for item in feed["items"]] == ["Report on 2025"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_reports_of_an_office_are_read_at_once(
    client: Client, people: People, django_assert_max_num_queries: Any, number: int
) -> None:
    for each in range(number):
        built.a_report(people.office, year=2020 + each, state="released", released_at=NOW)

    for name in ("reports", "feed"):
        with django_assert_max_num_queries(3):
            client.get(reverse(f"public-report:{name}", args=["mission"]))


def test_a_report_with_costs_is_for_those_who_keep_them(people: People) -> None:
    report = built.a_report(people.office, has_costs=True)
    assistant = Client()
    assistant.force_login(make.member(people.office, "assistant").user)

    here = reverse("campaign:report", args=["mission", report.code])
    assert assistant.get(here).status_code == 403
    assert (
        report.code
        not in assistant.get(reverse("campaign:office-reports", args=["mission"])).content.decode()
    )


def test_a_post_makes_its_own_report_of_a_shown_campaign_and_nobody_else_sees_it(
    client: Client, people: People
) -> None:
    campaign = make.campaign(people.office, visibility="tree")
    page = built.an_open_page(campaign)
    post = make.organiser("post", parent=people.office)
    built.a_report(post, campaign, state="released", released_at=NOW)

    assert client.get(reverse("public-campaign:report", args=[page.slug, 2025])).status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_a_report_reads_the_same_number_of_times_whatever_the_year_holds(
    campaign: Campaign, django_assert_max_num_queries: Any, number: int
) -> None:
    for at in range(number):
        event = evening(campaign, f"Evening {at}")
        communique_built.a_release(event)
        event.stations.create(place=make.place(campaign.organiser))
        make.item(event, kind="speech", happened="yes")
        built.a_recognition(campaign, f"City {at}")
    row = YearReport.objects.create(organiser=campaign.organiser, campaign=campaign, year=2025, language="en")

    with django_assert_max_num_queries(45):
        documents.content_of(row, queries.scope_of(row), now=NOW)
