"""What a guest gets in writing: filled from the record, in the guest's language, once a party."""

import json
import re
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.events.models import Event, Involvement, Participation, Station
from chancery.guests.documents.messages import CannotWrite, Writer, Written
from chancery.guests.models import Companion, Form, Invitation, Kind, Template, Terms
from chancery.guests.wordings import LANGUAGES
from tests import make
from tests.guests import built

pytestmark = pytest.mark.django_db

# Of the event: terms, involvements, occasion, places; of the guests: rows, people with four kinds of rows.
QUERIES = 12
NOW = datetime(2026, 1, 20, 9, tzinfo=UTC)
LINK = "https://events.example.org/r/abc.def/"
IN_ALL = {
    "en": "Embassy of Sampleland",
    "fr": "Ambassade d’Exemplie",
    "ro": "Ambasada Exempliei",
    "az": "Nümunəstan Səfirliyi",
}


@pytest.fixture
def event() -> Event:
    """An evening in the Great Hall, named in the four languages that ship."""
    office: Organiser = make.organiser("mission", names=IN_ALL, languages=list(IN_ALL))
    made = make.event(
        office,
        held_on=date(2026, 2, 26),
        starts_at=time(19),
    )
    made.titles = {code: f"Title {code}" for code in IN_ALL}
    made.save()
    hall = make.place(office, address="1 Example Street", city="Bucharest")
    hall.names = {code: f"Hall {code}" for code in IN_ALL}
    hall.save()
    Station.objects.create(event=made, place=hall)
    Terms.objects.create(event=made, reply_by=date(2026, 2, 19))
    return made


def writer(event: Event, kind: str = Kind.INVITATION, **settings: Any) -> Writer:
    """A writer at a fixed moment, on the paper of the office."""
    return Writer(event, kind=kind, now=NOW, language="en", **settings)


def party(guest: Participation) -> Invitation:
    """The party of a guest as a wave hands it in."""
    return Invitation.objects.get(guest=guest)


def email(event: Event, guest: Participation, language: str = "en", **settings: Any) -> Written:
    """An e-mail to one guest."""
    return writer(event, **settings).write(party(guest), Form.EMAIL, language, link=LINK)


def test_an_email_names_guest_event_day_place_and_the_guests_own_link(event: Event) -> None:
    written = email(event, built.guest(event, "Ana Sample"))

    assert written.subject == "Invitation: Title en, Thursday, 26 February 2026"
    assert written.text.startswith("Dear Ana Sample,\n\nThe Embassy of Sampleland has the honour to invite")
    assert "Thursday, 26 February 2026, 19:00\nHall en\n1 Example Street, Bucharest" in written.text
    assert f"Reply to the invitation: {LINK}" in written.text
    assert f'<a href="{LINK}">Reply to the invitation</a>' in written.html
    assert "by 19 February 2026" in written.text


@pytest.fixture
def ambassador(event: Event) -> Participation:
    """The Ambassador of France, whose embassy is named in all languages."""
    body = make.body(event.organiser, state="FR", kind="mission")
    body.names = {
        "en": "Embassy of France",
        "fr": "Ambassade de France",
        "ro": "Ambasada Franței",
        "az": "Fransa Səfirliyi",
    }
    body.save()
    post = make.post(body, "Ambassador of France")
    post.titles |= {"fr": "Ambassadeur de France", "ro": "Ambasadorul Franței", "az": "Fransanın səfiri"}
    post.save()
    person = make.person(event.organiser, "Olivier Marchand", gender="m")
    make.tenure(person, post)
    return built.guest(event, person=person, unnamed=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_in_every_form_is_written_in_every_language_that_ships(
    event: Event, ambassador: Participation, language: str
) -> None:
    for kind in Kind:
        ours = writer(event, kind)
        for form in Form:
            written = ours.write(party(ambassador), form, language, link=LINK, number="12/2026")

            assert f"Title {language}" in written.text, (kind, form)
            assert "Marchand" in written.text or form in (Form.EMAIL, Form.LETTER), (kind, form)
            assert not set("{}") & set(written.subject + written.text), (kind, form)
            assert (LINK in written.text + json.dumps(written.printed)) == (
                form == Form.EMAIL and kind not in (Kind.HOLD_DATE, Kind.CANCELLATION, Kind.THANKS)
            ), (kind, form)
            assert bool(written.html) == (form == Form.EMAIL)
            assert bool(written.printed) == (form in (Form.CARD, Form.LETTER, Form.NOTE))


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "blocks", "reply"),
    [
        (
            "en",
            [
                "The Embassy of Sampleland",
                "requests the honour of the company of",
                "H.E. Mr Olivier Marchand",
                "Ambassador of France",
                "and one guest",
                "at",
                "Title en",
                """on Thursday, the twenty-sixth of February, two thousand and twenty-six
at seven o’clock in the evening""",
                "Hall en\n1 Example Street, Bucharest",
            ],
            ["R.S.V.P. by 19 February 2026"],
        ),
        (
            "fr",
            [
                "L’Ambassade d’Exemplie",
                "a l’honneur d’inviter",
                "Son Excellence Monsieur Olivier Marchand",
                "Ambassadeur de France",
                "et une personne",
                "à la manifestation",
                "« Title fr »",
                "le jeudi vingt-six février deux mille vingt-six\nà dix-neuf heures",
                "Hall fr\n1 Example Street, Bucharest",
            ],
            ["R.S.V.P. au plus tard le 19 février 2026"],
        ),
        (
            "ro",
            [
                "Ambasada Exempliei",
                "are onoarea de a invita pe",
                "Excelența Sa Domnul Olivier Marchand",
                "Ambasadorul Franței",
                "împreună cu o persoană",
                "la evenimentul",
                "„Title ro”",
                "joi, douăzeci și șase februarie două mii douăzeci și șase\nora nouăsprezece",
                "Hall ro\n1 Example Street, Bucharest",
            ],
            ["R.S.V.P. până la 19 februarie 2026"],
        ),
        (
            "az",
            [
                "Nümunəstan Səfirliyi",
                "Sizi",
                "Fransanın səfiri",
                "Zati-Aliləri cənab Olivier Marchand",
                "bir nəfər ilə birlikdə",
                "aşağıdakı tədbirə\ndəvət etməkdən şərəf duyur",
                "«Title az»",
                "iki min iyirmi altıncı il iyirmi altı fevral, cümə axşamı\nsaat on doqquzda",
                "Hall az\n1 Example Street, Bucharest",
            ],
            ["R.S.V.P. 19 fevral 2026 tarixinədək"],
        ),
    ],
)
def test_a_card_bears_its_parts_in_their_order(
    event: Event, ambassador: Participation, language: str, blocks: list[str], reply: list[str]
) -> None:
    """R80, R81: host, will, guest, occasion, day, place; one reply mark."""
    card = writer(event).write(party(ambassador), Form.CARD, language).printed

    assert [block["text"] for block in card["blocks"]] == blocks
    (name,) = (block["text"] for block in card["blocks"] if block["is_name"])
    assert "Olivier Marchand" in name
    assert card["reply"] == reply


def test_a_card_to_remind_bears_that_mark_and_no_other(event: Event, ambassador: Participation) -> None:
    card = writer(event, Kind.TO_REMIND).write(party(ambassador), Form.CARD, "en").printed

    assert card["reply"] == ["To remind"]


def test_a_letter_stands_apart_in_opening_paragraphs_close_and_signature(
    event: Event, ambassador: Participation
) -> None:
    letter = writer(event).write(party(ambassador), Form.LETTER, "en", link=LINK).printed

    assert letter["house"] == {"name": "Embassy of Sampleland", "language": "en"}
    assert letter["date"] == "Bucharest, 20 January 2026"
    assert letter["addressee"] == ["His Excellency Mr Olivier Marchand", "Ambassador of France"]
    assert letter["opening"] == "Your Excellency,"
    assert letter["close"].startswith("Accept, Excellency")
    assert letter["signature"] == ["Embassy of Sampleland"]
    assert letter["paragraphs"][0].startswith("The Embassy of Sampleland has the honour")


@pytest.mark.cases
@pytest.mark.parametrize(
    ("closing", "last"),
    [
        ("", "The Embassy avails itself of this opportunity to renew to the Embassy the assurances"),
        ("mourning", "The Embassy renews to the Embassy the assurances of its highest consideration."),
        ("none", "The favour of a reply is requested by 19 February 2026."),
    ],
)
def test_a_note_has_a_number_and_closes_as_the_office_decided(
    event: Event, ambassador: Participation, closing: str, last: str
) -> None:
    """R85: no opportunity is taken after a death, and British notes have no closing."""
    Terms.objects.filter(event=event).update(note_closing=closing)

    note = writer(event).write(party(ambassador), Form.NOTE, "en", number="12/2026")

    assert note.recipient == "Embassy of France"
    assert note.printed["number"] == "12/2026"
    assert note.printed["paragraphs"][0] == (
        "The Embassy of Sampleland presents its compliments to the Embassy of France and has the honour to "
        "invite to the following event H.E. Mr Olivier Marchand, Ambassador of France:"
    )
    assert note.printed["paragraphs"][-1].startswith(last)
    assert note.printed["signature"] == []


def test_a_line_whose_field_is_empty_is_left_out(event: Event) -> None:
    written = email(event, built.guest(event))

    assert "Dress" not in written.text
    assert "\n\n\n" not in written.text


def test_a_name_is_only_ever_a_name(event: Event) -> None:
    guest = built.guest(event, "<script>alert(1)</script> {reply_link} \u202eevil")

    written = email(event, guest)

    assert "<script>" not in written.html
    assert written.text.count(LINK) == 1
    assert "{reply_link}" in written.text
    assert "\u202e" not in written.text + written.html


def test_a_missing_language_is_said_in_one_sentence(event: Event) -> None:
    guest = built.guest(event)

    with pytest.raises(CannotWrite, match="written in German; make your own"):
        email(event, guest, "de")
    event.titles = {"ro": "Titlu"}
    with pytest.raises(CannotWrite, match="title of the event is not written in English"):
        email(event, guest)


def test_the_offices_own_wording_stands_before_the_one_that_ships(event: Event) -> None:
    own = Template.objects.create(
        organiser=event.organiser,
        form=Form.EMAIL,
        kind=Kind.INVITATION,
        name="Ours",
        subjects={"en": "Ours for {guest}"},
        bodies={"en": "<p>{salutation}</p><p><a href='{reply_link}'>{reply_link}</a></p>"},
    )

    written = email(event, built.guest(event, "Ana Sample"), templates=[own])

    assert written.subject == "Ours for Ana Sample"
    assert written.text == f"Dear Ana Sample\n\n{LINK}"


def test_the_partner_who_comes_along_is_addressed_together(event: Event) -> None:
    one = make.person(event.organiser, "Ion Popescu", gender="m")
    two = make.person(event.organiser, "Ana Popescu", gender="f")
    one.relations.create(kind="spouse", other=two)
    guest = built.guest(event, person=one, companions=("Jo Friend",))
    Companion.objects.create(invitation=party(guest), person=two, position=2)

    written = email(event, guest)

    assert written.text.startswith("Dear Mr Popescu and Mrs Popescu,")
    assert written.recipient == "Mr Ion Popescu and Mrs Popescu"
    assert "together with Jo Friend." in written.text


@pytest.mark.parametrize("number", [1, 3, 500])
def test_a_writer_asks_the_database_as_often_for_many_as_for_one(
    event: Event, number: int, django_assert_num_queries: Any
) -> None:
    built.many_guests(event, number)
    invitations = list(Invitation.objects.filter(guest__event=event).order_by("pk"))

    with django_assert_num_queries(QUERIES):
        ours = writer(event)
        for invitation in invitations:
            ours.write(invitation, Form.EMAIL, "en", link=LINK)


@pytest.fixture
def arabic(event: Event) -> Template:
    """An e-mail that the office wrote in Arabic."""
    event.titles["ar"] = "أمسية"
    event.organiser.names["ar"] = "سفارة"
    return Template.objects.create(
        organiser=event.organiser,
        form=Form.EMAIL,
        kind=Kind.INVITATION,
        name="Arabic",
        subjects={"ar": "دعوة: {event}"},
        bodies={"ar": "{guest}\n\n{event}\n\n<a href='{reply_link}'>الرد</a>"},
    )


def test_an_added_language_runs_its_own_way_and_names_of_the_other_keep_theirs(
    event: Event, arabic: Template
) -> None:
    Station.objects.filter(event=event).delete()

    written = email(event, built.guest(event, "Ana Sample"), "ar", templates=[arabic])

    assert '<html lang="ar" dir="rtl">' in written.html
    assert "\u2068Ana Sample\u2069" in written.text
    assert f'<a href="{LINK}">' in written.html
    assert f"الرد: {LINK}" in written.text


def test_the_longest_names_stay_whole_in_a_message_far_below_a_hundred_kilobytes(event: Event) -> None:
    name = "Maximiliana " * 9 + "-".join(["Maximiliana"] * 6)

    written = email(event, built.guest(event, name))

    assert f"Dear {name}," in written.text
    assert len(written.recipient) <= 300
    assert len(written.html.encode()) < 10_000


def test_a_subject_too_long_for_the_record_ends_with_an_ellipsis(event: Event) -> None:
    event.titles = {"en": "Commemoration " * 40}

    subject = email(event, built.guest(event)).subject

    assert len(subject) == 300
    assert subject.endswith("…")


def test_nothing_in_an_email_is_fetched_or_counted(event: Event) -> None:
    html = email(event, built.guest(event)).html

    assert re.findall(r"""(?:src|url|@import|background)\s*[=(]""", html) == []
    assert set(re.findall(r'href="([^"]*)"', html)) == {LINK}


def test_terms_in_another_language_only_are_not_left_out_silently(event: Event) -> None:
    Terms.objects.filter(event=event).update(dress={"ro": "Ținută de seară"})

    with pytest.raises(CannotWrite, match="The dress is not written in English; add it in the terms"):
        email(event, built.guest(event))


def test_several_hosts_invite_in_the_plural(event: Event) -> None:
    for name in ("Embassy of A", "Museum of B"):
        Involvement.objects.create(event=event, body=make.body(event.organiser, name), role="host")

    guest = built.guest(event)

    card = writer(event).write(party(guest), Form.CARD, "en").printed

    assert [block["text"] for block in card["blocks"][:2]] == [
        "The Embassy of A and the Museum of B",
        "request the honour of the company of",
    ]


def test_a_guest_who_came_while_messages_were_written_is_told_apart(event: Event) -> None:
    begun = writer(event)

    with pytest.raises(CannotWrite, match="after the messages were begun; write again"):
        begun.write(party(built.guest(event)), Form.EMAIL, "en")


def test_whoever_speaks_and_has_a_party_is_written_to(event: Event) -> None:
    speaker = built.guest(event, "Ana Sample", capacity="speaker")

    assert "Dear Ana Sample," in email(event, speaker).text
