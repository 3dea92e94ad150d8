"""What every request knows: the language of its reader."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from chancery.accounts.models import User
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
        language = user.language if isinstance(user, User) else translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        response.headers.setdefault("Content-Language", language)
        return response


def _for_anybody(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Language"])
    return response
