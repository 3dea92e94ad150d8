"""Reasons of the rules in the reader's language."""

from django.utils import translation

from chancery.base.reasons import in_words
from chancery.rules.precedence.dating import OTHER_STEP
from chancery.rules.precedence.values import STEP_NAMES, StepKind
from chancery.rules.reasons import Named, Reason


def test_a_name_stands_in_the_readers_language_whatever_the_list_is_in() -> None:
    row = Named({"en": "Counsellors", "fr": "Conseillers"}, "en")

    with translation.override("fr"):
        assert in_words(Reason("%(row)s", {"row": row})) == "Conseillers"
    with translation.override("az"):
        assert in_words(Reason("%(row)s", {"row": row})) == "Counsellors"


def test_the_kind_of_a_date_is_translated_within_its_sentence() -> None:
    values = {"recorded": STEP_NAMES[StepKind.ARRIVAL], "wanted": STEP_NAMES[StepKind.CREDENTIALS]}

    with translation.override("fr"):
        words = in_words(Reason(OTHER_STEP, values))

    assert "credentials" not in words
    assert "lettres de créance" in words
