"""What browsers are told with every answer: pages, errors and files alike."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from chancery.base import secret_box

NO_SENSORS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": NO_SENSORS,
    # Names of guests stay in no cache but the reader's own, and there only until they are asked for again.
    "Cache-Control": "private, no-cache",
}

PAGES_FOR_ANYBODY = ("/p/", "/c/")
"""Below them nothing depends on who asks: no cookie is read, and caches may keep one answer for all."""

SECRET_PAGES = ("/r/", "/h/", "/s/", "/d/")
"""Below them the address itself is a secret: it goes with no link, into no cache, into no search."""

FILES_FOR_ANYBODY = "/d/reader/"
"""Below it lies a part of the app of the door that holds nothing of anybody; its addresses change with it."""

SECRET_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


UNKEPT = "private, no-store"
"""For answers made of what is sealed, and for files that a page makes: they lie in no cache at all."""


METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


class HeadersOfEveryAnswer:
    """
    Add each header that the answer does not set itself; to secret pages their own in any case.

    Methods that no page knows are refused here: the guard against forged forms takes TRACE for harmless.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.method in METHODS
        with secret_box.noticing() as opened:
            response = self.get_response(request) if known else HttpResponseNotAllowed(METHODS)
        if opened or _is_file_of_an_office(response):
            response.headers["Cache-Control"] = UNKEPT
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.path.startswith(SECRET_PAGES) and not request.path.startswith(FILES_FOR_ANYBODY):
            for name, value in SECRET_HEADERS.items():
                response.headers[name] = value
        return response


def _is_file_of_an_office(response: HttpResponse) -> bool:
    """Whether a file is handed over that says nothing itself of how long it may be kept."""
    return "Content-Disposition" in response.headers and "Cache-Control" not in response.headers
