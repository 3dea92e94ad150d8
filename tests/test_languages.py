"""The interface is whole in every language, and nothing is lost between the words."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

LOCALE = Path(settings.PACKAGE) / "locale"
TRANSLATED = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACES = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_interface_is_translated(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as catalogue:
        messages = [message for message in read_po(catalogue, locale=language) if message.id]

    lacking = [message.id for message in messages if message.fuzzy or not _forms(message.string)]
    assert messages
    assert lacking == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_keeps_the_named_places(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as catalogue:
        messages = [message for message in read_po(catalogue, locale=language) if message.id]

    changed = [
        message.id
        for message in messages
        if not set(PLACES.findall(" ".join(_forms(message.string))))
        <= set(PLACES.findall(" ".join(_forms(message.id))))
    ]
    assert changed == []


def _forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) and text else [form for form in text if form]
