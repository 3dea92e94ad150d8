"""Words within a reason that have a translation of their own."""

from chancery.rules.reasons import Named, Phrase, Reason


def test_phrase_is_its_english_text() -> None:
    """A phrase stands in a sentence as any text does."""
    day = Phrase("%(day)s %(month)s", day="27", month=Phrase("Nisan"))

    assert day == "27 Nisan"
    assert Reason("It is %(day)s.", {"day": day}).words() == "It is 27 Nisan."


def test_phrase_keeps_what_a_translation_needs() -> None:
    """The template is the key of its translation; its values may be phrases themselves."""
    day = Phrase("%(day)s %(month)s", day="27", month=Phrase("Nisan"))
    month = day.values["month"]

    assert day.template == "%(day)s %(month)s"
    assert isinstance(month, Phrase)
    assert month.template == "Nisan"


def test_named_is_its_text_in_the_language_asked_for() -> None:
    """A name stands in the language of the list, and in English where it has none in it."""
    texts = {"en": "Counsellors", "fr": "Conseillers"}

    assert Named(texts, "fr") == "Conseillers"
    assert Named(texts, "ro") == "Counsellors"
    assert Named(texts, "ro").texts == texts
