"""Rows in the order of names in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

from chancery.rules.names.folding import fold

A_PAGE = 100
# Above this the letters of the reader's language cost more than a page may take: plain letters sort then.
MOST_SORTED_BY_LANGUAGE = 5000


def sort_key(text: str, language: str) -> Any:
    return fold(text)


def named_page[Row: Model](rows: QuerySet[Row], number: Any, *, language: str, column: str) -> Page[Row]:
    """Return one page of `rows` sorted by the name in `column`; a page that does not exist is the nearest."""
    keys = list(rows.order_by("sort_key", "pk").values_list("pk", column)[: MOST_SORTED_BY_LANGUAGE + 1])
    if len(keys) > MOST_SORTED_BY_LANGUAGE:
        return Paginator(rows.order_by("sort_key", "pk"), A_PAGE).get_page(number)
    keys.sort(key=lambda row: sort_key(row[1], language))
    return page_of_keys(rows, [key for key, _name in keys], number)


def page_of_keys[Row: Model](rows: QuerySet[Row], keys: list[int], number: Any) -> Page[Row]:
    """Return one page of the rows with `keys`, in the order of the keys."""
    page: Page[Any] = Paginator(keys, A_PAGE).get_page(number)
    loaded = rows.model._default_manager.in_bulk(list(page.object_list))
    page.object_list = [loaded[key] for key in page.object_list if key in loaded]
    return page


def in_order[Row](rows: list[Row], name: Callable[[Row], str], language: str) -> list[Row]:
    """Return a short list in the order of names in `language`."""
    return sorted(rows, key=lambda row: sort_key(name(row), language))
