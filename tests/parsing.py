"""What a parser of foreign bytes is asked in tests: a value that can be kept, or a refusal of ours."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


class NotJSON(ValueError):
    """No JSON object: whoever calls these parsers has read one before."""


def demand_keepable(read: object) -> None:
    """Fail where a text in what was read is none that every database keeps: NUL, half a character."""
    if isinstance(read, str):
        assert "\0" not in read, f"NUL in {read[:80]!r}"
        read.encode()
    elif isinstance(read, Mapping):
        demand_keepable([*read.keys(), *read.values()])
    elif is_dataclass(read) and not isinstance(read, type):
        demand_keepable([getattr(read, each.name) for each in fields(read)])
    elif isinstance(read, list | tuple | set | frozenset):
        for each in read:
            demand_keepable(each)


@dataclass(frozen=True, slots=True)
class Parser:
    """A parser, by what it refuses, and a few beginnings of what it is sent."""

    read: Callable[[bytes], object]
    refusals: tuple[type[Exception], ...] = ()
    samples: tuple[bytes, ...] = ()

    def take(self, content: bytes) -> None:
        """Read the bytes; a refusal is an answer, and what is read can be kept."""
        with suppress(*self.refusals):
            demand_keepable(self.read(content))


def text(content: bytes) -> str:
    """What comes as text has been decoded before."""
    return content.decode("utf-8", "replace")


def json_object(content: bytes) -> dict[str, object]:
    """What comes as JSON has been read before. Errors: NotJSON."""
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        raise NotJSON from None
    if not isinstance(read, dict):
        raise NotJSON
    return read


def from_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    """A parser of a file, given what stands in it."""

    def read_it(content: bytes) -> object:
        with TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            return read(path)

    return read_it
