"""Tags and filters of the pages."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django import forms
from django.contrib.messages import constants, get_messages
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import RequestFactory
from django.utils import timezone, translation

from chancery.base import pictures
from chancery.base.frame import layout_for, say_with_undo
from chancery.base.models import Job
from chancery.base.templatetags import ui
from chancery.rules.dates import PartialDate


def test_an_icon_is_for_the_eye_only() -> None:
    assert 'aria-hidden="true"' in pictures.icon("search")
    assert "base/icons.svg#search" in pictures.icon("search")


def test_an_icon_with_a_direction_turns_with_the_script() -> None:
    assert "icon-turns" in pictures.icon("next")
    assert "icon-turns" not in pictures.icon("search")


def test_a_flag_is_small_and_has_no_words_of_its_own() -> None:
    assert pictures.flag("RO") == (
        f'<img class="flag" src="{static("base/flags/ro.svg")}" alt="" width="18" height="13" loading="lazy">'
    )
    assert pictures.flag("") == ""


@pytest.mark.parametrize("state", ["az", "ro", "va", "un", "xk"])
def test_flags_are_there(state: str) -> None:
    assert finders.find(f"base/flags/{state}.svg")


def test_a_wording_in_the_language_of_the_reader_stands_alone() -> None:
    with translation.override("ro"):
        assert ui.in_language({"en": "Concert", "ro": "Concert & vin"}) == (
            '<span lang="ro" dir="auto">Concert &amp; vin</span>'
        )


def test_a_wording_in_another_language_is_marked_as_such() -> None:
    with translation.override("en"):
        html = ui.in_language({"ar": "حفلة"})

    assert '<span lang="ar" dir="rtl">حفلة</span>' in html
    assert "(Arabic)" in html


def test_a_wording_that_nobody_wrote_is_said_to_be_missing() -> None:
    with translation.override("en"):
        assert ui.in_language({}) == '<span class="missing">not written yet</span>'


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    with translation.override("en"):
        assert ui.day(None) == '<span class="missing">not known</span>'


def test_a_day_carries_its_machine_form() -> None:
    with translation.override("en"):
        assert ui.day(date(1992, 2, 26)) == '<time datetime="1992-02-26">26 February 1992</time>'
        assert ui.day(PartialDate.parse("1992-02")) == '<time datetime="1992-02">February 1992</time>'


def test_a_moment_is_told_in_the_zone_of_the_reader() -> None:
    with translation.override("en"), timezone.override("Europe/Bucharest"):
        html = ui.moment(datetime(2025, 2, 25, 17, 0, tzinfo=UTC))

    assert html == '<time datetime="2025-02-25T19:00+02:00">25 Feb 2025, 19:00</time>'


@pytest.mark.parametrize(
    ("tags", "path"), [("", ""), ("undo=/o/mission/audit/3/undo", "/o/mission/audit/3/undo"), ("quiet", "")]
)
def test_undo_path_is_read_from_the_message(tags: str, path: str) -> None:
    assert ui.undo_path(Message(constants.SUCCESS, "Done.", extra_tags=tags)) == path


def test_a_message_with_undo_says_what_and_where() -> None:
    request: Any = RequestFactory().get("/")
    request._messages = CookieStorage(request)

    say_with_undo(request, "Taken off the list.", "/undo/3")

    (message,) = get_messages(request)
    assert (message.message, ui.undo_path(message)) == ("Taken off the list.", "/undo/3")


@pytest.mark.parametrize(
    ("headers", "layout"),
    [
        ({}, "base/base.html"),
        ({"HX-Request": "true"}, "base/bare.html"),
        ({"HX-Request": "true", "HX-Boosted": "true"}, "base/base.html"),
    ],
)
def test_layout_is_bare_only_for_a_part(headers: dict[str, str], layout: str) -> None:
    assert layout_for(RequestFactory().get("/", headers=headers)) == layout


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (240, 0, 10, "240 done"),
        (0, 1000, 10, "0 of 1,000"),
        (250, 1000, 10, "250 of 1,000 · 25 a second · 30 seconds left"),
        (20, 40, 600, "20 of 40 · 2 a minute · 10 minutes left"),
        (5, 10, 600, "5 of 10 · 10 minutes left"),
    ],
)
def test_progress_says_count_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, done: int, total: int, seconds: int, words: str
) -> None:
    now = datetime(2025, 2, 25, 12, 0, tzinfo=UTC)
    monkeypatch.setattr(ui.timezone, "now", lambda: now)
    job = Job(done=done, total=total, started_at=now - timedelta(seconds=seconds))

    with translation.override("en"):
        assert ui.progress_figures(job) == words


def test_a_waiting_job_promises_no_time() -> None:
    with translation.override("en"):
        assert ui.progress_figures(Job(done=0, total=7)) == "0 of 7"


def test_is_switch_knows_a_single_checkbox() -> None:
    class Switches(forms.Form):
        one = forms.BooleanField()
        text = forms.CharField()

    form = Switches()
    assert ui.is_switch(form["one"])
    assert not ui.is_switch(form["text"])


def test_small_filters_speak_the_language_of_the_reader() -> None:
    with translation.override("fr"):
        assert ui.language_name("ro") == "roumain"
        assert ui.state_name("ro") == "Roumanie"
        assert ui.state_name("") == ""
        assert ui.figure(1000) == "1\u202f000"
    assert ui.own_language_name("ar") == "العربية"
    assert ui.direction_of("he") == "rtl"
    assert ui.clock(datetime(2025, 2, 25, 9, 5)) == "09:05"
