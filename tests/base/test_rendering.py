"""What a page was made from is let go with it."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from django.template import TemplateDoesNotExist, engines
from django.test import RequestFactory


class Row:
    """Something that a page shows."""


@pytest.fixture
def no_search() -> Iterator[None]:
    """Nobody looks for rings meanwhile."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_search")
def test_a_page_lets_go_of_its_rows_without_a_search_for_garbage() -> None:
    row, request = Row(), RequestFactory().get("/")
    held = weakref.ref(row)

    page = engines["django"].from_string("{{ rows|length }} row").render({"rows": [row]}, request)
    del row

    assert page == "1 row"
    assert held() is None


def test_a_template_that_is_missing_within_another_is_told_with_where_it_was_looked_for() -> None:
    outer = engines["django"].from_string("{% include 'nowhere.html' %}")

    with pytest.raises(TemplateDoesNotExist) as missed:
        outer.render({}, RequestFactory().get("/"))

    assert missed.value.backend is engines["django"]
