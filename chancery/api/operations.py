"""What can be asked of a resource: its list, one object, what it offers to do; made from its declaration."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.params import models as params

from chancery.accounts.roles import Right
from chancery.api.mounted import CODE_PATTERN, Mounted
from chancery.api.resource import Resource, Write

# What a reader of headers alone asks is read as what asks for the body; the server sends none.
READING = ["GET", "HEAD"]


def mount(router: Router, resource: Resource[Any]) -> None:
    """Put a resource into the interface, with an operation for each thing it offers."""
    mounted = Mounted(resource)
    parent = "/events/{event}" if resource.is_in_event else ""
    of_all, of_one = f"{parent}/{resource.name}", f"{parent}/{resource.name}/{{{resource.one}}}"
    above = {"event": _code()} if resource.is_in_event else {}
    one = {**above, resource.one: _code()}
    words = inspect.getdoc(type(resource)) or ""
    named = resource.name.replace("-", "_")

    def add(
        methods: list[str], path: str, what: str, view: Any, answers: Any, right: Right, says: tuple[str, str]
    ) -> None:
        summary, text = says
        router.api_operation(
            methods,
            path,
            auth=mounted.opened(right, writes_one=path.startswith(of_one) and methods != READING),
            response=answers,
            operation_id=f"{named}_{what.replace('-', '_')}",
            url_name=f"{resource.name}_{what}",
            summary=summary,
            description=f"{text}\n\n{_scope(right)}" if text else _scope(right),
            tags=[resource.name],
        )(view)

    def write(methods: list[str], path: str, each: Write, answers: Any) -> None:
        view = _writing(mounted, each, one if path.startswith(of_one) else above)
        add(methods, path, each.what, view, answers, each.right, (each.summary, ""))

    asked = {"asked": Annotated[resource.filters, params.Query(...)]}
    listed, read = _signed(mounted.list, above | asked), _signed(mounted.get, one)
    writes, right, a_row = resource.writes(), resource.right, f"Read one of the {resource.name}"
    add(READING, of_all, "list", listed, mounted.page, right, (f"List {resource.name}", words))
    for each in writes:
        if each.what == "create":
            write(["POST"], of_all, each, {201: resource.shape})
    add(READING, of_one, "get", read, resource.shape, right, (a_row, ""))
    for each in writes:
        if each.what == "change":
            write(["PATCH"], of_one, each, resource.shape)
        elif each.what == "delete":
            write(["DELETE"], of_one, each, {204: None})
        elif each.is_verb:
            write(["POST"], f"{of_one}/{each.what}", each, resource.shape)


def _code() -> Any:
    return Annotated[str, params.Path(..., pattern=CODE_PATTERN, description="Code of the object.")]


def _scope(right: Right) -> str:
    return f"Needs the scope `{right.value}`."


def _writing(mounted: Mounted[Any], write: Write, route: dict[str, Any]) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, written: Any = None, **named: str) -> HttpResponse:
        return mounted.write(write, request, written, **named)

    return _signed(view, route | ({"written": write.body} if write.body else {}))


def _signed(view: Callable[..., HttpResponse], named: dict[str, Any]) -> Callable[..., HttpResponse]:
    """Return a view whose signature says what ninja shall read from the request."""

    def signed(request: HttpRequest, **values: Any) -> HttpResponse:
        return view(request, **values)

    given = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)]
    given += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind)
        for name, kind in named.items()
    ]
    signed.__signature__ = inspect.Signature(given)  # type: ignore[attr-defined]  # as inspect reads it
    return signed
