"""Entries of an address book, as written and as compared."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.rules.names.folding import fold, fold_word, words
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


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A record prepared for comparing: folded words, digits, small letters.

    `sounds` are the likeliest ones of all words of its names, each once, sorted. `streets` are the long words
    of the address and `houses` its numbers, in order.
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
    streets: tuple[str, ...]
    houses: tuple[str, ...]


def prepared(record: Record) -> Entry:
    """Fold a record. Printed names lose their titles; a phone number keeps its last eight digits."""
    names = _names(record)
    address = tuple(fold(record.address).split())
    return Entry(
        record.key,
        names,
        tuple(sorted({word.sounds[0] for name in names for word in name})),
        digits(record.born),
        tuple(fold(record.organisation).split()) if record.organisation else (),
        _plain(lambda phone: digits(phone)[-_PHONE_DIGITS:], record.phones),
        _plain(lambda email: email.strip().lower(), record.emails),
        _plain(lambda number: fold(number).replace(" ", ""), record.numbers),
        address,
        tuple(word for word in address if len(word) >= _LONG_WORD and not word.isdigit()),
        tuple(word for word in address if word.isdigit()),
    )


def digits(text: str) -> str:
    """The digits of a text."""
    return _NO_DIGIT.sub("", text)


def _names(record: Record) -> tuple[Name, ...]:
    """The distinct names of a record, each of one word at least and six at most."""
    parted = _spelt(f"{record.given} {record.family}") if record.given or record.family else ()
    printed = (tuple(_name_words(name)) for name in record.names)
    return tuple(name[:_MOST_WORDS] for name in dict.fromkeys((parted, *printed)) if name)


def _spelt(name: str) -> Name:
    spelt = fold(name).split() if name.isascii() else words(name)
    return tuple(_name_word(word) for word in spelt)


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
