"""Two versions of a profile side by side, in the words in which its page shows it."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from chancery.base.comparing import Compared, side_by_side
from chancery.precedence.conventions import ORDERS, answers_in_words
from chancery.precedence.loader import dump_profile
from chancery.precedence.models import Profile
from chancery.precedence.queries import own_profile
from chancery.rules import precedence as rules


def compared(
    *, taken: Profile | rules.Profile, now: Profile, own: Profile | None = None, language: str
) -> list[Compared]:
    """
    Compare what a source says `now` and what an office made of it with the version that was `taken`.

    Without an `own` version the office follows what it took. All of a profile is compared: what its page
    puts into words first, and at the end its text.
    """
    before = taken if isinstance(taken, rules.Profile) else own_profile(taken)
    here = own_profile(own) if own else before
    sides = [dict(_texts(profile, language)) for profile in (before, own_profile(now), here)]
    labels = dict.fromkeys(label for side in sides for label in side)
    return [side_by_side(label, *_three(sides, label)) for label in labels]


def _three(sides: list[dict[str, str]], label: str) -> tuple[str, str, str]:
    before, now, here = (side.get(label, "") for side in sides)
    return before, now, here


def _texts(profile: rules.Profile, language: str) -> Iterator[tuple[str, str]]:
    yield _("Name"), str(profile.words(language))
    yield _("Table of ranks"), "\n".join(_row(row, language) for row in profile.rows)
    yield (
        _("Conventions"),
        "\n".join(f"{each.question}: {each.answer}" for each in answers_in_words(profile)),
    )
    # The key is the office's own and says nothing of the rules.
    yield _("As text"), dump_profile(replace(profile, key="profile"))


def _row(row: rules.Row, language: str) -> str:
    orders = ", ".join(str(ORDERS[key]) for key in row.order_by)
    return f"{row.rank} {row.words(language)}" + (f" · {orders}" if orders else "")
