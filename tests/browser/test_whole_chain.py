"""From an empty installation to the printed dossier, as a new office goes: one journey, three readers."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect

from chancery.accounts.actions import links
from chancery.base.models import Job
from chancery.directory.models import Tenure
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from tests.browser.conftest import NARROW, WIDE, keep, watched
from tests.browser.picturing import picture

pytestmark = pytest.mark.browser

LIST = (
    "Naam;Functie;Klasse;Organisatie;Land;Since\n"
    "Ana Sample;Ambassador of France;ambassador;Embassy of France;France;2022-03-01\n"
    "Əliyeva Nümunə;Ambassador of Türkiye;ambassador;Embassy of Türkiye;Türkiye;2021-05-10\n"
    "Ioan Exemplu;Ambassador of Spain;ambassador;Embassy of Spain;Spain;2024-09-02\n"
)
COLUMNS = ("name", "office", "office_class", "body", "state", "credentials")


@dataclass(frozen=True)
class Reader:
    """Who goes the journey: the language of the browser, its size, and whether it runs scripts."""

    name: str
    language: str
    window: dict[str, int]
    runs_scripts: bool = True


READERS = (
    Reader("english-wide", "en", WIDE),
    Reader("arabic-narrow", "ar", NARROW),
    Reader("without-scripts-narrow", "en", NARROW, runs_scripts=False),
)


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    """One of the readers."""
    return request.param  # type: ignore[no-any-return]  # pytest does not know the type of a parameter


@pytest.fixture
def page(reader: Reader, live_server: Any, chromium: Browser) -> Iterator[Page]:
    """The window of the reader; what the browser complains about fails the test."""
    context = chromium.new_context(
        viewport=reader.window,
        locale=reader.language,
        java_script_enabled=reader.runs_scripts,
        base_url=live_server.url,
    )
    with watched(context) as page:
        yield page


@pytest.mark.pictured
def test_a_new_office_comes_from_the_first_run_to_the_dossier(page: Page, reader: Reader) -> None:
    founded(page, reader)
    filled_directory(page, reader)
    event = planned_event(page, reader)
    scheduled(page, reader, event)
    invited(page, reader, event)
    ordered(page, reader, event)
    printed(page, reader, event)


def founded(page: Page, reader: Reader) -> None:
    """The first run: the place, the office, its owner, and a mail that stays in the folder."""
    links.close_set_up()
    page.goto(reverse("setup", args=[links.set_up_key()]))
    page.locator("[name=city]").fill("Bucharest")
    page.locator("[name=time_zone]").fill("Europe/Bucharest")
    page.locator("[name=first_language]").select_option("en")
    page.locator("[name=further_languages][value=ro]").check()
    send(page)
    page.locator("[name=names-en]").fill("Embassy of Sampleland")
    page.locator("[name=ref]").fill("embassy")
    send(page)
    page.locator("[name=name]").fill("Elena Marin")
    page.locator("[name=email]").fill("elena@example.org")
    page.locator("[name=password]").fill("seven grey herons by the lake")
    kept(page, reader, "1-first-run")
    send(page)
    expect(page).to_have_url(address("desk:test_mail"))
    expect(page.locator("main").get_by_text("elena@example.org").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", reader.language)


def filled_directory(page: Page, reader: Reader) -> None:
    """A list with headings in a language of its own, told column by column, looked at, and written."""
    page.goto(address("directory:imports"))
    page.locator("input[type=file]").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    send(page)
    for number, holds in enumerate(COLUMNS):
        page.locator(f"[name=column_{number}]").select_option(holds)
    kept(page, reader, "2-columns")
    send(page)
    kept(page, reader, "2-preview")
    send(page, page.locator("form[action$='/write/']"))
    page.goto(address("directory:people"))
    expect(page.get_by_text("Əliyeva Nümunə").first).to_be_visible()
    kept(page, reader, "2-directory")
    assert Tenure.objects.count() == 3


def planned_event(page: Page, reader: Reader) -> Event:
    """An event with a day and an hour."""
    page.goto(address("events:plan"))
    page.locator("[name=titles-en]").fill("National day reception")
    page.locator("[name=held_on]").fill("2027-05-10")
    page.locator("[name=starts_at]").fill("18:00")
    send(page)
    event = Event.objects.select_related("ordering").get()
    assert event.ordering.profile == "diplomatic-corps"
    page.goto(address("desk:event", event))
    expect(page.locator("main").get_by_text("National day reception").first).to_be_visible()
    kept(page, reader, "3-event")
    return event


def scheduled(page: Page, reader: Reader, event: Event) -> None:
    """Two lines of the running order; the second is moved before the first."""
    for title, kind, minutes in (("Speech of the ambassador", "speech", "10"), ("Anthem", "anthem", "2")):
        page.goto(address("programme:programme", event))
        line = page.locator("form.line-form")
        line.locator("[name=title]").fill(title)
        line.locator("[name=kind]").select_option(kind)
        line.locator("[name=length]").fill(minutes)
        send(page, line)
    expect(page.locator("ol.scale").get_by_text("Anthem").first).to_be_visible()
    kept(page, reader, "4-programme")
    assert list(Item.objects.order_by("position").values_list("kind", flat=True)) == ["speech", "anthem"]


def invited(page: Page, reader: Reader, event: Event) -> None:
    """Everybody of the directory is put on the list."""
    page.goto(f"{address('guests:add', event)}?class=ambassador")
    for box in page.locator("#found [name=row]").all():
        box.check()
    send(page, page.locator("#found form"))
    page.goto(address("guests:guests", event))
    expect(page.get_by_text("Ioan Exemplu").first).to_be_visible()
    kept(page, reader, "5-guests")
    assert Participation.objects.filter(event=event).count() == 3


def ordered(page: Page, reader: Reader, event: Event) -> None:
    """Who took up the post first stands first (R2), and the page of the place says why."""
    page.goto(address("events:order", event))
    names = page.locator("table.list [role=row] .person-name")
    expect(names).to_have_text(["Əliyeva Nümunə", "Ana Sample", "Ioan Exemplu"])
    kept(page, reader, "6-order")
    page.locator("td.place a").first.click()
    reasons = page.get_by_role("dialog") if reader.runs_scripts else page.locator("main")
    expect(reasons.get_by_text("Əliyeva Nümunə").first).to_be_visible()
    expect(reasons.locator("li").first).to_be_visible()
    kept(page, reader, "6-why")


def printed(page: Page, reader: Reader, event: Event) -> None:
    """The whole dossier in one file."""
    page.goto(address("desk:papers", event))
    send(page, page.locator("form[action$='/start/']"))
    expect(page.locator("progress")).to_be_visible()
    page.goto("about:blank")
    call_command("db_worker", batch=True, verbosity=0, startup_delay=False)
    page.goto(address("desk:papers", event))
    kept(page, reader, "7-papers")
    if reader is READERS[0]:
        picture(page, "papers")
    with page.expect_download() as download:
        page.locator("main a.button[href*='/papers/dossier/']").click()
    names = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())).namelist()
    assert Job.objects.get().state == "done"
    assert {name.rpartition(".")[2] for name in names} >= {"pdf", "ics", "xlsx", "docx"}


def send(page: Page, form: Locator | None = None) -> None:
    """Press the button of a form, and wait for the page it leads to."""
    form = form or page.locator("main form.form")
    with page.expect_navigation():
        form.locator("button:not([type=button]):not([type=reset]):not([name=look])").last.click()


def address(route: str, event: Event | None = None) -> str:
    """The address of a page of the new office, or of its event."""
    return reverse(route, args=["embassy", event.code] if event else ["embassy"])


def kept(page: Page, reader: Reader, name: str) -> None:
    """Keep a picture, and see that nothing runs out of the window."""
    keep(page, f"chain-{reader.name}-{name}")
    if reader.runs_scripts:
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
