"""The first run: reachable by the link of the server alone, in steps, ending with a test mail."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from chancery.accounts.actions import links
from chancery.accounts.models import Membership, Organiser, User
from tests import make
from tests.letters import letters

PLACE = {
    "city": "Bucharest",
    "time_zone": "Europe/Bucharest",
    "state": "AZ",
    "host_state": "RO",
    "first_language": "en",
    "further_languages": ["ro", "az"],
}
NAME = {"names-en": "Embassy of Azerbaijan", "names-ro": "", "ref": "embassy", "profile": "diplomatic-corps"}
OWNER = {"name": "Elena Marin", "email": "elena@example.org", "password": "seven grey herons by the lake"}


@pytest.fixture
def path(db: Any) -> Any:
    """The address that the server prints."""
    links.close_set_up()
    yield f"/setup/{links.set_up_key()}/"
    links.close_set_up()


def run(client: Client, path: str) -> Any:
    client.post(path, PLACE)
    client.post(f"{path}office/", NAME)
    return client.post(f"{path}owner/", OWNER)


def test_the_first_run_founds_the_office_and_its_owner(client: Client, path: str) -> None:
    response = run(client, path)

    office = Organiser.objects.get()
    assert (office.ref, office.names) == ("embassy", {"en": "Embassy of Azerbaijan"})
    assert (office.city, office.time_zone) == ("Bucharest", "Europe/Bucharest")
    assert (office.state, office.host_state) == ("AZ", "RO")
    assert office.languages == ["en", "ro", "az"]
    owner = Membership.objects.get()
    assert (owner.user.email, owner.role) == ("elena@example.org", "owner")
    assert response.headers["Location"] == "/o/embassy/settings/mail/"


def test_a_test_mail_goes_out_and_its_fate_is_shown(client: Client, path: str) -> None:
    response = run(client, path)

    page = client.get(response.headers["Location"]).content.decode()

    assert [letter.to for letter in letters()] == ["elena@example.org"]
    assert "The mail to elena@example.org was written into the mailbox folder" in page


def test_the_link_is_closed_for_everybody_once_an_office_exists(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200
    make.organiser("mission")

    for step in ("", "office/", "owner/"):
        assert client.get(f"{path}{step}").status_code == 404
        assert client.post(f"{path}{step}", OWNER).status_code == 404


def test_a_guessed_link_leads_nowhere(client: Client, path: str) -> None:
    assert client.get("/setup/guess/").status_code == 404
    assert client.post("/setup/guess/owner/", OWNER).status_code == 404
    assert not User.objects.exists()


def test_no_step_can_be_left_out(client: Client, path: str) -> None:
    assert client.get(f"{path}office/").headers["Location"] == path
    assert client.post(f"{path}owner/", OWNER).headers["Location"] == path
    assert not Organiser.objects.exists()


def test_the_session_never_holds_the_password(client: Client, path: str) -> None:
    client.post(path, PLACE)
    client.post(f"{path}office/", NAME)
    client.post(f"{path}owner/", OWNER | {"email": "not an address"})

    assert OWNER["password"] not in str(dict(client.session))


def test_the_key_is_kept_between_starts_and_forgotten_after(
    client: Client, path: str, django_capture_on_commit_callbacks: Any
) -> None:
    key_file = settings.HOME / "keys" / "setup.key"
    assert links.set_up_key() == key_file.read_text()
    assert key_file.stat().st_mode & 0o077 == 0

    with django_capture_on_commit_callbacks(execute=True):
        run(client, path)

    assert not key_file.exists()


def test_before_the_first_run_the_first_page_says_how_it_begins(client: Client, path: str) -> None:
    page = client.get("/").content.decode()

    assert "There is no office here yet" in page
    assert path not in page


@pytest.mark.parametrize(
    ("step", "written", "sentence"),
    [
        ("", {"time_zone": "Nowhere"}, "“Nowhere” is no time zone"),
        ("", {"city": ""}, "This field is required."),
        ("", {"further_languages": ["xx"]}, "xx is not one of the available choices."),
        ("office/", {"ref": "Embassy in Bucharest"}, "Use small letters, digits and single hyphens only."),
        ("office/", {"names-en": ""}, "Write it in at least one language."),
        ("owner/", {"password": "short"}, "This password is too short."),
        ("owner/", {"password": "elena marin 1"}, "The password is too similar to the name."),
        ("owner/", {"email": "elena"}, "Enter a valid email address."),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    client: Client, path: str, step: str, written: dict[str, Any], sentence: str
) -> None:
    client.post(path, PLACE)
    client.post(f"{path}office/", NAME)
    whole = {"": PLACE, "office/": NAME, "owner/": OWNER}[step]

    page = client.post(f"{path}{step}", whole | written).content.decode()

    assert sentence in page
    assert not Organiser.objects.exists()


def test_a_zone_is_found_by_its_city(client: Client, path: str) -> None:
    client.post(path, PLACE | {"time_zone": "bucharest"})

    assert client.session["setup"]["place"]["time_zone"] == "Europe/Bucharest"


def test_the_mail_of_a_first_run_without_a_server_stays_in_the_folder(
    client: Client, path: str, settings: Any, tmp_path: Path
) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, folder=tmp_path / "mailbox")

    page = client.get(run(client, path).headers["Location"]).content.decode()

    [kept] = (tmp_path / "mailbox").iterdir()
    assert str(kept) in page
    assert "If you read this, mail from Chancery arrives." in page
    assert kept.stat().st_mode & 0o077 == 0
