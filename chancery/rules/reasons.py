"""A reason: one sentence for a decision, with the rule and the source it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def gettext_noop(text: str) -> str:
    """Mark a sentence for translation without translating it: `rules` speaks no language of its own."""
    return text


class Phrase(str):
    """
    Words within a reason that have a translation of their own: a month, the name of a table.

    Shape: the text itself is English; `template` is the key of its translation and `values` fill it.
    """

    template: str
    values: Mapping[str, str]

    def __new__(cls, template: str, **values: str) -> "Phrase":
        made = super().__new__(cls, template % values)
        made.template, made.values = template, MappingProxyType(values)
        return made


class Named(str):
    """
    A name within a reason that its owner keeps in several languages: that of a table or of a rank.

    Shape: the text itself is in `language`, or in English where the name has none in it; `texts` holds all.
    """

    texts: Mapping[str, str]

    def __new__(cls, texts: Mapping[str, str], language: str) -> "Named":
        made = super().__new__(cls, texts.get(language) or texts["en"])
        made.texts = texts
        return made


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One link of a reason chain.

    Shape: `template` is an English sentence with named `%(…)s` places, the key of its translation;
    `values` fills them. `rule` is the number of the rule ("R2") or empty for a decision of the office;
    `source` names what the rule was read in.
    `is_open` marks what the known facts cannot decide.
    """

    template: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    rule: str = ""
    source: str = ""
    is_open: bool = False

    def words(self) -> str:
        """The sentence in English."""
        return self.template % self.values
