"""Pages of a list: a cursor says after which row the next one begins, so that new rows move nothing."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from chancery.api.problems import invalid

SALT = "chancery.api.cursor"


def after[Row: Model](rows: QuerySet[Row], cursor: str, order: Sequence[str], name: str) -> QuerySet[Row]:
    """Return `rows` in their order, those after the cursor. Errors: Problem where it is of another list."""
    ordered = rows.order_by(*order)
    if not cursor:
        return ordered
    try:
        values = signing.Signer(salt=f"{SALT}.{name}").unsign_object(cursor)
    except signing.BadSignature:
        words = _("The cursor is not one of this list; take it from “next”, as it stands.")
        raise invalid("cursor", words) from None
    return ordered.filter(_beyond(order, values))


def cursor_of(row: Model, order: Sequence[str], name: str) -> str:
    """Return the cursor that stands after a row; the columns of an order are never empty."""
    values = [row.pk if column == "pk" else getattr(row, column) for column in order]
    # Without a time in it: the same page has the same text, and so the same ETag.
    return signing.Signer(salt=f"{SALT}.{name}").sign_object(values, compress=True)


def next_address(request: HttpRequest, name: str, cursor: str) -> str:
    """Return the address of the request with another cursor in it, under `name`."""
    asked = {other: value for other, value in request.GET.items() if other != name}
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked | {name: cursor})}")


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """The rows of which the first column that differs is greater."""
    found = Q()
    for number, column in enumerate(order):
        same = dict(zip(order[:number], values[:number], strict=True))
        found |= Q(**same, **{f"{column}__gt": values[number]})
    return found
