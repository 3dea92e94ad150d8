"""The inputs of the house: what is sent becomes a value, and what was refused stays in the input."""

from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from chancery.base.widgets import PartialDateField, PartialDateInput, WordingField, parts_of
from chancery.rules.dates import PartialDate


class TitleForm(forms.Form):
    title = WordingField(languages=["en", "ro", "ar"])


class DateForm(forms.Form):
    held = PartialDateField(has_time=True, required=False)


def sent(**values: str) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, text in values.items():
        query[name.replace("__", "-")] = text
    return query


def test_a_wording_keeps_only_the_languages_that_were_written() -> None:
    form = TitleForm(sent(title__en=" Concert ", title__ro="", title__ar="حفلة"))

    assert form.is_valid()
    assert form.cleaned_data["title"] == {"en": "Concert", "ar": "حفلة"}


def test_an_empty_wording_is_no_change() -> None:
    field = WordingField(languages=["en"])

    assert not field.has_changed(None, {})
    assert not field.has_changed({}, None)
    assert field.has_changed({}, {"en": "Concert"})
    assert field.has_changed({"en": "Concert"}, {})


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Con\x00cert", "Null characters are not allowed."),
        ("en", "x" * 5001, "Ensure this value has at most 5000 characters (it has 5001)."),
        (
            "<script>",
            "Concert",
            "“<script>” is not the code of a language; write one such as en or pt-BR.",
        ),
    ],
)
def test_a_wording_that_cannot_be_kept_is_refused(language: str, text: str, words: str) -> None:
    form = TitleForm(sent(**{f"title__{language}": text}))

    assert form.errors["title"] == [words]


def test_a_wording_in_a_language_the_office_no_longer_uses_is_not_lost() -> None:
    form = TitleForm(sent(title__en="Concert", title__de="Konzert"))

    assert form.is_valid()
    assert form.cleaned_data["title"]["de"] == "Konzert"
    assert 'name="title-de"' in str(TitleForm(initial={"title": {"de": "Konzert"}}))


def test_a_wording_without_any_language_is_refused_in_a_sentence() -> None:
    form = TitleForm(sent(title__en="  "))

    assert form.errors["title"] == ["Write it in at least one language."]


def test_a_missing_wording_is_shown_as_missing_in_its_direction() -> None:
    html = str(TitleForm(initial={"title": {"en": "Concert"}}))

    assert html.count("(missing)") == 2
    assert 'lang="ar" dir="rtl"' in html


@pytest.mark.parametrize(
    ("day", "month", "year", "time", "known"),
    [
        ("", "", "", "", None),
        ("", "", "1992", "", "1992"),
        ("", "02", "1992", "", "1992-02"),
        ("6", "02", "1992", "", "1992-02-06"),
        ("26", "02", "1992", "19:00", "1992-02-26T19:00"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(
    day: str, month: str, year: str, time: str, known: str | None
) -> None:
    form = DateForm(sent(held__day=day, held__month=month, held__year=year, held__time=time))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["held"] == (PartialDate.parse(known) if known else None)


@pytest.mark.parametrize(
    "parts",
    [
        {"day": "26", "month": "", "year": "1992"},
        {"day": "26", "month": "02", "year": ""},
        {"day": "30", "month": "02", "year": "1992"},
        {"month": "02", "year": "1992", "time": "19:00"},
        {"day": "1", "month": "02", "year": "92"},
        {"year": "<b>"},
    ],
)
def test_a_date_with_a_gap_is_refused_and_stays_in_the_inputs(parts: dict[str, str]) -> None:
    form = DateForm(sent(**{f"held__{name}": text for name, text in parts.items()}))

    assert not form.is_valid()
    assert form.errors["held"][0].endswith(".")
    html = str(form)
    for name in ("day", "year", "time"):
        if name in parts:
            kept = parts[name].zfill(2) if name == "day" else parts[name].replace("<b>", "&lt;b&gt;")
            assert f'name="held-{name}" value="{kept}"' in html
    if parts.get("month"):
        assert f'<option value="{parts["month"]}" selected>' in html


def test_a_stored_date_fills_its_inputs() -> None:
    html = str(DateForm(initial={"held": PartialDate.parse("1992-02")}))

    assert 'name="held-year" value="1992"' in html
    assert '<option value="02" selected>February</option>' in html


def test_a_field_left_out_is_known_to_be_left_out() -> None:
    widget: Any = PartialDateInput()

    assert widget.value_omitted_from_data(sent(other="1"), {}, "held")
    assert not widget.value_omitted_from_data(sent(held__year=""), {}, "held")


def test_parts_of_refused_text_keep_their_places() -> None:
    assert parts_of("?-02-26T19:00") == {"year": "", "month": "02", "day": "26", "time": "19:00"}
    assert parts_of("1992-?-26") == {"year": "1992", "month": "", "day": "26", "time": ""}
