"""The fields of a plain programme: their names, other names they go by, and what is passed over."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from chancery.rules.reasons import gettext_noop

from .errors import GivenTwice

type Names = Mapping[str, tuple[str, ...]]

ITEM = {
    "id": ("ref",),
    "title": ("item", "name"),
    "kind": ("type",),
    "time": ("start", "starts_at", "at", "planned_start"),
    "anchor": ("anchored",),
    "ends_at": ("end", "until", "planned_end"),
    "date": (),
    "day": (),
    "duration": ("minutes", "duration_minutes", "length"),
    "seconds": ("duration_seconds",),
    "min": ("min_duration", "min_minutes"),
    "max": ("max_duration", "max_minutes"),
    "min_seconds": (),
    "max_seconds": (),
    "elastic": (),
    "fixed": (),
    "parallel": ("parallel_group", "group"),
    "track": (),
    "parent": (),
    "items": ("children", "parts"),
    "after": (),
    "latest_arrival": ("seated_by",),
    "silence_seconds": ("silence",),
    "transition": ("gap", "transition_minutes"),
    "transition_seconds": ("gap_seconds",),
    "status": (),
}
ITEM_NOTES = frozenset(
    {
        "actual_end",
        "actual_start",
        "capacity",
        "cue",
        "cue_type",
        "cues",
        "department",
        "description",
        "elapsed",
        "language",
        "languages",
        "note",
        "notes",
        "number",
        "people",
        "place",
        "responsible",
        "source",
        "sources",
        "speaker",
        "speakers",
        "version",
    }
)
PROGRAMME = {
    "id": ("ref",),
    "title": ("event", "name"),
    "place": ("venue",),
    "date": ("day",),
    "zone": ("timezone", "time_zone"),
    "starts_at": ("start", "t0"),
    "ends_at": ("end",),
    "items": (),
}
PROGRAMME_NOTES = frozenset(
    {"language", "languages", "note", "notes", "organiser", "source", "status", "version"}
)

_BOTH = gettext_noop("“%(one)s” and “%(other)s” say the same thing twice; leave one of them out.")
_MISSPELT = gettext_noop("there is no such field; write “%(other)s”.")


def canonical(fields: Mapping[str, object], names: Names) -> dict[str, tuple[str, object]]:
    """
    Find known fields under any of their names.

    Shape: known name to the name used and the value; a field that is null or empty counts as missing.
    Errors: GivenTwice when two names of one field are both given.
    """
    found: dict[str, tuple[str, object]] = {}
    for name, others in names.items():
        given = [used for used in (name, *others) if fields.get(used) not in (None, "")]
        if len(given) > 1:
            raise GivenTwice(given[0], _BOTH % {"one": given[0], "other": given[1]})
        if given:
            found[name] = (given[0], fields[given[0]])
    return found


def misspelt(used: Iterable[str], names: Names, notes: Collection[str]) -> tuple[str, str] | None:
    """The first unknown field that is probably a known one, with what to write instead."""
    known = known_names(names)
    for field in used:
        if field in known or field in notes:
            continue
        close = get_close_matches(field.lower(), known, n=1, cutoff=0.8)
        if close:
            return field, _MISSPELT % {"other": close[0]}
    return None


def unknown(used: Iterable[str], names: Names, notes: Collection[str]) -> list[str]:
    """The fields that are neither known nor notes."""
    known = known_names(names)
    return [field for field in used if field not in known and field not in notes]


def known_names(names: Names) -> list[str]:
    """All names of all fields, the main ones first."""
    return [*names, *(other for others in names.values() for other in others)]
