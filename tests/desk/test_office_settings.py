"""The page of the office: what it is, and how its mail leaves."""

from dataclasses import replace
from typing import Any

from django.test import Client

from chancery.base.models import AuditLine
from chancery.configuration import MailServer
from tests.conftest import People

WRITTEN = {
    "names-en": "Mission",
    "names-ro": "Misiune",
    "city": "Cluj-Napoca",
    "time_zone": "Europe/Bucharest",
    "state": "AZ",
    "host_state": "RO",
    "first_language": "ro",
    "further_languages": ["en"],
    "profile": "diplomatic-corps",
    "accent": "#336699",
}


def test_a_change_is_saved_with_a_line_from_what_to_what(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/settings/", WRITTEN)

    people.office.refresh_from_db()
    assert people.office.names == {"en": "Mission", "ro": "Misiune"}
    line = AuditLine.objects.get(code="accounts.organiser.changed")
    assert line.by == people.owner
    assert line.changes["city"] == ["Bucharest", "Cluj-Napoca"]
    assert line.changes["languages"] == [["en", "ro"], ["ro", "en"]]


def test_saving_without_a_change_leaves_no_line(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/settings/", WRITTEN)

    signed_in.post("/o/mission/settings/", WRITTEN)

    assert AuditLine.objects.count() == 1


def test_a_name_in_a_language_that_is_no_longer_written_is_kept(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/settings/", WRITTEN)
    page = signed_in.post("/o/mission/settings/", WRITTEN | {"further_languages": []}, follow=True)

    people.office.refresh_from_db()
    assert people.office.languages == ["ro"]
    assert people.office.names["en"] == "Mission"
    assert 'name="names-en"' in page.content.decode()


def test_a_colour_that_is_none_is_refused(signed_in: Client, people: People) -> None:
    page = signed_in.post("/o/mission/settings/", WRITTEN | {"accent": "blue"}).content.decode()

    assert "“blue” is no colour; write it as #1F3A6E." in page
    assert not AuditLine.objects.exists()


def test_the_accent_is_corrected_for_paper_and_for_night(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/settings/", WRITTEN | {"accent": "#FFFF00"})

    page = signed_in.get("/o/mission/settings/").content.decode()
    sheet = signed_in.get("/o/mission/accent.css")

    assert "/o/mission/accent.css?FFFF00" in page
    assert sheet.headers["Content-Type"] == "text/css"
    assert "--accent: #FFFF00" not in sheet.content.decode()
    assert "--accent-night: #FFFF00" in sheet.content.decode()


def test_the_accent_of_the_house_needs_no_sheet(signed_in: Client, people: People) -> None:
    assert "accent.css" not in signed_in.get("/o/mission/settings/").content.decode()


def test_no_password_of_the_mail_server_is_shown(signed_in: Client, people: People, settings: Any) -> None:
    server = MailServer("mail.example.org", 587, "u", "p4ssw0rd", is_encrypted=False)
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, server=server)

    page = signed_in.get("/o/mission/settings/").content.decode()

    assert "mail.example.org:587" in page
    assert "p4ssw0rd" not in page
