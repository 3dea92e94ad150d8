"""Fields that find who takes part as you type, and work by a name alone without JavaScript."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.languages import wording
from chancery.base.parts import Option
from chancery.directory import access
from chancery.directory.models import Body, Office, Person
from chancery.directory.queries.options import options_for
from chancery.directory.queries.search import MODELS, rows_called
from chancery.events import queries
from chancery.events.access import EventOffice
from chancery.events.models import Event, Participation

type DirectoryRow = Person | Body | Office
type Choosable = DirectoryRow | Participation

EVERY_KIND = tuple(MODELS)
AT_ONCE = 12


class Typed(NamedTuple):
    """The code of the chosen row and, beside it, what was typed; either may be empty."""

    code: str
    text: str


class WhoInput(forms.Widget):
    """What was typed, and out of sight the code of the row that was chosen for it."""

    template_name = "events/widgets/who.html"

    def __init__(self, *, search_url: str, chosen: Typed) -> None:
        super().__init__()
        self.search_url, self.chosen = search_url, chosen

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = value if isinstance(value, Typed) else self.chosen
        return context | {"code": shown.code, "text": shown.text, "search_url": self.search_url}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        return Typed(str(data.get(name, "")).strip(), str(data.get(f"{name}_text", "")).strip())

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}_text" not in data


class WhoField(forms.Field):
    """Cleans to a person, body or office of the directory that the office may read, or None."""

    default_error_messages = {
        "unknown": _("Nobody and nothing is called “%(text)s”; choose from the list, or enter it first."),
        "several": _("Several are called “%(text)s”; choose one from the list."),
    }

    def __init__(
        self,
        *,
        office: Seat,
        search_url: str,
        kinds: Sequence[str] = EVERY_KIND,
        chosen: Choosable | None = None,
        **kwargs: Any,
    ) -> None:
        self.office, self.kinds, self.chosen = office, kinds, chosen
        self.before = Typed(chosen.code, printed(chosen)) if chosen else Typed("", "")
        super().__init__(widget=WhoInput(search_url=search_url, chosen=self.before), **kwargs)

    def to_python(self, value: Any) -> Choosable | None:
        """
        Find the row by its code, else by being the only one of exactly that name.

        Without JavaScript the code stays when another name is typed over it: then the name counts.
        """
        typed = value if isinstance(value, Typed) else Typed("", "")
        if typed == self.before:
            return self.chosen
        if typed.code and typed.code != self.before.code and (row := self.row_with(typed.code)):
            return row
        return self.row_called(typed.text) if typed.text else None

    def row_with(self, code: str) -> Choosable | None:
        """Return the row that was chosen from the list; None where there is none (any more)."""
        for kind in self.kinds:
            row = access.readable(self.office, MODELS[kind]).filter(code=code).first()
            if row is not None:
                return row
        return None

    def row_called(self, text: str) -> Choosable:
        """Return the only row of that name. Errors: ValidationError where there is none, or several."""
        called = [row for kind in self.kinds for row in rows_called(self.office, MODELS[kind], text[:200])]
        if len(called) != 1:
            problem = "several" if called else "unknown"
            raise forms.ValidationError(
                self.error_messages[problem], code=problem, params={"text": text[:100]}
            )
        return called[0]  # type: ignore[no-any-return]  # MODELS holds the three kinds

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something else was chosen or typed than stood there."""
        return (data or Typed("", "")) != self.before


class TakingPartField(WhoField):
    """
    Cleans to somebody who takes part in the event, or None.

    Somebody from the directory becomes an unsaved participation in `capacity`; an action saves it, or finds
    the one that is there already.
    """

    office: EventOffice

    def __init__(self, *, office: EventOffice, capacity: Participation.Capacity, **kwargs: Any) -> None:
        self.capacity = capacity
        super().__init__(office=office, search_url=address_of_search(office, among_event=True), **kwargs)

    def row_with(self, code: str) -> Choosable | None:
        there = queries.participations_of(self.office.event).filter(code=code).first()
        return there or self._taking_part(super().row_with(code))

    def row_called(self, text: str) -> Choosable:
        found = self._taking_part(super().row_called(text))
        assert found is not None
        return found

    def _taking_part(self, row: Choosable | None) -> Participation | None:
        return as_participation(self.office.event, row, self.capacity) if row else None


def as_participation(
    event: Event, row: Choosable, capacity: Participation.Capacity, **fields: Any
) -> Participation:
    """Make an unsaved participation of a row of the directory."""
    if isinstance(row, Participation):
        return row
    kind = {Person: "person", Body: "body", Office: "office"}[type(row)]
    return Participation(event=event, capacity=capacity, **{kind: row}, **fields)


def printed(row: Choosable) -> str:
    """The name under which a row stands in its field."""
    if isinstance(row, Participation):
        return row.name_printed
    if isinstance(row, Person):
        return row.main_name
    return wording(row.names if isinstance(row, Body) else row.titles, _reader()).text


def address(office: EventOffice, route: str, **arguments: str) -> str:
    """The address of a page of the event."""
    return reverse(route, kwargs={"ref": office.organiser.ref, "code": office.event.code, **arguments})


def address_of_search(
    office: EventOffice, *, among_event: bool = False, kinds: Sequence[str] = EVERY_KIND
) -> str:
    """The address that answers `?q=` with rows to choose from; also with those who take part already."""
    asked = {"kinds": ",".join(kinds)} | ({"among": "event"} if among_event else {})
    return f"{address(office, 'events:find-who')}?{urlencode(asked)}"


def options(
    office: EventOffice, text: str, *, kinds: Sequence[str], among_event: bool, today: date
) -> list[Option]:
    """Return what was found: with `among_event` first those who take part, then the directory."""
    found = options_for(office, text, kinds, AT_ONCE, today=today, with_pages=False)
    there = _taking_part(office.event, found) if among_event else []
    heading = gettext("From the directory")
    return there + [
        Option(option.value, option.name, option.detail, option.state, group=heading) for option in found
    ]


def _taking_part(event: Event, found: Sequence[Option]) -> list[Option]:
    codes = [option.value for option in found]
    rows = queries.participations_of(event).filter(
        Q(person__code__in=codes) | Q(body__code__in=codes) | Q(office__code__in=codes, person=None)
    )
    heading = gettext("Takes part already")
    return [
        Option(who.code, who.name_printed, str(who.get_capacity_display()), group=heading) for who in rows
    ]


def _reader() -> str:
    return get_language() or "en"
