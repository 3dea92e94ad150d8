"""The phrases of a note verbale (R85)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chancery.rules.address import sentences
from chancery.rules.address.notes import Note, NotePart, Phrase, Receiver, note_closing, note_opening
from chancery.rules.address.values import Practice

MFA = "the Ministry of Foreign Affairs of Romania"
MAE = "Ministère des Affaires étrangères"
LA_MAE = "Ministerului Afacerilor Externe"
AMBASADA = "Ambasada Republicii Azerbaidjan"
SEFIRLIK = "Rumıniya səfirliyi"
XIN = "Xarici İşlər Nazirliyi"
ENGLISH = Note("en", "The Embassy of France", MFA, "The Embassy", "the Ministry")
FRENCH = Note("fr", "L’Ambassade de France", f"le {MAE}", "L’Ambassade", "le Ministère")
ROMANIAN = Note("ro", AMBASADA, "Ministerul Afacerilor Externe", "Ambasada", "Ministerul")
AZERBAIJANI = Note("az", SEFIRLIK, XIN, "Səfirlik", XIN)
ARABIC = Note("ar", "سفارة فرنسا", "وزارة الخارجية", "السفارة", "الوزارة")
ALL = (ENGLISH, FRENCH, ROMANIAN, AZERBAIJANI, ARABIC)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("note", "before", "after", "status"),
    [
        (
            ENGLISH,
            f"The Embassy of France presents its compliments to {MFA} and has the honour to",
            "",
            "verified",
        ),
        (
            FRENCH,
            f"L’Ambassade de France présente ses compliments au {MAE} et a l’honneur de",
            "",
            "verified",
        ),
        (ROMANIAN, f"{AMBASADA} prezintă complimentele sale {LA_MAE} și are onoarea de a", "", "partly"),
        (AZERBAIJANI, f"{SEFIRLIK} {XIN}nə öz dərin ehtiramını bildirir və", "şərəf duyur.", "verified"),
        (ARABIC, "تهدي سفارة فرنسا أطيب تحياتها إلى وزارة الخارجية وتتشرف", "", "unverified"),
    ],
)
def test_opening_presents_compliments(note: Note, before: str, after: str, status: str) -> None:
    """R85: third person, compliments, and the honour."""
    phrase = note_opening(note)

    assert (phrase.before, phrase.after, phrase.status) == (before, after, status)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("note", "usual", "of_mourning", "assurances"),
    [
        (
            ENGLISH,
            "The Embassy avails itself of this opportunity to renew to the Ministry",
            "The Embassy renews to the Ministry",
            "the assurances of its highest consideration.",
        ),
        (
            FRENCH,
            "L’Ambassade saisit cette occasion pour renouveler au Ministère",
            "L’Ambassade renouvelle au Ministère",
            "les assurances de sa très haute considération.",
        ),
        (
            ROMANIAN,
            "Ambasada folosește acest prilej pentru a reînnoi Ministerului",
            "Ambasada reînnoiește Ministerului",
            "asigurarea înaltei sale considerații.",
        ),
        (
            AZERBAIJANI,
            f"Səfirlik fürsətdən istifadə edərək {XIN}ni",
            f"Səfirlik {XIN}ni",
            "öz dərin ehtiramından əmin edir.",
        ),
        (
            ARABIC,
            "وتغتنم السفارة هذه المناسبة لتعرب إلى الوزارة",
            "وتعرب السفارة إلى الوزارة",
            "عن فائق تقديرها واحترامها.",
        ),
    ],
)
def test_closing_takes_no_opportunity_in_mourning(
    note: Note, usual: str, of_mourning: str, assurances: str
) -> None:
    """R85: after a death or a tragedy only the assurances are renewed."""
    mourning = note_closing(replace(note, is_of_mourning=True))

    assert note_closing(note).before == f"{usual} {assurances}"
    assert mourning.before == f"{of_mourning} {assurances}"
    assert sentences.MOURNING in [reason.template for reason in mourning.reasons]


@pytest.mark.parametrize("note", ALL)
def test_british_note_has_no_closing(note: Note) -> None:
    """R85: British style drops the closing, and the reason says so."""
    phrase = note_closing(replace(note, practice=Practice.UK))

    assert (phrase.before, phrase.after) == ("", "")
    assert [reason.template for reason in phrase.reasons] == [sentences.NO_CLOSING]


def test_us_note_to_a_charge_does_not_have_the_honor() -> None:
    """R85: "has the honor" is not used to a chargé a.i."""
    to_charge = replace(ENGLISH, practice=Practice.US, received_by=Receiver.CHARGE_AI)
    phrase = note_opening(to_charge)

    assert phrase.before == (
        "The Embassy of France presents its compliments to the Ministry of Foreign Affairs of Romania and"
    )
    assert sentences.NO_HONOUR in [reason.template for reason in phrase.reasons]


@pytest.mark.parametrize(
    ("practice", "received_by", "ends"),
    [
        (Practice.US, Receiver.BODY, "has the honor to"),
        (Practice.INTERNATIONAL, Receiver.CHARGE_AI, "has the honour to"),
        (Practice.UK, Receiver.CHARGE_AI, "has the honour to"),
    ],
)
def test_other_notes_have_the_honour(practice: Practice, received_by: Receiver, ends: str) -> None:
    """R85: the exception is that of the United States and of a chargé a.i. only."""
    assert note_opening(replace(ENGLISH, practice=practice, received_by=received_by)).before.endswith(ends)


def test_us_closing_is_kept_and_doubted() -> None:
    """R85: by one text the United States drop it too."""
    phrase = note_closing(replace(ENGLISH, practice=Practice.US))

    assert phrase.before.startswith("The Embassy avails itself")
    assert [reason.template for reason in phrase.reasons if reason.is_open] == [sentences.CLOSING_IN_THE_US]


@pytest.mark.parametrize(
    ("note", "before"),
    [
        (
            replace(ROMANIAN, receiver="Direcția Protocol"),
            "prezintă complimentele sale către Direcția Protocol",
        ),
        (
            replace(AZERBAIJANI, receiver="Protokol şöbə"),
            "Rumıniya səfirliyi Protokol şöbə öz dərin ehtiramını",
        ),
    ],
)
def test_body_that_cannot_be_declined_is_said(note: Note, before: str) -> None:
    """R85: no case ending is guessed."""
    phrase = note_opening(note)

    assert before in phrase.before
    assert sentences.BODY_UNDECLINED in [reason.template for reason in phrase.reasons if reason.is_open]


def test_arabic_verb_agrees_with_a_masculine_sender() -> None:
    """R85: "مكتب" is masculine, embassies and ministries are feminine."""
    office = replace(ARABIC, sender="مكتب رعاية المصالح", short_sender="المكتب")

    assert note_opening(office).before.startswith("يهدي مكتب")
    assert note_closing(office).before.startswith("ويغتنم المكتب")


@pytest.mark.parametrize("write", [note_opening, note_closing])
def test_language_without_phrases_has_none_and_says_so(write: Callable[[Note], Phrase]) -> None:
    """R85: nothing is translated by rule."""
    phrase = write(replace(ENGLISH, language="de"))

    assert (phrase.before, phrase.after) == ("", "")
    assert [reason.template for reason in phrase.reasons if reason.is_open] == [sentences.NO_PHRASE]


def test_note_ends_in_initials_and_seal() -> None:
    """R85: letterhead, number, opening, matter, closing, place and date, initials and seal; no signature."""
    assert [part.value for part in NotePart] == [
        "letterhead",
        "number",
        "opening",
        "matter",
        "closing",
        "place-and-date",
        "initials-and-seal",
    ]
