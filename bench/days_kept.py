"""
The calendar of a ministry: the days of 200 posts with 20 occasions each over 10 years, with their numbers.

Measured from rows in memory to days in order, by the processor; a cold run reckons every rule anew.
"""

import random
from time import process_time

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("calendar")

from datetime import date

from chancery.accounts.models import Organiser
from chancery.occasions.models import Occasion
from chancery.occasions.queries.calendar import kept_between
from chancery.rules.anniversaries import spans
from chancery.rules.dates import PartialDate

POSTS, SHARED, OWN = 200, 12, 8
FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
LIMIT_MS = 100.0
RUNS = 7
SEED = 2026
# Of the days that all posts keep some follow the moon or a weekday; their own are days of the civil year.
RULES = (
    {"kind": "hijri", "month": 1, "day": 10, "table": "umm-al-qura"},
    {"kind": "hijri", "month": 10, "day": 1, "table": "umm-al-qura"},
    {"kind": "hebrew", "month": 1, "day": 27},
    {"kind": "nth-weekday", "month": 11, "nth": 2, "weekday": "sunday"},
)


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(f"{machine()}, {DATABASE}")
    occasions = list(_occasions())
    cold = min(_milliseconds(occasions, is_cold=True) for _ in range(RUNS))
    warm = min(_milliseconds(occasions, is_cold=False) for _ in range(RUNS))
    days = len(kept_between(occasions, FIRST, LAST))
    name = f"{days:,} days of {len(occasions):,} occasions over 10 years"
    return report(
        [
            Figure(f"{name}, rules not met before", cold, "ms", LIMIT_MS),
            Figure(f"{name}, again", warm, "ms", LIMIT_MS),
        ]
    )


def _milliseconds(occasions: list[Occasion], *, is_cold: bool) -> float:
    if is_cold:
        spans._of_year.cache_clear()
    begun = process_time()
    kept_between(occasions, FIRST, LAST)
    return (process_time() - begun) * 1000


def _occasions() -> list[Occasion]:
    """The occasions of every post, as rows that are read already."""
    drawn = random.Random(SEED)
    shared = [_happened(drawn) for _ in range(SHARED - len(RULES))]
    made = []
    for number in range(POSTS):
        post = Organiser(pk=number + 1, ref=f"post-{number}", names={"en": f"Post {number}"})
        days = [*shared, *(_happened(drawn) for _ in range(OWN))]
        made += [Occasion(organiser=post, names={"en": "Sample"}, happened_on=day) for day in days]
        made += [
            Occasion(organiser=post, names={"en": "Sample"}, happened_on=_happened(drawn), rule=rule)
            for rule in RULES
        ]
    return made


def _happened(drawn: random.Random) -> PartialDate:
    return PartialDate.parse(
        f"{drawn.randint(1900, 2000)}-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
