"""The register of personal data names every field that is kept about people, and the manual repeats it."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from chancery.custody import documents
from chancery.custody.documents import OPENED, UNTOLD
from chancery.custody.holdings import HOLDINGS
from chancery.custody.keeping import BY_KEY
from chancery.privacy.register import REGISTER, WHOLE
from tests.conftest import People

WORDS = (
    *(models.CharField, models.TextField, models.JSONField, models.BinaryField),
    *(models.DateTimeField, models.DateField),
)
# What the program needs to find a row again; it tells nothing that the row does not.
STRUCTURE = frozenset({"code", "ref", "sort_key", "created_at"})
MANUAL = Path(__file__).parents[2] / "docs" / "admin" / "privacy.md"


def fields_of(kind: str) -> set[tuple[str, str]]:
    model: Any = apps.get_model(kind)
    return {
        (kind, column.name)
        for column in model._meta.concrete_fields
        if isinstance(column, WORDS) and not column.choices and column.name not in STRUCTURE
    }


def test_every_field_about_a_person_stands_in_a_row() -> None:
    kept = {field for holding in HOLDINGS for field in fields_of(holding.kind)}
    told: set[tuple[str, str]] = set()
    for row in REGISTER:
        for kind, columns in row.fields.items():
            told |= fields_of(kind) if WHOLE in columns else {(kind, column) for column in columns}

    assert {"in no row": kept - told, "of nobody": told - kept} == {"in no row": set(), "of nobody": set()}


def test_every_field_of_the_register_is_handed_over_or_says_why_not() -> None:
    exported = {holding.kind for holding in HOLDINGS}
    named = {
        field
        for row in REGISTER
        for kind, columns in row.fields.items()
        for field in (fields_of(kind) if WHOLE in columns else {(kind, column) for column in columns})
    }
    told = {(kind, name) for kind, name in named if kind in exported and is_handed_over(kind, name)}

    assert named - told == OPENED | UNTOLD.keys()
    assert all(reason.endswith(".") for reason in UNTOLD.values())


def is_handed_over(kind: str, name: str) -> bool:
    model: Any = apps.get_model(kind)
    return documents.is_told(model, model._meta.get_field(name))


def test_every_row_says_how_long_by_what_is_deleted_when() -> None:
    assert {row.kept for row in REGISTER if row.kept} <= set(BY_KEY)
    assert len({row.key for row in REGISTER}) == len(REGISTER)


@pytest.mark.parametrize("row", REGISTER, ids=lambda row: row.key)
def test_the_manual_repeats_the_register(row: Any) -> None:
    manual = MANUAL.read_text()

    assert f"| {row.name} | {row.purpose} | {row.ground} | {row.readers} |" in manual


@pytest.mark.django_db
def test_the_page_shows_every_row(people: People) -> None:
    client = Client()
    client.force_login(people.owner)

    page = client.get(reverse("custody:register", args=[people.office.ref])).content.decode()

    assert page.count('<dl class="facts">') == len(REGISTER)
    assert "14 days after the event" in page
