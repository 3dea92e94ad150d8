"""What was sent is printed again as it was sent; rounds and registers hold what is due."""

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pypdf
import pytest
import zxingcpp
from django.test import Client
from django.utils import timezone
from PIL import Image

from chancery.base.passes import Pass, read_pass
from chancery.base.pdf import Imprint, render_png
from chancery.base.qr import qr_svg
from chancery.directory.models import ContactPoint, PersonName, Relation
from chancery.events.models import Event, Participation
from chancery.guests import papers
from chancery.guests.actions.links import address_of, issue, token_of
from chancery.guests.documents import cards, drafts, passes, registers, rounds, sent
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.messages import CannotWrite
from chancery.guests.models import Dispatch, Form, Invitation, ListVersion, NoteVerbale
from chancery.guests.queries.dispatches import calls_of
from tests import make
from tests.conftest import People
from tests.guests import built, sent_samples

MOMENT = datetime(2026, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, "National Day", held_on=date(2026, 2, 26))


@pytest.fixture
def imprint(event: Event) -> Imprint:
    return imprint_of(event, "en", now=MOMENT)


def dispatch(guest: Participation, channel: str = "post", **fields: Any) -> Dispatch:
    """Something sent to a guest by a channel."""
    assert guest.person is not None
    fields = {
        "kind": "invitation",
        "language": "en",
        "recipient": guest.person.main_name,
        "made_at": MOMENT,
    } | fields
    key = f"{guest.invitation.code}/{channel}/{fields['kind']}"
    return Dispatch.objects.create(invitation=guest.invitation, channel=channel, key=key, **fields)


def card_to(guest: Participation, **fields: Any) -> Dispatch:
    """A card that was sent, with a link for the reply."""
    printed = {key: value for key, value in sent_samples.invitation_card().items() if key != "code"}
    printed["blocks"] = [{"text": "Ana Sample", "is_name": True}, *printed["blocks"][3:]]
    made = dispatch(guest, printed=printed, **fields)
    issue(guest.invitation, made, now=MOMENT)
    return made


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def again(dispatches: Any, imprint: Imprint) -> bytes:
    return sent.invitation_cards(dispatches, language="en", imprint=imprint)


def test_card_is_printed_again_as_it_was_sent(event: Event, imprint: Imprint) -> None:
    guest = built.guest(event, "Ana Sample")
    card_to(guest)
    first = again(Dispatch.objects.order_by("id"), imprint)
    PersonName.objects.filter(person=guest.person).update(printed="Somebody Else")
    Event.objects.filter(pk=event.pk).update(titles={"en": "Another"}, held_on=date(2027, 1, 1))

    second = again(Dispatch.objects.order_by("id"), imprint)

    assert first == second
    assert "Sample" in read(second)


def test_code_of_a_card_opens_the_link_of_its_dispatch(event: Event) -> None:
    made = card_to(built.guest(event))
    token = token_of(made.reply_link)
    values = sent.card_values([made], imprint_of(event, "en", now=MOMENT))

    pages = render_png(
        papers.INVITATION_CARDS.template,
        values,
        words=papers.INVITATION_CARDS.words,
        language="en",
        title="T",
        imprint=imprint_of(event, "en", now=MOMENT),
        ppi=300,
    )

    found = [code.text for page in pages for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)))]
    assert found == [address_of(token)]


def test_token_is_not_kept_and_stands_again_in_what_is_printed(event: Event, imprint: Imprint) -> None:
    guest = built.guest(event)
    made = dispatch(guest)
    _, token = issue(guest.invitation, made, now=MOMENT)
    letter = sent_samples.letter(code=qr_svg("x")) | {"paragraphs": [f"Reply at {address_of(token)}"]}

    made.printed = sent.kept(letter, token)
    made.save()

    assert token not in str(made.printed)
    assert "svg" not in str(made.printed)
    (printed,) = sent._printed([made], Form.LETTER)
    assert printed["paragraphs"] == [f"Reply at {address_of(token)}"]
    assert "Reply at" in read(sent.letters([made], language="en", imprint=imprint))


def test_many_cards_are_printed_in_parts(
    event: Event, imprint: Imprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "PART", 2)
    for number in range(3):
        card_to(built.guest(event, f"Ana {number}"))

    files = list(sent.card_files(Dispatch.objects.order_by("id").iterator(2), language="en", imprint=imprint))

    assert [len(pypdf.PdfReader(io.BytesIO(one)).pages) for one in files] == [1, 1]


def test_very_many_cards_come_in_one_bundle(
    event: Event, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sent, "PART", 2)
    for number in range(3):
        card_to(built.guest(event, f"Ana {number}"))
    client = Client()
    client.force_login(people.owner)

    answer = client.get(built.address(event, "print-sent", paper="cards"))

    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        assert bundle.namelist() == ["invitation-cards-01.pdf", "invitation-cards-02.pdf"]
        assert bundle.read("invitation-cards-02.pdf").startswith(b"%PDF")


def test_no_code_is_kept_with_what_was_sent(event: Event) -> None:
    made = card_to(built.guest(event))

    assert "svg" not in str(Dispatch.objects.get(pk=made.pk).printed)


def test_each_form_is_printed_by_its_own_paper(event: Event, imprint: Imprint) -> None:
    letter = sent_samples.letter() | {"paragraphs": ["The letter."]}
    note = sent_samples.letter() | {"paragraphs": ["The note."]}
    dispatch(built.guest(event, "Ana A"), "post", printed=letter)
    dispatch(built.guest(event, "Ana B"), "note", printed=note)
    card_to(built.guest(event, "Ana C"), channel="hand")
    dispatch(built.guest(event, "Ana D"), "email")
    everything = Dispatch.objects.order_by("id")

    forms = [sent.form_of(one) for one in everything]

    assert forms == [Form.LETTER, Form.NOTE, Form.CARD, Form.EMAIL]
    for make_paper, said in ((sent.letters, "The letter."), (sent.notes, "The note.")):
        text = read(make_paper(everything, language="en", imprint=imprint))
        assert said in text
        assert "The letter." not in text or "The note." not in text
    assert sent.letters_text(everything, language="en", imprint=imprint).startswith(b"PK")
    assert sent.notes_text(everything, language="en", imprint=imprint).startswith(b"PK")


def test_envelopes_and_labels_are_those_of_what_is_carried(event: Event, imprint: Imprint) -> None:
    dispatch(built.guest(event, "Ana Post"), "post", address="1 Sample Street\n010101 Bucharest")
    dispatch(built.guest(event, "Ana Hand"), "hand", address="2 Sample Street")
    dispatch(built.guest(event, "Ana Note"), "note", printed={"addressee": ["To the Embassy of Sampleland"]})
    dispatch(built.guest(event, "Ana Mail"), "email", address="ana@sample.example")
    dispatch(built.guest(event, "Ana Call"), "telephone", address="+40 21 000 00 00")
    everything = Dispatch.objects.order_by("id")

    for make_paper in (sent.envelopes, sent.labels):
        text = read(make_paper(everything, language="en", imprint=imprint))
        for said in ("1 Sample Street", "010101 Bucharest", "2 Sample Street", "Embassy of Sampleland"):
            assert said in text
        assert "Ana Note" not in text
        assert "ana@" not in text
        assert "+40" not in text
    assert "By hand" in read(sent.envelopes(everything, language="en", imprint=imprint))


def test_number_of_queries_does_not_grow_with_the_cards(
    event: Event, imprint: Imprint, django_assert_num_queries: Any
) -> None:
    card_to(built.guest(event, "Ana 0"))
    with django_assert_num_queries(2):
        again(Dispatch.objects.order_by("id"), imprint)
    for number in range(1, 3):
        card_to(built.guest(event, f"Ana {number}"))

    with django_assert_num_queries(2):
        again(Dispatch.objects.order_by("id"), imprint)


@pytest.mark.parametrize("form", [Form.CARD, Form.LETTER, Form.NOTE])
def test_what_was_just_written_is_pictured(form: Form, imprint: Imprint) -> None:
    printed = sent_samples.invitation_card("ar") if form == Form.CARD else sent_samples.letter("ar")

    pages = sent.pictures(
        form, printed, language="en", imprint=imprint, address="https://sample.example/r/x/"
    )

    assert [page[:4] for page in pages] == [b"\x89PNG"]


def test_word_beside_a_code_stands_in_the_languages_of_the_interface() -> None:
    assert sent._beside_code(["en", "fr-BE", "ka"]).keys() == {"en", "fr-BE"}


def test_calls_are_printed_by_caller_in_order_of_the_list(
    event: Event, people: People, imprint: Imprint
) -> None:
    caller = make.member(people.office, "caller", make.user("caller@example.org", name="Zoe Caller"))
    for name in ("Ana First", "Ana Second", "Ana Third"):
        guest = built.guest(event, name)
        assert guest.person is not None
        make.tenure(guest.person, make.post(make.body(people.office, f"Embassy {name}"), f"Office {name}"))
        dispatch(
            guest,
            "telephone",
            address="+40 21 000 00 01\n+40 21 000 00 02",
            text="Good morning.\n\nThe Ambassador invites you.",
            caller=None if name == "Ana First" else caller,
        )

    values = rounds.round_values(event, list(calls_of(event)), "en", imprint)

    assert [(one["caller"], len(one["calls"])) for one in values["rounds"]] == [
        ("Zoe Caller", 2),
        ("Nobody yet", 1),
    ]
    call = values["rounds"][0]["calls"][0]
    assert call["numbers"] == ["+40 21 000 00 01", "+40 21 000 00 02"]
    assert call["say"] == ["Good morning.", "The Ambassador invites you."]
    assert call["lines"] == [f"Office {call['name']}"]
    text = read(rounds.round_sheets(event, language="en", imprint=imprint))
    assert "Zoe Caller" in text
    assert "The Ambassador invites you." in text


def test_call_that_was_made_is_not_called_again(event: Event, imprint: Imprint) -> None:
    dispatch(built.guest(event), "telephone", state="gone")

    text = read(rounds.round_sheets(event, language="en", imprint=imprint))

    assert "Nobody is to be called." in text


def test_assistant_who_answers_is_named(event: Event, people: People, imprint: Imprint) -> None:
    guest = built.guest(event, "Ana First")
    assert guest.person is not None
    assistant = make.person(people.office, "Ina Assistant")
    Relation.objects.create(person=assistant, kind="assistant", other=guest.person)
    ContactPoint.objects.create(person=assistant, kind="phone", value="+40 21 000 00 03")
    Invitation.objects.filter(guest=guest).update(channel="telephone")
    dispatch(guest, "telephone", address="+40 21 000 00 03")

    values = rounds.round_values(event, list(calls_of(event)), "en", imprint)

    assert values["rounds"][0]["calls"][0]["assistant"] == "answered by Ina Assistant"


def test_number_of_queries_does_not_grow_with_the_calls(
    event: Event, imprint: Imprint, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    dispatch(built.guest(event, "Ana 0"), "telephone", address="1")
    with django_assert_max_num_queries(40) as asked:
        rounds.round_sheets(event, language="en", imprint=imprint)
    for number in range(1, 3):
        dispatch(built.guest(event, f"Ana {number}"), "telephone", address="1")

    with django_assert_num_queries(len(asked)):
        rounds.round_sheets(event, language="en", imprint=imprint)


def test_dispatch_register_has_what_is_carried_and_says_who_received_it(
    event: Event, people: People, imprint: Imprint
) -> None:
    note = NoteVerbale.objects.create(
        organiser=people.office,
        year=2026,
        number=14,
        dated_on=date(2026, 2, 1),
        addressed_to="Embassy",
        subject="National Day",
    )
    dispatch(built.guest(event, "Ana Note"), "note", note=note, recipient="Embassy of Sampleland")
    dispatch(built.guest(event, "Ana Hand"), "hand", address="2 Sample Street\nBucharest", remark="I. Porter")
    dispatch(built.guest(event, "Ana Off"), "post", state="cancelled")
    dispatch(built.guest(event, "Ana Mail"), "email")

    values = registers.dispatch_register_values(event, "en", imprint)

    assert values["rows"] == [
        [["1"], ["1 Feb 2026"], ["Embassy of Sampleland"], ["invitation", "14/2026"], ["note verbale"], []],
        [
            ["2"],
            ["1 Feb 2026"],
            ["Ana Hand", "2 Sample Street, Bucharest"],
            ["invitation"],
            ["by hand"],
            ["I. Porter"],
        ],
    ]
    text = read(registers.dispatch_register(event, language="en", imprint=imprint))
    assert "I. Porter" in text
    assert "Ana Mail" not in text


@pytest.mark.cases("R85")
def test_r85_register_of_notes_is_that_of_one_year_in_their_order(people: People, imprint: Imprint) -> None:
    for year, number in ((2026, 2), (2026, 1), (2025, 7)):
        NoteVerbale.objects.create(
            organiser=people.office,
            year=year,
            number=number,
            dated_on=date(year, 3, number),
            addressed_to=f"Embassy {number}",
            subject="Invitation",
        )

    values = registers.note_register_values(people.office, 2026, "en", imprint)

    assert [row[0] for row in values["rows"]] == [["1/2026"], ["2/2026"]]
    text = read(registers.note_register(people.office, 2026, language="en", imprint=imprint))
    assert "Notes verbales of 2026" in text
    assert "Embassy 7" not in text


def test_frozen_list_has_the_fields_asked_for_and_its_last_day(event: Event, imprint: Imprint) -> None:
    version = ListVersion.objects.create(
        event=event, number=3, made_at=MOMENT, recipient="Sample Guard", delete_on=date(2026, 3, 5)
    )

    pdf = registers.frozen_list(
        version,
        ["Name", "Nationality"],
        [["Ана Зразок", "UA"], ["عبد الرحمن", ""]],
        language="en",
        imprint=imprint,
    )

    text = read(pdf)
    for said in (
        "Guest list, version 3",
        "Frozen on 1 Feb 2026, 11:00",
        "For Sample Guard.",
        "Every copy has to be destroyed by 5 March 2026.",
        "Ана Зразок",
    ):
        assert said in text


@pytest.mark.parametrize(("heads", "is_landscape"), [(4, False), (5, True)])
def test_frozen_list_of_many_fields_lies_on_its_side(
    event: Event, imprint: Imprint, heads: int, is_landscape: bool
) -> None:
    version = ListVersion(event=event, number=1, recipient="Guard", delete_on=date(2026, 3, 5))

    values = registers.frozen_list_values(version, ["Head"] * heads, [], "en", imprint)

    assert values["is_landscape"] is is_landscape


def test_pass_carries_what_the_door_can_check(event: Event) -> None:
    guest = built.guest(event, "Ana Sample")
    event.titles["ro"] = "Ziua Națională"
    event.save(update_fields=["titles"])
    Invitation.objects.filter(guest=guest).update(is_personal=True)
    invitation = Invitation.objects.get(guest=guest)
    how: Any = {"name": "Ana Sample", "companions": ["Ion Sample"], "language": "ro"}
    imprint = imprint_of(event, "ro", now=timezone.now())

    picture = passes.entry_pass_picture(invitation, imprint=imprint, **how)
    pdf = passes.entry_pass(invitation, imprint=imprint, seats=["Masa 4"], **how)

    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert read_pass(code.text) == Pass(invitation.code, 2)
    text = read(pdf)
    assert "Ziua Națională" in text
    assert "Ion Sample" in text
    assert "Masa 4" in text


def test_imprint_says_the_version_of_the_list(event: Event, imprint: Imprint) -> None:
    assert (imprint.version, imprint.house, imprint.stock.sheet) == ("0", "Mission", "a4")


def reached(
    event: Event, name: str, channel: str, *, kind: str = "post", language: str = "en"
) -> Participation:
    """A guest who is reached by a channel, with the contact it needs."""
    guest = built.guest(event, name)
    assert guest.person is not None
    ContactPoint.objects.create(person=guest.person, kind=kind, value=f"1 {name} Street")
    Invitation.objects.filter(guest=guest).update(channel=channel, language=language)
    return guest


def test_envelopes_of_the_list_are_for_those_to_whom_something_is_carried(
    event: Event, imprint: Imprint
) -> None:
    reached(event, "Ana Post", "post")
    reached(event, "Ana Hand", "hand")
    reached(event, "Ana Mail", "email", kind="email")
    make.participation(event, make.person(event.organiser, "Ana Bare"))

    for make_paper in (cards.envelopes, cards.labels):
        text = read(make_paper(event, language="en", imprint=imprint))
        for name in ("1 Ana Post Street", "1 Ana Hand Street", "Ana Bare"):
            assert name in text
        assert "Ana Mail" not in text


def test_envelope_of_a_guest_without_an_address_has_that_of_the_body(
    event: Event, people: People, imprint: Imprint
) -> None:
    guest = built.guest(event, "Ana Office")
    assert guest.person is not None
    ministry = make.body(people.office, "Ministry of Samples", kind="government")
    make.tenure(guest.person, make.post(ministry, "Minister", "minister"))
    ContactPoint.objects.create(body=ministry, kind="post", value="7 Ministry Street\nBucharest")

    text = read(cards.envelopes(event, language="en", imprint=imprint))

    assert "Ministry of Samples" in text
    assert "7 Ministry Street" in text


def test_cards_of_the_list_are_written_as_they_would_be_today(event: Event, imprint: Imprint) -> None:
    event.titles |= {"ro": "Ziua Națională"}
    event.organiser.names |= {"ro": "Ambasada"}
    event.organiser.save()
    event.save()
    reached(event, "Ana Post", "post")
    reached(event, "Ion Post", "post", language="ro")
    reached(event, "Ana Mail", "email", kind="email")

    text = read(drafts.invitation_cards(event, language="en", imprint=imprint))

    assert "Post" in text
    assert "National Day" in text
    assert "Ziua Națională" in text
    assert "Ana Mail" not in text


def test_card_that_nobody_wrote_in_a_language_is_refused_in_words(event: Event, imprint: Imprint) -> None:
    reached(event, "Ana Post", "post", language="ka")

    with pytest.raises(CannotWrite, match=r"^No wording for card · invitation is written in Georgian"):
        drafts.invitation_cards(event, language="en", imprint=imprint)


def test_number_of_queries_does_not_grow_with_the_cards_of_the_list(
    event: Event, imprint: Imprint, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    reached(event, "Ana 0", "post")
    with django_assert_max_num_queries(60) as asked:
        drafts.invitation_cards(event, language="en", imprint=imprint)
    for number in range(1, 3):
        reached(event, f"Ana {number}", "post")

    with django_assert_num_queries(len(asked)):
        drafts.invitation_cards(event, language="en", imprint=imprint)
