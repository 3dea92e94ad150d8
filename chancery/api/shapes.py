"""The shapes that objects are read and written in, and the kinds of values in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any

from django.db.models import Choices, QuerySet
from django.utils.translation import gettext as _
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    create_model,
)
from pydantic_core import CoreSchema, core_schema

from chancery.rules.dates import PartialDate

LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


class Shape(BaseModel):
    """What is read of an object; it has every field, whether known or not."""

    model_config = ConfigDict(extra="forbid")


class Written(BaseModel):
    """What is written of an object: nothing else is taken, and nothing is guessed from another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


def partial[Body: Written](body: type[Body]) -> type[Body]:
    """Return the shape of a change: the same fields, of which only those that change are written."""
    fields: dict[str, Any] = {}
    for name, field in body.model_fields.items():
        kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        told = Field(default_factory=_left_out, description=field.description, examples=field.examples)
        fields[name] = (kind, told)
    made: Any = create_model(f"{body.__name__}Change", __base__=Written, **fields)
    made.__doc__ = "What changes; fields that are left out stay as they are."
    changed: type[Body] = made
    return changed


def _left_out() -> None:
    """What stands in a field that was not written; nobody looks at it."""


def _day(value: Any) -> Any:
    """Take days and moments as they are written, no numbers: nobody means seconds since 1970."""
    if isinstance(value, str) and not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(_("Write it as 2027-02-26, a moment as 2027-02-26T18:30:00Z."))
    return _no_number(value)


def _clock(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise ValueError(_("Write the time as 18:30."))
    return _no_number(value)


def _no_number(value: Any) -> Any:
    if not isinstance(value, str | date | time):
        raise ValueError(_("Write it as text."))  # pydantic takes only this for a reason
    return value


def _of_our_time[Moment: (date, datetime)](value: Moment) -> Moment:
    """Keep within what every part of the program can count with."""
    if not 1000 <= value.year < 3000:
        raise ValueError(_("The year lies outside of 1000 to 2999."))
    return value


def _partial_date(value: str) -> str:
    return str(PartialDate.parse(value))


Code = Annotated[str, Field(pattern=r"^[0-9a-z]{1,12}$", description="Code of the object.")]
Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=20_000)]
Day = Annotated[
    date, BeforeValidator(_day), AfterValidator(_of_our_time), Field(strict=False, examples=["2027-02-26"])
]
Clock = Annotated[
    time,
    BeforeValidator(_clock),
    Field(strict=False, examples=["18:30"]),
    PlainSerializer(lambda clock: clock.isoformat(timespec="minutes"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["18:30"]}),
]
Moment = Annotated[AwareDatetime, BeforeValidator(_day), AfterValidator(_of_our_time), Field(strict=False)]
# A year, a month, a day or a minute, as far as it is known.
PartialDay = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?$",
        description="As far as it is known: a year, a month, a day or a minute.",
        examples=["1992-02"],
    ),
    AfterValidator(_partial_date),
]


def _wording(value: dict[str, str]) -> dict[str, str]:
    if any(not text.strip() or len(text) > 20_000 for text in value.values()):
        raise ValueError(_("Leave a language without a wording out."))
    return value


Language = Annotated[str, Field(pattern=LANGUAGE, max_length=12)]
# One wording in several languages; a missing language is absent.
Wording = Annotated[
    dict[Language, str],
    AfterValidator(_wording),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"type": "string", "minLength": 1, "maxLength": 20000},
            "propertyNames": {"pattern": LANGUAGE, "maxLength": 12},
            "examples": [{"en": "Embassy of Sampleland"}],
        }
    ),
]
SomeWording = Annotated[Wording, Field(min_length=1)]


class OneOf:
    """Says of a text that it is one of the choices of a column, or empty where that `may_be_empty`."""

    def __init__(self, choices: type[Choices] | Sequence[str], *, may_be_empty: bool = False) -> None:
        values = choices.values if isinstance(choices, type) else choices
        self.values = [*([""] if may_be_empty and "" not in values else []), *values]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "enum": self.values}

    def _known(self, value: str) -> str:
        if value not in self.values:
            words = _("“%(value)s” is not among the choices: %(choices)s.")
            raise ValueError(words % {"value": value[:60], "choices": ", ".join(self.values)})
        return value


@dataclass(frozen=True, slots=True)
class Names:
    """
    Says of a field that it names another object, and among which the office may choose.

    `rows` are given the office (of an event: with the event); the field holds what stands in the column `by`.
    """

    rows: Callable[[Any], QuerySet[Any]]
    by: str = "code"


def names_in(field: Any) -> Names | None:
    """Return what a field of a shape names, None where it names nothing."""
    return next((each for each in field.metadata if isinstance(each, Names)), None)
