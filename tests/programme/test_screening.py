"""A film in the hall: what the operator commands, what the machine reports, and what of it is noted."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.exhibition.actions.films import save_film
from chancery.programme import screens
from chancery.programme.models import Cue, Item, Screening
from tests import films, make
from tests.conftest import People

State = Screening.State


@pytest.fixture
def event(people: People) -> Event:
    """An event that shows a film whose file, subtitles and link are there."""
    of = make.event(people.office)
    films.screened(of)
    return of


def path(name: str, of: Event, **arguments: Any) -> str:
    item = of.items.get(ref="screened")
    return reverse(f"programme:{name}", args=["mission", of.code, item.code, *arguments.values()])


def page(client: Client, of: Event) -> str:
    return client.get(path("screening", of)).content.decode()


def do(client: Client, of: Event, verb: str) -> Any:
    return client.post(path("command", of, verb=verb), follow=True)


def hall_path(of: Event, name: str = "hall", *arguments: str) -> str:
    return reverse(f"hall:{name}", args=[screens.token_of(of.screening), *arguments])


def report(of: Event, **told: Any) -> Any:
    """Send what the machine of the hall would, and read its answer; it knows nobody's session."""
    of.screening.refresh_from_db()
    plain = {"turn": of.screening.turn, "state": of.screening.state, "position": 0, "isReady": True}
    sent = plain | {"loaded": 100, "problem": "", "isByHand": False, "ago": 0} | told
    answer = Client().post(hall_path(of, "state"), json.dumps(sent), content_type="application/json")
    of.screening.refresh_from_db()
    return answer.json()


def item_of(of: Event) -> Item:
    return of.items.get(ref="screened")


def test_starting_notes_the_beginning_and_can_be_taken_back(signed_in: Client, event: Event) -> None:
    text = do(signed_in, event, "start").content.decode()

    assert "The beginning is noted." in text
    assert item_of(event).started_at is not None
    line = AuditLine.objects.get(code="programme.item.happened")
    signed_in.post(reverse("accounts:undo", args=["mission", line.pk]))
    assert item_of(event).started_at is None


def test_ending_notes_the_end(signed_in: Client, event: Event) -> None:
    do(signed_in, event, "start")
    do(signed_in, event, "end")

    item = item_of(event)
    assert item.started_at is not None
    assert item.ended_at is not None
    assert item.ended_at >= item.started_at
    assert Screening.objects.get().state == State.ENDED


def test_a_second_start_changes_nothing_that_is_noted(signed_in: Client, event: Event) -> None:
    do(signed_in, event, "start")
    begun = item_of(event).started_at
    do(signed_in, event, "pause")
    do(signed_in, event, "rewind")
    do(signed_in, event, "start")

    assert item_of(event).started_at == begun


def test_a_rehearsal_notes_no_times(signed_in: Client, event: Event) -> None:
    signed_in.post(path("rehearsal", event), {"is": "on"})
    do(signed_in, event, "start")
    do(signed_in, event, "end")

    assert (item_of(event).started_at, item_of(event).ended_at) == (None, None)
    assert "This is a rehearsal: no times are noted." in page(signed_in, event)


def test_a_film_within_another_item_says_nothing_about_its_times(signed_in: Client, event: Event) -> None:
    Item.objects.filter(ref="screened").update(kind="reception")

    do(signed_in, event, "start")

    assert item_of(event).started_at is None


def test_the_hall_is_told_what_to_play(signed_in: Client, event: Event, people: People) -> None:
    film = films.kept_film(people.office)
    track = film.subtitles.get()
    signed_in.post(path("screening-subtitles", event), {"language": ["en", "xx"]})
    do(signed_in, event, "start")

    wanted = report(event, turn=0, state="waiting")

    assert (wanted["state"], wanted["turn"], wanted["languages"]) == ("playing", event.screening.turn, ["en"])
    assert wanted["film"]["url"] == hall_path(event, "film", film.code)
    assert wanted["film"]["tracks"] == [
        {
            "language": "en",
            "label": "English",
            "direction": "ltr",
            "url": hall_path(event, "subtitles", film.code, track.code),
        }
    ]


def test_an_anthem_is_a_recording_that_the_hall_plays(signed_in: Client, event: Event) -> None:
    film = films.kept_film(event.organiser)
    upload = SimpleUploadedFile("anthem.mp3", films.recording())
    save_film(film, files={"film_file": upload}, by=make.actor(event.organiser))

    assert report(event)["film"]["isSound"] is True
    text = page(signed_in, event)
    assert "It is sound alone; the screen shows its title meanwhile." in text
    assert "Every browser plays it (MPEG Audio, MPEG Audio)." in text
    answer = Client().get(hall_path(event, "film", film.code))
    assert answer["Content-Type"] == "audio/mpeg"
    answer.close()


def test_the_operator_sees_what_the_hall_reports(signed_in: Client, event: Event) -> None:
    assert "not connected" in page(signed_in, event)

    report(event, isReady=False, loaded=40)
    assert "connected, not ready: 40 % loaded" in page(signed_in, event)

    do(signed_in, event, "start")
    report(event, turn=event.screening.turn - 1, state="waiting")
    assert "connected, follows the last command" in page(signed_in, event)

    report(event, position=83.2)
    assert "connected and ready" in page(signed_in, event)
    assert "playing · 01:23" in page(signed_in, event)

    report(event, problem="not-played")
    assert "does not play this film; try another browser." in page(signed_in, event)

    Screening.objects.update(hall_seen_at=timezone.now() - timedelta(seconds=30))
    assert "not connected" in page(signed_in, event)


def test_what_is_done_at_the_machine_becomes_the_state(event: Event) -> None:
    report(event, state="playing", isByHand=True, ago=60)

    item = item_of(event)
    assert event.screening.state == State.PLAYING
    assert item.started_at is not None
    assert timezone.now() - item.started_at >= timedelta(seconds=60)

    report(event, state="ended", isByHand=True, position=3)
    assert (event.screening.state, item_of(event).ended_at is not None) == (State.ENDED, True)
    lines = AuditLine.objects.filter(code="programme.screening.ended")
    assert [line.by for line in lines] == [None]


def test_an_old_report_never_overrules_a_newer_command(signed_in: Client, event: Event) -> None:
    do(signed_in, event, "start")
    old = event.screening.turn
    do(signed_in, event, "pause")

    wanted = report(event, turn=old, state="ended", isByHand=True)

    assert wanted["state"] == "paused"


def test_a_hold_keeps_the_place_of_the_hall(signed_in: Client, event: Event) -> None:
    do(signed_in, event, "start")
    report(event, position=70)

    do(signed_in, event, "pause")

    assert Screening.objects.get().position_seconds == pytest.approx(70, abs=5)


def test_an_unchanged_report_is_not_written_down_again(event: Event) -> None:
    report(event)
    first = event.screening.hall_seen_at

    report(event, position=1)

    assert event.screening.hall_seen_at == first


@pytest.mark.parametrize(
    "sent", ["", "[]", "{}", '{"turn": "x"}', "x" * 3000, '{"turn": 1e999}', '{"turn": 1, "state": "gone"}']
)
def test_what_our_script_does_not_send_is_refused(event: Event, sent: str) -> None:
    answer = Client().post(hall_path(event, "state"), sent, content_type="application/json")

    assert answer.status_code == 400


def test_a_position_that_is_no_number_is_refused(event: Event) -> None:
    sent = {"turn": 1, "state": "playing", "position": float("nan"), "isReady": True, "loaded": 1, "ago": 0}
    told = json.dumps(sent | {"problem": "", "isByHand": False})

    answer = Client().post(hall_path(event, "state"), told, content_type="application/json")

    assert answer.status_code == 400


def test_a_withdrawn_link_opens_nothing(signed_in: Client, event: Event, people: People) -> None:
    film = films.kept_film(people.office)
    hall, state, bytes_of = hall_path(event), hall_path(event, "state"), hall_path(event, "film", film.code)
    assert Client().get(hall).status_code == 200

    signed_in.post(path("withdraw-link", event))

    assert "Ask the office for the new link" in Client().get(hall).content.decode()
    assert [Client().get(hall).status_code, Client().post(state).status_code] == [404, 404]
    assert Client().get(bytes_of).status_code == 404


def test_a_new_link_closes_the_old_one(signed_in: Client, event: Event) -> None:
    old = hall_path(event)

    signed_in.post(path("make-link", event))
    event.screening.refresh_from_db()

    assert Client().get(old).status_code == 404
    assert Client().get(hall_path(event)).status_code == 200


@pytest.mark.parametrize("token", ["x", "23456789bcdf", "23456789bcdf" + "2" * 16, "é" * 28])
def test_nobody_makes_up_a_link(event: Event, token: str) -> None:
    assert Client().get(reverse("hall:hall", args=[token])).status_code == 404


def test_the_link_opens_no_film_but_the_one_on_the_screen(event: Event, people: People) -> None:
    other = make.film(people.office, "Another film")

    assert Client().get(hall_path(event, "film", other.code)).status_code == 404


def test_the_page_of_the_hall_goes_nowhere_and_into_no_cache(event: Event) -> None:
    answer = Client().get(hall_path(event))

    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "media-src 'self' blob:" in answer.headers["Content-Security-Policy"]
    assert not answer.cookies


def test_commands_need_a_film_on_the_screen(signed_in: Client, event: Event) -> None:
    Screening.objects.update(showing=None)

    for name, arguments in (("command", {"verb": "start"}), ("screening-subtitles", {}), ("rehearsal", {})):
        answer = signed_in.post(path(name, event, **arguments), follow=True)
        assert "No film is on the screen; put one on first." in answer.content.decode()


def test_a_command_that_does_not_exist_is_not_found(signed_in: Client, event: Event) -> None:
    assert do(signed_in, event, "explode").status_code == 404


def test_each_cue_stands_with_its_command(signed_in: Client, event: Event) -> None:
    item = item_of(event)
    for place, kind in enumerate(("stand-by", "go", "hold")):
        Cue.objects.create(item=item, department="Film", kind=kind, text="The film", position=place)

    text = page(signed_in, event)

    assert [words in text for words in ("Film to its start", "Start the film", "Hold the film")] == [True] * 3


def test_rights_that_are_not_cleared_are_said_loudly_and_hold_up_nothing(
    signed_in: Client, event: Event
) -> None:
    sentence = "The rights to show “Kept film” are not cleared."
    programme = reverse("programme:programme", args=["mission", event.code])
    assert sentence in page(signed_in, event)
    assert sentence in signed_in.get(programme).content.decode()

    assert do(signed_in, event, "start").status_code == 200
    assert Screening.objects.get().state == State.PLAYING
    assert AuditLine.objects.filter(code="programme.screening.started", by__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("of_film", "of_showing", "until", "wanted"),
    [
        ("", "", None, "The rights to show “Kept film” are not cleared."),
        ("own", "", None, ""),
        ("", "permission", None, ""),
        ("own", "refused", None, "The rights to show “Kept film” were refused."),
        ("licence", "", "2025-02-24", "The rights to show “Kept film” end before this day."),
        ("licence", "", "2025-02-25", ""),
    ],
)
def test_the_rights_of_a_showing_come_before_those_of_the_film(
    event: Event, of_film: str, of_showing: str, until: str | None, wanted: str
) -> None:
    showing = item_of(event).showings.get()
    film = showing.film
    assert film is not None
    film.rights, showing.rights = of_film, of_showing
    film.rights_until = date.fromisoformat(until) if until else None

    assert screens.rights_trouble(showing, date(2025, 2, 25)) == wanted


def test_a_film_longer_than_its_item_is_said(signed_in: Client, event: Event) -> None:
    assert "It fits into the 05:00 of the running order." in page(signed_in, event)

    Item.objects.filter(ref="screened").update(duration_seconds=60)
    film = films.kept_film(event.organiser)
    film.file_check.seconds = 95.0
    film.file_check.save(update_fields=["seconds"])

    assert "The film lasts 01:35, the running order gives it 01:00." in page(signed_in, event)


def test_a_poll_takes_few_statements(event: Event, django_assert_max_num_queries: Any) -> None:
    report(event)
    sent = {"turn": event.screening.turn, "state": "waiting", "position": 0, "isReady": True}
    told = json.dumps(sent | {"loaded": 100, "problem": "", "isByHand": False, "ago": 0})

    with django_assert_max_num_queries(2):
        Client().post(hall_path(event, "state"), told, content_type="application/json")


def test_screens_of_another_office_do_not_exist(signed_in: Client) -> None:
    foreign = make.event(make.organiser("third"))
    films.screened(foreign)
    item = foreign.items.get(ref="screened")

    address = reverse("programme:screening", args=["mission", foreign.code, item.code])
    assert signed_in.get(address).status_code == 404
