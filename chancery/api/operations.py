"""What can be asked of a resource: its list, one object, what it offers to do; made from its declaration."""

import inspect
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Router
from ninja.params import models as params
from pydantic import BaseModel, Field, TypeAdapter, create_model

from chancery.accounts.access import refusal
from chancery.accounts.roles import Right
from chancery.api import cursors, keys
from chancery.api.bearer import caller_of, demand
from chancery.api.conditions import demand_unchanged, send
from chancery.api.problems import Problem, invalid, not_found
from chancery.api.resource import Filters, Resource, Write
from chancery.events import access as events_access

CODE_PATTERN = r"^[0-9a-z]{1,40}$"
NEXT = Field(None, description="Address of the next page; null on the last one.")


class Mounted[Row: Model]:
    """A resource in the interface."""

    def __init__(self, resource: Resource[Row]) -> None:
        self.resource = resource
        shape: Any = resource.shape
        self.page: type[BaseModel] = create_model(
            f"{shape.__name__}Page",
            items=(list[shape], Field(description="The objects of the page.")),
            next=(str | None, NEXT),
        )
        self.many: TypeAdapter[Any] = TypeAdapter(self.page)

    def office(self, request: HttpRequest, right: Right, route: dict[str, str]) -> Any:
        """Return the office, of an event with the event, where token and role include `right`."""
        office = caller_of(request).office
        demand(office, right)
        if self.resource.is_in_event:
            return events_access.event_in(office, route["event"], right)
        if not office.may(right):
            raise Problem("right-missing", refusal(right))
        return office

    def list(self, request: HttpRequest, asked: Filters, **route: str) -> HttpResponse:
        """Answer with a page of the list."""
        demand_known(request, type(asked))
        office, resource = self.office(request, self.resource.right, route), self.resource
        rows = resource.narrowed(resource.rows(office), asked, office)
        found = list(cursors.after(rows, asked.cursor, resource.order, resource.name)[: asked.limit + 1])
        shown = found[: asked.limit]
        link = self._next(request, shown[-1]) if len(found) > asked.limit else None
        page = self.page.model_construct(items=[resource.show(row) for row in shown], next=link)
        headers = {"Link": f'<{link}>; rel="next"'} if link else {}
        return send(request, self.many.dump_json(page).decode(), headers=headers)

    def _next(self, request: HttpRequest, last: Row) -> str:
        asked = {name: value for name, value in request.GET.items() if name != "cursor"}
        cursor = cursors.cursor_of(last, self.resource.order, self.resource.name)
        return request.build_absolute_uri(f"{request.path}?{urlencode(asked | {'cursor': cursor})}")

    def get(self, request: HttpRequest, **route: str) -> HttpResponse:
        """Answer with one object."""
        demand_known(request, None)
        office = self.office(request, self.resource.right, route)
        return send(request, self.body(self.row(self.resource.rows(office), route)))

    def row(self, rows: QuerySet[Row], route: dict[str, str]) -> Row:
        """Return the object of the address. Errors: Problem not-found."""
        found = rows.filter(**{self.resource.key: route[self.resource.one]}).first()
        if found is None:
            raise not_found()
        return found

    def body(self, row: Row) -> str:
        """Return an object as it is sent."""
        return self.resource.show(row).model_dump_json()

    def write(self, write: Write, request: HttpRequest, written: Any, **route: str) -> HttpResponse:
        """Do something in one transaction with what is kept of its key, and answer with the object."""
        demand_known(request, None)
        office = self.office(request, write.right, route)
        with transaction.atomic():
            return keys.once(request, lambda: self._do(write, request, office, written, route))

    def _do(
        self, write: Write, request: HttpRequest, office: Any, written: Any, route: dict[str, str]
    ) -> HttpResponse:
        try:
            if write.what == "create":
                made = write.deed(self.resource, office, written)
                return self._answer(request, office, made, route, status=HTTPStatus.CREATED)
            row = self._locked(request, office, route)
            given = [] if write.body is None else [written]
            done = write.deed(self.resource, office, row, *given)
        except write.refuses as refused:
            raise Problem("refused", str(refused)) from None
        if write.what == "delete":
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return self._answer(request, office, done or row, route)

    def _locked(self, request: HttpRequest, office: Any, route: dict[str, str]) -> Row:
        """Return the object for a write; nobody else changes it before this one is done."""
        rows = self.resource.rows(office)
        found = self.row(rows, route)
        rows.model._default_manager.select_for_update().get(pk=found.pk)
        row = self.row(rows, route)
        demand_unchanged(request, self.body(row))
        return row

    def _answer(
        self, request: HttpRequest, office: Any, row: Row, route: dict[str, str], *, status: int = 200
    ) -> HttpResponse:
        """Send the object as the database holds it now."""
        stored = self.resource.rows(office).get(pk=row.pk)
        headers = {}
        if status == HTTPStatus.CREATED:
            named = {"event": route["event"]} if self.resource.is_in_event else {}
            code = getattr(stored, self.resource.key)
            where = reverse(f"api:{self.resource.name}_get", kwargs={**named, self.resource.one: code})
            headers["Location"] = request.build_absolute_uri(where)
        return send(request, self.body(stored), status=status, headers=headers)


def demand_known(request: HttpRequest, filters: type[BaseModel] | None) -> None:
    """Refuse filters that do not exist: a list that was not narrowed would look as if it were."""
    known = filters.model_fields if filters else {}
    for name in request.GET:
        if name not in known:
            raise invalid(name[:200], _("There is no such filter here; look at its name."))


def mount(router: Router, resource: Resource[Any]) -> None:
    """Put a resource into the interface, with an operation for each thing it offers."""
    mounted = Mounted(resource)
    parent = "/events/{event}" if resource.is_in_event else ""
    of_all, of_one = f"{parent}/{resource.name}", f"{parent}/{resource.name}/{{{resource.one}}}"
    above = {"event": _code()} if resource.is_in_event else {}
    one = {**above, resource.one: _code()}
    words = inspect.getdoc(type(resource)) or ""
    named = resource.name.replace("-", "_")

    def add(method: str, path: str, what: str, view: Any, answers: Any, summary: str, text: str = "") -> None:
        router.api_operation(
            [method],
            path,
            response=answers,
            operation_id=f"{named}_{what.replace('-', '_')}",
            url_name=f"{resource.name}_{what}",
            summary=summary,
            description=text,
            tags=[resource.name],
        )(view)

    asked = {"asked": Annotated[resource.filters, params.Query(...)]}
    add(
        "GET", of_all, "list", _signed(mounted.list, above | asked), mounted.page,
        f"List {resource.name}", _scope_words(words, resource.right),
    )  # fmt: skip
    for write in resource.writes():
        if write.what == "create":
            view = _writing(mounted, write, above)
            add("POST", of_all, "create", view, {201: resource.shape}, write.summary, _scope(write.right))
    add(
        "GET", of_one, "get", _signed(mounted.get, one), resource.shape,
        f"Read one of the {resource.name}", _scope(resource.right),
    )  # fmt: skip
    for write in resource.writes():
        view = _writing(mounted, write, one)
        if write.what == "change":
            add("PATCH", of_one, "change", view, resource.shape, write.summary, _scope(write.right))
        elif write.what == "delete":
            add("DELETE", of_one, "delete", view, {204: None}, write.summary, _scope(write.right))
        elif write.is_verb:
            path = f"{of_one}/{write.what}"
            add("POST", path, write.what, view, resource.shape, write.summary, _scope(write.right))


def _code() -> Any:
    return Annotated[str, params.Path(..., pattern=CODE_PATTERN, description="Code of the object.")]


def _scope(right: Right) -> str:
    return f"Needs the scope `{right.value}`."


def _scope_words(words: str, right: Right) -> str:
    return f"{words}\n\n{_scope(right)}"


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
