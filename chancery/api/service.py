"""The interface: its resources, who may ask, and what is said when something goes wrong."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError

from chancery.api import description, problems
from chancery.api.bearer import AccessTokenInHeader
from chancery.api.feed import router as changes
from chancery.api.operations import mount
from chancery.api.problems import Problem
from chancery.api.reading import JsonParser
from chancery.api.resources import RESOURCES
from chancery.api.resources.me import router as me

VERSION = "1.0.0"


class Interface(NinjaAPI):
    """The interface with its description."""

    def get_openapi_schema(self, **options: Any) -> Any:
        return description.completed(super().get_openapi_schema(**options))


api = Interface(
    title="Chancery",
    version=VERSION,
    description=description.WORDS,
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    auth=AccessTokenInHeader(),
    parser=JsonParser(),
)


def _mounted() -> Router:
    router = Router()
    for resource in RESOURCES:
        mount(router, resource)
    return router


api.add_router("", me)
api.add_router("", changes)
api.add_router("", _mounted())


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problems.answer(problem)


@api.exception_handler(Http404)
def _unknown(request: HttpRequest, error: Http404) -> HttpResponse:
    return problems.answer(problems.not_found())


@api.exception_handler(PermissionDenied)
def _denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return problems.answer(Problem("right-missing", str(error) or _("Your role does not allow it.")))


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the body could not be read for; the parser says why."""
    why = error.__cause__
    words = _("The request cannot be read; check its address and its text.")
    return problems.answer(why if isinstance(why, Problem) else Problem("unreadable", words))


@api.exception_handler(IntegrityError)
def _crossed(request: HttpRequest, error: IntegrityError) -> HttpResponse:
    """Two wrote the same at once; what was checked before no longer holds."""
    return problems.answer(Problem("refused", _("It does not fit what is there; read it again and repeat.")))


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    if any(each["loc"][0] == "path" for each in error.errors):
        return problems.answer(problems.not_found())
    errors = [(_field(each["loc"]), _sentence(each)) for each in error.errors]
    field, detail = errors[0]
    words = f"{field}: {detail}" if field else detail
    return problems.answer(Problem("invalid", words, errors=errors))


def _field(where: tuple[Any, ...]) -> str:
    """The path of a field as its writer knows it, without where ninja put it."""
    return ".".join(str(step) for step in where[2:])[:300] if len(where) > 2 else str(where[-1])


def _sentence(told: dict[str, Any]) -> str:
    why = told.get("ctx", {}).get("error")
    words = str(why) if why else str(told["msg"])
    return words if words.endswith(".") else f"{words}."
