"""Rows in the order of names in the reader's language."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

from chancery.rules.names.collation import sort_key

A_PAGE = 100
# Above this the letters of the reader's language cost more than a page may take: plain letters sort then.
MOST_SORTED_BY_LANGUAGE = 3000


# The same names are sorted again with every page.
_key_of = lru_cache(maxsize=50_000)(sort_key)


def named_page[Row: Model](rows: QuerySet[Row], number: Any, *, language: str, column: str) -> Page[Row]:
    """Return one page of `rows` sorted by the name in `column`; a page that does not exist is the nearest."""
    keys = list(rows.order_by("sort_key", "pk").values_list("pk", column)[: MOST_SORTED_BY_LANGUAGE + 1])
    if len(keys) > MOST_SORTED_BY_LANGUAGE:
        return Paginator(rows.order_by("sort_key", "pk"), A_PAGE).get_page(number)
    keys.sort(key=lambda row: _key_of(row[1], language))
    return page_of_keys(rows, [key for key, _name in keys], number)


def page_of_keys[Row: Model](rows: QuerySet[Row], keys: list[int], number: Any) -> Page[Row]:
    """Return one page of the rows with `keys`, in the order of the keys."""
    page: Page[Any] = Paginator(keys, A_PAGE).get_page(number)
    loaded = rows.model._default_manager.in_bulk(list(page.object_list))
    page.object_list = [loaded[key] for key in page.object_list if key in loaded]
    return page


def in_order[Row](rows: list[Row], name: Callable[[Row], str], language: str) -> list[Row]:
    """Return a short list in the order of names in `language`."""
    return sorted(rows, key=lambda row: _key_of(name(row), language))
