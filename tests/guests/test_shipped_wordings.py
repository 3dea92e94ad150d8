"""The wordings that ship: whole, and with no field that the writer does not know."""

from pathlib import Path

import pytest

from chancery.guests.documents import facts, parties
from chancery.guests.models import Form, Kind
from chancery.guests.wordings import LANGUAGES, load, shipped
from chancery.guests.wordings.fields import FIELDS, fields_of
from chancery.guests.wordings.source import blocks_of, cleaned, line_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_every_form(language: str) -> None:
    assert set(shipped(language)) == {(kind, form) for kind in Kind for form in Form}


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_fields_that_the_form_may_have_are_used(language: str) -> None:
    for (kind, form), wording in shipped(language).items():
        known = {field.name for field in fields_of(form)}
        used = {name for block in blocks_of(wording.body) for line in block.lines for name in line.fields}

        assert used | line_of(wording.subject).fields <= known, (kind, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_and_mailed_has_a_subject(language: str) -> None:
    for (kind, form), wording in shipped(language).items():
        assert bool(wording.subject) == (form in (Form.EMAIL, Form.LETTER, Form.NOTE)), (kind, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_ships_is_clean_already(language: str) -> None:
    for wording in shipped(language).values():
        assert cleaned(wording.body) == wording.body.replace(" & ", " &amp; ")


def test_every_field_has_a_value_that_the_writer_works_out() -> None:
    assert set(FIELDS) == {*facts.FIELDS, *parties.FIELDS, "reply_link"}


def test_a_table_that_is_no_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="not a valid Kind"):
        load({"feast": {"email": {"body": "x"}}})


def test_a_wording_may_be_like_that_of_another_kind_or_form() -> None:
    tables = {
        "invitation": {"email": {"subject": "S", "body": "B"}, "letter": {"like": "email"}},
        "reminder-1": {"email": {"like": "invitation", "subject": "Again"}},
    }

    found = load(tables)

    assert found[Kind.INVITATION, Form.LETTER].body == "B"
    assert (found[Kind.REMINDER_1, Form.EMAIL].subject, found[Kind.REMINDER_1, Form.EMAIL].body) == (
        "Again",
        "B",
    )


def test_the_manual_lists_every_field_with_its_meaning() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "user" / "wordings.md").read_text()

    assert [
        field.name for field in FIELDS.values() if f"| `{field.written}` | {field.meaning} |" not in manual
    ] == []
