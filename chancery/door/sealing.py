"""
Guests sealed one by one, each so that the text of the own pass alone finds and opens it.

HKDF over the text of a pass, with the code of the event as salt, gives the name of a box and its key. The
newest pass for one person opens the box of the guest; every other pass of that guest, for more people or made
with an older key, opens a small box with the name and key of that one, so that nobody is sealed twice.
"""

import base64
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from chancery.base import passes
from chancery.door.queries.told_at_door import AtDoor

FIELDS = (
    "party", "expected", "reply", "name", "spoken", "rank", "seat", "organisation", "office", "category",
    "notes", "names", "representative", "escort", "latin", "band",
)  # fmt: skip
"""A sealed row is a list in this order without the empty ones at its end; the code is that of its pass."""

NAME_BYTES, KEY_BYTES, IV_BYTES = 9, 32, 12
COMMON_TO = 5
"""So many guests must share a title before it may stand among the words that are not sealed."""

MOST_WORDS_BYTES = 16_000
RAW_DEFLATE = -15

type Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Secret:
    """What the text of a pass gives: the name of a box, and the key to it."""

    name: bytes
    key: bytes


def sealed_guests(event: str, guests: Sequence[AtDoor]) -> dict[str, object]:
    """
    Return the guests of an event, given by its code, as a device without search takes them along.

    Shape: `sealed` holds a box a guest by its name, `ways` the boxes of their other passes; `words` is what
    the rows were packed with, and `fields` their order.
    """
    words = common_words(guests)
    ways = chain.from_iterable(_ways(guest, event) for guest in guests if guest.code)
    return {
        "guests": [],
        "sealed": dict(_box(guest, event, words) for guest in guests if guest.code),
        "ways": dict(ways),
        "words": words,
        "fields": FIELDS,
    }


def common_words(guests: Sequence[AtDoor]) -> str:
    """
    Return what many rows have in common and what names nobody: replies, categories, bands, shared titles.

    Shape: as it stands in the rows, what is commonest last, where it is the cheapest to refer to.
    """
    told = Counter(_written(each) for guest in guests for each in (guest.category, guest.band, guest.office))
    shared = [word for word, times in told.items() if times >= COMMON_TO and len(word) > 2]
    shared.sort(key=lambda word: (told[word], word))
    replies = sorted({_written(guest.reply) for guest in guests})
    beginnings = [f'",{people},{reply},"' for reply in replies for people in (2, 1)]
    content = ",".join([*shared, *beginnings]).encode()[-MOST_WORDS_BYTES:]
    return content.decode(errors="ignore")


def _box(guest: AtDoor, event: str, words: str) -> tuple[str, str]:
    return seal(_secrets(guest, event)[0], packed(_written(_listed(guest)), words))


def _ways(guest: AtDoor, event: str) -> Iterator[tuple[str, str]]:
    leads_to, *others = _secrets(guest, event)
    for secret in others:
        yield seal(secret, leads_to.name + leads_to.key)


def _secrets(guest: AtDoor, event: str) -> Sequence[Secret]:
    """What each good pass of a guest gives, the newest for one person first."""
    return [
        secret_of(text, event)
        for people in range(1, min(guest.most_people, passes.MOST_PEOPLE) + 1)
        for text in passes.good_passes(code=guest.code, people=people)
    ]


def _listed(guest: AtDoor) -> list[object]:
    row = [getattr(guest, name) for name in FIELDS]
    while row and row[-1] in ("", None, (), []):
        row.pop()
    return row


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packed(text: str, words: str) -> bytes:
    """Pack a text by raw deflate as if `words` had stood before it; who unpacks it puts them there."""
    packing = zlib.compressobj(9, zlib.DEFLATED, RAW_DEFLATE, 9, zlib.Z_DEFAULT_STRATEGY, words.encode())
    return packing.compress(text.encode()) + packing.flush()


def secret_of(text: str, event: str) -> Secret:
    """Return what the text of a pass gives for an event."""
    hkdf = HKDF(hashes.SHA256(), NAME_BYTES + KEY_BYTES, event.encode(), b"chancery-door")
    found = hkdf.derive(text.encode())
    return Secret(found[:NAME_BYTES], found[NAME_BYTES:])


def seal(secret: Secret, content: bytes, random: Random = os.urandom) -> tuple[str, str]:
    """Return a name and a box in base64url without padding: 12 bytes of IV and what AES-GCM makes of it."""
    iv = random(IV_BYTES)
    return _in_letters(secret.name), _in_letters(iv + AESGCM(secret.key).encrypt(iv, content, None))


def _in_letters(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
