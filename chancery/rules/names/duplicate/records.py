"""Entries of an address book, as written and as compared."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from chancery.rules.names.folding import fold_word, folded_words, words
from chancery.rules.names.printed import Kind, taken_apart
from chancery.rules.names.search import sound_keys

_NO_DIGIT = re.compile(r"\D+")
_PHONE_DIGITS = 8
_MOST_WORDS = 6
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Record:
    """
    One entry as written; every field but the key may be empty.

    `names` are whole names as printed, one for each script or spelling; `given` and `family` are used
    where a list has them apart. `born` is a date, largest unit first. `numbers` are numbers of one person:
    of a passport, a card, a register. `address` is one line.
    """

    key: str
    names: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    born: str = ""
    organisation: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class NameWord:
    """A folded word of a name and the keys of its sound, one at least; there is one object for each word."""

    plain: str
    sounds: tuple[str, ...]


Name = tuple[NameWord, ...]


class Entry(NamedTuple):
    """
    A record prepared for comparing: folded words, digits, small letters.

    `sounds` are the likeliest ones of all words of its names, each once, sorted. `houses` are the numbers in
    the address and `street` its first long word. A tuple, since lists are long.
    """

    key: str
    names: tuple[Name, ...]
    sounds: tuple[str, ...]
    born: str
    organisation: tuple[str, ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    numbers: tuple[str, ...]
    address: tuple[str, ...]
    houses: tuple[str, ...]
    street: str

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known that one person alone has."""
        return not (self.born or self.phones or self.emails or self.numbers)


def prepared(record: Record) -> Entry:
    """Fold a record. Printed names lose their titles; a phone number keeps its last eight digits."""
    names = _names(record)
    address = _shared_words(record.address)
    return Entry(
        record.key,
        names,
        tuple(sorted({word.sounds[0] for name in names for word in name})),
        digits(record.born),
        _shared_words(record.organisation),
        _plain(plain_phone, record.phones),
        _plain(plain_email, record.emails),
        _plain(plain_number, record.numbers),
        address,
        tuple(filter(str.isdigit, address)),
        next((word for word in address if len(word) >= _LONG_WORD and not word.isdigit()), ""),
    )


def digits(text: str) -> str:
    """The digits of a text."""
    return text if text.isdigit() and text.isascii() else _NO_DIGIT.sub("", text)


@lru_cache(maxsize=20_000)
def _shared_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, one object for each word: places repeat, and lists are long."""
    return tuple(map(intern, folded_words(text))) if text else ()


def plain_phone(phone: str) -> str:
    """The last eight digits of a telephone: the code of the country may be missing."""
    return digits(phone)[-_PHONE_DIGITS:]


def plain_email(email: str) -> str:
    """An e-mail address in small letters."""
    return email.strip().lower()


def plain_number(number: str) -> str:
    """A number of a document without spaces and signs."""
    if number.isascii() and number.isalnum():
        return number.lower()
    return "".join(folded_words(number))


def _names(record: Record) -> tuple[Name, ...]:
    """The distinct names of a record, each of one word at least and six at most."""
    parted = _spelt(f"{record.given} {record.family}") if record.given or record.family else ()
    if not record.names:
        return (parted[:_MOST_WORDS],) if parted else ()
    printed = [tuple(_name_words(name)) for name in record.names]
    return tuple(name[:_MOST_WORDS] for name in dict.fromkeys((parted, *printed)) if name)


def _spelt(name: str) -> Name:
    return tuple(map(_name_word, folded_words(name) if name.isascii() else words(name)))


def _name_words(name: str) -> Iterator[NameWord]:
    for part in taken_apart(name).parts:
        if part.kind is not Kind.PATRONYMIC:
            yield _name_word(part.word)


def _plain(form: Callable[[str], str], texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts in their plain form, each once, the empty ones left out."""
    return tuple(dict.fromkeys(plain for text in texts if (plain := form(text)))) if texts else ()


@lru_cache(maxsize=200_000)
def _name_word(word: str) -> NameWord:
    plain = fold_word(word)
    return NameWord(plain, sound_keys(word) or (plain,))
