"""What an answer to an invitation is worth, and where several of them leave the invitation (R83)."""

from .judging import judge
from .parties import most_companions
from .standing import silence_is_refusal, standing_of
from .values import (
    Companions,
    Conditions,
    Given,
    Judgement,
    Representatives,
    Speaker,
    Standing,
    WhyOpen,
    Withdrawal,
)

__all__ = [
    "Companions",
    "Conditions",
    "Given",
    "Judgement",
    "Representatives",
    "Speaker",
    "Standing",
    "WhyOpen",
    "Withdrawal",
    "judge",
    "most_companions",
    "silence_is_refusal",
    "standing_of",
]
