"""Exports as pretix, Indico and Eventbrite write them, made of a few attendees."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook

PRETIX = (
    *(
        "Event slug",
        "Event name",
        "Order code",
        "Position ID",
        "Status",
        "Email",
        "Phone number",
        "Order date",
    ),
    *(
        "Order time",
        "Product",
        "Product ID",
        "Variation",
        "Price",
        "Attendee name",
        "Attendee name: Given name",
    ),
    *(
        "Attendee name: Family name",
        "Attendee email",
        "Attendee company",
        "Address",
        "Country",
        "Ticket secret",
    ),
    *("Seat name", "Order comment", "Add-on to position ID", "Table wishes", "Invoice address name"),
    *("Sales channel", "Check-in lists", "Position order link"),
)
INDICO = (
    *("ID", "Name", "First Name", "Last Name", "Email Address", "Affiliation", "Position", "Phone"),
    *("Registration date", "Registration state", "Checked in", "Check-in date", "Table wishes"),
)
EVENTBRITE = (
    *("Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #"),
    *("Order Type", "Total Paid", "Attendee Status", "Job Title", "Company", "Cell Phone", "Buyer Email"),
)


def pretix_row(order: str, position: int, name: str, **told: str) -> dict[str, str]:
    """One ticket of pretix that is paid."""
    given, _space, family = name.rpartition(" ")
    return {
        "Order code": order,
        "Position ID": str(position),
        "Status": "paid",
        "Order date": "2026-10-01",
        "Order time": "12:30:00",
        "Product": "Guest of honour",
        "Attendee name": name,
        "Attendee name: Given name": given,
        "Attendee name: Family name": family,
        "Ticket secret": "kept-by-nobody",
        **{key.replace("_", " "): value for key, value in told.items()},
    }


def indico_row(number: int, name: str, **told: str) -> dict[str, str]:
    """One registration of Indico that is complete."""
    given, _space, family = name.rpartition(" ")
    return {
        "ID": str(number),
        "Name": name,
        "First Name": given,
        "Last Name": family,
        "Registration date": "2026-10-01 12:30:00+00:00",
        "Registration state": "Completed",
        "Checked in": "No",
        **{key.replace("_", " "): value for key, value in told.items()},
    }


def eventbrite_row(order: str, attendee: int, name: str, **told: str) -> dict[str, str]:
    """One attendee of Eventbrite."""
    given, _space, family = name.rpartition(" ")
    return {
        "Order #": order,
        "Order Date": "2026-10-01 12:30:00",
        "First Name": given,
        "Last Name": family,
        "Ticket Type": "General Admission",
        "Attendee #": str(attendee),
        "Attendee Status": "Attending",
        **{key.replace("_", " "): value for key, value in told.items()},
    }


def as_csv(
    headings: Sequence[str],
    rows: Sequence[Mapping[str, str]],
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, headings, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(headings: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows as a workbook; booleans stay booleans, as Indico writes them."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(heading, "") for heading in headings])
    return out.getvalue()


def pretix_json(*orders: dict[str, Any]) -> bytes:
    """The export of all data of an event, with items and a question."""
    event = {
        "name": "Reception",
        "slug": "reception",
        "items": [{"id": 7, "name": "Guest of honour", "variations": []}],
        "questions": [{"id": 3, "question": "Table wishes"}],
        "orders": list(orders),
    }
    return json.dumps({"event": event}).encode()


def order_json(code: str, *positions: dict[str, Any], **told: Any) -> dict[str, Any]:
    """One order of such an export."""
    return {
        "code": code,
        "status": "p",
        "testmode": False,
        "email": "buyer@example.org",
        "phone": "None",
        "datetime": "2026-10-01T12:30:00Z",
        "positions": [
            {"positionid": number, "item": 7, "variation": None, "addon_to": None, "answers": [], **position}
            for number, position in enumerate(positions, start=1)
        ],
        **told,
    }
