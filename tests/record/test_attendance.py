"""The annex names who was there by category in order of precedence, and never who was only mentioned."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from django.utils.translation import override
from python_calamine import load_workbook

from chancery.base.pdf import Imprint
from chancery.base.stock import USUAL
from chancery.events.models import Event, GuestCategory, Participation
from chancery.record.documents import annex
from chancery.record.queries.attendance import attendance_of
from tests import make
from tests.conftest import People

pytestmark = pytest.mark.django_db
IMPRINT = Imprint(house="Mission", made_at=datetime(2025, 2, 26, 9, tzinfo=UTC))


@pytest.fixture
def evening(people: People) -> Event:
    event = make.event(people.office, "Evening", held_on=date(2025, 2, 25))
    event.ordering.host_state = "RO"
    event.ordering.save()
    GuestCategory.objects.create(event=event, ref="corps", names={"en": "Diplomatic corps"}, was_present=True)
    GuestCategory.objects.create(
        event=event, ref="press", names={"en": "Press"}, was_present=True, position=1, states=["TR"]
    )
    return event


def guest(event: Event, name: str, state: str = "", since: str = "", **fields: Any) -> Participation:
    """A guest; with a state, its ambassador since a day."""
    who = make.person(event.organiser, name)
    if state:
        embassy = make.body(event.organiser, f"Embassy of {state}", state=state)
        post = make.post(embassy, f"Ambassador of {state}")
        make.tenure(who, post, steps={"credentials": since}, begins=since)
    return make.participation(event, who, **{"actual": "attended"} | fields)


def category(event: Event, ref: str) -> GuestCategory:
    return event.categories.get(ref=ref)


def named(event: Event) -> list[tuple[str, list[str]]]:
    with override("en"):
        found = attendance_of(event).categories
    return [
        (str(each.category) if each.category else "", [one.who.name for one in each.present])
        for each in found
    ]


def test_those_present_stand_by_category_in_order_of_precedence(evening: Event) -> None:
    corps = category(evening, "corps")
    guest(evening, "Late Sample", "GE", "2024-05-01", category=corps)
    guest(evening, "Early Sample", "TR", "2020-05-01", category=corps)

    assert named(evening) == [("Diplomatic corps", ["Early Sample", "Late Sample"]), ("Press", [])]


def test_who_is_mentioned_absent_or_of_whom_nothing_is_known_is_not_present(evening: Event) -> None:
    corps = category(evening, "corps")
    guest(evening, "Mentioned Sample", capacity="mentioned", actual="not-present", category=corps)
    guest(evening, "Absent Sample", actual="absent", category=corps)
    guest(evening, "Unknown Sample", actual="", category=corps)
    guest(evening, "Message Sample", actual="sent-message", category=corps)

    assert named(evening) == [("Diplomatic corps", []), ("Press", [])]


def test_a_guest_who_also_speaks_is_counted_once_in_the_own_category(evening: Event) -> None:
    speaker = guest(evening, "Ana Sample", capacity="speaker")
    make.participation(evening, speaker.person, category=category(evening, "press"))

    assert named(evening) == [("Diplomatic corps", []), ("Press", ["Ana Sample"])]


def test_a_representative_is_named_with_whom_they_stood_in_for(evening: Event) -> None:
    principal = guest(evening, "Head Sample", "GE", "2020-05-01", actual="represented")
    guest(evening, "Deputy Sample", represents=principal)

    with override("en"):
        found = attendance_of(evening)

    assert [(one.who.name, one.represents) for one in found.present] == [
        ("Deputy Sample", "Head Sample, Ambassador of GE")
    ]
    assert found.absent == []


def test_a_representative_nobody_wrote_down_is_not_made_up(evening: Event) -> None:
    guest(evening, "Head Sample", "GE", "2020-05-01", actual="represented")

    with override("en"):
        found = attendance_of(evening)

    assert found.present == []
    assert found.absent == ["Head Sample, Ambassador of GE"]


def test_a_state_is_represented_by_its_highest_and_a_reported_one_by_nobody(evening: Event) -> None:
    guest(evening, "Head Sample", "GE", "2020-05-01")

    with override("en"):
        states = attendance_of(evening).states

    assert [(state.code, state.first and state.first.who.name, state.count) for state in states] == [
        ("GE", "Head Sample", 1),
        ("TR", None, 0),
    ]


def test_neither_the_host_state_nor_a_journalist_makes_a_state_represented(evening: Event) -> None:
    guest(evening, "Minister Sample", "RO", "2020-05-01")
    paper = make.body(evening.organiser, "Sample Daily", state="PL")
    make.tenure(
        guest(evening, "Journalist Sample").person, make.post(paper, "Editor", office_class=""), begins="2020"
    )

    with override("en"):
        assert [state.code for state in attendance_of(evening).states] == ["TR"]


def test_a_category_counts_those_within_it(evening: Event) -> None:
    corps = category(evening, "corps")
    heads = GuestCategory.objects.create(event=evening, names={"en": "Heads"}, within=corps, position=2)
    guest(evening, "Ana Sample", category=heads)

    with override("en"):
        found = attendance_of(evening).categories

    assert [(str(each.category), each.depth, len(each.present), each.count) for each in found] == [
        ("Diplomatic corps", 0, 0, 1),
        ("Heads", 1, 1, 1),
        ("Press", 0, 0, 0),
    ]


def test_the_annex_says_the_same_in_three_formats(evening: Event) -> None:
    principal = guest(evening, "Head Sample", "GE", "2020-05-01", actual="represented")
    guest(evening, "Deputy Sample", represents=principal, category=category(evening, "corps"))
    guest(evening, "Mentioned Sample", capacity="mentioned", actual="not-present")

    text = docx.Document(BytesIO(annex.annex_text(evening, language="en", imprint=IMPRINT)))
    book = load_workbook(BytesIO(annex.annex_sheet(evening, language="en", imprint=IMPRINT)))
    pdf = annex.annex(evening, language="en", imprint=IMPRINT)

    words = [cell.text for table in text.tables for row in table.rows for cell in row.cells]
    cells = [str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row]
    for found in (" ".join(words), " ".join(cells)):
        assert "Deputy Sample" in found
        assert "representing Head Sample, Ambassador of GE" in found
        assert "Mentioned" not in found
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("language", ["fr", "ro", "az", "ar"])
def test_the_annex_is_printed_in_every_language(evening: Event, language: str) -> None:
    guest(evening, "Head Sample", "GE", "2020-05-01", category=category(evening, "corps"))
    assert USUAL.sheet == "a4"

    evening.titles = {language: "Soirée"}

    assert annex.annex(evening, language=language, imprint=IMPRINT).startswith(b"%PDF")


def test_the_number_of_queries_does_not_grow_with_the_guests(
    evening: Event, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        guest(evening, f"Sample {number}", "GE", "2020-05-01", category=category(evening, "corps"))

    with override("en"), django_assert_max_num_queries(20):
        attendance_of(evening)
