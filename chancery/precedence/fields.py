"""Fields of a table of TOML read one by one, with one sentence for the first that is wrong."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from chancery.rules.reasons import Reason, gettext_noop

MISSING = gettext_noop("%(where)s: the field “%(field)s” is missing; please add it.")
NOT_A_TEXT = gettext_noop("%(where)s: the field “%(field)s” must be a text in quotation marks.")
NOT_A_NUMBER = gettext_noop("%(where)s: the field “%(field)s” must be a whole number from 0 on.")
NOT_A_FLAG = gettext_noop("%(where)s: the field “%(field)s” must be true or false.")
NOT_A_LIST = gettext_noop("%(where)s: the field “%(field)s” must be a list of texts in square brackets.")
NOT_A_TABLE = gettext_noop("%(where)s: the field “%(field)s” must be a table.")
NOT_TABLES = gettext_noop("%(where)s: the field “%(field)s” must be a list of tables.")
NO_CHOICE = gettext_noop(
    "%(where)s: “%(value)s” is no value of the field “%(field)s”; write one of: %(choices)s."
)
UNKNOWN = gettext_noop("%(where)s: there is no field “%(field)s”; the fields are: %(choices)s.")
UNKNOWN_NEAR = gettext_noop("%(where)s: there is no field “%(field)s”; “%(near)s” may be meant.")
NO_ENGLISH = gettext_noop("%(where)s: the field “%(field)s” needs a text in English (“en”).")
# How many values of a closed list an error names.
_NAMED = 12


class UnreadableProfile(ValueError):
    """A profile that cannot be read; the text is one sentence with file, row and field."""

    def __init__(self, template: str, **values: str) -> None:
        self.sentence = Reason(template, values)
        super().__init__(self.sentence.words())


class Fields:
    """
    The fields of one table.

    Shape: every field is asked for once; `finish` complains about those nobody asked for. `where` says
    in which file and row the table stands.
    """

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = values
        self._asked: list[str] = []
        self.where = where

    def has(self, field: str) -> bool:
        """Whether a field is there."""
        return field in self._values

    def is_table(self, field: str) -> bool:
        """Whether a field holds a table."""
        return isinstance(self._values.get(field), dict)

    def text(self, field: str, default: str | None = None) -> str:
        """A text; without a default it has to be there and not empty."""
        value = self._get(field, default)
        if not isinstance(value, str):
            raise self.wrong(NOT_A_TEXT, field)
        if default is None and not value.strip():
            raise self.wrong(MISSING, field)
        return value

    def number(self, field: str, default: int | None = None) -> int:
        """A whole number from 0 on."""
        value = self._get(field, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(NOT_A_NUMBER, field)
        return value

    def flag(self, field: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._get(field, default)
        if not isinstance(value, bool):
            raise self.wrong(NOT_A_FLAG, field)
        return value

    def choice[Choice: StrEnum](
        self, field: str, choices: type[Choice], default: Choice | None = None
    ) -> Choice:
        """One of the values of a closed list."""
        value = self.text(field, default)
        return self.chosen(field, choices, value)

    def choices[Choice: StrEnum](
        self, field: str, choices: type[Choice], default: tuple[Choice, ...] = ()
    ) -> tuple[Choice, ...]:
        """Several of the values of a closed list."""
        return tuple(self.chosen(field, choices, value) for value in self.texts(field, default))

    def chosen[Choice: StrEnum](self, field: str, choices: type[Choice], value: str) -> Choice:
        """The member of a closed list that a text names."""
        try:
            return choices(value)
        except ValueError:
            near = get_close_matches(value, list(choices), n=3, cutoff=0.7) or list(choices)
            named = [str(choice) for choice in near if choice]
            shown = ", ".join(named[:_NAMED]) + (", …" if len(named) > _NAMED else "")
            raise self.wrong(NO_CHOICE, field, value=value, choices=shown) from None

    def texts(self, field: str, default: Iterable[str] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self._get(field, list(default))
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.wrong(NOT_A_LIST, field)
        return tuple(value)

    def languages(self, field: str, *, is_required: bool = True) -> dict[str, str]:
        """A text in languages, with English where it is required."""
        table = self.table(field) if is_required or self.has(field) else None
        if table is None:
            self._asked.append(field)
            return {}
        texts = {language: table.text(language) for language in table._values}
        if "en" not in texts:
            raise self.wrong(NO_ENGLISH, field)
        return texts

    def table(self, field: str) -> "Fields":
        """A table inside this one; an absent one is empty."""
        value = self._get(field, {})
        if not isinstance(value, dict):
            raise self.wrong(NOT_A_TABLE, field)
        return Fields(value, f"{self.where}, {field}")

    def tables(self, field: str) -> list["Fields"]:
        """A list of tables, numbered from 1 in what is said about them."""
        value = self._get(field, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.wrong(NOT_TABLES, field)
        return [Fields(entry, f"{self.where}, {field} {n}") for n, entry in enumerate(value, start=1)]

    def named_tables(self) -> dict[str, "Fields"]:
        """All fields as tables, by their names."""
        return {name: self.table(name) for name in self._values}

    def finish(self) -> None:
        """Complain about a field that nobody asked for."""
        for field in self._values:
            if field not in self._asked:
                near = get_close_matches(field, self._asked, n=1)
                if near:
                    raise self.wrong(UNKNOWN_NEAR, field, near=near[0])
                raise self.wrong(UNKNOWN, field, choices=", ".join(self._asked))

    def wrong(self, template: str, field: str = "", **values: str) -> UnreadableProfile:
        """The error for a field of this table."""
        return UnreadableProfile(template, where=self.where, field=field, **values)

    def _get(self, field: str, default: object) -> Any:
        self._asked.append(field)
        if field in self._values:
            return self._values[field]
        if default is None:
            raise self.wrong(MISSING, field)
        return default
