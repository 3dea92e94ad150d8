"""What is printed of a plan: cards, lists, the drawing, passes, and only the cards that have changed."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.pdf import Imprint
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.models import Invitation
from chancery.rules.seating.room import Seat, Shape, Unit
from chancery.seating.documents import cards, drawn, lists, printed
from chancery.seating.documents.seated import Letterer, SeatedPlan
from chancery.seating.models import Placement, Plan, Printing
from chancery.seating.queries.telling import told_on_passes
from chancery.seating.wording import place_words
from tests import make
from tests.seating import built
from tests.seating.dinner import dinner

NOW = datetime(2027, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


@pytest.fixture
def plan(office: Organiser) -> Plan:
    return dinner(office)


@pytest.fixture
def seated(plan: Plan) -> SeatedPlan:
    return SeatedPlan(plan, "en")


@pytest.fixture
def imprint(plan: Plan) -> Imprint:
    return imprint_of(plan.event, "en", now=NOW, author="Ana")


def pages(pdf: bytes) -> list[str]:
    """The text of each page, its lines joined."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def id_of(plan: Plan, ref: str, member: int = 0) -> str:
    return f"{plan.event.participations.get(ref=ref).code}.{member}"


def client_of(office: Organiser, role: str = "protocol") -> Client:
    client = Client()
    client.force_login(make.member(office, role).user)
    return client


def address(of: Plan, page: str, **arguments: Any) -> str:
    where = {"ref": of.event.organiser.ref, "code": of.event.code, **arguments}
    return reverse(f"seating:{page}", kwargs=where)


@pytest.mark.parametrize(
    ("label", "shape", "words"),
    [
        ("4", Shape.ROUND, "Table 4, seat 2"),
        ("B 3", Shape.ROW, "Row B 3, seat 2"),
        ("Head table", Shape.LONG, "Head table, seat 2"),
        ("Bar", Shape.STANDING, "Zone Bar"),
    ],
)
def test_a_seat_is_called_by_its_table_and_number(label: str, shape: Shape, words: str) -> None:
    unit = Unit("T4", shape, label, 1, ("T4-2",))

    assert place_words(unit, Seat("T4-2", "T4", "2", 1, 0, 0, 0)) == words


def test_a_card_is_lettered_for_the_table_and_in_the_own_script_of_its_guest(seated: SeatedPlan) -> None:
    letterer = Letterer(seated)
    by_name = {each.sitter.name: each for each in seated.sittings}

    lettered = {
        name: (letterer.for_readers(each).name, letterer.for_sitter(each).name)
        for name, each in by_name.items()
    }

    assert lettered["Nino Nimushadze"] == ("Nino Nimushadze", "ნინო ნიმუშაძე")
    assert lettered["Layla Al-Namudhaji"] == ("Layla Al-Namudhaji", "ليلى النموذجي")
    assert lettered["Taro Mihon"] == ("Taro Mihon", "見本太郎")
    assert lettered["Omar Al-Namudhaji"] == ("Omar Al-Namudhaji", "Omar Al-Namudhaji")


@pytest.mark.parametrize("style", ["tent", "flat"])
def test_place_cards_hold_both_faces_and_no_name_is_cut(
    seated: SeatedPlan, imprint: Imprint, style: Any
) -> None:
    stock = replace(imprint.stock, place_card=style)

    text = " ".join(pages(cards.place_cards(seated, replace(imprint, stock=stock))))

    assert "Nino Nimushadze" in text
    assert "ნინო ნიმუშაძე" in text
    assert "de la Tour-Modèle-Échantillon" in text


def test_cards_are_printed_only_of_those_who_are_wanted(
    plan: Plan, seated: SeatedPlan, imprint: Imprint
) -> None:
    only = frozenset({id_of(plan, "nino")})

    text = " ".join(pages(cards.escort_cards(seated, imprint, only)))

    assert "ნინო ნიმუშაძე" in text
    assert "Sample" not in text


@pytest.mark.cases("R76")
def test_signs_say_the_caption_in_each_language_and_reserved_without_one(
    seated: SeatedPlan, imprint: Imprint
) -> None:
    (text,) = pages(cards.signs(seated, imprint))

    assert "Speakers" in text
    assert "Vorbitori" in text
    assert "Reserved" in text
    assert text.count("Table 1, seat") == 2


@pytest.mark.cases("R89")
def test_ushers_expect_hosts_first_then_guests_from_the_lowest_to_the_highest(seated: SeatedPlan) -> None:
    expected = [each.sitter.name for each in lists.in_order_of_arrival(seated.loaded.everybody)]

    ranked = [each.sitter.name for each in seated.loaded.everybody]
    assert sorted(expected) == sorted(ranked)
    assert expected[0] == "Ana Sample"
    assert expected.index("Omar Al-Namudhaji") == expected.index("Layla Al-Namudhaji") + 1
    guests = [each for each in seated.loaded.everybody if not each.member and each.sitter.part == "guest"]
    assert [name for name in expected if name in {each.sitter.name for each in guests}] == [
        each.sitter.name for each in reversed(guests)
    ]


def test_the_ushers_list_says_who_has_no_seat_yet(seated: SeatedPlan, imprint: Imprint) -> None:
    (text,) = pages(lists.ushers_list(seated, imprint))

    assert "Radu Probescu" in text
    assert text.count("no seat yet") == 1


def test_the_seat_finder_holds_names_once_more_in_their_own_script(
    seated: SeatedPlan, imprint: Imprint
) -> None:
    (text,) = pages(lists.seat_finder(seated, imprint))

    order = ["Al-Namudhaji, Layla", "Mihon, Taro", "Nimushadze, Nino", "Sample, Ana", "ნინო ნიმუშაძე"]
    assert sorted(order, key=text.index) == order
    assert "見本太郎" in text


def test_the_table_list_ends_with_those_without_a_seat(seated: SeatedPlan, imprint: Imprint) -> None:
    values = lists.table_list_values(seated, imprint)

    assert [(one["heading"], [row["name"] for row in one["rows"]]) for one in values["categories"]] == [
        ("Head table", ["Ana Sample"]),
        ("Table 1", ["Layla Al-Namudhaji", "Omar Al-Namudhaji", "Nino Nimushadze"]),
        (
            "Table 2",
            [
                "Taro Mihon",
                "Marie-Hélène Alexandrine Exemple de la Tour-Modèle-Échantillon",
                "Əsgər Nümunəli",
            ],
        ),
        ("Without a seat", ["Radu Probescu"]),
    ]


@pytest.mark.parametrize("with_names", [False, True])
def test_the_seat_plan_shows_the_room_and_lists_everybody(
    seated: SeatedPlan, imprint: Imprint, *, with_names: bool
) -> None:
    values = drawn.seat_plan_values(seated, imprint, with_names=with_names)
    text = " ".join(pages(drawn.seat_plan(seated, imprint, with_names=with_names)))

    states = {seat["state"] for seat in values["seats"]}
    assert states == {"taken", "free", "kept", "blocked"}
    assert values["format"] == ("a3" if with_names else "a4")
    assert len(values["honour"]) == 1
    assert "guests’ door" in text
    assert text.count("Taro Mihon") == (2 if with_names else 1)


def test_only_cards_whose_name_seat_or_table_has_changed_are_printed_again(
    office: Organiser, plan: Plan
) -> None:
    client = client_of(office)
    url = address(plan, "print-cards", plan=plan.code, paper="place-cards")
    client.post(url)
    guests = plan.event.participations
    Placement.objects.filter(participation=guests.get(ref="taro")).update(seat="T2-7")
    guests.get(ref="nino").person.names.filter(language="ka").update(printed="ნინო ნიმუში")
    Placement.objects.filter(participation=guests.get(ref="az")).delete()
    built.seat(plan, guests.get(ref="radu"), "T2-8")

    page = client.get(address(plan, "changed-cards", plan=plan.code, paper="place-cards"))
    client.post(url)

    text = page.content.decode()
    assert "Print 3 changed cards" in text
    assert "printed for Table 2, seat 1" in text
    assert "to be taken away" in text
    second = Printing.objects.get(plan=plan, number=2)
    changed = [id_of(plan, ref) for ref in ("nino", "taro", "radu")]
    assert sorted(who for who, card in second.cards.items() if card) == sorted(changed)
    assert second.cards[id_of(plan, "az")] == []
    assert not printed.changed_since_print(SeatedPlan(plan, "en"), "place-cards")


def test_a_printing_is_printed_again_and_can_be_undone(office: Organiser, plan: Plan) -> None:
    client = client_of(office)
    page = client.post(address(plan, "print-cards", plan=plan.code, paper="escort-cards"), follow=True)

    pdf = client.get(address(plan, "printed-cards", plan=plan.code, paper="escort-cards", number=1))

    assert pdf.headers["Content-Type"] == "application/pdf"
    assert "Əsgər Nümunəli" in " ".join(pages(pdf.content))
    undo = page.content.decode().split("printing/undo/")[1].split('"')[0]
    client.post(address(plan, "undo-printing") + undo)
    assert not Printing.objects.exists()


def test_passes_open_the_door_so_a_steward_gets_none(office: Organiser, plan: Plan) -> None:
    steward = client_of(office, "door")

    shown = steward.get(address(plan, "papers")).content.decode()

    assert "Seat finder" in shown
    assert "Entry passes" not in shown
    assert steward.get(address(plan, "paper", plan=plan.code, name="passes")).status_code == 404
    assert steward.get(address(plan, "changed-cards", plan=plan.code, paper="passes")).status_code == 404


def test_a_pass_says_the_seats_of_the_party_only_once_the_office_tells_them(
    office: Organiser, plan: Plan
) -> None:
    invitation = Invitation.objects.get(guest__ref="layla")
    before = told_on_passes(invitation, "en")

    client_of(office).post(address(plan, "tell-seats", plan=plan.code), {"told": "yes"})

    assert before == []
    assert told_on_passes(invitation, "en") == ["Table 1, seats 1, 2"]
    Placement.objects.filter(member=1).update(seat="T2-8")
    assert told_on_passes(invitation, "en") == ["Table 1, seat 1", "Omar Al-Namudhaji: Table 2, seat 8"]


def test_printed_passes_carry_the_seat(plan: Plan, imprint: Imprint) -> None:
    paper = next(one for one in printed.papers_of(plan) if one.key == "passes")

    texts = pages(printed.printed(plan, paper, imprint))

    assert len(texts) == 5
    assert "Table 1, seats 1, 2" in texts[0]
    assert "Omar Al-Namudhaji" in texts[0]


def test_the_foot_of_a_paper_says_plan_and_change(plan: Plan, imprint: Imprint) -> None:
    plan.revision = 14
    paper = printed.papers_of(plan)[2]

    (text,) = pages(printed.printed(plan, paper, imprint))

    assert "Version 1.14" in text


def test_a_plan_in_a_room_that_cannot_be_read_is_told_and_prints_nothing(
    office: Organiser, plan: Plan
) -> None:
    Plan.objects.filter(pk=plan.pk).update(layout={"width": 10})
    client = client_of(office)

    page = client.get(address(plan, "paper", plan=plan.code, name="arrivals"), follow=True)

    assert page.status_code == 200
    assert "The drawing of the room" in page.content.decode()
