"""What the templates of the frame and of the why drawer are given: plain values, already in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

UNDO_TAG = "undo="


class Tone(StrEnum):
    """What a mark says beside its word; the shape carries it, the colour repeats it."""

    PLAIN = ""
    GOOD = "is-good"
    CAREFUL = "is-careful"
    WRONG = "is-wrong"


class Shape(StrEnum):
    """The shapes of marks; each is a symbol of `static/base/icons.svg`."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    HALF = "half"
    UNSET = "unset"
    CAREFUL = "careful"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    BAR = "bar"
    CROSS = "cross"
    STAR = "star"
    CLOCK = "clock"
    PIN = "pin"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Link:
    """A word with a place to go."""

    name: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """
    One stage of the chain on the spine.

    `state` is its state in words ("112 invited, 61 yes"); `is_near` puts it into the bar of a phone,
    which has room for four.
    """

    name: str
    url: str
    state: str = ""
    shape: Shape = Shape.OPEN
    is_current: bool = False
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class EventHeader:
    """The event above its pages, every line in the reader's words; an unknown line is empty."""

    title: str
    url: str
    occasion: str = ""
    kept: str = ""
    when: str = ""
    venue: str = ""
    countdown: str = ""
    due: str = ""
    due_url: str = ""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason in the reader's language, with the rule and source it rests on."""

    words: str
    rule: str = ""
    source: str = ""
    source_url: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change from the audit log in words: what became of what, by whom, when."""

    words: str
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """
    What the why drawer shows.

    Shape: reasons from the strongest, changes from the newest. `undo_url` takes a POST; where it is empty
    `undo_refusal` may say in one sentence why nothing can be undone.
    """

    subject: str
    claim: str
    reasons: Sequence[ReasonLine] = ()
    changes: Sequence[ChangeLine] = ()
    undo_url: str = ""
    undo_refusal: str = ""


def is_part_request(request: HttpRequest) -> bool:
    """Whether the page asks for a part of itself (htmx) and not for the whole."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"


def layout_for(request: HttpRequest) -> str:
    """Return the template a page extends: the whole frame, or no frame where htmx asks for a part."""
    return "base/bare.html" if is_part_request(request) else "base/base.html"


def framed(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Render a page whose template extends `layout`: the frame, or none where a part is asked for."""
    return render(request, template, {"layout": layout_for(request), **context})


def say_with_undo(request: HttpRequest, sentence: str, undo_url: str) -> None:
    """Report what was done, with the button that undoes it; `undo_url` takes a POST."""
    messages.success(request, sentence, extra_tags=f"{UNDO_TAG}{undo_url}")
