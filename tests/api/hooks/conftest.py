"""A receiver on this machine, which the installation may call."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.hooks.receiver import LOOPBACK, Receiver, receiving


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    """A receiver that answers 204 to everything."""
    settings.HOOK_NETWORKS = LOOPBACK
    with receiving() as made:
        yield made
