"""Two versions of a profile side by side, in the words in which its page shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from chancery.base.comparing import Compared, side_by_side
from chancery.precedence.conventions import ORDERS, answers_in_words
from chancery.precedence.loader import dump_profile
from chancery.precedence.models import Profile
from chancery.precedence.queries import own_profile
from chancery.rules import precedence as rules


def compared(*, taken: Profile, now: Profile, own: Profile | None = None, language: str) -> list[Compared]:
    """
    Compare what a source says `now` and what an office made of it with the version that was `taken`.

    Without an `own` version the office follows what it took. All of a profile is compared: what its page
    puts into words first, and at the end its text; only what differs is returned.
    """
    profiles = [own_profile(each) for each in (taken, now, own or taken)]
    sides = [dict(_texts(profile, language)) for profile in profiles]
    before, there, here = (
        side | {_("As text"): text} for side, text in zip(sides, _as_text(profiles), strict=True)
    )
    rows = [side_by_side(label, before[label], there[label], here[label]) for label in before]
    return [row for row in rows if row.is_changed_there or row.is_changed_here]


def _as_text(profiles: Sequence[rules.Profile]) -> list[str]:
    """The profiles as they are kept, each without the paragraphs that all of them have."""
    # The key is the office's own and says nothing of the rules.
    kept = [dump_profile(replace(profile, key="profile")).split("\n\n") for profile in profiles]
    same = set.intersection(*(set(each) for each in kept))
    return ["\n\n".join(each for each in paragraphs if each not in same) for paragraphs in kept]


def _texts(profile: rules.Profile, language: str) -> Iterator[tuple[str, str]]:
    yield _("Name"), str(profile.words(language))
    yield _("Table of ranks"), "\n".join(_row(row, language) for row in profile.rows)
    yield (
        _("Conventions"),
        "\n".join(f"{each.question}: {each.answer}" for each in answers_in_words(profile)),
    )


def _row(row: rules.Row, language: str) -> str:
    orders = ", ".join(str(ORDERS[key]) for key in row.order_by)
    return f"{row.rank} {row.words(language)}" + (f" · {orders}" if orders else "")
