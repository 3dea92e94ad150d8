"""What events of the sample ministry add to its figures, by one statement an indicator; PostgreSQL only."""

from typing import Any

from django.db import connection

from chancery.campaign.models import EventCounting, OfficeCounting
from support.set_rows import fill

GUEST = """
CREATE TEMPORARY TABLE told AS
SELECT p.event_id, p.person_id, p.actual, i.standing, c.names->>'en' AS category,
    coalesce(b.state, '') AS state, b.code AS body, coalesce(o.office_class, '') = 'ambassador' AS is_head
FROM events_participation p
JOIN events_event e ON e.id = p.event_id AND e.status = 'held'
JOIN guests_invitation i ON i.guest_id = p.id
LEFT JOIN events_guestcategory c ON c.id = p.category_id
LEFT JOIN directory_tenure t ON t.person_id = p.person_id
LEFT JOIN directory_office o ON o.id = t.office_id
LEFT JOIN directory_body b ON b.id = o.body_id
"""
# What is counted of guests: the indicator, of whom, and by what it is split.
OF_GUESTS = (
    ("invited", "standing NOT IN ('', 'walk-in')", ("state", "category")),
    ("accepted", "standing = 'accepted'", ("state", "category")),
    ("declined", "standing IN ('regretted', 'withdrawn')", ("state", "category")),
    ("open", "standing NOT IN ('', 'walk-in', 'accepted', 'regretted', 'withdrawn')", ("state", "category")),
    ("present", "actual = 'attended'", ("state", "category")),
    ("represented", "actual = 'represented'", ("state", "category")),
    ("heads-of-mission", "actual = 'attended' AND is_head", ("state",)),
)
# Every other figure: the indicator, by what, its key, its value, and of which rows.
_EVENTS_HELD = "events_event e JOIN accounts_organiser o ON o.id = e.organiser_id WHERE e.status = 'held'"
OTHERS = (
    ("events", "", "''", "1", _EVENTS_HELD),
    ("events", "kind", "e.kind", "1", _EVENTS_HELD),
    ("events", "side", "'held'", "1", _EVENTS_HELD),
    ("events", "side", "'planned'", "1", "events_event e WHERE e.status = 'confirmed'"),
)


def counts() -> None:
    """Count all events by one statement an indicator and split, and mark them as counted."""
    run(GUEST)
    fill(
        EventCounting,
        "events_event n",
        id="n.id",
        event="n.id",
        organiser="n.organiser_id",
        year="extract(year FROM n.held_on)",
        counted_at="now()",
    )
    fill(
        OfficeCounting,
        "accounts_organiser n",
        id="n.id",
        organiser="n.id",
        audit_line="(SELECT coalesce(max(a.id), 0) FROM base_auditline a WHERE a.organiser_id = n.id)",
        settled_line="(SELECT coalesce(max(a.id), 0) FROM base_auditline a WHERE a.organiser_id = n.id)",
        counted_at="now()",
    )
    for indicator, which, splits in OF_GUESTS:
        _count("told", indicator, which, splits, "count(*)")
    came = "(SELECT DISTINCT event_id, state FROM told WHERE actual = 'attended' AND state <> '') s"
    _count(came, "states", "TRUE", ("state",), "count(*)")
    came = "CASE WHEN actual <> 'attended' THEN 'nobody' WHEN is_head THEN 'head' ELSE 'other' END"
    _insert(f"SELECT event_id, 'level', {came}, body, 1 FROM told WHERE body IS NOT NULL AND state <> 'AZ'")
    held = "JOIN events_event e ON e.id = x.event_id AND e.status = 'held'"
    _count(f"record_document x {held}", "documents", "TRUE", ("language",), "count(*)", "x.")
    _count(f"record_document x {held}", "documents", "TRUE", ("x.kind",), "count(*)", "x.", with_all=False)
    press = f"events_source x JOIN record_coverage c ON c.source_id = x.id {held}"
    _count(press, "press", "TRUE", ("language",), "count(*)", "x.")
    _count(press, "press", "TRUE", ("c.kind",), "count(*)", "x.", with_all=False)
    costs = f"record_cost x {held}"
    _count(costs, "cost", "TRUE", ("currency",), "sum(paid * 100)", "x.", with_all=False)
    for indicator, by, key, value, rows in OTHERS:
        _insert(f"SELECT e.id, '{indicator}', '{by}', {key}, {value} FROM {rows}")
    _insert(f"SELECT e.id, 'events', 'state', coalesce({_PLACE}, o.host_state), 1 FROM {_EVENTS_HELD}")


_PLACE = (
    "(SELECT p.state FROM events_station s JOIN events_place p ON p.id = s.place_id "
    "WHERE s.event_id = e.id ORDER BY s.id LIMIT 1)"
)


def _count(
    rows: str,
    indicator: str,
    which: str,
    splits: tuple[str, ...],
    value: str,
    of: str = "",
    *,
    with_all: bool = True,
) -> None:
    if with_all:
        _insert(f"SELECT {of}event_id, '{indicator}', '', '', {value} FROM {rows} WHERE {which} GROUP BY 1")
    for split in splits:
        by = split.rpartition(".")[2]
        key = f"coalesce({split}, '')"
        _insert(
            f"SELECT {of}event_id, '{indicator}', '{by}', {key}, {value} FROM {rows} WHERE {which} "
            f"GROUP BY 1, {key}"
        )


def _insert(select: str) -> None:
    run(f"INSERT INTO campaign_eventcount (event_id, indicator, by, key, value) {select}")


def run(statement: str, *values: Any) -> None:
    """Execute one statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
