"""Photographs of an event: taken in once, selected, described, taken out, and who may be shown (R122)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chancery.base.models import AuditLine, StoredFile
from chancery.events.models import Event, EventMember
from chancery.record.actions import photos as actions
from chancery.record.actions.photos import Mark
from chancery.record.models import Photo, PhotoWish
from chancery.record.queries import photos as queries
from tests import make, pictures
from tests.conftest import People
from tests.record.photos import on, photo, somebody

pytestmark = pytest.mark.django_db
REFUSED, AGREED = PhotoWish.Wish.REFUSED, PhotoWish.Wish.AGREED


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office)


def address(event: Event, name: str, *more: str) -> str:
    return reverse(f"record:{name}", args=[event.organiser.ref, event.code, *more])


def text_of(client: Client, event: Event, name: str = "photos", *more: str, **asked: str) -> str:
    return client.get(address(event, name, *more), asked).content.decode()


def send(client: Client, event: Event, action: str, *photos: Photo, **more: str) -> Any:
    rows = {"row": [each.code for each in photos], "action": action}
    return client.post(address(event, "photos-act"), rows | more, follow=True)


def test_several_photographs_come_with_one_form(signed_in: Client, event: Event) -> None:
    files = [pictures.upload(pictures.picture(400 + n, 300), f"{n}.jpg") for n in range(3)]

    page = signed_in.post(address(event, "photos-add"), {"photos": files}, follow=True)

    assert "3 photographs were taken in." in page.content.decode()
    assert [each.file.name for each in queries.photos_of(event)] == ["0.jpg", "1.jpg", "2.jpg"]


def test_the_same_photograph_twice_is_one(signed_in: Client, event: Event) -> None:
    files = [pictures.upload(name="a.jpg"), pictures.upload(name="again.jpg")]

    page = signed_in.post(address(event, "photos-add"), {"photos": files}, follow=True)

    assert "1 photograph was there already." in page.content.decode()
    assert [each.file.name for each in Photo.objects.all()] == ["a.jpg"]
    assert StoredFile.objects.count() == 1


def test_what_is_no_photograph_is_refused_and_the_others_stay(signed_in: Client, event: Event) -> None:
    files = [pictures.upload(b"no picture", "a.jpg"), pictures.upload(name="b.jpg")]

    page = signed_in.post(address(event, "photos-add"), {"photos": files}, follow=True)

    assert "“a.jpg” is not a picture in JPEG, PNG or WebP" in page.content.decode()
    assert [each.file.name for each in Photo.objects.all()] == ["b.jpg"]


def test_the_sheet_shows_by_filter(signed_in: Client, event: Event) -> None:
    photo(event, 1, is_for_press=True), photo(event, 2, is_set_aside=True), photo(event, 3, deeds={"en": "x"})

    shown = {
        which: [n for n in "123" if f"DSC_000{n}.jpg" in text_of(signed_in, event, which=which)]
        for which in ("", "press", "aside", "public")
    }

    assert shown == {"": ["1"], "press": ["1"], "aside": ["2"], "public": []}
    assert queries.counts_of(event) == {"": 2, "press": 1, "public": 0, "without-caption": 1, "aside": 1}


def test_the_sheet_says_what_is_not_prepared(signed_in: Client, event: Event) -> None:
    photo(event, is_prepared=False)

    text = text_of(signed_in, event)

    assert "One photograph is being prepared." in text
    assert "Being prepared." in text


def test_a_selection_for_the_press_can_be_undone(signed_in: Client, event: Event) -> None:
    chosen = on(photo(event), somebody(event, wish=AGREED))

    page = send(signed_in, event, "press", chosen)
    chosen.refresh_from_db()
    assert chosen.is_for_press

    undo = page.content.decode().split('action="')[1:]
    target = next(part.split('"')[0] for part in undo if "photos/undo" in part)
    signed_in.post(target)
    chosen.refresh_from_db()
    assert not chosen.is_for_press


@pytest.mark.parametrize("action", ["press", "public"])
def test_nobody_is_shown_against_their_wish(signed_in: Client, event: Event, action: str) -> None:
    free = photo(event, 1)
    held = on(photo(event, 2), somebody(event, "Ion Model", REFUSED))

    page = send(signed_in, event, action, free, held)

    assert "Ion Model asked not to be shown" in page.content.decode()
    assert not Photo.objects.filter(is_for_press=True).exists()
    assert not Photo.objects.filter(is_public=True).exists()


def test_a_refusal_in_one_capacity_holds_in_every_other(signed_in: Client, event: Event) -> None:
    guest = somebody(event, "Ion Model", REFUSED)
    speaker = make.participation(event, guest.person, "speaker")
    held = on(photo(event), speaker)

    assert "Ion Model asked not to be shown" in send(signed_in, event, "public", held).content.decode()


def test_whoever_was_not_asked_needs_a_deliberate_tick(signed_in: Client, event: Event) -> None:
    chosen = on(photo(event), somebody(event, "Eva Test"))

    asked = send(signed_in, event, "public", chosen).content.decode()
    chosen.refresh_from_db()
    assert "Not everybody was asked" in asked
    assert "Eva Test" in asked
    assert not chosen.is_public

    send(signed_in, event, "public", chosen, despite_unasked="on")
    chosen.refresh_from_db()
    assert chosen.is_public
    line = AuditLine.objects.filter(code="record.photo.changed").latest("pk")
    assert line.reason == "shown although not asked: Eva Test"


def test_releasing_needs_its_right(people: People, event: Event) -> None:
    client, chosen = Client(), photo(event)
    helper = make.member(people.office, "assistant")
    client.force_login(helper.user)
    refused = send(client, event, "public", chosen)
    EventMember.objects.create(event=event, membership=helper, role="press")

    allowed = send(client, event, "public", chosen)

    assert (refused.status_code, allowed.status_code) == (403, 200)
    chosen.refresh_from_db()
    assert chosen.is_public


def test_a_photograph_that_is_set_aside_goes_nowhere(signed_in: Client, event: Event) -> None:
    chosen = photo(event, is_for_press=True, is_public=True)

    send(signed_in, event, "aside", chosen)

    chosen.refresh_from_db()
    assert (chosen.is_set_aside, chosen.is_for_press, chosen.is_public) == (True, False, False)


def test_the_credit_of_many_is_written_once(signed_in: Client, event: Event) -> None:
    both = photo(event, 1), photo(event, 2)

    asked = send(signed_in, event, "credit", *both).content.decode()
    assert "Who took these 2 photographs" in asked

    send(signed_in, event, "credit", *both, credit="Ion Lens")
    assert set(Photo.objects.values_list("credit", flat=True)) == {"Ion Lens"}


def test_photographs_go_to_the_item_of_their_time(signed_in: Client, event: Event) -> None:
    start = timezone.now()
    opening = make.item(event, "Opening", position=0, started_at=start)
    speech = make.item(event, "Speech", position=1, started_at=start + timedelta(minutes=10))
    taken = photo(event)
    StoredFile.objects.filter(pk=taken.file_id).update(taken_at=start + timedelta(minutes=4))

    send(signed_in, event, "by-time", taken)

    taken.refresh_from_db()
    assert taken.item == opening
    assert speech.photos.count() == 0


def test_a_photograph_is_put_to_a_chosen_item(signed_in: Client, event: Event) -> None:
    item, chosen = make.item(event), photo(event)

    send(signed_in, event, f"item:{item.code}", chosen)

    chosen.refresh_from_db()
    assert chosen.item == item


def test_what_is_taken_out_comes_back_with_its_people(signed_in: Client, event: Event) -> None:
    chosen = on(photo(event), somebody(event), somebody(event, "Ion Model"))

    page = send(signed_in, event, "take-out", chosen)
    assert not Photo.objects.exists()

    target = next(p.split('"')[0] for p in page.content.decode().split('action="') if "photos/undo" in p)
    signed_in.post(target)
    assert [person.name_printed for person in Photo.objects.get().people.order_by("position")] == [
        "Ana Sample",
        "Ion Model",
    ]


def test_a_photograph_of_another_event_is_not_touched(
    signed_in: Client, people: People, event: Event
) -> None:
    other = photo(make.event(people.office, "Other"))

    page = send(signed_in, event, "aside", other)

    assert "No photograph is selected" in page.content.decode()
    other.refresh_from_db()
    assert not other.is_set_aside


def test_an_unknown_action_is_refused_in_words(signed_in: Client, event: Event) -> None:
    page = send(signed_in, event, "burn", photo(event))

    assert "This cannot be done with photographs; choose again." in page.content.decode()


def test_people_are_named_from_left_to_right(signed_in: Client, event: Event) -> None:
    chosen, ana = photo(event), somebody(event)
    ion = somebody(event, "Ion Model")
    add = address(event, "photo-people", chosen.code)

    signed_in.post(add, {"who": ion.code, "who_text": "Ion Model"})
    signed_in.post(add, {"who": "", "who_text": "ana sample"})
    signed_in.post(add, {"who": "", "who_text": "a child with flowers", "row": "1"})

    named = [(p.name_printed, p.row) for p in queries.people_on([chosen])[chosen.pk]]
    assert named == [("Ion Model", 0), ("Ana Sample", 0), ("a child with flowers", 1)]
    assert ana.photos.count() == 1


def test_nobody_is_named_twice(signed_in: Client, event: Event) -> None:
    chosen, ana = photo(event), somebody(event)
    add = address(event, "photo-people", chosen.code)
    for _time in range(2):
        page = signed_in.post(add, {"who": ana.code, "who_text": "Ana Sample"}, follow=True)

    assert "Ana Sample is named on this picture already." in page.content.decode()
    assert chosen.people.count() == 1


def test_places_and_rows_are_changed_together(signed_in: Client, event: Event) -> None:
    chosen = on(photo(event), somebody(event), somebody(event, "Ion Model"), somebody(event, "Eva Test"))
    first, second, third = chosen.people.order_by("position")
    order = {"order": [third.pk, first.pk, second.pk], f"row-{first.pk}": "1", "drop": str(second.pk)}

    signed_in.post(address(event, "photo-places", chosen.code), order)

    named = [(p.name_printed, p.row, p.position) for p in queries.people_on([chosen])[chosen.pk]]
    assert named == [("Eva Test", 0, 0), ("Ana Sample", 1, 1)]


def test_those_present_are_found_by_the_beginning_of_a_name(signed_in: Client, event: Event) -> None:
    (
        somebody(event, "Ștefan Popescu"),
        somebody(event, "Ion Model"),
        somebody(event, "Eva Pop", "", capacity="mentioned"),
    )

    text = signed_in.get(address(event, "photos-find"), {"who_text": "pop"}).content.decode()

    assert "Ștefan Popescu" in text
    assert "Ion Model" not in text
    assert "Eva Pop<" not in text


def test_the_page_of_a_photograph_shows_its_caption(signed_in: Client, event: Event) -> None:
    chosen = on(photo(event, deeds={"en": "Ana Sample sings"}), somebody(event))

    text = text_of(signed_in, event, "photo", chosen.code)

    assert "Ana Sample sings." in text
    assert "Not known in this language: the capacity of somebody, the place, the day, the credit." in text


def test_what_is_written_by_hand_wins(signed_in: Client, event: Event) -> None:
    chosen = photo(event, deeds={"en": "Ana Sample sings"})

    signed_in.post(
        address(event, "photo", chosen.code), {"captions-en": "A song.", "deeds-en": "Ana Sample sings"}
    )

    assert "A song." in text_of(signed_in, event, "photo", chosen.code)
    assert "Ana Sample sings." not in text_of(signed_in, event, "photo", chosen.code).split("</dl>")[0]


@pytest.mark.parametrize("name", ["photos", "photo-wishes"])
def test_the_number_of_queries_does_not_grow(signed_in: Client, event: Event, name: str) -> None:
    counts = []
    on(photo(event, 1), somebody(event, "Eva One"))
    for number in range(2, 5):
        with CaptureQueriesContext(connection) as queries_made:
            assert signed_in.get(address(event, name)).status_code == 200
        counts.append(len(queries_made))
        on(photo(event, number), somebody(event, f"Eva {number}"))

    assert counts[0] == counts[1] == counts[2]


def test_marking_is_refused_as_a_whole(event: Event) -> None:
    free, held = photo(event, 1), on(photo(event, 2), somebody(event, wish=REFUSED))

    with pytest.raises(actions.HeldBack):
        actions.mark([free, held], Mark.PRESS, by=make.actor(event.organiser))

    assert not Photo.objects.filter(is_for_press=True).exists()
