"""The pages of the wordings: copying what ships, changing with checks, deleting, undoing, looking at them."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.guests.models import Form, Invitation, Kind, Template, Wave
from tests import make
from tests.conftest import People
from tests.guests import built

WHOLE = '<p>{salutation},</p><p><a href="{reply_link}">Reply</a></p>'


def page(office: Organiser, name: str = "wordings", **arguments: Any) -> str:
    """The address of a page of the wordings."""
    return reverse(f"guests:{name}", kwargs={"ref": office.ref, **arguments})


@pytest.fixture
def own(people: People) -> Template:
    """An e-mail of the office's own, in its two languages."""
    return Template.objects.create(
        organiser=people.office,
        form=Form.EMAIL,
        kind=Kind.INVITATION,
        name="Ours",
        subjects={"en": "Invitation", "ro": "Invitație"},
        bodies={"en": WHOLE, "ro": WHOLE},
    )


def sent(**changed: str) -> dict[str, str]:
    """What the page of a wording sends."""
    return {
        "name": "Ours",
        "subject-en": "Invitation",
        "body-en": WHOLE,
        "subject-ro": "Invitație",
        "body-ro": WHOLE,
    } | changed


def test_the_list_shows_what_ships_and_what_is_own(signed_in: Client, people: People, own: Template) -> None:
    text = signed_in.get(page(people.office)).content.decode()

    assert text.count("As it ships") == len(Kind)
    assert ">Ours<" in text.replace("<bdi>", "").replace("</bdi>", "")
    assert "Ours" not in signed_in.get(f"{page(people.office)}?form=card").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_many_as_for_one(
    signed_in: Client, people: People, number: int, django_assert_num_queries: Any
) -> None:
    for place in range(number):
        Template.objects.create(
            organiser=people.office,
            form=Form.EMAIL,
            kind=Kind.CHANGE,
            name=f"Ours {place}",
            bodies={"en": "x"},
        )

    with django_assert_num_queries(5):
        signed_in.get(page(people.office))


def test_an_own_wording_is_made_from_what_ships_in_the_languages_of_the_office(
    signed_in: Client, people: People
) -> None:
    address = f"{page(people.office, 'shipped-wording')}?kind=invitation&form=card"

    for _time in range(2):
        signed_in.post(address)

    made = list(Template.objects.order_by("pk"))
    assert [one.name for one in made] == ["Invitation · card", "Invitation · card 2"]
    assert [set(one.bodies) for one in made] == [{"en", "ro"}] * 2
    assert AuditLine.objects.filter(code="guests.wording.added").count() == 2


def test_a_changed_wording_is_kept_clean_and_told_of(
    signed_in: Client, people: People, own: Template
) -> None:
    body = f"{WHOLE}<script>alert(1)</script>"

    answer = signed_in.post(
        page(people.office, "wording", wording=own.code), sent(**{"body-en": body}), follow=True
    )

    own.refresh_from_db()
    assert own.bodies["en"] == WHOLE
    assert "this was taken out" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"body-en": f"{WHOLE}{{gest}}"}, "English, line 1: {gest} is no field; perhaps {guest} is meant."),
        ({"subject-ro": ""}, "In Romanian there is a text and no subject; write the subject."),
        ({"name": "Taken"}, "Two wordings have the same name; give each its own."),
        (
            dict.fromkeys(("subject-en", "body-en", "subject-ro", "body-ro"), ""),
            "There is no text in any language",
        ),
    ],
)
def test_a_wrong_wording_is_not_kept_and_the_input_stays(
    signed_in: Client, people: People, own: Template, changed: dict[str, str], sentence: str
) -> None:
    Template.objects.create(organiser=people.office, form=Form.CARD, kind=Kind.CHANGE, name="Taken")

    answer = signed_in.post(page(people.office, "wording", wording=own.code), sent(**changed))

    text = unescape(answer.content.decode())
    assert sentence in text
    assert next(iter(changed.values())) in text
    own.refresh_from_db()
    assert (own.name, own.bodies["en"]) == ("Ours", WHOLE)


def test_a_language_is_added_before_it_is_written(signed_in: Client, people: People, own: Template) -> None:
    address = page(people.office, "wording", wording=own.code)

    asked = signed_in.post(address, sent(another="ar", add="1", **{"body-en": "half written"}))
    text = asked.content.decode()
    signed_in.post(address, sent(**{"subject-ar": "دعوة", "body-ar": "{guest}\n\n{reply_link}"}))

    assert 'name="body-ar"' in text
    assert 'dir="rtl"' in text
    assert "half written" in text
    own.refresh_from_db()
    assert own.bodies["ar"] == "{guest}\n\n{reply_link}"


def test_a_change_is_undone(signed_in: Client, people: People, own: Template) -> None:
    signed_in.post(page(people.office, "wording", wording=own.code), sent(name="Other"))
    line = AuditLine.objects.get(code="guests.wording.changed")

    signed_in.post(page(people.office, "take-back-wording", line=line.pk))

    own.refresh_from_db()
    assert own.name == "Ours"


def test_a_deleted_wording_comes_back(signed_in: Client, people: People, own: Template) -> None:
    signed_in.post(page(people.office, "delete-wording", wording=own.code))
    assert not Template.objects.exists()
    line = AuditLine.objects.get(code="guests.wording.deleted")

    signed_in.post(page(people.office, "take-back-wording", line=line.pk))

    assert Template.objects.get().bodies == own.bodies


def test_a_wording_that_a_wave_takes_stays(signed_in: Client, people: People, own: Template) -> None:
    event = make.event(people.office, "Gala")
    Wave.objects.create(event=event, number=1).templates.add(own)

    answer = signed_in.post(page(people.office, "delete-wording", wording=own.code), follow=True)

    assert "stands in a wave of “Gala”" in answer.content.decode()
    assert Template.objects.filter(pk=own.pk).exists()


@pytest.fixture
def event(people: People) -> Event:
    """An event with a guest who reads e-mails."""
    made = make.event(people.office, "Gala")
    guest = built.guest(made, "Ana Sample")
    assert guest.person
    guest.person.contact_points.create(kind="email", value="ana@example.org")
    return made


def test_a_preview_shows_the_message_to_a_real_guest(
    signed_in: Client, people: People, event: Event, own: Template
) -> None:
    address = page(people.office, "preview", code=event.code)

    shipped = signed_in.get(f"{address}?kind=invitation&form=email").content.decode()
    ours = signed_in.get(f"{address}?kind=invitation&form=email&own={own.code}").content.decode()
    card = signed_in.get(f"{address}?kind=invitation&form=card").content.decode()

    assert "Dear Ana Sample," in shipped
    assert "Reply to the invitation" in shipped
    assert "Reply to the invitation" not in ours
    assert 'src="data:image/png;base64,' in card


def test_a_preview_says_what_keeps_a_message_from_being_written(
    signed_in: Client, people: People, event: Event
) -> None:
    event.titles = {"ro": "Gală"}
    event.save()

    text = signed_in.get(page(people.office, "preview", code=event.code)).content.decode()

    assert "The title of the event is not written in English" in text


def test_a_preview_of_a_kind_that_is_none_is_not_there(
    signed_in: Client, people: People, event: Event
) -> None:
    assert signed_in.get(f"{page(people.office, 'preview', code=event.code)}?kind=feast").status_code == 404


def test_an_email_is_shown_where_nothing_in_it_can_be_run(
    signed_in: Client, people: People, event: Event
) -> None:
    party = Invitation.objects.get(guest__event=event)

    answer = signed_in.get(page(people.office, "preview-mail", code=event.code, guest=party.code))

    assert "Ana Sample" in answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
