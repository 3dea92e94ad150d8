"""The ten minutes of the manual, done word by word on what the demo loads."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from chancery.accounts.actions import links
from chancery.desk.commands import load_demo
from tests.browser.conftest import NARROW, WIDE, watched
from tests.browser.told import Reader, steps_of, told_steps
from tests.serving import Site

TEN_MINUTES = Path(__file__).parents[2] / "docs" / "ten-minutes.md"


@pytest.fixture
def reader(asgi_server: Site, chromium: Browser, settings: Any) -> Iterator[Reader]:
    """Somebody with the link of the demo before them, and a telephone at hand."""
    settings.BASE_URL = asgi_server.url
    officer = load_demo()
    key = links.make_sign_in_link(officer.user, now=timezone.now())
    with ExitStack() as windows:

        def window(address: str, *, size: dict[str, int] = NARROW) -> Page:
            context = chromium.new_context(
                viewport=size, locale="en-GB", timezone_id="Europe/Bucharest", base_url=asgi_server.url
            )
            page = windows.enter_context(watched(context))
            page.goto(address)
            return page

        yield Reader(window(f"{asgi_server.url}/account/link/{key}/", size=WIDE), second=window)


@pytest.mark.browser
@pytest.mark.pictured
def test_everything_told_of_the_ten_minutes_can_be_done(reader: Reader) -> None:
    steps = told_steps(TEN_MINUTES)

    for step in steps:
        reader.do(step)

    assert {step.form for step in steps} >= {"press", "beside", "write", "see", "second", "picture"}


def test_words_that_no_form_knows_fail() -> None:
    with pytest.raises(AssertionError, match="juggle"):
        list(steps_of("Press **Go**, then juggle **Guests**."))
