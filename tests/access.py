"""What the table of address × role is made of: who may, what is asked for, what comes back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from chancery.accounts.models import Organiser, User
from chancery.accounts.roles import RIGHTS, Right, Role
from tests import make

type Builder = Callable[[Organiser], str | int]


class Audience(StrEnum):
    """
    Who may open a page that asks for no right in an office.

    STEP is a step on the way in: without the steps before it, it leads to the sign-in page. HOLDER is a page
    about something that the reader has set up for themselves (a passkey): nobody in the table has.
    RESTART sends everybody back to the sign-in page. UNKNOWN does not exist until the installation
    configures it. TOKEN takes no session: its roles stand in tests/api.
    """

    EVERYBODY = auto()
    SIGNED_IN = auto()
    STEP = auto()
    HOLDER = auto()
    RESTART = auto()
    UNKNOWN = auto()
    TOKEN = auto()


class Answer(StrEnum):
    """What comes back, as somebody at the keyboard sees it."""

    OPENS = auto()
    REFUSED = auto()
    UNKNOWN = auto()
    SIGN_IN = auto()


# What somebody signed in gets, and what nobody gets.
AUDIENCES = {
    Audience.EVERYBODY: (Answer.OPENS, Answer.OPENS),
    Audience.SIGNED_IN: (Answer.OPENS, Answer.SIGN_IN),
    Audience.STEP: (Answer.OPENS, Answer.SIGN_IN),
    Audience.HOLDER: (Answer.UNKNOWN, Answer.SIGN_IN),
    Audience.RESTART: (Answer.SIGN_IN, Answer.SIGN_IN),
    Audience.UNKNOWN: (Answer.UNKNOWN, Answer.UNKNOWN),
    Audience.TOKEN: (Answer.SIGN_IN, Answer.SIGN_IN),
}


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its name with its namespaces and the names of its arguments."""

    name: str
    arguments: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the right (or audience), and what stands in the address beside the office."""

    needs: Right | Audience
    arguments: Mapping[str, Builder] = field(default_factory=dict)

    def expected(self, who: str) -> Answer:
        """Return the answer for a role, `stranger` or `nobody`."""
        if isinstance(self.needs, Audience):
            return AUDIENCES[self.needs][who == "nobody"]
        if who == "nobody":
            return Answer.SIGN_IN
        if who == "stranger":
            return Answer.UNKNOWN
        return Answer.OPENS if self.needs in RIGHTS[Role(who)] else Answer.REFUSED


def needs(right: Right | Audience, **arguments: Builder) -> Row:
    """A row whose address holds more than the office: `needs(Right.X, person=builder)`."""
    return Row(right, arguments)


def routes() -> Iterator[Route]:
    """Walk every address of the installation, named or not."""
    yield from _walk(get_resolver(), "", frozenset())


def _walk(resolver: URLResolver, space: str, above: frozenset[str]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        named = above | _arguments(entry)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry, inner, named)
        else:
            yield Route(f"{space}{entry.name or entry.pattern}", named)


def _arguments(entry: URLPattern | URLResolver) -> frozenset[str]:
    pattern = entry.pattern
    return frozenset(getattr(pattern, "converters", {})) | frozenset(pattern.regex.groupindex)


@dataclass(frozen=True, slots=True)
class Cast:
    """
    An office with somebody in every role, another office with its owner, and nobody.

    Each has the key of a session in which they are signed in; nobody has none.
    """

    office: Organiser
    elsewhere: Organiser
    people: Mapping[str, str]


def cast() -> Cast:
    """Make the people of the table."""
    office, elsewhere = make.organiser("mission"), make.organiser("elsewhere")
    members = {role.value: _signed_in(make.member(office, role.value).user) for role in Role}
    stranger = _signed_in(make.member(elsewhere, "owner").user)
    return Cast(office, elsewhere, {**members, "stranger": stranger, "nobody": ""})


def _signed_in(user: User) -> str:
    """Return the key of a new session of a user who has a password."""
    user.set_password("a password of the table")
    user.save(update_fields=["password"])
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def address(route: Route, row: Row, cast: Cast, *, objects_of: Organiser) -> str:
    """Return the address of a route in the office, with objects that belong to `objects_of`."""
    built = {name: builder(objects_of) for name, builder in row.arguments.items()}
    if "ref" in route.arguments:
        built.setdefault("ref", cast.office.ref)
    return reverse(route.name, kwargs=built)


def ask(session: str, path: str) -> HttpResponseBase:
    """Ask for a page, by POST where it takes nothing else; whatever that changes is rolled back."""
    client = Client()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    response: HttpResponseBase
    with transaction.atomic():
        response = client.get(path)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = client.post(path)
        transaction.set_rollback(True)
    if response.streaming:
        close_file(response)
    return response


def close_file(response: HttpResponseBase) -> None:
    """Close a file sent in pieces without ending the request, which would close the test's connection."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def body_of(response: HttpResponseBase) -> str:
    """Return what came back as text; empty for a file sent in pieces."""
    if not isinstance(response, HttpResponse):
        return ""
    return response.content.decode(errors="replace")


def answer(response: HttpResponseBase) -> Answer:
    """Read a response as an answer; a page that breaks is none of them."""
    status = response.status_code
    if response.headers.get("WWW-Authenticate", "").startswith("Bearer"):
        return Answer.SIGN_IN
    if status == HTTPStatus.FORBIDDEN:
        return Answer.REFUSED
    if status == HTTPStatus.NOT_FOUND:
        return Answer.UNKNOWN
    if urlsplit(response.headers.get("Location", "")).path == reverse("account_login"):
        return Answer.SIGN_IN
    assert status < HTTPStatus.INTERNAL_SERVER_ERROR
    return Answer.OPENS
