"""The occasions of a ministry and its posts, and what bodies adopted for its campaign; PostgreSQL only."""

from typing import Protocol

from chancery.events.models import EventOccasion
from chancery.occasions.models import Occasion, Recognition, RecognitionStep
from support.large_event import STATES
from support.set_rows import fill

OCCASIONS, SHARED = 20, 12
MOON = (
    '{"kind": "hijri", "month": 1, "day": 10, "table": "umm-al-qura"}',
    '{"kind": "hijri", "month": 10, "day": 1, "table": "umm-al-qura"}',
    '{"kind": "hebrew", "month": 1, "day": 27}',
    '{"kind": "nth-weekday", "month": 11, "nth": 2, "weekday": "sunday"}',
)
TABLES = (Occasion, EventOccasion, Recognition, RecognitionStep)


class Sized(Protocol):
    """How much there is of what; see `ministry.Size`."""

    @property
    def posts(self) -> int: ...

    @property
    def events(self) -> int: ...

    @property
    def recognitions(self) -> int: ...


def occasions(size: Sized) -> None:
    """Twenty days kept at each post, twelve of them the same everywhere; every other event serves one."""
    number = f"((n - 1) / {size.posts})"
    happened = f"(CASE WHEN {number} < {SHARED} THEN {number} ELSE n END)"
    fill(
        Occasion,
        f"generate_series(1, {OCCASIONS * size.posts}) n",
        id="n",
        organiser=f"2 + (n - 1) % {size.posts}",
        names=f"jsonb_build_object('en', 'Remembrance ' || {happened})",
        happened_on=f"to_char(DATE '1900-01-01' + {happened} * 397 % 36000, 'YYYY-MM-DD')",
        rule=f"coalesce((ARRAY['{"','".join(MOON)}'])[1 + {number}], '{{}}')",
    )
    fill(
        EventOccasion,
        f"generate_series(1, {size.events}) n WHERE n % 2 = 0",
        id="n",
        event="n",
        occasion=f"1 + (n - 1) % {size.posts} + {size.posts} * (n / {size.posts} % {OCCASIONS})",
    )


def recognitions(size: Sized) -> None:
    """Texts of the first campaign: most recorded by the ministry, nine of ten adopted, a few repealed."""
    fill(
        Recognition,
        f"generate_series(1, {size.recognitions}) n",
        id="n",
        organiser=f"CASE n % 5 WHEN 0 THEN 2 + n % {size.posts} ELSE 1 END",
        campaign="1",
        printed_body="jsonb_build_object('en', 'Council of town ' || n / 3)",
        titles="jsonb_build_object('en', 'Resolution ' || n)",
        state=f"(ARRAY['{"','".join(STATES)}'])[1 + n % {len(STATES)}]",
        level="CASE n % 4 WHEN 0 THEN 'parliament' ELSE 'city' END",
        kind="CASE n % 3 WHEN 0 THEN 'law' ELSE 'resolution' END",
        word="'massacre'",
        word_language="'en'",
        source="'Official journal'",
        recorded_at="now() - interval '1 hour' * n",
    )
    steps = (("proposed", "TRUE", 0), ("adopted", "n % 10 <> 0", 1), ("repealed", "n % 50 = 1", 2))
    for status, which, place in steps:
        day = f"DATE '2011-01-01' + n * 5000 / {size.recognitions} + {30 * place}"
        fill(
            RecognitionStep,
            f"generate_series(1, {size.recognitions}) n WHERE {which}",
            id=f"3 * n + {place}",
            code=f"lpad(to_hex(3 * n + {place}), 12, '0')",
            recognition="n",
            status=f"'{status}'",
            on=f"to_char({day}, 'YYYY-MM-DD')",
            recorded_at="now() - interval '1 hour' * n",
        )
