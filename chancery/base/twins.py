"""A row of its own like another one."""

from copy import copy

from django.db import models

from chancery.base.codes import new_code


def fresh[Row: models.Model](row: Row) -> Row:
    """A copy of a row that is not saved yet, with an opaque code of its own where its kind has one."""
    twin = copy(row)
    twin.pk = None
    twin._state = type(row._state)()
    if hasattr(twin, "code"):
        twin.code = new_code()
    return twin
