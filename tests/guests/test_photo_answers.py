"""What guests say about photographs by their own link: kept with its words, changed and heeded (R122)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.custody.actions import sweeping
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event
from chancery.guests import notice_words
from chancery.guests.actions import links
from chancery.guests.models import Dispatch, Notice, PhotoAnswer, Terms
from chancery.privacy.actions.keeping import say
from chancery.privacy.models import OfficePrivacy
from chancery.record.actions.photo_wishes import record_wishes
from chancery.record.models import PhotoPerson
from chancery.record.queries import photos
from chancery.record.queries.photo_wishes import wishes_of
from tests import make
from tests.guests.reply_built import Party, coming_event, day_in, invited
from tests.record.photos import photo


@pytest.fixture
def party(db: None) -> Party:
    return invited(coming_event(asks_photos=True))


def say_by_link(party: Party, wish: str, **more: str) -> str:
    page = Client().post(party.address("photographs/"), {"wish": wish} | more, follow=True)
    return page.content.decode()


def heard(party: Party) -> str:
    """What the record makes of it."""
    return wishes_of(party.event)[party.invitation.guest_id]


def over(party: Party) -> None:
    event = party.event
    event.held_on = day_in(-3)
    event.save()


def test_an_answer_keeps_its_words_its_language_and_its_notice(party: Party) -> None:
    party.send("accept", {"photos": "agreed"}, language="ro")

    said = PhotoAnswer.objects.get()

    assert (said.wish, said.language, said.notice) == ("agreed", "ro", Notice.objects.get())
    assert "Embassy of Sampleland" in said.words
    assert heard(party) == "agreed"


def test_nothing_is_kept_where_nothing_was_said_or_asked(party: Party) -> None:
    party.send("accept")
    unasked = invited(coming_event())
    unasked.send("accept", {"photos": "agreed"})
    refused = say_by_link(unasked, "agreed")

    assert PhotoAnswer.objects.count() == 0
    assert "does not ask for it" in refused
    assert (heard(party), heard(unasked)) == ("", "")


def test_it_is_taken_back_by_one_button_and_nothing_is_lost(party: Party) -> None:
    party.send("accept", {"photos": "agreed"})

    page = say_by_link(party, "refused")
    say_by_link(party, "refused")

    assert "do not want to be shown" in page
    assert list(PhotoAnswer.objects.order_by("pk").values_list("wish", flat=True)) == ["agreed", "refused"]
    assert heard(party) == "refused"
    assert AuditLine.objects.filter(code="guests.photo-answer.given").count() == 2


def test_a_picture_is_public_only_as_long_as_the_guest_agrees(party: Party) -> None:
    shown = photo(party.event, is_public=True)
    PhotoPerson.objects.create(photo=shown, participation=party.invitation.guest)
    seen = []

    for wish in ("agreed", "refused", "agreed"):
        say_by_link(party, wish) if seen else party.send("accept", {"photos": wish})
        seen.append((photos.shown_in_public(party.event), photos.public_among([shown.code])))

    assert seen == [([shown], [shown]), ([], []), ([shown], [shown])]


def test_it_can_be_said_after_the_event_and_no_answer_can(party: Party) -> None:
    party.send("accept", {"photos": "agreed"})
    over(party)

    page = say_by_link(party, "refused")

    assert "The event is over" in page
    assert heard(party) == "refused"


def test_nobody_says_it_for_another(party: Party) -> None:
    assistant = {"speaker_name": "Bo", "photos": "agreed"}
    party.send("accept", assistant, speaker="assistant")
    party.send("represent", {"representative_name": "Cy Deputy", "photos": "agreed"})
    Client().post(party.address("photographs/", speaker="assistant"), {"wish": "agreed"})

    assert PhotoAnswer.objects.count() == 0
    assert 'name="photos"' not in party.look("accept/", speaker="assistant").content.decode()
    assert 'name="photos"' not in party.look("represent/").content.decode()


def test_a_link_that_was_withdrawn_says_nothing_more(party: Party) -> None:
    party.send("accept", {"photos": "agreed"})
    links.revoke(party.link, by=make.actor(party.event.organiser), now=timezone.now())

    page = say_by_link(party, "refused")

    assert "no longer good" in page
    assert "Photographs" not in page
    assert heard(party) == "agreed"


def test_who_agrees_has_read_the_notice_of_now_and_a_refusal_needs_none(party: Party) -> None:
    party.send("accept")
    read = notice_words.facts_of(party.event, Terms.objects.get(event=party.event)).digest
    say(OfficePrivacy(organiser=party.event.organiser, contact="Ana"), by=Actor(party.event.organiser_id))

    assert "has changed meanwhile" in say_by_link(party, "agreed", notice=read)
    assert heard(party) == ""
    say_by_link(party, "refused", notice=read)
    assert heard(party) == "refused"


@pytest.mark.parametrize(
    ("guest", "office", "said_on", "holds"),
    [
        ("agreed", "refused", day_in(2), "refused"),
        ("refused", "agreed", day_in(2), "agreed"),
        # the guest spoke after the office wrote
        ("agreed", "refused", day_in(-2), "agreed"),
        ("refused", "agreed", day_in(-2), "refused"),
        # nobody knows which was later
        ("agreed", "refused", None, "refused"),
        ("refused", "agreed", None, "refused"),
        ("agreed", "agreed", None, "agreed"),
    ],
)
def test_the_later_word_holds_and_in_doubt_the_refusal(
    party: Party, guest: str, office: str, said_on: date | None, holds: str
) -> None:
    party.send("accept", {"photos": guest})
    record_wishes(
        [party.invitation.guest], office, said_on=said_on, note="", by=make.actor(party.event.organiser)
    )

    assert heard(party) == holds


def test_a_refusal_goes_with_the_folder_of_the_event(party: Party, tmp_path: Path) -> None:
    party.send("accept", {"photos": "refused"})
    Dispatch.objects.update(recipient="Ana Sample")
    elsewhere = make.organiser("elsewhere")
    write_event(party.event, tmp_path)

    for _time in range(2):
        load_event(tmp_path, by=make.actor(elsewhere), organiser=elsewhere)

    event = Event.objects.get(organiser=elsewhere)
    assert PhotoAnswer.objects.filter(invitation__guest__event=event).count() == 1
    assert set(wishes_of(event).values()) == {"refused"}


def test_whoever_is_reminded_finds_what_they_said(db: None) -> None:
    party = invited(coming_event(asks_photos=True, reply_mark="remind"))
    first = party.look().content.decode()
    say_by_link(party, "refused")

    assert "please do not show me" in first
    assert "do not want to be shown" in party.look().content.decode()


def test_the_notice_says_it_and_the_answer_stays_when_needs_go(party: Party) -> None:
    Terms.objects.filter(event=party.event).update(asks_diet=True)
    party.send("accept", {"photos": "refused", "diet": "vegan", "diet_consent": "on"})
    told = party.look("privacy/").content.decode()

    sweeping.sweep(timezone.now() + timedelta(days=90))

    assert "Whether you may be shown on photographs" in told
    assert heard(party) == "refused"
