"""From sentences to what is read: the headline and the paragraphs under it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chancery.rules.communique import Part

ALONE = (Part.HEADLINE, Part.DATELINE, Part.BOILERPLATE, Part.CONTACT)
"""Parts that never share a paragraph with another one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is read."""

    part: str
    text: str
    opens_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `part` is that of its first sentence."""

    part: str
    text: str


def blocks_of(lines: Iterable[Line]) -> tuple[Block, ...]:
    """
    Join sentences to paragraphs.

    Shape: in the order given; empty texts are left out. A paragraph begins where a sentence opens one, and
    around the parts that stand alone; these come together, each in one block.
    """
    blocks: list[Block] = []
    for line in lines:
        if not line.text:
            continue
        if blocks and _goes_on(blocks[-1], line):
            blocks[-1] = Block(blocks[-1].part, f"{blocks[-1].text} {line.text}")
        else:
            blocks.append(Block(line.part, line.text))
    return tuple(blocks)


def _goes_on(before: Block, line: Line) -> bool:
    if before.part in ALONE or line.part in ALONE:
        return before.part == line.part
    return not line.opens_paragraph


def headline_of(blocks: Sequence[Block]) -> str:
    """The headline, empty where there is none."""
    return next((block.text for block in blocks if block.part == Part.HEADLINE), "")


def of_part(blocks: Sequence[Block], part: Part) -> str:
    """The text of a part that stands alone, empty where there is none."""
    return "\n".join(block.text for block in blocks if block.part == part)


def body_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """
    The paragraphs between headline and boilerplate; place and day stand before the first one (R100).

    A dateline without a text behind it stands alone.
    """
    texts = [block.text for block in blocks if block.part not in ALONE]
    dateline = of_part(blocks, Part.DATELINE)
    if not dateline:
        return tuple(texts)
    return (f"{dateline} – {texts[0]}", *texts[1:]) if texts else (dateline,)


def words_in(blocks: Sequence[Block]) -> int:
    """How many words are read from the headline to the end of the text, without boilerplate and contact."""
    counted = (block.text for block in blocks if block.part not in (Part.BOILERPLATE, Part.CONTACT))
    return sum(any(letter.isalnum() for letter in word) for text in counted for word in text.split())
