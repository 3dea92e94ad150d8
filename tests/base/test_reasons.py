"""Reasons of the rules in the reader's language."""

from django.utils import translation

from chancery.base.reasons import in_words
from chancery.precedence import loader
from chancery.rules.dates import PartialDate
from chancery.rules.precedence import Guest, HeldOffice, OfficeClass, Step, StepKind, order
from chancery.rules.precedence.dating import OTHER_STEP
from chancery.rules.precedence.values import STEP_NAMES
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


def test_what_a_date_lacks_is_translated_within_its_sentence() -> None:
    known = PartialDate.parse("2022-02")
    guests = [
        Guest(id=f"g{day}", name=f"G{day}", offices=(HeldOffice(OfficeClass.AMBASSADOR, steps=(step,)),))
        for day, step in enumerate(
            (Step(StepKind.CREDENTIALS, known), Step(StepKind.CREDENTIALS, PartialDate.parse("2022-02-15")))
        )
    ]
    reasons = [
        reason
        for ranked in order(guests, profile=loader.profile("diplomatic-corps"))
        for reason in ranked.reasons
    ]

    with translation.override("fr"):
        words = " ".join(in_words(reason) for reason in reasons)

    assert "le jour" in words
    assert "the day" not in words
