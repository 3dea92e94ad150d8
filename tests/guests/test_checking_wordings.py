"""What is said of a wording before it is kept: where, what, and what to do."""

import pytest

from chancery.guests.models import Form, Kind
from chancery.guests.wordings import LANGUAGES, shipped
from chancery.guests.wordings.checking import kept, remarks_on

WHOLE = "<p>{salutation}</p><p><a href='{reply_link}'>Reply</a></p>"


def said(
    form: Form, body: str, *, kind: Kind = Kind.INVITATION, subject: str = "S"
) -> list[tuple[bool, str]]:
    """Whether each remark is an error, and its sentence, for a text in English of an English office."""
    subjects = {"en": subject} if form in (Form.EMAIL, Form.LETTER, Form.NOTE) and subject else {}
    remarks = remarks_on(form, kind, subjects, {"en": body}, ["en"])
    return [(remark.is_error, remark.sentence) for remark in remarks]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_what_ships(language: str) -> None:
    for (kind, form), wording in shipped(language).items():
        subjects = {language: wording.subject} if wording.subject else {}

        assert remarks_on(form, kind, subjects, {language: wording.body}, [language]) == [], (kind, form)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (f"{WHOLE}\n{{gest}}", "English, line 2: {gest} is no field; perhaps {guest} is meant."),
        (f"{WHOLE}{{zzzzzz}}", "English, line 1: {zzzzzz} is no field; take one from the list."),
        (
            f"{WHOLE}{{note_number}}",
            "English, line 1: {note_number} cannot stand in this form (e-mail); take it out.",
        ),
        (
            f"{WHOLE}\n\n{{guest",
            "English, line 3: a brace stands alone; close the field, or double the brace.",
        ),
        (f"{WHOLE}}}", "English, line 1: a brace stands alone; close the field, or double the brace."),
        (
            f"{WHOLE}<a href='{{guest}}'>x</a>",
            "In English {guest} is the target of a link; only {reply_link} can be.",
        ),
        (
            "<p>Come</p>",
            "In English the e-mail asks for a reply and has no link to reply by; add {reply_link}.",
        ),
    ],
)
def test_an_error_names_language_and_line_and_what_to_do(body: str, sentence: str) -> None:
    assert said(Form.EMAIL, body) == [(True, sentence)]


def test_doubled_braces_are_none() -> None:
    assert said(Form.EMAIL, f"{WHOLE}{{{{x}}}}") == []


def test_another_way_to_reply_makes_the_missing_link_a_warning() -> None:
    ((is_error, _sentence),) = said(Form.EMAIL, "<p>{reply_contact}</p>")

    assert not is_error


def test_what_asks_for_nothing_needs_no_link() -> None:
    assert said(Form.EMAIL, "<p>Come</p>", kind=Kind.HOLD_DATE) == []


@pytest.mark.cases
@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            "{host}\n\n{guest}",
            "English: A card bears one reply mark; choose R.S.V.P., regrets only or to remind.",
        ),
        ("{guest}\n\nR.S.V.P.\n\n{reply}", "English: A card bears one reply mark; choose one of them."),
    ],
)
def test_a_card_with_two_reply_marks_or_none_is_not_kept(body: str, sentence: str) -> None:
    """R81: exactly one."""
    assert said(Form.CARD, body) == [(True, sentence)]


@pytest.mark.cases
def test_parts_out_of_order_are_pointed_out() -> None:
    """R80: the order of a card; an office may still have its own."""
    assert said(Form.CARD, "{guest}\n\n{host}\n\n{reply}") == [
        (False, "English: On a card the host stands above the guest; change their order.")
    ]


def test_missing_languages_and_halves_are_said() -> None:
    remarks = remarks_on(
        Form.LETTER, Kind.INVITATION, {"en": "S", "fr": "S"}, {"en": "B", "ro": "B"}, ["en", "ro", "az"]
    )

    assert [(remark.is_error, remark.sentence) for remark in remarks] == [
        (True, "In Romanian there is a text and no subject; write the subject."),
        (True, "In French there is a subject and no text; write the text."),
        (
            False,
            "There is no text in Azerbaijani; guests of that language cannot be written to with it.",
        ),
    ]


def test_what_is_cleaned_away_is_told() -> None:
    body = f'{WHOLE}<p style="x">a</p><script>alert(1)</script><img src="x">'

    gone = "<img>, <script>, src=, style="

    assert said(Form.EMAIL, body) == [
        (
            False,
            f"In English this was taken out, because messages hold only light formatting: {gone}.",
        )
    ]
    assert kept(body) == cleaned_body()


def cleaned_body() -> str:
    return '<p>{salutation}</p><p><a href="{reply_link}">Reply</a></p><p>a</p>'


def test_plain_paragraphs_are_kept_as_they_were_written() -> None:
    assert kept("One & two\n\nthree ") == "One & two\n\nthree"
