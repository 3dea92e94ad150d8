"""
Strange requests, made from the description: none breaks the server, and every answer is one it describes.

A few of each in every run, always the same ones; `make fuzz-api` asks many and new ones.
"""

import os
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chancery.api.resources import RESOURCES
from chancery.api.views.reference import described_as_plain
from tests import make
from tests.api.asking import token_of
from tests.api.examples import EXAMPLES
from tests.conftest import People

MANY = int(os.environ.get("CHANCERY_API_EXAMPLES", "0"))
OPERATIONS = [
    (method.upper(), path) for path, methods in described_as_plain()["paths"].items() for method in methods
]
# What is asked of the answers; a value that the description allows may still break a rule of the office.
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def description() -> Any:
    """The description as the maker of requests reads it; it is loaded late, for few tests need it."""
    import schemathesis  # noqa: PLC0415  # a second that every run of every test would pay

    from chancery.asgi import pages  # noqa: PLC0415  # as above

    made = schemathesis.openapi.from_dict(_without_tokens())
    made.app, made.location = pages, "/api/v1/openapi.json"
    return made


@pytest.fixture(autouse=True)
def connection_stays() -> Iterator[None]:
    """A request would close the connection of the test, and all that the test has made would be gone."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def codes(people: People) -> dict[str, str]:
    """The code of one object of each kind, as it stands in addresses."""
    found = {each.one: EXAMPLES[each.name].row(people.office).code for each in RESOURCES}
    return found | {"event": make.event_of(people.office).code}


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_a_strange_request_is_answered_as_described(
    people: People, codes: dict[str, str], description: Any, method: str, path: str
) -> None:
    from schemathesis import GenerationMode, checks  # noqa: PLC0415  # as above

    operation = description[path][method]
    headers = {"Authorization": f"Bearer {token_of(make.member(people.office, 'owner'))}"}
    wanted = [check for check in checks.CHECKS.get_all() if check.__name__ in CHECKS]
    strategies = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    @settings(
        settings.get_profile("fuzz" if MANY else "house"),
        max_examples=MANY or 3,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(strategies), st.integers(0, 3))
    def ask(case: Any, number: int) -> None:
        asked = wanted
        if number and case.path_parameters:
            case.path_parameters = {name: codes[name] for name in case.path_parameters}
            # What was wrong with the request may have been the address alone.
            asked = [check for check in wanted if check.__name__ != "negative_data_rejection"]
        with transaction.atomic():
            case.call_and_validate(headers=headers, checks=asked)
            transaction.set_rollback(True)

    ask()


def _without_tokens() -> dict[str, Any]:
    """The description without what is said of tokens: every request here has a good one."""
    told: dict[str, Any] = deepcopy(described_as_plain())
    for methods in told["paths"].values():
        for operation in methods.values():
            del operation["security"]
    return told
