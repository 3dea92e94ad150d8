"""The report sets plan beside course, counts who came, and says who claims each figure (R108)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from chancery.base.pdf import Imprint
from chancery.base.stock import USUAL
from chancery.events.models import Claim, Event, GuestCategory, Matter, Source
from chancery.record.documents import report
from chancery.record.models import Cost, Coverage, Review
from tests import make
from tests.conftest import People

pytestmark = pytest.mark.django_db
IMPRINT = Imprint(house="Mission", made_at=datetime(2025, 3, 1, 9, tzinfo=UTC))


@pytest.fixture
def evening(people: People) -> Event:
    event = make.event(people.office, "Evening", held_on=date(2025, 2, 25))
    began = datetime(2025, 2, 25, 17, 5, tzinfo=UTC)
    make.item(event, "Opening", happened="changed", outcome="The microphone failed.", started_at=began)
    make.item(event, "Toast", happened="no", position=1)
    heads = GuestCategory.objects.create(event=event, names={"en": "Historians"})
    make.participation(event, make.person(event.organiser), category=heads, actual="attended")
    make.participation(event, make.person(event.organiser, "Max Mentioned"), "mentioned")
    matter = Matter.objects.create(event=event, counted={"en": "people in the hall"})
    for value, who in ((80, "Police"), (120, "Hosts")):
        Claim.objects.create(matter=matter, value=value, claimant_name=who, position=value)
    source = Source.objects.create(event=event, title="An evening", outlet="Sample Daily", language="ro")
    Coverage.objects.create(source=source)
    Cost.objects.create(event=event, words="Hall", planned=Decimal(100), paid=Decimal(90), currency="RON")
    Review.objects.create(event=event, to_keep="The silence.")
    return event


def sections(event: Event) -> dict[str, report.Section]:
    with override("en"):
        values = report.report_values(event, "en", USUAL)
    return {section["heading"]: section for section in values["sections"]}


def test_each_item_stands_with_plan_and_course_and_the_cause(evening: Event) -> None:
    rows = sections(evening)["Plan and course"]["rows"]

    assert (rows[0][0], rows[0][2]) == ("Opening", "19:05")
    assert "The microphone failed." in rows[0][3]
    assert rows[1][2:] == ["not known", "did not take place"]


def test_presence_is_counted_and_drawn_and_who_is_mentioned_is_not(evening: Event) -> None:
    bars = sections(evening)["Attendance by category"]["bars"]

    assert bars == [{"name": "Historians", "figure": "1", "share": 1.0}]


def test_every_figure_stands_with_who_claims_it(evening: Event) -> None:
    assert sections(evening)["Figures"]["rows"] == [
        ["people in the hall", "80", "Police"],
        ["people in the hall", "120", "Hosts"],
    ]


def test_press_costs_and_review_are_told(evening: Event) -> None:
    told = sections(evening)

    assert told["Press by language"]["bars"] == [{"name": "Romanian", "figure": "1", "share": 1.0}]
    assert told["Costs"]["rows"] == [
        ["Hall", "100.00", "90.00", "-10.00", "RON"],
        ["In all", "100.00", "90.00", "-10.00", "RON"],
    ]
    assert told["Review"]["texts"] == [{"label": "What to keep", "text": "The silence."}]


def test_what_nobody_recorded_is_left_out(people: People) -> None:
    assert sections(make.event(people.office)) == {}


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_the_report_is_printed_and_written_in_every_language(evening: Event, language: str) -> None:
    evening.titles = {language: "Evening"}

    text = docx.Document(BytesIO(report.report_text(evening, language=language, imprint=IMPRINT)))
    cells = [cell.text for table in text.tables for row in table.rows for cell in row.cells]

    assert report.report(evening, language=language, imprint=IMPRINT).startswith(b"%PDF")
    assert "Police" in cells
    assert "Max Mentioned" not in " ".join(cells)


def page_of(event: Event, client: Client) -> str:
    where = [event.organiser.ref, event.code]
    return client.get(reverse("record:ministry-report", args=where)).content.decode()


def test_the_page_shows_every_bar_with_its_figure_and_leads_to_the_papers(
    evening: Event, signed_in: Client
) -> None:
    page = page_of(evening, signed_in)

    assert 'Historians</bdi></th><td class="figure">1</td>' in page
    assert '<rect width="1.0000" height="1"/>' in page
    assert "The silence." in page
    for name in ("report-en.pdf", "report-en.docx"):
        address = reverse("desk:paper", args=[evening.organiser.ref, evening.code, name])
        assert f'href="{address}"' in page
        assert signed_in.get(address).status_code == 200


def test_the_page_keeps_the_costs_from_those_who_do_not(evening: Event, people: People) -> None:
    client = Client()
    client.force_login(make.member(people.office, "press").user)
    seen = page_of(evening, client)

    assert "Historians" in seen
    assert "90.00" not in seen
    assert "report-en.pdf" not in seen


def test_the_page_asks_as_often_however_much_there_is(evening: Event, signed_in: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            page_of(evening, signed_in)
        return len(queries)

    asked()
    of_one = asked()
    for number in range(3):
        make.item(evening, f"Item {number}", position=number + 2)
        make.participation(evening, make.person(evening.organiser, f"Guest {number}"), actual="attended")
        matter = Matter.objects.create(event=evening, counted={"en": "guests"}, position=number + 1)
        Claim.objects.create(matter=matter, value=number, claimant_name="Hosts")

    assert asked() == of_one


def test_nothing_recorded_is_said(people: People, signed_in: Client) -> None:
    assert "Nothing is recorded of this event yet." in page_of(make.event(people.office), signed_in)
