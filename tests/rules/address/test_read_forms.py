"""The forms as they were read, one row each (R86); punctuation after Mr follows the practice."""

import pytest

from chancery.rules.address import Gender, Practice, Purpose, Status
from tests.rules.address.samples import form, somebody

MAN, WOMAN = Gender.MAN, Gender.WOMAN
AT_HOME = "FR"
ABROAD = "AZ"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("language", "office_class", "gender", "writer", "purpose", "read"),
    [
        # https://legalclarity.org/how-to-properly-address-an-ambassador
        ("en", "ambassador", MAN, ABROAD, Purpose.OPENING, "Your Excellency"),
        ("en", "ambassador", MAN, ABROAD, Purpose.SPOKEN, "Mr Ambassador"),
        ("en", "ambassador", WOMAN, ABROAD, Purpose.SPOKEN, "Madam Ambassador"),
        # https://easydiplomacy.com, "H.E. Mr/Ms [Name], Ambassador of [State]"
        ("en", "ambassador", MAN, ABROAD, Purpose.CARD, "H.E. Mr Olivier Marchand, Ambassador of France"),
        ("en", "ambassador", WOMAN, ABROAD, Purpose.CARD, "H.E. Ms Elena Popescu, Ambassador of France"),
        # http://www.archimail.com/usage/fr1.htm
        (
            "fr",
            "ambassador",
            MAN,
            ABROAD,
            Purpose.ENVELOPE,
            "Son Excellence Monsieur Olivier Marchand, Ambassadeur de France",
        ),
        ("fr", "bishop", MAN, ABROAD, Purpose.OPENING, "Monseigneur"),
        # https://www.dico-lettres.com
        ("fr", "ambassador", MAN, ABROAD, Purpose.OPENING, "Monsieur l’Ambassadeur"),
        ("fr", "ambassador", WOMAN, ABROAD, Purpose.OPENING, "Madame l’Ambassadeur"),
        ("fr", "ambassador", MAN, AT_HOME, Purpose.OPENING, "Monsieur l’Ambassadeur"),
        # https://www.modele-lettre.com
        ("fr", "minister", WOMAN, ABROAD, Purpose.OPENING, "Madame le Ministre"),
        ("fr", "mayor", MAN, ABROAD, Purpose.OPENING, "Monsieur le Maire"),
        # https://kayzen.az and https://az.wikipedia.org
        ("az", "foreign-minister", MAN, ABROAD, Purpose.OPENING, "Zati-Aliləri"),
        ("az", "minister", MAN, AT_HOME, Purpose.OPENING, "Hörmətli cənab Nazir"),
        # https://ro.scribd.com, https://presedinte.md
        ("ro", "ambassador", MAN, ABROAD, Purpose.SPOKEN, "Domnule Ambasador"),
        (
            "ro",
            "head-of-state",
            MAN,
            ABROAD,
            Purpose.CLOSING,
            "Vă rog să acceptați, Excelență, asigurarea înaltei mele considerații.",
        ),
        # https://www.archbalt.org
        ("en", "archbishop", MAN, ABROAD, Purpose.ENVELOPE, "The Most Reverend Olivier Marchand, Archbishop"),
        ("en", "cardinal", MAN, ABROAD, Purpose.ENVELOPE, "His Eminence Olivier Cardinal Marchand"),
    ],
)
def test_form_is_what_was_read(
    language: str, office_class: str, gender: Gender, writer: str, purpose: Purpose, read: str
) -> None:
    """R86: a wording that was read in its source is written as it was read, and says so."""
    written = form(somebody(office_class, gender=gender), purpose, language, writer=writer)

    assert written.on_one_line() == read
    assert written.status is Status.VERIFIED


@pytest.mark.cases
@pytest.mark.parametrize(
    ("practice", "of", "gender", "purpose", "read"),
    [
        # https://legalclarity.org, own ambassador (US)
        (Practice.US, "US", MAN, Purpose.OPENING, "Dear Mr. Ambassador"),
        (Practice.US, "US", WOMAN, Purpose.OPENING, "Dear Madam Ambassador"),
        # https://development.thecanadianencyclopedia.ca, own ambassador (Canada)
        (Practice.CANADA, "CA", MAN, Purpose.SPOKEN, "Ambassador"),
        (Practice.CANADA, "CA", WOMAN, Purpose.OPENING, "Madam"),
        # https://www.ehow.co.uk, own ambassador (United Kingdom)
        (Practice.UK, "GB", MAN, Purpose.OPENING, "Dear Ambassador"),
    ],
)
def test_own_ambassador_is_addressed_as_was_read(
    practice: Practice, of: str, gender: Gender, purpose: Purpose, read: str
) -> None:
    """R86: the forms of the own ambassador by practice."""
    written = form(somebody("ambassador", gender=gender, of=of), purpose, "en", practice=practice, writer=of)

    assert written.on_one_line() == read
    assert written.status is Status.VERIFIED


def test_ambassador_of_canadian_french_is_feminine() -> None:
    """R86: "Madame l’Ambassadrice", with the source that has it."""
    written = form(somebody("ambassador", gender=WOMAN), Purpose.OPENING, "fr", practice=Practice.CANADA)

    assert written.on_one_line() == "Madame l’Ambassadrice"
    assert any(reason.source.startswith("https://tplus-pp.btb.gc.ca/") for reason in written.reasons)
