"""A film in the hall: the operator's page, and the machine that follows it without an account."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.signals import connection_created
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from chancery.events.models import Event
from chancery.exhibition.models import Film, FilmCheck, Subtitles
from chancery.programme import screens
from chancery.programme.models import Cue, Item, Screening
from tests import films, make
from tests.browser.conftest import PATIENCE, Open, keep

pytestmark = pytest.mark.browser

SECONDS = 30
ROMANIAN = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:29.000\nBună seara.\n"


@pytest.fixture(autouse=True)
def readers_wait_for_nobody() -> Iterator[None]:
    """Without a file SQLite locks tables between threads, which no installation does; the hall asks often."""

    def loosen(connection: Any, **_more: Any) -> None:
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA read_uncommitted = 1")

    connection_created.connect(loosen)
    yield
    connection_created.disconnect(loosen)


@pytest.fixture
def event(transactional_db: Any) -> Event:
    """An event with nothing in it but what these tests show."""
    return make.event(make.organiser("mission", languages=["en", "ro"]), "An evening of film")


@pytest.fixture
def screening(event: Event) -> Screening:
    """The screen of the event with a film of half a minute and subtitles in two languages."""
    found = films.screened(event, seconds=SECONDS)
    Subtitles.objects.filter(film=film_of(found)).update(text=films.SUBTITLES.replace("02.900", "29.000"))
    Subtitles.objects.create(film=film_of(found), language="ro", text=ROMANIAN, position=1)
    for place, kind in enumerate(("stand-by", "go", "hold")):
        Cue.objects.create(item=item_of(found), department="Film", kind=kind, text="The film", position=place)
    return found


def film_of(screening: Screening) -> Film:
    film = screens.film_of(screening)
    assert film is not None
    return film


def item_of(screening: Screening) -> Item:
    assert screening.showing is not None
    return screening.showing.item


@pytest.fixture
def hall(live_server: Any, screening: Screening, chromium: Browser) -> Iterator[Page]:
    """The machine in the hall, which nobody has touched yet."""
    # Not watched: a browser complains of every request that a cut network or a closed link refuses.
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, base_url=live_server.url)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(reverse("hall:hall", args=[screens.token_of(screening)]))
    yield page
    context.close()


def operator(visit: Open, screening: Screening) -> Page:
    return visit(f"events/{screening.event.code}/programme/items/{item_of(screening).code}/screening/")


def make_ready(hall: Page) -> None:
    expect(hall.locator("[data-check=film]")).to_have_attribute("data-done", "yes")
    hall.get_by_role("button", name="Ready").click()
    expect(hall.locator("body")).to_have_attribute("data-ready", "yes")


def plays(hall: Page) -> None:
    """Wait until the film runs."""
    before = position(hall)
    hall.wait_for_function("at => document.querySelector('video').currentTime > at + 0.3", arg=before)


def position(hall: Page) -> float:
    found: float = hall.evaluate("document.querySelector('video').currentTime")
    return found


def subtitles(hall: Page) -> list[str]:
    """What stands on the screen."""
    found: list[str] = hall.evaluate(
        """[...document.querySelector('video').textTracks].filter(track => track.mode === 'showing')
        .flatMap(track => [...(track.activeCues ?? [])].map(cue => cue.text))"""
    )
    return found


def command(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def test_the_hall_follows_the_operator(visit: Open, screening: Screening, hall: Page) -> None:
    expect(hall.get_by_role("heading", name="Make this screen ready")).to_be_visible()
    make_ready(hall)
    page = operator(visit, screening)
    expect(page.get_by_text("connected and ready")).to_be_visible()
    keep(hall, "hall-waiting")

    page.get_by_role("checkbox", name="Romanian").check()
    page.get_by_role("checkbox", name="English").check()
    command(page, "Show these")
    command(page, "Start the film")
    plays(hall)
    expect(page.get_by_text("The beginning is noted.")).to_be_visible()
    hall.wait_for_function("() => document.querySelector('video').textTracks[1].activeCues?.length === 1")
    assert sorted(subtitles(hall)) == ["Bună seara.", "Good evening."]
    keep(hall, "hall-playing")
    keep(page, "hall-operator")

    command(page, "Hold")
    expect(hall.locator("body")).to_have_attribute("data-state", "paused")
    command(page, "Back to the start")
    expect(hall.locator("body")).to_have_attribute("data-state", "waiting")
    assert position(hall) == 0
    command(page, "Start")
    plays(hall)
    command(page, "End")
    expect(hall.locator("body")).to_have_attribute("data-state", "ended")
    item = Item.objects.get(pk=item_of(screening).pk)
    assert item.started_at is not None
    assert item.ended_at is not None


def test_the_film_goes_on_while_the_network_is_cut(visit: Open, screening: Screening, hall: Page) -> None:
    make_ready(hall)
    page = operator(visit, screening)
    command(page, "Start")
    plays(hall)

    hall.context.set_offline(True)
    expect(hall.locator("body")).to_have_attribute("data-network", "cut")
    plays(hall)
    command(page, "Hold")
    plays(hall)

    hall.context.set_offline(False)
    expect(hall.locator("body")).to_have_attribute("data-state", "paused")


def test_somebody_at_the_machine_can_run_the_film(screening: Screening, hall: Page) -> None:
    make_ready(hall)

    hall.keyboard.press(" ")
    plays(hall)
    hall.keyboard.press("ArrowRight")
    hall.wait_for_function("() => document.querySelector('video').currentTime > 9")
    hall.keyboard.press(" ")

    expect(hall.locator("body")).to_have_attribute("data-state", "paused")
    expect(hall.locator("body")).to_have_attribute("data-network", "there")
    until(lambda: Screening.objects.get(pk=screening.pk).state == "paused", hall)
    assert Item.objects.get(pk=item_of(screening).pk).started_at is not None


def until(is_so: Any, page: Page) -> None:
    """Let the page go on until something is so in the database."""
    for _turn in range(100):
        if is_so():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It did not come to be.")


def test_a_machine_that_starts_anew_goes_on_where_the_film_is(
    visit: Open, screening: Screening, hall: Page
) -> None:
    make_ready(hall)
    page = operator(visit, screening)
    command(page, "Start")
    hall.wait_for_function("() => document.querySelector('video').currentTime > 2")

    hall.reload()
    make_ready(hall)

    hall.wait_for_function("() => document.querySelector('video').currentTime > 2.5")
    assert screening.event.screening.state != "ended"


def test_a_withdrawn_link_closes_the_screen(visit: Open, screening: Screening, hall: Page) -> None:
    make_ready(hall)
    hall.context.clear_cookies()

    command(operator(visit, screening), "Withdraw the link")

    expect(hall.get_by_role("heading", name="This link is closed")).to_be_visible()


def test_a_browser_tries_the_film_beforehand(visit: Open, screening: Screening) -> None:
    page = visit(f"works/films/{film_of(screening).code}/")
    expect(page.get_by_text("No browser has tried it yet.")).to_be_visible()

    page.get_by_role("button", name="Try it in this browser").click()

    expect(page.get_by_text("played its beginning.")).to_be_visible()
    check = FilmCheck.objects.get()
    assert (check.is_played, check.has_sound) == (True, True)
    assert check.browser_seconds == pytest.approx(SECONDS, abs=0.2)
    keep(page, "film-checked")
