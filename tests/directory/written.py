"""What a browser sends for the forms of the directory."""

from typing import Any

from chancery.directory.models import Office, Person

SECTIONS = ("names", "tenures", "contact_points", "relations", "address_forms")


def person(*, is_stored: dict[str, int] | None = None, **given: Any) -> dict[str, str]:
    """The form of a person; sections are lists of rows, everything else a field."""
    sections = {name: given.pop(name, []) for name in SECTIONS}
    sent = {"sort_name": "", "visibility": "own", "gender": ""} | given
    for name, rows in sections.items():
        sent |= formset(name, rows, stored=(is_stored or {}).get(name, 0))
    return sent


def formset(name: str, rows: list[dict[str, Any]], stored: int = 0) -> dict[str, str]:
    """The rows of one formset with what Django counts them by."""
    sent = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": str(stored)}
    for number, row in enumerate(rows):
        sent |= {f"{name}-{number}-{field}": str(value) for field, value in row.items()}
    return sent


def name(printed: str, given: str = "", family: str = "", *, key: int | None = None) -> dict[str, Any]:
    """One name; `key` where it is stored already."""
    row = {
        "printed": printed,
        "given": given,
        "family": family,
        "order": "given",
        "kind": "civil",
        "language": "",
    }
    return row | ({"id": key} if key else {})


def tenure(office: Office, *, begins: str = "", ends: str = "", **steps: str) -> dict[str, Any]:
    """An office held, with dates as ISO text."""
    sent = {"office": office.code, "office_text": str(office), "basis": "full"}
    for field, text in {
        "begins": begins,
        "ends": ends,
        **{f"step_{kind}": moment for kind, moment in steps.items()},
    }.items():
        sent |= {f"{field}-{part}": value for part, value in parts(text).items()}
    return sent


def parts(text: str) -> dict[str, str]:
    """The inputs of a date as far as it is known."""
    date, _separator, time = text.partition("T")
    known = [*date.split("-"), "", "", ""][:3]
    return dict(zip(("year", "month", "day", "time"), [*known, time], strict=True))


def contact(kind: str, value: str, *, via: Person | None = None) -> dict[str, Any]:
    """A way to reach somebody."""
    return {
        "kind": kind,
        "value": value,
        "label": "",
        "via": via.code if via else "",
        "via_text": str(via or ""),
    }


def relation(kind: str, other: Person) -> dict[str, Any]:
    """A relation to somebody chosen from the list."""
    return {"kind": kind, "other": other.code, "other_text": str(other), "note": ""}
