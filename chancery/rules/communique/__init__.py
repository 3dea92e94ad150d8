"""
The communiqué of an event: from the facts of the record to sentences that say which facts they rest on.

Nothing is said that the record does not hold: what is unknown is left out, what is not written in the
language asked for is handed back as missing (R100 to R106, docs/rules/communique.md).
"""

from chancery.rules.communique.compose import LANGUAGES, compose
from chancery.rules.communique.facts import EventFacts
from chancery.rules.communique.values import Composed, Composition, Missing, Part

__all__ = ["LANGUAGES", "Composed", "Composition", "EventFacts", "Missing", "Part", "compose"]
