"""
How long a telephone at the door takes to find a guest, key by key.

Chromium opens the scripts of the app with the processor slowed down four times; `--guests` are made up from
words, and each of some names is typed letter by letter. The aim is 50 ms a key at the 95th of a hundred, with
10,000 guests. How long the page is held up at most while they are made ready is told too.
Run: python bench/door_search.py --guests 10000
"""

import argparse
from typing import Any

from playwright.sync_api import sync_playwright
from support.door_files import ARGS, served

SLOWER = 4
AIM_MS = 50
MEASURE = """
async ([count, typed]) => {
  const { searchInSlices } = await import("/door/js/search.js");
  const tables = await (await fetch("/door/names.json")).json();
  const given = ["Leyla", "Ion", "Мария", "Jean-François", "محمد", "Andrei",
    "Ayşe", "Giorgi", "Anna", "Łukasz"];
  const syllables = ["ba", "ko", "ri", "mesh", "tan", "lu", "ver", "os", "qi", "dor", "ne",
    "shal", "pu", "gra", "xi"];
  const ends = ["ova", "escu", "man", "oğlu", "idze", "ski", "yan", "son", "li", "enko"];
  const part = (place) => syllables[place % syllables.length];
  const family = (place) =>
    part(place) + part(place * 7 + 3) + part(Math.floor(place / 15)) + ends[place % ends.length];
  const guests = Array.from({ length: count }, (_, place) => ({
    name: `${given[place % given.length]} ${family(place)}`,
    organisation: `Sample House ${place % 200}`, seat: `${"ABCDEF"[place % 6]} ${place}`, rank: place,
  }));
  const begun = performance.now();
  let [longest, rested] = [0, begun];
  const rest = async () => {
    longest = Math.max(longest, performance.now() - rested);
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  };
  const { search } = await searchInSlices(guests, tables, { rest });
  await rest();
  const built = performance.now() - begun;
  const times = [];
  for (const name of [...typed, ...[11, 523, 7001].map((place) => family(place % count))]) {
    for (let length = 1; length <= name.length; length += 1) {
      const from = performance.now();
      search(name.slice(0, length), 30);
      times.push(performance.now() - from);
    }
  }
  return { built, longest, times };
}
"""


def measured(guests: int) -> dict[str, Any]:
    """Type in a slowed browser; milliseconds of building the index and of each key."""
    with served() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        page = browser.new_page()
        page.goto(f"{address}/door/names.json")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found: dict[str, Any] = page.evaluate(
            MEASURE, [guests, ["leyla aliyeva", "мария", "محمد", "house 17"]]
        )
        browser.close()
    return found


def main() -> None:
    """Print the figures; leave with 1 where the aim is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--guests", type=int, default=10_000)
    guests = asked.parse_args().guests
    found = measured(guests)
    times = sorted(found["times"])
    p50, p95 = (times[int(len(times) * share)] for share in (0.5, 0.95))
    print(f"{guests} guests, processor {SLOWER} times slower: index in {found['built']:.0f} ms once")
    print(f"longest time that the page is held up meanwhile: {found['longest']:.1f} ms")
    print(
        f"{len(times)} keys: p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {times[-1]:.1f} ms (aim {AIM_MS} ms)"
    )
    raise SystemExit(p95 > AIM_MS)


if __name__ == "__main__":
    main()
