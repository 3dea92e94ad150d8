"""What every request knows of its reader: the language, and what was shown at signing in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from chancery.accounts import sessions
from chancery.accounts.access import SecondStepMissing
from chancery.accounts.models import User
from chancery.base.frame import is_part_request
from chancery.base.headers import PAGES_FOR_ANYBODY


class LanguageOfTheReader:
    """
    Answer in the language of the account, else of the cookie, else of the browser.

    Pages for anybody choose theirs by themselves, and so depend on no cookie.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PAGES_FOR_ANYBODY):
            return _for_anybody(self.get_response(request))
        user = request.user
        if isinstance(user, User):
            user.came_by_second_step = bool(request.session.get(sessions.SECOND_STEP))
        language = user.language if isinstance(user, User) else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        response.headers.setdefault("Content-Language", language)
        return response


class SecondStepFirst:
    """Lead whom an office asks for a second step to where it is set up; whoever sends something reads why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        is_page = request.method == "GET" and not is_part_request(request)
        if isinstance(exception, SecondStepMissing) and is_page:
            return redirect("accounts:second_step")
        return None


def _for_anybody(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Language"])
    return response
