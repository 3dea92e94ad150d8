"""What is chosen for a language, what the office's own form does, and what an unknown language gets (R86)."""

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.compose import form_of_address
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Gender,
    HeldOffice,
    NameOrder,
    PrintedName,
    Purpose,
    Setting,
    Status,
)
from chancery.rules.reasons import Reason
from tests.rules.address.samples import form, line, somebody

IN_THREE_SCRIPTS = (
    PrintedName("Чингиз Айтматов", "Чингиз", "Айтматов", "ru"),
    PrintedName("Chinghiz Aitmatov", "Chinghiz", "Aitmatov", "en"),
    PrintedName("Cinghiz Aitmatov", "Cinghiz", "Aitmatov", "ro"),
    PrintedName("جنكيز أيتماتوف", "جنكيز", "أيتماتوف", "ar"),
)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "printed"),
    [
        # noted for the language
        ("en", "Chinghiz Aitmatov"),
        ("en-GB", "Chinghiz Aitmatov"),
        ("ro", "Cinghiz Aitmatov"),
        ("ru", "Чингиз Айтматов"),
        ("ar", "جنكيز أيتماتوف"),
        # the first one in the script of the language
        ("fr", "Chinghiz Aitmatov"),
        ("uk", "Чингиз Айтматов"),
        # the main name where no script fits
        ("ka", "Чингиз Айтматов"),
    ],
)
def test_name_is_the_one_noted_for_the_language_or_its_script(language: str, printed: str) -> None:
    """R86: a name is printed as it is written in the language of the paper."""
    written = form(somebody(names=IN_THREE_SCRIPTS, gender=Gender.UNKNOWN), Purpose.CARD, language)

    assert written.lines == (printed,)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ro", "Cinghiz Aitmatov"),
        ("uk", "Чингиз Айтматов"),
        ("ar", "جنكيز أيتماتوف"),
        # neither noted nor in the script of the language: letters that most readers know
        ("ka", "Chinghiz Aitmatov"),
    ],
)
def test_name_in_a_list_is_one_its_reader_can_read(language: str, printed: str) -> None:
    """R86: in a list Latin letters stand before a script that is not the reader's."""
    assert name_to_read(IN_THREE_SCRIPTS, language).printed == printed


@pytest.mark.cases
@pytest.mark.parametrize(
    ("name", "card", "opening"),
    [
        (PrintedName("", "Péter", "Nagy"), "Mr Péter Nagy", "Dear Mr Nagy"),
        (PrintedName("", "Péter", "Nagy", order=NameOrder.FAMILY_FIRST), "Mr Nagy Péter", "Dear Mr Nagy"),
        (
            PrintedName("NAGY Péter", "Péter", "Nagy", order=NameOrder.FAMILY_FIRST),
            "Mr NAGY Péter",
            "Dear Mr Nagy",
        ),
        (PrintedName("Björk", "", "Björk", order=NameOrder.WHOLE), "Mr Björk", "Dear Mr Björk"),
        (
            PrintedName("Ali bin Ahmad", "Ali", "Ahmad", order=NameOrder.WHOLE),
            "Mr Ali bin Ahmad",
            "Dear Mr Ali bin Ahmad",
        ),
    ],
)
def test_name_is_printed_as_recorded_and_shortened_only_where_divided(
    name: PrintedName, card: str, opening: str
) -> None:
    """R86: the order of the parts is that of the record; a name that is not divided is used whole."""
    addressee = somebody(names=(name,))

    assert line(addressee, Purpose.CARD, "en") == card
    assert line(addressee, Purpose.OPENING, "en") == opening


@pytest.mark.cases
@pytest.mark.parametrize(
    ("addressee", "language", "sentence"),
    [
        (Addressee(), "en", sentences.NO_NAME),
        (Addressee((PrintedName("Олена"),)), "en", sentences.NAME_IN_ANOTHER_SCRIPT),
        (somebody(honorifics={"ro": "Dr."}), "en", sentences.HONORIFIC_MISSING),
        (somebody("minister"), "en", sentences.TITLE_MISSING),
        (somebody("archdeacon"), "en", sentences.TITLE_MISSING),
        (
            somebody("ambassador", basis=Basis.CHARGE_AI, titles={"en": "Ambassador"}),
            "en",
            sentences.TITLE_OF_THE_HOLDER,
        ),
        (somebody("ambassador", gender=Gender.UNKNOWN), "fr", sentences.UNMARKED_TITLE),
        (somebody("bishop"), "en", sentences.PRELATE),
    ],
)
def test_what_is_missing_is_an_open_reason(addressee: Addressee, language: str, sentence: str) -> None:
    """R86: what is not recorded is said, not filled in."""
    reasons = form(addressee, Purpose.CARD, language).reasons

    assert sentence in [reason.template for reason in reasons if reason.is_open]
    assert all(reason.words() for reason in reasons)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "envelope", "opening"),
    [
        ("en", "Ms Elena Popescu / Counsellor", "Dear Ms Popescu"),
        ("fr", "Madame Elena Popescu / Conseillère", "Madame"),
        ("ro", "Doamnei Elena Popescu / Consilier", "Stimată Doamnă Popescu"),
        ("az", "Müşavir / Xanım Elena Popescu", "Hörmətli xanım Popescu"),
        ("ar", "السيدة إيلينا بوبيسكو / مستشارة", "السيدة إيلينا بوبيسكو المحترمة"),
    ],
)
def test_office_without_a_form_of_its_own_is_addressed_by_name(
    language: str, envelope: str, opening: str
) -> None:
    """R86: a class that no form describes has its recorded title, and nothing is open."""
    titles = {"en": "Counsellor", "fr": "Conseillère", "ro": "Consilier", "az": "Müşavir", "ar": "مستشارة"}
    addressee = somebody("counsellor", gender=Gender.WOMAN, titles=titles)

    written = form(addressee, Purpose.ENVELOPE, language)

    assert written.on_one_line(" / ") == envelope
    assert line(addressee, Purpose.OPENING, language) == opening
    assert sentences.NO_FORM_OF_ITS_OWN in [reason.template for reason in written.reasons]
    assert not written.is_open


def test_state_without_name_in_the_language_is_left_out() -> None:
    """R86: the name of a state is never taken from another language."""
    written = form(somebody("ambassador", of="FR"), Purpose.CARD, "en")
    assert written.lines[1] == "Ambassador of France"

    office = HeldOffice("ambassador", state=somebody("ambassador").office.state)  # type: ignore[union-attr]  # an ambassador has one
    elsewhere = form_of_address(Addressee(office=office), Purpose.CARD, Setting("de"))
    assert elsewhere.lines == ()
    assert sentences.STATE_NAME_MISSING in [reason.template for reason in elsewhere.reasons]


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.CLOSING])
@pytest.mark.parametrize("printed", ["van Gogh", "ibn Khaldun", "ítalo"])
def test_small_letters_of_a_name_stay_small(language: str, purpose: Purpose, printed: str) -> None:
    """R86: a name is printed exactly as recorded, also at the beginning of a line."""
    addressee = somebody(names=(PrintedName(printed),), gender=Gender.UNKNOWN)

    written = line(addressee, purpose, language)

    assert printed in written or written in ("Madame, Monsieur", "Stimată Doamnă, Stimate Domnule")


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_small_letters_of_a_recorded_title_stay_small(language: str) -> None:
    """R86: a recorded title is printed whole and as it was written."""
    addressee = somebody("minister", titles={language: "ministru al culturii"})

    assert "ministru al culturii" in form(addressee, Purpose.ENVELOPE, language).lines


@pytest.mark.cases
@pytest.mark.parametrize("office_class", ["head-of-state", "head-of-government"])
@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_call_of_a_head_is_said_to_be_an_assumption(office_class: str, language: str) -> None:
    """R86: a sovereign or a chancellor is called otherwise, which the class does not tell."""
    reasons = form(somebody(office_class), Purpose.SPOKEN, language).reasons

    said = {sentences.HEAD_CALLED_PRESIDENT, sentences.HEAD_CALLED_PRIME_MINISTER}
    assert said & {reason.template for reason in reasons if reason.is_open}


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar", "de"])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_own_form_wins_over_every_rule(language: str, purpose: Purpose) -> None:
    """R86: the office's own wording is printed whole, with one reason."""
    addressee = Addressee(
        office=HeldOffice("ambassador"), own_forms={(language, purpose): " Dear friend \n\n of the   house "}
    )

    written = form_of_address(addressee, purpose, Setting(language))

    assert written.lines == ("Dear friend", "of the house")
    assert written.reasons == (Reason(sentences.OWN_FORM),)
    assert written.status is Status.VERIFIED


@pytest.mark.cases
@pytest.mark.parametrize(
    ("recorded", "asked", "is_used"),
    [("fr", "fr-BE", True), ("fr-BE", "fr-BE", True), ("fr-BE", "fr", False), ("en", "fr", False)],
)
def test_own_form_serves_its_language_and_its_regions(recorded: str, asked: str, is_used: bool) -> None:
    """R86: a wording for "fr" serves "fr-BE", and no other language."""
    addressee = Addressee(own_forms={(recorded, Purpose.OPENING): "Cher ami"})

    assert (line(addressee, Purpose.OPENING, asked) == "Cher ami") is is_used


def test_blank_own_form_is_none() -> None:
    """R86: an empty field of the directory is not a wording."""
    addressee = Addressee(own_forms={("en", Purpose.OPENING): "  \n "})

    assert line(addressee, Purpose.OPENING, "en") == "Dear Sir or Madam"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("purpose", "lines"),
    [
        (Purpose.ENVELOPE, ("Dr. Olivier Marchand", "Botschafter der Französischen Republik")),
        (Purpose.CARD, ("Dr. Olivier Marchand", "Botschafter der Französischen Republik")),
        (Purpose.INTRODUCTION, ("Dr. Olivier Marchand, Botschafter der Französischen Republik",)),
        (Purpose.OPENING, ("Dr. Olivier Marchand",)),
        (Purpose.SPOKEN, ("Dr. Olivier Marchand",)),
        (Purpose.CLOSING, ()),
    ],
)
def test_language_without_forms_prints_what_is_recorded(purpose: Purpose, lines: tuple[str, ...]) -> None:
    """R86: other languages get the neutral form and an open reason."""
    addressee = somebody(
        "ambassador", titles={"de": "Botschafter der Französischen Republik"}, honorifics={"de": "Dr."}
    )

    written = form(addressee, purpose, "de")

    assert written.lines == lines
    assert written.status is Status.UNVERIFIED
    assert sentences.NO_FORMS_FOR_LANGUAGE in [
        reason.template for reason in written.reasons if reason.is_open
    ]


def test_form_can_be_written_on_one_line() -> None:
    """R86: lists have one line for an envelope."""
    assert form(somebody("ambassador"), Purpose.CARD, "en").on_one_line() == (
        "H.E. Mr Olivier Marchand, Ambassador of France"
    )
