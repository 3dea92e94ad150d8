"""An office with a history, in a home of its own: what a home knows of seals concerns one test."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.models import AuditLine
from tests import make

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

PERSON = 7

type Write = Callable[..., AuditLine]


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser()


@pytest.fixture
def write(office: Organiser) -> Write:
    """Write a line about a person of the office, with values as they come."""

    def _write(
        label: str = "Ana Sample",
        reason: str = "",
        pk: int | None = None,
        object_id: int = PERSON,
        code: str = "directory.person.created",
        **values: Any,
    ) -> AuditLine:
        changes = {name: [None, value] for name, value in (values or {"note": "met in Vienna"}).items()}
        line = AuditLine(
            pk=pk,
            organiser_id=office.pk,
            code=code,
            kind="directory.person",
            object_id=object_id,
            label=label,
            reason=reason,
            changes=changes,
        )
        with transaction.atomic():
            audit.write([line])
        return line

    return _write
