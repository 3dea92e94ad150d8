"""A field that finds a row of the directory as you type, and works by a name alone without JavaScript."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.models import Body, Office, Person
from chancery.directory.queries.search import MODELS, rows_called

type DirectoryRow = Person | Body | Office

EVERY_KIND = tuple(MODELS)


class Typed(NamedTuple):
    """The code of the chosen row and, beside it, what was typed; either may be empty."""

    code: str
    text: str


NOTHING = Typed("", "")


class RowInput(forms.Widget):
    """What was typed, and out of sight the code of the row that was chosen for it."""

    template_name = "directory/widgets/combobox.html"

    def __init__(self, *, search_url: str, chosen: Typed = NOTHING) -> None:
        super().__init__()
        self.search_url, self.chosen = search_url, chosen

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = value if isinstance(value, Typed) else self.chosen
        return context | {"code": shown.code, "text": shown.text, "search_url": self.search_url}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        return Typed(_typed(data, name), _typed(data, f"{name}_text"))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}_text" not in data


def _typed(data: Mapping[str, Any], name: str) -> str:
    """What was typed, without the sign that no database can look for."""
    return str(data.get(name, "")).replace("\x00", "").strip()


class RowField(forms.Field):
    """Cleans to a row of one of `kinds` that the office may read, or None."""

    default_error_messages = {
        "unknown": _("Nobody and nothing is called “%(text)s”; choose from the list, or enter it first."),
        "several": _("Several are called “%(text)s”; choose one from the list."),
    }

    def __init__(
        self,
        *,
        office: Seat,
        kinds: Sequence[str] = EVERY_KIND,
        search_url: str = "",
        chosen: DirectoryRow | None = None,
        **kwargs: Any,
    ) -> None:
        self.office, self.kinds, self.chosen = office, kinds, chosen
        self.before = Typed(chosen.code, self.printed(chosen)) if chosen else NOTHING
        url = search_url or _search_url(office, kinds)
        super().__init__(widget=RowInput(search_url=url, chosen=self.before), **kwargs)

    def printed(self, row: Any) -> str:
        """The name under which a chosen row stands in the field."""
        return printed(row)

    def to_python(self, value: Any) -> Any:
        """
        Find the row by its code, else by being the only one of exactly that name.

        Without JavaScript the code stays when another name is typed over it: then the name counts.
        """
        typed = value if isinstance(value, Typed) else NOTHING
        if typed == self.before:
            return self.chosen
        if typed.code and typed.code != self.before.code and (row := self.row_with(typed.code)):
            return row
        return self.row_called(typed.text) if typed.text else None

    def row_with(self, code: str) -> Any:
        """Return the row that was chosen from the list; None where there is none (any more)."""
        for kind in self.kinds:
            row = access.readable(self.office, MODELS[kind]).filter(code=code).first()
            if row is not None:
                return row
        return None

    def row_called(self, text: str) -> Any:
        """Return the only row of that name. Errors: ValidationError where there is none, or several."""
        called = [row for kind in self.kinds for row in rows_called(self.office, MODELS[kind], text[:200])]
        if len(called) != 1:
            problem = "several" if called else "unknown"
            raise forms.ValidationError(
                self.error_messages[problem], code=problem, params={"text": text[:100]}
            )
        return called[0]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something else was chosen or typed than stood there."""
        return (data or NOTHING) != self.before


def printed(row: DirectoryRow) -> str:
    """The name under which a row stands in a field: the main name of a person, the reader's of the others."""
    if isinstance(row, Person):
        return row.main_name
    return wording(row.names if isinstance(row, Body) else row.titles, get_language() or "en").text


def _search_url(office: Seat, kinds: Sequence[str]) -> str:
    """The search of the directory for a field: for one kind or for all, and without links."""
    kind = kinds[0] if len(kinds) == 1 else ""
    asked = urlencode({"for": "field", "kind": kind})
    return f"{reverse('directory:search', kwargs={'ref': office.organiser.ref})}?{asked}"
