"""The guest list frozen for somebody outside: what it holds, how it ages, and that it is wiped (R123)."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.base.models import AuditLine
from chancery.custody.actions import sweeping
from chancery.directory.models import Person
from chancery.events.models import Event
from chancery.guests.actions import versions
from chancery.guests.models import ListVersion, Standing, Terms
from tests import make
from tests.conftest import People
from tests.guests import built
from tests.guests.test_recording import answered


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=timezone.localdate() + timedelta(days=30))


def frozen(event: Event, *fields: str, **changes: Any) -> ListVersion:
    values: dict[str, Any] = {
        "whom": "coming",
        "recipient": "Security",
        "purpose": "",
        "delete_on": timezone.localdate() + timedelta(days=33),
        "language": "en",
    } | changes
    return versions.freeze(
        event, fields=fields or ("name",), by=make.actor(event.organiser), now=timezone.now(), **values
    )


def coming(event: Event, name: str, **fields: Any) -> Any:
    guest = built.guest(event, name)
    answered(guest.invitation, Standing.ACCEPTED, **fields)
    return guest


def cells(version: ListVersion) -> list[list[str]]:
    return [list(row.values.values()) for row in versions.opened(version).rows]


def test_a_version_holds_only_who_comes_and_only_what_was_asked_for(event: Event) -> None:
    Terms.objects.create(event=event, companions=Terms.Companions.NUMBER, most_companions=3)
    guest = coming(event, "Ana Sample", companion_names=["Ion Sample"], unnamed_companions=1)
    Person.objects.filter(pk=guest.person_id).update(nationality="RO", born="1980-05-01")
    answered(built.guest(event, "Not Coming").invitation, Standing.REGRETTED)

    version = frozen(event, "given", "family", "born", "with")

    assert cells(version) == [
        ["Ana", "Sample", "1 May 1980", ""],
        ["", "Ion Sample", "", "Ana Sample"],
        ["", "+1", "", "Ana Sample"],
    ]
    assert version.count == 3
    assert "Ana" not in str(bytes(ListVersion.objects.get().sealed_rows))  # type: ignore[arg-type]  # sealed


def test_a_version_never_follows_the_list_and_says_that_it_is_old(signed_in: Client, event: Event) -> None:
    guest = coming(event, "Ana Sample")
    version = frozen(event, "name", "family")
    gone = coming(event, "Gone Later")
    second = frozen(event, "name")
    answered(gone.invitation, Standing.REGRETTED)
    guest.person.names.update(family="Renamed")
    coming(event, "New Comer")

    pages = {
        asked: signed_in.get(
            f"{built.address(event, 'version', version=version.code)}?with={asked}"
        ).content.decode()
        for asked in ("now", second.code)
    }

    assert cells(version) == [["Ana Sample", "Sample"]]
    assert "Out of date: 2 differences by now." in pages["now"]
    assert "New Comer" in pages["now"]
    assert "<del><bdi>Sample</bdi></del>" in pages["now"]
    assert "Gone Later" in pages[second.code]
    assert "<del>" not in pages[second.code]


def test_freezing_takes_what_the_form_says(signed_in: Client, event: Event) -> None:
    coming(event, "Ana Sample")
    sent = {
        "recipient": "Hotel",
        "purpose": "Rooms",
        "whom": "coming",
        "fields_asked": ["name", "state"],
        "delete_on": (timezone.localdate() + timedelta(days=40)).isoformat(),
    }

    page = signed_in.post(built.address(event, "freeze"), sent, follow=True).content.decode()

    version = ListVersion.objects.get()
    assert (version.number, version.recipient, version.fields) == (1, "Hotel", ["name", "state"])
    assert "Version 1 is frozen." in page
    assert "As the list stands" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"fields_asked": []}, "No field is chosen; choose what the recipient asked for."),
        ({"delete_on": "2001-01-01"}, "The day of deletion is past; choose a later one."),
    ],
)
def test_what_cannot_be_frozen_is_said(
    signed_in: Client, event: Event, changes: dict[str, Any], sentence: str
) -> None:
    sent = {"recipient": "Hotel", "whom": "all", "fields_asked": ["name"], "delete_on": "2099-01-01"}

    page = signed_in.post(built.address(event, "freeze"), sent | changes).content.decode()

    assert sentence in page
    assert not ListVersion.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf"])
def test_a_version_is_exported_and_the_history_says_so(
    signed_in: Client, people: People, event: Event, kind: str
) -> None:
    coming(event, "=Ana Sample")
    version = frozen(event, "name", "with")

    response = signed_in.post(built.address(event, "export-version", version=version.code), {"kind": kind})

    starts = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "pdf": b"%PDF"}
    assert response.content.startswith(starts[kind])
    line = AuditLine.objects.get(code="guests.version.exported")
    assert (line.by, line.changes["file"]) == (people.owner, ["", kind])
    if kind == "csv":
        read = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
        assert read == [["Name", "Comes with"], ["'=Ana Sample", ""]]


def test_versions_are_wiped_on_their_day_and_the_line_stays(signed_in: Client, event: Event) -> None:
    coming(event, "Ana Sample")
    version = frozen(event, delete_on=timezone.localdate() + timedelta(days=1))
    kept = frozen(event)

    first = sweeping.sweep(timezone.now() + timedelta(days=2))
    again = sweeping.sweep(timezone.now() + timedelta(days=2))

    version.refresh_from_db()
    assert [[line["count"] for each in made for line in each.lines] for made in (first, again)] == [[1], []]
    assert version.sealed_rows is None
    assert version.deleted_at is not None
    assert ListVersion.objects.get(pk=kept.pk).sealed_rows is not None
    page = signed_in.get(built.address(event, "versions")).content.decode()
    assert "Security" in page
    assert "Deleted" in page
    export = signed_in.post(
        built.address(event, "export-version", version=version.code), {"kind": "csv"}, follow=True
    )
    assert "This version was wiped on its day" in export.content.decode()


def test_a_version_of_another_event_does_not_exist(signed_in: Client, event: Event) -> None:
    other = make.event(event.organiser, "Another", ref="another")
    version = frozen(other)

    response = signed_in.get(built.address(event, "version", version=version.code))

    assert response.status_code == 404


def queries_of_page(client: Client, event: Event, version: ListVersion) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{built.address(event, 'version', version=version.code)}?with=now")
    return len(captured)


def test_queries_do_not_grow_with_the_list(signed_in: Client, event: Event) -> None:
    built.many_guests(event, 1)
    version = frozen(event, "name", "born", whom="all")
    queries_of_page(signed_in, event, version)
    few = queries_of_page(signed_in, event, version)

    built.many_guests(event, 30)

    assert queries_of_page(signed_in, event, version) == few


def test_queries_do_not_grow_with_the_versions(signed_in: Client, event: Event) -> None:
    coming(event, "Ana Sample")

    def counted() -> int:
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(built.address(event, "versions"))
        return len(captured)

    frozen(event)
    counted()
    few = counted()
    frozen(event, "name", "born")
    frozen(event, "family")

    assert counted() == few


def test_the_day_proposed_for_deletion_follows_the_event(signed_in: Client, event: Event) -> None:
    page = signed_in.get(built.address(event, "freeze")).content.decode()

    assert event.held_on is not None
    assert f'value="{date.fromordinal(event.held_on.toordinal() + 3).isoformat()}"' in page
