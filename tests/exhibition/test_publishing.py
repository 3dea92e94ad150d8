"""What may be published: only what is cleared, described and written in every language."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base import undo
from chancery.base.models import AuditLine, StoredFile
from chancery.exhibition.actions import publishing
from chancery.exhibition.models import Exhibit, Exhibition, Rights, Room, Work
from chancery.exhibition.queries.publishing import is_cleared, obstacles_of
from tests import make
from tests.conftest import People
from tests.exhibition import shown_built as built

TODAY = date(2027, 3, 1)
BOTH = {"en": "x", "ro": "x"}


@pytest.fixture
def exhibition(people: People) -> Exhibition:
    """An exhibition in two languages with one work that can be published."""
    made = make.exhibition(people.office, titles=BOTH, languages=["en", "ro"])
    built.hang(made, built.work(people.office, titles={"en": "Shore", "ro": "Țărm"}))
    return made


def page(exhibition: Exhibition, name: str = "publication") -> str:
    return reverse(f"exhibition:{name}", args=["mission", exhibition.code])


def sentences(exhibition: Exhibition) -> list[str]:
    return [obstacle.sentence for obstacle in obstacles_of(exhibition, TODAY)]


@pytest.mark.parametrize(
    ("rights", "until", "is_free"),
    [
        (Rights.OWN, None, True),
        (Rights.LICENCE, None, True),
        (Rights.PERMISSION, date(2027, 3, 1), True),
        (Rights.PERMISSION, date(2027, 2, 28), False),
        (Rights.PUBLIC_DOMAIN, None, True),
        (Rights.UNKNOWN, None, False),
        (Rights.REFUSED, None, False),
    ],
)
def test_only_cleared_rights_that_have_not_ended_count(
    rights: Rights, until: date | None, is_free: bool
) -> None:
    assert is_cleared(Work(rights=rights, rights_until=until), TODAY) is is_free


def test_what_is_complete_has_nothing_against_it(exhibition: Exhibition) -> None:
    assert sentences(exhibition) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rights": ""}, "The rights of “Shore” are not cleared."),
        ({"rights_until": "2027-02-28"}, "The rights of “Shore” have ended."),
        ({"titles": {"en": "Shore"}}, "The title of “Shore” is missing in Romanian."),
        ({"captions": {"ro": "Țărm"}}, "The caption of “Shore” is missing in English."),
    ],
)
def test_each_thing_about_a_work_is_one_sentence(
    exhibition: Exhibition, changes: dict[str, Any], sentence: str
) -> None:
    Work.objects.update(**changes)

    found = obstacles_of(exhibition, TODAY)

    assert [(obstacle.sentence, obstacle.work) for obstacle in found] == [(sentence, Work.objects.get())]


def test_a_picture_needs_its_description_in_every_language(exhibition: Exhibition, people: People) -> None:
    Work.objects.update(picture=built.picture(people.office), alt_texts={"en": "A gradient."})

    assert sentences(exhibition) == ["What the picture of “Shore” shows is not described in Romanian."]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (StoredFile.State.WAITING, "The picture of “Shore” is still being prepared."),
        (StoredFile.State.REFUSED, "The picture of “Shore” cannot be used."),
    ],
)
def test_a_picture_that_cannot_be_shown_holds_back(
    exhibition: Exhibition, people: People, state: str, sentence: str
) -> None:
    Work.objects.update(picture=built.picture(people.office), alt_texts=BOTH)
    StoredFile.objects.update(state=state)

    assert sentences(exhibition) == [sentence]


def test_the_exhibition_itself_is_looked_at_too(people: People) -> None:
    bare = make.exhibition(people.office, titles={"en": "Voices"}, languages=["en", "ro"])
    Room.objects.create(exhibition=bare, names={"ro": "Foaier"})
    nowhere = make.exhibition(people.office)

    assert sentences(bare) == [
        "No work would be on the public page.",
        "The title of the exhibition is missing in Romanian.",
        "The name of the room “Foaier” is missing in English.",
    ]
    assert sentences(nowhere)[0] == "No language is chosen for the public page."


def test_what_is_left_out_holds_nothing_back(
    signed_in: Client, exhibition: Exhibition, people: People
) -> None:
    (barred,) = built.hang(exhibition, built.work(people.office, "Barred", rights=Rights.REFUSED))
    assert "The rights of “Barred” are not cleared." in sentences(exhibition)

    signed_in.post(page(exhibition, "leave-out"), {"left-out": [barred.code]})

    assert sentences(exhibition) == []
    assert list(Exhibit.objects.filter(is_left_out=True)) == [barred]


def test_the_page_says_what_holds_back_and_offers_no_button(
    signed_in: Client, exhibition: Exhibition
) -> None:
    Work.objects.update(rights="")
    work = Work.objects.get()

    text = signed_in.get(page(exhibition)).content.decode()

    assert "The rights of “Shore” are not cleared." in text
    assert reverse("exhibition:change-work", args=["mission", work.code]) in text
    assert page(exhibition, "publish") not in text


def test_publishing_opens_the_page_and_taking_back_closes_it(
    signed_in: Client, client: Client, exhibition: Exhibition
) -> None:
    public = reverse("public-exhibition:exhibition", args=["mission", exhibition.code])
    assert page(exhibition, "publish") in signed_in.get(page(exhibition)).content.decode()
    assert Client().get(public).status_code == 404

    signed_in.post(page(exhibition, "publish"))
    assert Client().get(public).status_code == 200
    assert Exhibition.objects.get().published_at is not None

    signed_in.post(page(exhibition, "take-back"))
    assert Client().get(public).status_code == 404
    assert Exhibition.objects.get().published_at is None


def test_what_is_held_back_is_not_published(signed_in: Client, exhibition: Exhibition) -> None:
    Work.objects.update(rights="")

    response = signed_in.post(page(exhibition, "publish"), follow=True)

    assert "It is not published; look at what holds it back." in response.content.decode()
    assert not Exhibition.objects.get().is_published


def test_an_undo_publishes_nothing_that_is_held_back(exhibition: Exhibition, people: People) -> None:
    by = make.actor(people.office, people.owner)
    publishing.publish(exhibition, on=TODAY, by=by)
    publishing.take_back(exhibition, by=by)
    Work.objects.update(rights="")
    line = AuditLine.objects.get(code="exhibition.exhibition.taken-back")

    with pytest.raises(undo.CannotUndo):
        undo.undo(line, by=by)

    assert not Exhibition.objects.get().is_published
