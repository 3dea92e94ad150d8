"""A field that finds a row of one kind as you type."""

from typing import Any

from chancery.accounts.access import Office as Seat
from chancery.directory.choosing import DirectoryRow, RowField
from chancery.directory.models import Body, Office, Person, SearchEntry

KIND_OF: dict[type[DirectoryRow], SearchEntry.Kind] = {
    Person: SearchEntry.Kind.PERSON,
    Body: SearchEntry.Kind.BODY,
    Office: SearchEntry.Kind.OFFICE,
}


class RowChoice(RowField):
    """Cleans to a row of `model` that the office may read, or None."""

    def __init__(
        self,
        model: type[DirectoryRow],
        *,
        office: Seat,
        chosen: DirectoryRow | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(office=office, kinds=(KIND_OF[model].value,), chosen=chosen, **kwargs)
