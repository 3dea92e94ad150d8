"""
How a view is bound to the link of a guest; every page under /r/ is decorated so.

There is no session, no cookie and no sign-in: the link itself is the secret, so that a form of another site,
which does not know it, can send nothing. See docs/decisions/reply-page-without-cookies.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from chancery.accounts.pages import too_many
from chancery.accounts.publisher import accent_url
from chancery.base.cldr import language_in_its_own_words
from chancery.base.languages import direction, wording
from chancery.base.public import INTERFACE, Tongue
from chancery.events.models import Event
from chancery.guests import photo_words
from chancery.guests import reply_words as words
from chancery.guests.forms.photographs import PhotographsForm
from chancery.guests.models import Reply, Standing
from chancery.guests.queries.reply_page import Asked, asked_by

METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Visit:
    """Somebody at the page of one party: what it is asked, in which language, and who answers."""

    token: str
    asked: Asked
    language: str
    speaker: str

    def url(self, page: str = "page", **route: str) -> str:
        """The address of a page of this party, in the same language and for the same speaker."""
        return self._address(page, self.language, self.speaker, route)

    def as_speaker(self, speaker: str) -> str:
        """The address of the page for somebody else who answers."""
        return self._address("page", self.language, speaker, {})

    def tongues(self) -> list[Tongue]:
        """The languages of the event, the office and the interface, with the page in each."""
        return [
            Tongue(
                code=code,
                name=language_in_its_own_words(code),
                url=self._address("page", code, self.speaker, {}),
                is_current=code == self.language,
            )
            for code in dict.fromkeys([*self.asked.languages, *INTERFACE])
        ]

    def _address(self, page: str, language: str, speaker: str, route: dict[str, str]) -> str:
        carried = {}
        # No cookie keeps them, so that they go with the address.
        if language != self.asked.language:
            carried["language"] = language
        if speaker != Reply.Speaker.GUEST:
            carried["speaker"] = speaker
        address = reverse(f"reply:{page}", kwargs={"token": self.token, **route})
        return f"{address}?{urlencode(carried)}" if carried else address


type ReplyView = Callable[Concatenate[HttpRequest, Visit, ...], HttpResponse]


def by_link(view: ReplyView) -> Callable[..., HttpResponse]:
    """
    Make a view of `(request, visit, …)` from a route with `<str:token>`.

    Whatever opens nothing gets the same page and the same status; looking changes nothing; POST is counted.
    """

    @csrf_exempt
    @wraps(view)
    def page(request: HttpRequest, token: str, **route: Any) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponse(
                "This address takes GET and POST.\n",
                status=HTTPStatus.METHOD_NOT_ALLOWED,
                content_type="text/plain",
                headers={"Allow": ", ".join(METHODS)},
            )
        asked = asked_by(token)
        if asked is None:
            is_counted = too_many(request, "reply_unknown", counts_looking=True)
            return notice_page(words.too_many() if is_counted else words.unknown())
        visit = Visit(token, asked, _language(request, asked), _speaker(request))
        with translation.override(visit.language), timezone.override(asked.zone):
            return _answered(view, request, visit, route)

    return page


def _answered(view: ReplyView, request: HttpRequest, visit: Visit, route: dict[str, Any]) -> HttpResponse:
    if request.method == "POST" and too_many(request, "reply", key=visit.token):
        return show_notice(visit, words.too_many())
    response = view(request, visit, **route)
    response.headers["Content-Language"] = visit.language
    return response


def _language(request: HttpRequest, asked: Asked) -> str:
    """The language that was chosen, else that in which the party was written to."""
    wanted = request.GET.get("language", "")
    is_offered = wanted in INTERFACE or wanted in asked.languages
    return wanted if is_offered else asked.language


def _speaker(request: HttpRequest) -> str:
    wanted = request.GET.get("speaker", "")
    return wanted if wanted in Reply.Speaker.values else Reply.Speaker.GUEST


def show(visit: Visit, template: str, *, status: HTTPStatus = HTTPStatus.OK, **context: Any) -> HttpResponse:
    """Render a page of a party; nothing of a session or of a signed-in user is asked for."""
    asked, language = visit.asked, visit.language
    frame = {
        "visit": visit,
        "asked": asked,
        "lang": language if language in INTERFACE else "en",
        "dir": direction(language if language in INTERFACE else "en"),
        "host": asked.office.names,
        "contact": wording(asked.terms.reply_contact, language),
        "accent_url": accent_url(asked.office.accent),
        "tongues": visit.tongues(),
        "home_url": visit.url(),
        "privacy_url": visit.url("privacy"),
    }
    return HttpResponse(render_to_string(template, {**frame, **context}), status=status)


def show_notice(visit: Visit, notice: words.Notice) -> HttpResponse:
    """One kind sentence, with the contact of the office, and what can still be said."""
    return show(visit, "reply/notice.html", status=notice.status, notice=notice, photographs=said_of(visit))


@dataclass(frozen=True, slots=True)
class SaidOfPhotographs:
    """What a guest said about photographs, and the form that says it or something else."""

    sentence: str
    question: str
    about: str
    choices: Sequence[tuple[str, str]]
    form: PhotographsForm
    url: str


def may_say_photographs(visit: Visit) -> bool:
    """Whether the page asks about photographs: once the guest comes, said something, or came."""
    asked = visit.asked
    if not asked.terms.asks_photos or visit.speaker != Reply.Speaker.GUEST:
        return False
    if asked.link.revoked_at is not None or asked.event.status == Event.Status.CANCELLED:
        return False
    is_there = asked.standing == Standing.ACCEPTED or asked.is_over(timezone.now())
    return is_there or asked.photo_answer is not None


def said_of(visit: Visit) -> SaidOfPhotographs | None:
    """What stands on the page about photographs; None where nothing is asked."""
    if not may_say_photographs(visit):
        return None
    said = visit.asked.photo_answer
    return SaidOfPhotographs(
        sentence=photo_words.standing(said),
        question=photo_words.question(visit.asked.office),
        about=photo_words.about(),
        choices=[each for each in photo_words.choices() if said is None or each[0] != said.wish],
        form=PhotographsForm(asked=visit.asked),
        url=visit.url("photographs"),
    )


def notice_page(notice: words.Notice) -> HttpResponse:
    """One kind sentence where no party is known, in the language of the browser."""
    language = translation.get_language() or "en"
    frame = {"lang": language, "dir": direction(language), "notice": notice}
    return HttpResponse(render_to_string("reply/unknown.html", frame), status=notice.status)
