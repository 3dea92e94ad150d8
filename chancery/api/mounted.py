"""A resource in the interface: who may ask, its pages, one object, and what is done with it."""

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from pydantic import BaseModel, Field, TypeAdapter, create_model

from chancery.accounts.access import Office, refusal
from chancery.accounts.roles import Right
from chancery.api import cursors, keys
from chancery.api.bearer import AccessTokenInHeader, Caller, caller_of, demand
from chancery.api.conditions import demand_unchanged, send
from chancery.api.problems import Problem, invalid, not_found
from chancery.api.resource import Filters, Resource, Write
from chancery.directory import access as directory
from chancery.events import access as events

CODE_PATTERN = r"^[0-9a-z]{1,40}$"
NEXT = Field(None, description="Address of the next page; null on the last one.")


@dataclass(frozen=True, slots=True)
class Opened(Caller):
    """What a token opened: of an event with the event; `key` is that of the object that is written."""

    key: int | None = None


def opened_by(request: HttpRequest) -> Opened:
    """Return what the token opened, in an operation of a resource."""
    opened = caller_of(request)
    assert isinstance(opened, Opened)
    return opened


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

    def opened(self, right: Right, *, writes_one: bool = False) -> AccessTokenInHeader:
        """Return what stands before an operation: token, scope, right and object, in this order."""

        def opens(request: HttpRequest, caller: Caller) -> Opened:
            match = request.resolver_match
            route: dict[str, str] = match.kwargs if match else {}
            if not all(re.fullmatch(CODE_PATTERN, code) for code in route.values()):
                raise not_found()
            office = self._office(caller.office, right, route)
            key = self._own_key(office, route) if writes_one else None
            return Opened(caller.token, office, key)

        return AccessTokenInHeader(opens)

    def _office(self, office: Office, right: Right, route: dict[str, str]) -> Office:
        demand(office, right)
        if self.resource.is_in_event:
            return events.event_in(office, route["event"], right)
        if not office.may(right):
            raise Problem("right-missing", refusal(right))
        return office

    def _own_key(self, office: Office, route: dict[str, str]) -> int:
        """Return the key of an object that is the office's own; others of a ministry are read only."""
        row = self.row(self.resource.rows(office).prefetch_related(None), route)
        if not self.resource.is_in_event:
            directory.own(office, self.resource.owned(row))
        return int(row.pk)

    def list(self, request: HttpRequest, asked: Filters, **route: str) -> HttpResponse:
        """Answer with a page of the list."""
        demand_known(request, type(asked))
        office, resource = opened_by(request).office, self.resource
        rows = resource.narrowed(resource.rows(office), asked, office)
        found = list(cursors.after(rows, asked.cursor, resource.order, resource.name)[: asked.limit + 1])
        shown = found[: asked.limit]
        link = self._next(request, shown[-1]) if len(found) > asked.limit else None
        page = self.page.model_construct(items=[resource.show(row) for row in shown], next=link)
        headers = {"Link": f'<{link}>; rel="next"'} if link else {}
        return send(request, self.many.dump_json(page).decode(), headers=headers)

    def _next(self, request: HttpRequest, last: Row) -> str:
        cursor = cursors.cursor_of(last, self.resource.order, self.resource.name)
        return cursors.next_address(request, "cursor", cursor)

    def get(self, request: HttpRequest, **route: str) -> HttpResponse:
        """Answer with one object."""
        row = self.row(self.resource.rows(opened_by(request).office), route)
        demand_known(request, None)
        return send(request, self.body(row))

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
        with transaction.atomic():
            return keys.once(request, lambda: self._do(write, request, written, route))

    def _do(self, write: Write, request: HttpRequest, written: Any, route: dict[str, str]) -> HttpResponse:
        office = opened_by(request).office
        try:
            if write.what == "create":
                made = write.deed(self.resource, office, written)
                return self._answer(request, made, route, status=HTTPStatus.CREATED)
            row = self._locked(request, route)
            given = [] if write.body is None else [written]
            done = write.deed(self.resource, office, row, *given)
        except write.refuses as refused:
            raise Problem("refused", str(refused)) from None
        if write.what == "delete":
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return self._answer(request, done or row, route)

    def _locked(self, request: HttpRequest, route: dict[str, str]) -> Row:
        """Return the object for a write; nobody else changes it before this one is done."""
        opened = opened_by(request)
        rows = self.resource.rows(opened.office)
        rows.model._default_manager.select_for_update().filter(pk=opened.key).first()
        row = self.row(rows, route)
        demand_unchanged(request, self.body(row))
        return row

    def _answer(
        self, request: HttpRequest, row: Row, route: dict[str, str], *, status: int = 200
    ) -> HttpResponse:
        """Send the object as the database holds it now."""
        stored = self.resource.rows(opened_by(request).office).get(pk=row.pk)
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
