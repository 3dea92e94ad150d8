"""Whatever a stranger sends, a parser of ours reads it or refuses it by a refusal of ours."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parsers import PARSERS

# The library of pictures warns of what it passes over.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL.*", "ignore:Corrupt EXIF")

EXAMPLES = 40
CUTS = 60
DEEP = 20_000


@pytest.mark.parametrize("name", sorted(PARSERS))
@given(content=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode())))
@settings(max_examples=EXAMPLES)
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    PARSERS[name].take(content)


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_what_is_almost_right_is_read_or_refused(name: str) -> None:
    """A sample with bytes changed, cut out, doubled, as a seed says."""
    dice = random.Random(name)

    for sample in PARSERS[name].samples:
        PARSERS[name].take(sample)
        for _time in range(CUTS):
            PARSERS[name].take(_spoilt(sample, dice))


@pytest.mark.parametrize("name", sorted(PARSERS))
@pytest.mark.parametrize("opening", [b"[", b'{"a":', b"(", b"<a>"])
def test_what_never_closes_is_read_or_refused(name: str, opening: bytes) -> None:
    PARSERS[name].take(opening * DEEP)


def _spoilt(sample: bytes, dice: random.Random) -> bytes:
    content = bytearray(sample)
    for _time in range(dice.randint(1, 4)):
        at, length = dice.randrange(len(content) + 1), dice.randint(0, 6)
        piece = dice.choice(
            [b"", dice.randbytes(length), content[at : at + length] * 2, b"\0", b"-1", b"[", b'"']
        )
        content[at : at + length] = piece
    return bytes(content)
