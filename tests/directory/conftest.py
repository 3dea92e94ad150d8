"""What the tests of the directory share."""

from collections.abc import Iterator

import pytest

from chancery.directory.queries import spelling


@pytest.fixture(autouse=True)
def _fresh_words() -> Iterator[None]:
    """Each test has a database of its own, so no words of another one may be remembered."""
    spelling.forget()
    yield
    spelling.forget()
