"""Screens of an event: made by the office, opened by their link, told only what they show."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme import following, shown
from chancery.programme.models import Contribution, Cue, Run, Screen
from tests import films, make
from tests.conftest import People
from tests.programme.runs import told, told_item

Kind = Screen.Kind

ALWAYS = {"revision", "now", "shift", "is_rehearsal", "held_at", "version", "run"}
ONLY: dict[Kind, set[str]] = {
    Kind.SPEAKER: {"current", "next", "word"},
    Kind.STAGE: {"current", "next", "word", "anchors"},
    Kind.PUBLIC: {"current", "items"},
    Kind.WELCOME: set(),
    Kind.DEPARTMENT: {"current", "next", "is_standing_by", "later"},
    Kind.SUBTITLES: {"film"},
}


@pytest.fixture
def event(people: People) -> Event:
    """An event with a title in two languages."""
    made = make.event(people.office, languages=["en", "ro"])
    made.titles = {"en": "Commemoration", "ro": "Comemorare"}
    made.save(update_fields=["titles"])
    return made


def screen(of: Event, kind: str = Kind.STAGE, **fields: Any) -> Screen:
    return Screen.objects.create(event=of, kind=kind, **fields)


def path(name: str, of: Event, *more: str) -> str:
    return reverse(f"programme:{name}", args=["mission", of.code, *more])


def link(of: Screen, name: str = "screen", *more: str) -> str:
    return reverse(f"screen:{name}", args=[following.token_of(of), *more])


def seen(of: Screen, state: dict[str, Any]) -> dict[str, Any]:
    return shown.view_of(of)(state)


def test_a_screen_is_made_with_a_link_and_its_code(signed_in: Client, event: Event) -> None:
    sent = {"kind": "department", "department": "Sound", "name": "Left wing", "languages": ["ro"]}

    text = signed_in.post(path("screens", event), sent, follow=True).content.decode()

    made = Screen.objects.get()
    assert (made.kind, made.department, made.name, made.languages) == (
        "department",
        "Sound",
        "Left wing",
        ["ro"],
    )
    assert link(made) in text
    assert "<svg" in text
    assert "never opened yet" in text
    assert AuditLine.objects.filter(code="programme.screen.made").count() == 1


def test_a_screen_of_cues_needs_its_department(signed_in: Client, event: Event) -> None:
    answer = signed_in.post(path("screens", event), {"kind": "department"})

    assert "Say whose cues the screen shows." in answer.content.decode()
    assert not Screen.objects.exists()


def test_the_office_sees_which_screen_is_there(signed_in: Client, event: Event) -> None:
    made = screen(event)
    Client().get(link(made, "state"))
    assert "connected" in signed_in.get(path("screens", event)).content.decode()

    Screen.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    assert "last seen" in signed_in.get(path("screens", event)).content.decode()


def test_a_change_keeps_the_link_and_has_the_page_load_itself_again(signed_in: Client, event: Event) -> None:
    made = screen(event, "welcome")
    before = Client().get(link(made, "state")).json()["version"]

    signed_in.post(path("screen", event, made.code), {"kind": "welcome", "words_en": "", "arrow": "left"})

    assert Client().get(link(made, "state")).json()["version"] != before


def test_a_withdrawn_screen_is_closed_and_can_be_brought_back(signed_in: Client, event: Event) -> None:
    made = screen(event)
    address = link(made)

    text = signed_in.post(path("withdraw-screen", event, made.code), follow=True).content.decode()

    assert "its link is closed" in text
    assert Client().get(address).status_code == 404
    line = AuditLine.objects.get(code="programme.screen.withdrawn")
    signed_in.post(reverse("accounts:undo", args=["mission", line.pk]))
    assert Client().get(address).status_code == 200


@pytest.mark.parametrize("kind", Kind.values)
def test_every_kind_of_screen_opens_without_an_account(event: Event, kind: str) -> None:
    made = screen(event, kind, languages=["ro"], department="Sound", words={"ro": "La stânga"}, arrow="left")

    answer = Client().get(link(made))

    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"
    assert f'data-kind="{kind}"' in answer.content.decode()
    assert Client().get(link(made, "state")).status_code == 200


def test_no_other_token_opens_a_screen(event: Event) -> None:
    token = following.token_of(screen(event))
    other = films.screened(event)

    wrong = [token[:-1] + ("b" if token[-1] == "a" else "a"), token[:12], "x", f"{other.code}{token[12:]}"]

    assert [Client().get(reverse("screen:state", args=[each])).status_code for each in wrong] == [404] * 4


def test_guests_see_only_what_is_in_the_printed_programme(event: Event) -> None:
    anthem, move = make.item(event, "Anthem"), make.item(event, "Chairs", is_public=False)
    skipped = make.item(event, "Second speech")
    items = [told_item(anthem, progress="done"), told_item(move), told_item(skipped, progress="skipped")]

    view = seen(screen(event, "public"), told(event, items, current=move.code))

    assert [item["titles"][0]["text"] for item in view["items"]] == ["Anthem"]
    assert view["current"] is None
    assert "Chairs" not in str(view)
    assert not {"caller", "offers", "cues", "word", "drift"} & {*view, *view["items"][0]}


@pytest.mark.parametrize("kind", Kind.values)
def test_no_screen_learns_who_has_the_call_or_asks_for_it(people: People, event: Event, kind: str) -> None:
    people.colleague.name = "Caller Sample"
    people.colleague.save()
    make.item(event, "Chairs", is_public=False)
    Run.objects.create(event=event, caller=people.colleague, asked_by=people.owner, word_to_speaker="close")
    made = screen(event, kind, department="Sound", languages=["en"])

    told = Client().get(link(made, "state")).json()

    assert set(told) == {*ALWAYS, *ONLY[Kind(kind)]}
    assert "Caller Sample" not in str(told)


@pytest.mark.parametrize("kind", Kind.values)
def test_what_is_pushed_to_a_screen_is_cut_to_what_it_shows(event: Event, kind: str) -> None:
    """The cut stands before the wire: the full state of the desk never leaves for a screen."""
    item = make.item(event, "Anthem")
    made = screen(event, kind, department="Sound", languages=["en"])

    pushed = seen(made, told(event, [told_item(item)], asked_by={"name": "Ion Example"}, current=item.code))

    assert set(pushed) == {*ALWAYS, *ONLY[Kind(kind)]} - {"film"}


def test_guests_see_the_programme_in_the_order_it_runs(event: Event) -> None:
    first, second = make.item(event, "First"), make.item(event, "Second")
    state = told(event, [told_item(first), told_item(second)], order=[second.code, first.code])

    view = seen(screen(event, "public"), state)

    assert [item["titles"][0]["text"] for item in view["items"]] == ["Second", "First"]


def test_a_title_says_in_which_language_it_is(event: Event) -> None:
    item = make.item(event, "Anthem", kind="anthem")
    bare = make.item(event, kind="silence")
    state = told(event, [told_item(item), told_item(bare, titles={})])

    view = seen(screen(event, "public", languages=["ar", "en"]), state)

    assert view["items"][0]["titles"] == [
        {"text": "Anthem", "language": "en", "direction": "ltr"},
        {"text": "Anthem", "language": "en", "direction": "ltr"},
    ]
    assert view["items"][1]["titles"][1]["text"] == "silence"


def test_a_department_sees_its_own_cues_and_no_others(event: Event) -> None:
    anthem, film, end = (make.item(event, title) for title in ("Anthem", "Film", "End"))
    cues = [
        {"item": anthem.code, "department": "sound", "kind": "go", "text": "Recording", "position": 0},
        {"item": anthem.code, "department": "Light", "kind": "go", "text": "Half dark", "position": 1},
        {"item": end.code, "department": "Sound", "kind": "hold", "text": "Fade", "position": 0},
    ]
    items = [told_item(anthem, progress="running"), told_item(film), told_item(end)]
    state = told(event, items, current=anthem.code, next=film.code, cues=cues)

    view = seen(screen(event, "department", department="Sound"), state)

    assert view["current"]["cues"] == [{"kind": "go", "text": "Recording"}]
    assert (view["next"]["cues"], view["is_standing_by"]) == ([], False)
    assert [item["titles"][0]["text"] for item in view["later"]] == ["End"]
    assert "Half dark" not in str(view)


def test_who_stands_by_comes_before_who_would_be_next(event: Event) -> None:
    one, two = make.item(event, "One"), make.item(event, "Two")
    state = told(event, [told_item(one), told_item(two)], standing_by=two.code)

    view = seen(screen(event, "department", department="Sound"), state)

    assert (view["next"]["code"], view["is_standing_by"]) == (two.code, True)


def test_the_stage_sees_the_fixed_times_to_come(event: Event) -> None:
    one, two = make.item(event, "One"), make.item(event, "Silence", kind="silence")
    items = [told_item(one, progress="running", is_anchor=True), told_item(two, is_anchor=True)]

    view = seen(screen(event), told(event, items, current=one.code))

    assert [item["code"] for item in view["anchors"]] == [two.code]


def test_guests_read_names_and_offices_in_their_language(event: Event) -> None:
    who = {
        "name": "Ana Sample",
        "office": "Ambassador",
        "names": {"ar": "آنا"},
        "offices": {"en": "Ambassador"},
    }
    item = told_item(make.item(event, "Speech"), speakers=[who])

    view = seen(screen(event, "public", languages=["ar", "en"]), told(event, [item]))

    assert view["items"][0]["speakers"] == [
        [{"name": "آنا", "office": ""}],
        [{"name": "Ana Sample", "office": "Ambassador"}],
    ]


def test_the_run_itself_tells_what_screens_need(event: Event) -> None:
    speech = make.item(event, "Speech", duration_seconds=600)
    who = make.participation(event, make.person(event.organiser), "speaker")
    Contribution.objects.create(item=speech, participation=who)

    for kind in Kind.values:
        answer = Client().get(link(screen(event, kind), "state"))
        assert answer.status_code == 200, kind
        assert answer.json()["run"] == "ready"
    following_item = Client().get(link(screen(event), "state")).json()["next"]

    assert (following_item["length"], following_item["speakers"]) == (600, ["Ana Sample"])


def test_screens_of_one_kind_have_equal_views(event: Event) -> None:
    assert shown.view_of(screen(event)) == shown.view_of(screen(event, name="Elsewhere"))
    assert shown.view_of(screen(event)) != shown.view_of(screen(event, languages=["ro"]))


def test_the_sign_says_nothing_where_nothing_is_written(event: Event) -> None:
    made = screen(event, "welcome", languages=["en", "ro"], words={"en": "Cloakroom below"}, arrow="down")

    text = Client().get(link(made)).content.decode()

    assert text.count("welcome-words") == 1
    assert "Comemorare" in text
    assert 'data-arrow="down"' in text


def test_a_second_screen_is_told_where_the_film_stands_and_its_words(event: Event) -> None:
    screening = films.screened(event)
    made = screen(event, "subtitles", languages=["en"])
    assert Client().get(link(made, "state")).json()["film"] is None

    type(screening).objects.update(state="paused", position_seconds=7)
    film = Client().get(link(made, "state")).json()["film"]

    assert (film["position"], film["is_playing"]) == (7, False)
    [track] = film["tracks"]
    lines = Client().get(track["url"]).json()
    assert all(begin < end and text for begin, end, text in lines)
    assert Client().get(link(made, "subtitles", "none", "none")).status_code == 404


def test_cues_stand_by_department_in_the_order_of_the_programme(signed_in: Client, event: Event) -> None:
    first, second = make.item(event, "Anthem", position=1), make.item(event, "Film", position=2)
    make.item(event, "Reception", position=3)
    for item, department, text in (
        (second, "Light", "Dark"),
        (first, "Light", "Half"),
        (first, "Sound", "Play"),
    ):
        Cue.objects.create(item=item, department=department, text=text)

    text = signed_in.get(path("cues", event)).content.decode()

    places = [text.index(word) for word in (">Light<", "Half", "Dark", ">Sound<", "Play", "Reception")]
    assert places == sorted(places)
