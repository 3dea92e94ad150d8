"""After an event each is thanked once for what they did, guest or not (R107)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.models import OutboxMessage
from chancery.events import ordering
from chancery.events.models import Event, Participation, Station
from chancery.exhibition.models import Exhibit, Stay, Work
from chancery.guests.actions import waves as actions
from chancery.guests.documents.departures import departure_of
from chancery.guests.documents.messages import Writer
from chancery.guests.models import Dispatch, Form, Invitation, Kind, Wave
from chancery.guests.queries import waves
from chancery.guests.queries.audience import audience_of
from chancery.guests.queries.deeds import deeds_of, to_thank_without_party
from chancery.programme.models import Act, Contribution, Message
from chancery.rules.invitations import Deed
from tests import make
from tests.conftest import People
from tests.guests import waves_built

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)


@pytest.fixture
def evening(people: People) -> Event:
    return waves_built.planned_event(people.office, held_on=date(2027, 2, 26), status="held")


def came(event: Event, name: str, **fields: Any) -> Participation:
    """A guest who can be written to and came."""
    guest = waves_built.reachable(event, name, **fields)
    Participation.objects.filter(pk=guest.pk).update(actual="attended")
    return Participation.objects.get(pk=guest.pk)


def speaker(event: Event, name: str = "Sam Speaker", **fields: Any) -> Participation:
    """Somebody in the programme who stands on no guest list."""
    fields = {"actual": "attended"} | fields
    return make.participation(event, make.person(event.organiser, name), "speaker", **fields)


def speech(who: Participation, **fields: Any) -> Contribution:
    item = make.item(who.event)
    return Contribution.objects.create(item=item, participation=who, **fields)


def done(who: Participation) -> set[Deed]:
    return set(deeds_of(who.event)[who.pk])


def thanks_to(event: Event, deed: str = "") -> list[str]:
    """Who is in a new wave of thanks."""
    by = make.actor(event.organiser)
    actions.parties_for(to_thank_without_party(event), by=by)
    wave = Wave(event=event, kind=Kind.THANKS)
    found = waves.concerned_by(wave, waves.Whom(deed=deed))
    made = actions.make_wave(wave, invitations=found, by=by)
    return [one.guest.name_printed for one in audience_of(made).chosen]


def test_who_came_is_thanked_and_who_did_not_is_left_out(evening: Event) -> None:
    came(evening, "Ana Came")
    waves_built.reachable(evening, "Una Unknown")
    absent = came(evening, "Abel Absent")
    Participation.objects.filter(pk=absent.pk).update(actual="absent")

    assert thanks_to(evening) == ["Ana Came"]


def test_a_speaker_on_no_guest_list_is_thanked_for_the_speech(evening: Event) -> None:
    who = speaker(evening)
    speech(who)

    assert done(who) == {Deed.SPOKE, Deed.CAME}
    assert thanks_to(evening) == ["Sam Speaker"]
    assert not waves.without_party(evening).exists()


def test_a_speech_that_was_not_given_earns_no_thanks(evening: Event) -> None:
    absent, silent = speaker(evening, "Abel Absent", actual="absent"), speaker(evening, "Sil Silent")
    speech(absent)
    speech(silent, happened="no")

    assert done(absent) == set()
    assert done(silent) == {Deed.CAME}


def test_who_is_only_mentioned_is_not_thanked(evening: Event) -> None:
    who = make.participation(evening, make.person(evening.organiser), "mentioned", actual="not-present")

    assert who.pk not in deeds_of(evening)


def test_a_guest_who_also_speaks_gets_one_letter_for_both(evening: Event) -> None:
    guest = came(evening, "Ana Both")
    also = make.participation(evening, guest.person, "speaker")
    speech(also, happened="yes")

    assert done(guest) == {Deed.SPOKE, Deed.CAME}
    assert thanks_to(evening) == ["Ana Both"]
    assert Invitation.objects.filter(guest=also).count() == 0


def test_wreaths_messages_readings_and_loans_are_told_apart(evening: Event) -> None:
    wreath, reader, author = (speaker(evening, name) for name in ("Wim Wreath", "Rea Reader", "Aut Author"))
    Participation.objects.filter(pk=author.pk).update(actual="sent-message")
    item = make.item(evening, kind="wreath")
    Act.objects.create(item=item, participation=wreath)
    Message.objects.create(item=item, author=author, reader=reader, happened="yes")
    lender = make.participation(evening, make.person(evening.organiser, "Len Lender"), "host")
    shown = make.exhibition(evening.organiser)
    Stay.objects.create(exhibition=shown, event=evening)
    work = Work.objects.create(organiser=evening.organiser, lender_person=lender.person)
    Exhibit.objects.create(exhibition=shown, work=work)

    assert done(wreath) == {Deed.WREATH, Deed.CAME}
    assert done(reader) == {Deed.READ, Deed.CAME}
    assert done(author) == {Deed.SENT_MESSAGE}
    assert done(lender) == {Deed.LENT}


def test_the_house_is_thanked_for_its_rooms(evening: Event) -> None:
    house = make.body(evening.organiser, "Sample Museum")
    place = make.place(evening.organiser, premises_of=house)
    Station.objects.create(event=evening, place=place)
    who = Participation.objects.create(event=evening, body=house, capacity="guest", ref="museum")

    assert done(who) == {Deed.HOUSED}


def test_a_representative_is_thanked_in_the_own_name(evening: Event) -> None:
    principal = waves_built.reachable(evening, "Head Sample")
    Participation.objects.filter(pk=principal.pk).update(actual="represented")
    deputy = came(evening, "Deputy Sample")
    Participation.objects.filter(pk=deputy.pk).update(represents=principal)

    assert thanks_to(evening) == ["Deputy Sample"]


def test_a_wave_goes_to_those_who_did_one_thing(evening: Event) -> None:
    came(evening, "Ana Came")
    speech(speaker(evening))

    assert thanks_to(evening, "spoke") == ["Sam Speaker"]


def test_nobody_is_thanked_twice(evening: Event) -> None:
    guest = came(evening, "Ana Came")
    waves_built.dispatch(guest, kind="thanks")

    assert thanks_to(evening) == []


def written(event: Event, who: Participation, form: Form, language: str) -> str:
    party, _ = Invitation.objects.get_or_create(guest=who)
    event.titles |= {language: "Commemoration"}
    event.organiser.names |= {language: "Mission"}
    writer = Writer(event, kind=Kind.THANKS, now=timezone.now(), language=language)
    return writer.write(party, form, language, number="1/2027").text


SENTENCES = {
    "en": "We thank you for the words you spoke and for your presence at the following event:",
    "fr": (
        "Nous vous remercions vivement de l’allocution que vous avez prononcée et de votre présence "
        "lors de la manifestation suivante :"
    ),
    "ro": (
        "Vă mulțumim pentru alocuțiunea pe care ați rostit-o și pentru prezența dumneavoastră "
        "la următorul eveniment:"
    ),
    "az": "Aşağıdakı tədbirlə bağlı etdiyiniz çıxış və iştirakınız üçün Sizə təşəkkür edirik:",
}


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("form", [Form.EMAIL, Form.LETTER])
def test_the_letter_says_for_what_in_each_language(evening: Event, form: Form, language: str) -> None:
    who = speaker(evening)
    speech(who)

    assert SENTENCES[language] in written(evening, who, form, language)


NOTES = {
    "en": "for the words spoken and for the presence at the following event:",
    "fr": "pour l’allocution prononcée et la présence lors de la manifestation suivante :",
    "ro": "pentru alocuțiunea rostită și pentru participarea la următorul eveniment:",
    "az": "aşağıdakı tədbirlə bağlı edilmiş çıxış və iştirak üçün təşəkkür bildirməkdən",
}


@pytest.mark.parametrize("language", NOTES)
def test_a_note_says_the_same_to_the_mission(evening: Event, language: str) -> None:
    who = speaker(evening)
    speech(who)
    embassy = make.body(evening.organiser, "Embassy", kind="mission")
    embassy.names = {language: "Embassy"}
    embassy.save()
    make.tenure(who.person, make.post(embassy))

    assert NOTES[language] in written(evening, who, Form.NOTE, language)


def test_thanks_do_not_leave_before_the_event_and_bring_no_calendar(evening: Event) -> None:
    guest = came(evening, "Ana Came")
    wave = waves_built.wave(evening, guest, kind="thanks")
    order = ordering.order_of(evening)

    assert departure_of(wave, order, today=date(2027, 2, 25)).stops == [
        "The event has not taken place yet; thanks are sent after it."
    ]
    after = departure_of(wave, order, today=TODAY)
    assert (after.stops, after.warnings) == ([], [])
    assert [reach.address for reach in after.going] == ["ana.came@example.org"]


def test_a_wave_of_thanks_is_made_looked_at_and_sent_like_any_other(
    evening: Event, signed_in: Client
) -> None:
    Event.objects.filter(pk=evening.pk).update(held_on=date(2026, 2, 26))
    came(evening, "Ana Came")
    speech(speaker(evening))
    here = [evening.organiser.ref, evening.code]

    page = signed_in.get(reverse("guests:invitations", args=here)).text
    assert "?kind=thanks" in page
    signed_in.post(f"{reverse('guests:new-wave', args=here)}?kind=thanks", {"kind": "thanks"})
    wave = Wave.objects.get(event=evening)
    shown = signed_in.get(reverse("guests:wave", args=[*here, wave.code])).text

    assert wave.kind == "thanks"
    assert "Ana Came" in shown
    assert "Sam Speaker" in shown
    ready = signed_in.get(reverse("guests:before", args=[*here, wave.code]))
    assert "We thank you for your presence" in ready.text
    assert not Dispatch.objects.exists()
    assert not OutboxMessage.objects.exists()
