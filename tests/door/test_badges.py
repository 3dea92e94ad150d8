"""Badges and place cards printed at the door: what they say, what is new, one guest, sizes, rights."""

import io
from datetime import UTC, datetime

import pytest
import zxingcpp
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from chancery.base.passes import read_pass
from chancery.base.pdf import Imprint, render_png
from chancery.directory.models import PersonName
from chancery.door import papers
from chancery.door.documents.badges import BadgeStyle, badges, badges_values
from chancery.door.models import BadgePrinting
from chancery.door.queries.bearers import Bearer, bearers_at
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.actions import walk_ins
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Companion, Invitation
from chancery.seating.models import Placement, Plan, Printing
from chancery.seating.queries.telling import room_of
from tests import make
from tests.conftest import People
from tests.door.awaiting import ambassador, evening
from tests.record.built import page, said, undo
from tests.seating import built as seating

NOW = datetime(2027, 2, 25, 16, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return evening(people.office, languages=["en"])


@pytest.fixture
def ana(event: Event) -> Participation:
    return ambassador(event, "Ana Țoiu", "2020-01-01")


def url(event: Event, name: str = "badges", **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": event.organiser.ref, "code": event.code, **route})


def imprint(event: Event) -> Imprint:
    return imprint_of(event, "en", now=NOW, author="Steward")


def texts(pdf: bytes) -> list[str]:
    """The text of each page, its lines joined."""
    return [" ".join(each.extract_text().split()) for each in PdfReader(io.BytesIO(pdf)).pages]


def single(event: Event, bearers: list[Bearer] | None = None, size: papers.BadgeSize = "86x54") -> list[str]:
    """The text of each badge, one a page."""
    chosen = bearers_at(event, "en") if bearers is None else bearers
    pdf = badges(event, chosen, BadgeStyle(size=size), language="en", imprint=imprint(event))
    return texts(pdf)


def opened(client: Client, event: Event, **sent: str) -> list[str]:
    """Print many badges; the texts of the PDF that opens."""
    response = client.post(url(event, "print-badges"), sent, follow=True)
    assert response.headers["Content-Type"] == "application/pdf"
    return texts(response.content)


def test_a_badge_says_name_scripts_office_category_and_event_and_nothing_private(
    event: Event, ana: Participation
) -> None:
    ana.category = GuestCategory.objects.create(event=event, names={"en": "Heads of mission"})
    ana.save()
    person = ana.person
    assert person is not None
    PersonName.objects.create(person=person, printed="Ана Цою", language="uk", position=1)
    person.contact_points.create(kind="phone", value="+40 700 123 456")

    [badge] = single(event)

    for words in (
        "Ana Țoiu",
        "Ана Цою",
        "Ambassador",
        "Embassy of Țoiu",
        "Heads of mission",
        "Commemoration",
    ):
        assert words.casefold() in badge.casefold()
    assert "700" not in badge


def test_the_pass_on_a_badge_is_read_back_with_half_a_millimetre_a_module(
    event: Event, ana: Participation
) -> None:
    bearers = bearers_at(event, "en")
    style = BadgeStyle(size="86x54")
    values = badges_values(event, bearers, style, language="en", imprint=imprint(event))

    [picture] = render_png(
        papers.BADGES.template, values, language="en", title="T", imprint=imprint(event),
        words=papers.BADGES.words, ppi=254,
    )  # fmt: skip

    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    told = read_pass(code.text)
    assert told is not None
    assert told.code == Invitation.objects.get(guest=ana).code
    assert code.position.top_right.x - code.position.top_left.x >= 200  # 10 dots are a millimetre


def test_who_needs_no_invitation_has_no_pass_and_says_what_they_are_there_as(event: Event) -> None:
    make.participation(event, make.person(event.organiser, "Vera Voice"), "speaker")

    [bearer] = bearers_at(event, "en")

    assert (bearer.name, bearer.category_name, bearer.invitation, bearer.is_due) == (
        "Vera Voice",
        "Speaker",
        None,
        True,
    )


@pytest.mark.parametrize("size", ["90x55", "86x54", "62x100"])
@pytest.mark.parametrize(
    "name",
    ["Wolfeschlegelsteinhausenbergerdorff " * 5, "ليلى بنت عبد الرحمن النموذجي " * 6, "見本太郎 " * 10],
)
def test_the_longest_names_give_way_and_nothing_is_left_out(
    event: Event, ana: Participation, size: papers.BadgeSize, name: str
) -> None:
    name = name.strip()[:200]
    PersonName.objects.filter(person=ana.person).update(printed=name)
    ana.capacity_printed = {"en": "Ambassador Extraordinary and Plenipotentiary and Representative " * 2}
    ana.save()

    [badge] = single(event, size=size)

    assert "Plenipotentiary" in badge


@pytest.mark.parametrize(
    ("size", "width", "height"), [("90x55", 210, 297), ("86x54", 86, 54), ("62x100", 62, 100)]
)
def test_a_page_has_the_size_of_what_is_printed_on(
    event: Event, ana: Participation, size: papers.BadgeSize, width: float, height: float
) -> None:
    event.organiser.host_state = "RO"
    pdf = badges(event, bearers_at(event, "en"), BadgeStyle(size=size), language="en", imprint=imprint(event))

    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert float(box.width) * 25.4 / 72 == pytest.approx(width, abs=0.1)
    assert float(box.height) * 25.4 / 72 == pytest.approx(height, abs=0.1)


def test_a_representative_has_a_badge_of_the_own_name_and_the_principal_has_none(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    Invitation.objects.filter(guest=ana).update(standing="represented")
    deputy = make.participation(
        event, make.person(event.organiser, "Dan Deputy"), represents=ana, planned="accepted",
        capacity_printed={"en": "Counsellor"},
    )  # fmt: skip

    due = [each.name for each in bearers_at(event, "en") if each.is_due]

    assert due == ["Dan Deputy"]
    shown = page(signed_in, url(event, "guest-papers", guest=ana.code))
    assert "Dan Deputy comes instead and has the badge." in shown
    assert url(event, "guest-papers", guest=deputy.code) in shown
    assert "Print badge" not in shown


def test_only_what_is_new_or_changed_is_printed_again(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    ion = ambassador(event, "Ion Example", "2021-01-01")
    first = opened(signed_in, event, which="new")
    assert "Ana Țoiu" in first[0]
    assert "Ion Example" in first[0]
    assert "Every badge is as it was printed." in page(signed_in, url(event))

    PersonName.objects.filter(person=ana.person).update(printed="Ana Toiu")
    walk_ins.walk_in(event, "Nora Uninvited", companions=0, by=make.actor(event.organiser), now=NOW)
    Invitation.objects.filter(guest=ion).update(standing="withdrawn")

    shown = page(signed_in, url(event))
    assert "name, office or category changed" in shown
    assert "came without an invitation, not printed yet" in shown
    assert "to be taken away" in shown
    [again] = opened(signed_in, event, which="new")
    assert "Ana Toiu" in again
    assert "Nora Uninvited" in again
    assert "Ion Example" not in again
    assert "Every badge is as it was printed." in page(signed_in, url(event))


def test_a_printing_says_who_and_when_holds_no_names_and_is_undone(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    opened(signed_in, event, which="all")

    printing = BadgePrinting.objects.get()
    assert (printing.number, printing.by) == (1, signed_in.get("/").wsgi_request.user)
    assert list(printing.cards) == [f"{ana.code}.0"]
    assert "Țoiu" not in str(printing.cards)
    response = signed_in.get(url(event))
    assert said(response) == ["Printing 1 is kept, with 1 badge."]
    undo(signed_in, response)
    assert not BadgePrinting.objects.exists()


def test_a_category_is_printed_with_those_within_it(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    outer = GuestCategory.objects.create(event=event, names={"en": "Diplomats"}, ref="diplomats")
    ana.category = GuestCategory.objects.create(event=event, names={"en": "Heads"}, ref="heads", within=outer)
    ana.save()
    ambassador(event, "Ion Example", "2021-01-01")

    [sheet] = opened(signed_in, event, which="category:diplomats")

    assert "Ana Țoiu" in sheet
    assert "Ion Example" not in sheet
    assert signed_in.post(url(event, "print-badges"), {"which": "category:none"}).status_code == 404


def test_each_of_a_party_has_a_badge_and_one_alone_is_printed_again(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    party = Invitation.objects.get(guest=ana)
    Companion.objects.create(invitation=party, name="Paul Partner")
    before = page(signed_in, url(event, "guest-papers", guest=ana.code))
    assert before.count("No badge was printed before.") == 2

    sent = signed_in.post(url(event, "print-badge", guest=ana.code), {"member": "1"}, follow=True)

    [badge] = texts(sent.content)
    assert "Paul Partner" in badge
    assert "Ana Țoiu" not in badge
    after = page(signed_in, url(event, "guest-papers", guest=ana.code))
    assert "Printed before, with printing 1:" in after
    assert after.count("No badge was printed before.") == 1


def test_the_size_is_kept_for_the_browser(signed_in: Client, event: Event, ana: Participation) -> None:
    page(signed_in, url(event) + "?size=62x100&code=no&seat=no")

    sent = signed_in.post(url(event, "print-badge", guest=ana.code), {"member": "0"}, follow=True)

    box = PdfReader(io.BytesIO(sent.content)).pages[0].mediabox
    assert float(box.width) * 25.4 / 72 == pytest.approx(62, abs=0.1)


def test_a_place_card_is_printed_alone_and_counts_on_the_plan_as_printed(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    plan = seating.plan(event, is_chosen=True)
    ion = ambassador(event, "Ion Example", "2021-01-01")
    places = seating_seats(plan)
    seating.seat(plan, ana, places[0])
    seating.seat(plan, ion, places[1])

    sent = signed_in.post(url(event, "print-place-card", guest=ana.code), {"plan": plan.code}, follow=True)

    assert "Ana Țoiu" in " ".join(texts(sent.content))
    assert "Ion Example" not in " ".join(texts(sent.content))
    printing = Printing.objects.get()
    assert (printing.paper, list(printing.cards)) == ("place-cards", [f"{ana.code}.0"])
    Placement.objects.filter(participation=ana).delete()
    shown = page(signed_in, url(event, "guest-papers", guest=ana.code))
    assert "This guest has no seat in the chosen plan, so there is no place card." in shown
    refused = signed_in.post(url(event, "print-place-card", guest=ana.code), {"plan": plan.code}, follow=True)
    assert "Ana Țoiu has no seat in the chosen plan any more." in said(refused)


def seating_seats(plan: Plan) -> list[str]:
    """The seats of the room of a plan."""
    room = room_of(plan)
    assert room is not None
    return [seat.id for seat in room.seats]


def test_a_seat_counts_as_changed_only_where_it_was_printed(
    signed_in: Client, event: Event, ana: Participation
) -> None:
    plan = seating.plan(event, is_chosen=True)
    places = seating_seats(plan)
    seating.seat(plan, ana, places[0])
    opened(signed_in, event, which="all")

    Placement.objects.filter(plan=plan).update(seat=places[1])
    assert "sits elsewhere now" in page(signed_in, url(event))

    page(signed_in, url(event) + "?size=90x55&seat=no")
    opened(signed_in, event, which="all")
    Placement.objects.filter(plan=plan).update(seat=places[0])
    assert "Every badge is as it was printed." in page(signed_in, url(event))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ana \U0001f600", "which no typeface of Chancery has"),
        ("見本太郎" * 40, "is too long for its place; give a shorter form of it."),
    ],
)
def test_a_name_that_cannot_be_printed_is_told_and_nothing_is_noted(
    signed_in: Client, event: Event, ana: Participation, name: str, told: str
) -> None:
    PersonName.objects.filter(person=ana.person).update(printed=name)

    response = signed_in.post(url(event, "print-badges"), {"which": "all"}, follow=True)

    assert told in said(response)[0]
    assert not BadgePrinting.objects.exists()


def test_somebody_is_found_by_another_spelling(signed_in: Client, event: Event, ana: Participation) -> None:
    assert url(event, "guest-papers", guest=ana.code) in page(signed_in, url(event) + "?q=toiu")
    assert "Nobody on the list is called so." in page(signed_in, url(event) + "?q=nobody")


@pytest.mark.parametrize("name", ["badges", "guest-papers"])
def test_queries_do_not_grow_with_the_guests(signed_in: Client, event: Event, name: str) -> None:
    first = ambassador(event, "Ana Sample", "2020-01-01")
    route = {"guest": first.code} if name == "guest-papers" else {}
    opened(signed_in, event, which="all")
    page(signed_in, url(event, name, **route))

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page(signed_in, url(event, name, **route))
        return len(queries)

    at_one = count()
    for number in range(2, 5):
        ambassador(event, f"Guest Sample {number}", f"202{number}-01-01")
    assert count() == at_one
