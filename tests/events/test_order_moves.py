"""Places given by hand: shown before they are saved, kept when recomputed, told when they no longer apply."""

from datetime import date

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chancery.base.models import AuditLine
from chancery.directory.models import Person, TenureStep
from chancery.events import ordering
from chancery.events.models import Event
from chancery.precedence.models import Move
from tests import make
from tests.conftest import People
from tests.events import order_built as built

STATES = ["FR", "GE", "DE", "IT", "ES", "PT", "AT"]


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


@pytest.fixture
def four(event: Event) -> Event:
    """Four ambassadors, a to d, by the year of their credentials."""
    for place, state in enumerate(STATES[:4]):
        built.ambassador(event, f"Guest {'ABCD'[place]}", state, f"{2018 + place}-01-01")
    return event


def code_of(event: Event, ref: str) -> str:
    return event.participations.get(ref=ref).code


def sent(client: Client, event: Event, subject: str, neighbour: str, **more: str) -> str:
    """Send the form of a move and return the page that answers."""
    answer = client.post(
        built.address(event, "move", who=code_of(event, subject)),
        {"side": "before", "neighbour": neighbour, "reason": "Guest of the house.", **more},
        follow=True,
    )
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_moves_is_shown_before_anything_is_saved(signed_in: Client, four: Event) -> None:
    page = sent(signed_in, four, "guest-d", "guest-b")

    assert "Guest D moves from place 4 to place 2." in page
    assert "Guest B moves from place 2 to place 3." in page
    assert "Guest C moves from place 3 to place 4." in page
    assert "Guest A moves" not in page
    assert not Move.objects.exists()


def test_saved_move_stands_with_its_reason_and_author(signed_in: Client, people: People, four: Event) -> None:
    page = sent(signed_in, four, "guest-d", "guest-b", save="yes")

    assert built.refs(four) == ["guest-a", "guest-d", "guest-b", "guest-c"]
    assert "Guest D directly before Guest B" in page
    assert "Guest of the house." in page
    assert str(people.owner) in page
    assert AuditLine.objects.filter(code="precedence.move.made", by=people.owner).count() == 1


def test_a_second_move_of_the_same_guest_replaces_the_first(signed_in: Client, four: Event) -> None:
    sent(signed_in, four, "guest-d", "guest-b", save="yes")
    sent(signed_in, four, "guest-d", "guest-a", save="yes")

    assert built.refs(four) == ["guest-d", "guest-a", "guest-b", "guest-c"]
    assert Move.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason": ""}, "This field is required."),
        ({"reason": "x" * 301}, "at most 300 characters"),
        ({"side": "beside"}, "Select a valid choice"),
        ({"neighbour": "guest-d"}, "Select a valid choice"),
        ({"neighbour": "nobody"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_refused_and_stays(
    signed_in: Client, four: Event, fields: dict[str, str], sentence: str
) -> None:
    answer = signed_in.post(
        built.address(four, "move", who=code_of(four, "guest-d")),
        {"side": "before", "neighbour": "guest-b", "reason": "Kept text.", "save": "yes"} | fields,
    )

    page = answer.content.decode()
    assert sentence in page
    assert fields.get("reason", "Kept text.") in page
    assert not Move.objects.exists()


def test_a_move_that_waits_for_itself_cannot_be_saved(signed_in: Client, four: Event) -> None:
    built.move(four, "guest-b", "after", "guest-d")

    page = sent(signed_in, four, "guest-d", "guest-b", save="yes")

    assert "whose own move depends on this one" in page
    assert Move.objects.count() == 1


def test_a_group_of_guests_that_hold_no_place_gets_one_by_hand(signed_in: Client, four: Event) -> None:
    built.ambassador(four, "Not Yet", "ES", basis="designate")

    page = sent(signed_in, four, "not-yet", "guest-b")

    assert "Not Yet held no place and gets place 2." in page


def test_move_is_kept_when_a_guest_joins_and_said_when_the_neighbour_leaves(
    signed_in: Client, four: Event
) -> None:
    built.move(four, "guest-d", "before", "guest-b", "Guest of the house.")
    built.ambassador(four, "Guest E", "ES", "2016-01-01")

    joined = built.refs(four)
    four.participations.get(ref="guest-b").delete()
    page = built.shown(signed_in, four)

    assert joined == ["guest-e", "guest-a", "guest-d", "guest-b", "guest-c"]
    assert built.refs(four) == ["guest-e", "guest-a", "guest-c", "guest-d"]
    assert "Does not apply: Guest B is not on the list any more" in page
    assert Move.objects.count() == 1


def test_move_of_somebody_who_left_is_said_by_name(signed_in: Client, four: Event) -> None:
    built.move(four, "guest-d", "before", "guest-b")
    four.participations.get(ref="guest-d").delete()

    page = built.shown(signed_in, four)

    assert "Guest D directly before Guest B" in page
    assert "Does not apply: Guest D is not on the list any more." in page


def test_taken_back_the_place_follows_the_rules_again_and_that_is_undone(
    signed_in: Client, four: Event
) -> None:
    move = built.move(four, "guest-d", "before", "guest-b")

    answer = signed_in.post(built.address(four, "withdraw-move", move=move.code), follow=True)
    taken_back = built.refs(four)
    undo = signed_in.session["undo"]["code"]
    signed_in.post(f"{built.address(four, 'undo-order')}?change={undo}")

    assert "The place follows the rules again." in answer.content.decode()
    assert taken_back == ["guest-a", "guest-b", "guest-c", "guest-d"]
    assert built.refs(four) == ["guest-a", "guest-d", "guest-b", "guest-c"]


def test_moves_raise_the_revision_of_the_order(signed_in: Client, four: Event) -> None:
    before = four.ordering.revision

    sent(signed_in, four, "guest-d", "guest-b", save="yes")
    undo = signed_in.session["undo"]["code"]
    signed_in.post(f"{built.address(four, 'undo-order')}?change={undo}")

    four.ordering.refresh_from_db()
    assert four.ordering.revision == before + 2


def test_assistant_may_not_give_places(client: Client, people: People, four: Event) -> None:
    client.force_login(make.member(people.office, "assistant").user)

    answer = client.post(
        built.address(four, "move", who=code_of(four, "guest-d")),
        {"side": "before", "neighbour": "guest-b", "reason": "Mine.", "save": "yes"},
    )

    assert answer.status_code == 403
    assert not Move.objects.exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(years=st.lists(st.integers(2000, 2024), min_size=3, max_size=6, unique=True), choice=st.randoms())
def test_a_move_survives_every_recomputation(event: Event, years: list[int], choice: object) -> None:
    """Whoever joins or changes, the moved guest stands directly beside the neighbour."""
    Move.objects.all().delete()
    event.participations.all().delete()
    for place, year in enumerate(years):
        _numbered(event, place, year)
    names = [f"guest-{place}" for place in range(len(years))]
    subject, neighbour = choice.sample(names, 2)  # type: ignore[attr-defined]  # a random.Random
    built.move(event, subject, "after", neighbour)

    before = built.refs(event)
    _numbered(event, len(years), 2012, "06-15")
    after = built.refs(event)

    for refs in (before, after):
        assert refs.index(subject) == refs.index(neighbour) + 1
    assert [ref for ref in after if ref in before] == before


def _numbered(event: Event, place: int, year: int, day: str = "01-01") -> None:
    """A guest whose credentials are of a year, made once for all examples and listed anew in each."""
    ref = f"guest-{place}"
    person = Person.objects.filter(organiser=event.organiser, ref=ref).first()
    if person is None:
        built.ambassador(event, f"Guest {place}", STATES[place], f"{year}-{day}")
        return
    TenureStep.objects.filter(tenure__person=person).update(moment=f"{year}-{day}")
    make.participation(event, person, ref=ref)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(years=st.lists(st.integers(2000, 2024), min_size=2, max_size=6), added=st.integers(2000, 2024))
def test_adding_a_guest_never_reorders_the_others(event: Event, years: list[int], added: int) -> None:
    event.participations.all().delete()
    for place, year in enumerate(years):
        _numbered(event, place, year)
    before = ordering.order_of(event)

    _numbered(event, len(years), added)
    after = ordering.order_of(event)

    shared = {entry.ref: entry.place for entry in before.entries}
    kept = [(entry.ref, entry.place) for entry in after.entries if entry.ref in shared]
    for ref, place in kept:
        for other, other_place in kept:
            was = (shared[ref] or 0) < (shared[other] or 0)
            assert not was or (place or 0) < (other_place or 0)
