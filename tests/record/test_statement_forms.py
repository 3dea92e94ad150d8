"""What hangs on a statement: people beside the speaker, citations, a recording, and where it was said."""

import io
import wave
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.record.models import Citation, Statement
from tests import make
from tests.conftest import People
from tests.forms import sent_by
from tests.record.test_statements import page, path, speaker


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en", "ro"])


def sound() -> SimpleUploadedFile:
    """A tenth of a second of silence."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(8000)
        recording.writeframes(bytes(1600))
    return SimpleUploadedFile("speech.wav", kept.getvalue(), "audio/wav")


def send(client: Client, address: str, **fields: Any) -> Any:
    """Fill in the form at an address; a double underscore in a name stands for the sign between its parts."""
    standing = sent_by(page(client, address), having="mode")
    sent = {name.replace("__", "-"): text for name, text in fields.items()}
    return client.post(address, {name: text for name, text in (standing | sent).items() if text != ""} | sent)


def test_whoever_is_new_and_said_it_elsewhere_is_mentioned_only(
    signed_in: Client, event: Event, people: People
) -> None:
    author = make.person(people.office, "Maria Letter")

    send(
        signed_in,
        path(event, "add"),
        speaker=author.code,
        speaker_text="Maria Letter",
        texts__en="wrote of the day",
        said_elsewhere="A letter to a newspaper",
    )

    statement = Statement.objects.get()
    assert (statement.speaker.person, statement.speaker.capacity) == (author, "mentioned")
    assert statement.said_elsewhere == "A letter to a newspaper"


def test_whoever_is_new_and_said_it_here_speaks(signed_in: Client, event: Event, people: People) -> None:
    author = make.person(people.office, "Maria Letter")

    send(signed_in, path(event, "add"), speaker=author.code, speaker_text="Maria Letter", texts__en="spoke")

    assert Statement.objects.get().speaker.capacity == "speaker"


def test_joint_speakers_and_people_spoken_of_are_kept_apart(
    signed_in: Client, event: Event, people: People
) -> None:
    other, named = speaker(event, "Second Speaker"), make.person(people.office, "Third Person")
    address = path(event, "add")

    send(
        signed_in,
        address,
        speaker=speaker(event).code,
        texts__en="called for peace",
        beside__TOTAL_FORMS="2",
        beside__0__who=other.code,
        beside__0__who_text="Second Speaker",
        beside__0__role="joint_speakers",
        beside__1__who=named.code,
        beside__1__who_text="Third Person",
        beside__1__role="about",
    )

    statement = Statement.objects.get()
    assert list(statement.joint_speakers.all()) == [other]
    assert [(who.name_printed, who.capacity) for who in statement.about.all()] == [
        ("Third Person", "mentioned")
    ]
    assert {line.label for line in AuditLine.objects.filter(code__startswith="record.statement.")} >= {
        "Second Speaker",
        "Third Person",
    }


def test_somebody_beside_the_speaker_is_taken_away_by_a_tick(signed_in: Client, event: Event) -> None:
    statement = make.statement(speaker(event))
    statement.about.add(speaker(event, "Somebody Mentioned"))

    send(signed_in, path(event, "change", statement=statement.code), beside__0__DELETE="on")

    assert not statement.about.exists()
    assert Participation.objects.filter(event=event).count() == 2


def test_citations_stand_in_the_statement_in_their_order(signed_in: Client, event: Event) -> None:
    send(
        signed_in,
        path(event, "add"),
        speaker=speaker(event).code,
        texts__en="read a poem",
        citation__0__cited_name="A poem of 1935",
        citation__0__texts__en="Peace is a door.",
    )

    citation = Citation.objects.get()
    assert (citation.cited_name, citation.texts) == ("A poem of 1935", {"en": "Peace is a door."})
    assert "A poem of 1935" in page(signed_in, path(event))


def test_a_citation_of_nobody_and_nothing_is_refused(signed_in: Client, event: Event) -> None:
    response = send(
        signed_in,
        path(event, "add"),
        speaker=speaker(event).code,
        texts__en="read a poem",
        citation__0__texts__en="Peace is a door.",
    )

    assert "Say who or what is cited." in response.content.decode()
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("12:05", 725), ("1:02:03", 3723), ("75", 75), ("75:10", 4510), ("0:00", 0), ("", None)],
)
def test_the_place_in_a_recording_is_written_as_a_clock_shows_it(
    signed_in: Client, event: Event, written: str, seconds: int | None
) -> None:
    send(
        signed_in,
        path(event, "add"),
        speaker=speaker(event).code,
        texts__en="spoke",
        sound=sound(),
        recording_second=written,
    )

    statement = Statement.objects.get()
    assert statement.recording_second == seconds
    assert statement.recording is not None
    assert statement.recording.media_type == "audio/wav"


def test_the_player_begins_at_the_place(signed_in: Client, event: Event) -> None:
    send(
        signed_in,
        path(event, "add"),
        speaker=speaker(event).code,
        texts__en="spoke",
        sound=sound(),
        recording_second="1:15",
    )
    statement = Statement.objects.get()
    address = path(event, "recording", statement=statement.code)

    assert f'src="{address}#t=75"' in page(signed_in, path(event, "change", statement=statement.code))
    assert "Recording, at 1:15" in page(signed_in, path(event))
    given = signed_in.get(address)
    assert given.headers["Content-Type"] == "audio/wav"
    given.close()


@pytest.mark.parametrize("name", ["recording", "answer-approval"])
def test_nothing_of_another_event_is_given_out(
    signed_in: Client, event: Event, people: People, name: str
) -> None:
    foreign = make.statement(speaker(make.event(people.office, "Other")))

    assert signed_in.get(path(event, name, statement=foreign.code)).status_code == 404


def test_a_file_that_is_no_sound_is_refused_and_nothing_is_saved(signed_in: Client, event: Event) -> None:
    wrong = SimpleUploadedFile("speech.wav", b"plain words", "audio/wav")

    response = send(
        signed_in, path(event, "add"), speaker=speaker(event).code, texts__en="spoke", sound=wrong
    )

    assert response.context["form"].errors["sound"]
    assert not Statement.objects.exists()


def test_the_page_says_how_a_reported_statement_reads(signed_in: Client, event: Event) -> None:
    statement = make.statement(speaker(event), "called for patience")

    for address in (path(event), path(event, "change", statement=statement.code)):
        assert "Ana Sample called for patience." in page(signed_in, address)


def test_taking_a_statement_out_can_be_undone_with_all_that_hung_on_it(
    signed_in: Client, event: Event
) -> None:
    statement = make.statement(speaker(event))
    statement.about.add(speaker(event, "Somebody Mentioned"))
    Citation.objects.create(statement=statement, cited_name="A poem")

    taken = signed_in.post(path(event, "delete", statement=statement.code), follow=True).content.decode()
    assert not Statement.objects.exists()
    undo = taken.partition('action="' + path(event, "take-back"))[2].partition('"')[0]
    signed_in.post(path(event, "take-back") + undo)

    again = Statement.objects.get()
    assert [who.name_printed for who in again.about.all()] == ["Somebody Mentioned"]
    assert again.citations.get().cited_name == "A poem"
