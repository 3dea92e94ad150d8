"""Precedence of 2,000 guests, from the rows of a file to places with their reasons in words."""

import random
from time import perf_counter, process_time

from support.figures import Figure, machine, report

from chancery.precedence import loader
from chancery.precedence.guest_rows import read_rows
from chancery.precedence.order_output import as_csv
from chancery.rules import precedence

GUESTS = 2_000
LIMIT_MS = 150.0
RUNS = 5
SEED = 2025
PROFILES = ("diplomatic-corps", "spain-madrid")
# title, class, share of the list
TITLES = (
    ("Ambassador Extraordinary and Plenipotentiary", "ambassador", 30),
    ("Chargé d'affaires a.i.", "", 8),
    ("Minister of Culture", "minister", 6),
    ("Secretary of State", "state-secretary", 6),
    ("Mayor of Madrid", "", 2),
    ("Deputy for Madrid", "", 10),
    ("Consul General", "consul-general", 6),
    ("Director-General", "", 12),
    ("Historian", "", 20),
)
STATES = "FR DE IT RO AZ TR PT BG GR PL HU AT BE NL SE FI NO DK IE CZ SK SI HR MT CY JP KR IN BR AR".split()  # noqa: SIM905  # thirty codes read better in one line


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    return report(figure for key in PROFILES for figure in _figures(key))


def _figures(key: str) -> list[Figure]:
    """The best of several runs, because the figure is that of the work and not of its neighbours."""
    profile = loader.profile(key)
    _milliseconds(_guest_list(SEED), profile)
    times = [_milliseconds(_guest_list(SEED + run), profile) for run in range(1, RUNS + 1)]
    name = f"{GUESTS:,} guests by {key}"
    return [
        Figure(f"{name}, processor", min(processor for _, processor in times), "ms", LIMIT_MS),
        Figure(f"{name}, by the clock", min(clock for clock, _ in times), "ms"),
    ]


def _milliseconds(content: bytes, profile: precedence.Profile) -> tuple[float, float]:
    """From the bytes of the file to the text that is written: by the clock, and of the processor."""
    clock, processor = perf_counter(), process_time()
    rows = read_rows(content, "sample")
    ceremony = precedence.Ceremony(host_state="ES", places=("Madrid",))
    as_csv(precedence.order(rows.guests, profile=profile, ceremony=ceremony), rows)
    return (perf_counter() - clock) * 1000, (process_time() - processor) * 1000


def _guest_list(seed: int) -> bytes:
    """A list as an office keeps it: a third heads of mission, most dates to the day, some less exact."""
    draw = random.Random(seed)
    weights = [weight for *_, weight in TITLES]
    lines = ["id,name,state,title,class,taken_up_at,spouse_of,represents"]
    for number in range(GUESTS):
        title, office_class, _ = draw.choices(TITLES, weights)[0]
        year, month, day = draw.randint(2015, 2024), draw.randint(1, 12), draw.randint(1, 28)
        exact = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", str(year), "")
        date = draw.choices(exact, (80, 6, 4, 10))[0]
        spouse = f"g{number - 1}" if number and draw.random() < 0.05 else ""
        represents = "Minister of Justice" if draw.random() < 0.02 else ""
        person = (f"g{number}", f"Guest {number:04}", draw.choice(STATES))
        lines.append(",".join((*person, title, office_class, date, spouse, represents)))
    return "\n".join(lines).encode()


if __name__ == "__main__":
    raise SystemExit(main())
