"""A field that finds a row of the directory as you type, and works by its name without JavaScript."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import OwnedModel
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, SearchEntry
from chancery.directory.queries.search import rows_called

type Choosable = Person | Body | Office

KIND_OF: dict[type[OwnedModel], SearchEntry.Kind] = {
    Person: SearchEntry.Kind.PERSON,
    Body: SearchEntry.Kind.BODY,
    Office: SearchEntry.Kind.OFFICE,
}


class RowInput(forms.Widget):
    """The code of the chosen row and, beside it, what was typed."""

    template_name = "directory/widgets/combobox.html"

    def __init__(self, *, kind: str, search_url: str, chosen: OwnedModel | None = None) -> None:
        super().__init__()
        self.kind, self.search_url, self.chosen = kind, search_url, chosen

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        code, text = value if isinstance(value, tuple) else ("", "")
        if self.chosen is not None and not isinstance(value, tuple):
            code, text = self.chosen.code, str(self.chosen)
        context["widget"]["value"] = code
        return context | {"text": text, "search_url": self.search_url, "kind": self.kind}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str]:
        """Return the code of the chosen row and the typed text; either may be empty."""
        return str(data.get(name, "")).strip(), str(data.get(f"{name}_text", "")).strip()

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}_text" not in data


class RowChoice(forms.Field):
    """Cleans to a row that the office may read, or None."""

    default_error_messages = {
        "unknown": _("Nobody and nothing is called “%(text)s”; choose from the list, or enter it first."),
        "several": _("Several are called “%(text)s”; choose one from the list."),
    }

    def __init__(
        self, model: type[Choosable], *, office: Seat, chosen: OwnedModel | None = None, **kwargs: Any
    ) -> None:
        self.model, self.office = model, office
        url = reverse("directory:search", kwargs={"ref": office.organiser.ref})
        super().__init__(widget=RowInput(kind=KIND_OF[model], search_url=url, chosen=chosen), **kwargs)

    def to_python(self, value: Any) -> OwnedModel | None:
        """Find the row by its code, else by being the only one of exactly that name."""
        code, text = value if isinstance(value, tuple) else ("", "")
        if code:
            row: OwnedModel | None = access.readable(self.office, self.model).filter(code=code).first()
            if row is not None:
                return row
        if not text:
            return None
        called = rows_called(self.office, self.model, text)
        if len(called) == 1:
            only: OwnedModel = called[0]
            return only
        problem = "several" if called else "unknown"
        raise forms.ValidationError(self.error_messages[problem], code=problem, params={"text": text[:100]})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something was chosen or typed that was not chosen before."""
        before = self.widget.chosen.code if self.widget.chosen else ""
        code, text = data or ("", "")
        return bool(code or text) if not before else code != before
