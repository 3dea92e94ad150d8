"""Somebody's own account: name, language, address, and ways to sign in."""

import re

from django.test import Client

from chancery.accounts.models import User
from chancery.base.models import AuditLine
from tests import make
from tests.conftest import People
from tests.letters import letters

PASSWORD = "seven grey herons by the lake"
WRITTEN = {"name": "Elena Marin", "language": "ro", "theme": "dark", "density": "close"}


def confirm_password(client: Client, user: User) -> None:
    """Sign in by password and say it once more, as pages that matter ask."""
    user.set_password(PASSWORD)
    user.save()
    client.logout()
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def test_what_is_written_shows_on_every_page(signed_in: Client, people: People) -> None:
    signed_in.post("/account/", WRITTEN)

    page = signed_in.get("/account/").content.decode()

    assert '<html lang="ro" dir="ltr" data-theme="dark" data-density="close">' in page
    assert "Elena Marin" in page


def test_a_new_name_leaves_a_line_in_each_office_and_taste_leaves_none(
    signed_in: Client, people: People
) -> None:
    second = make.member(make.organiser("second"), who=people.owner).organiser

    signed_in.post("/account/", WRITTEN)
    signed_in.post("/account/", WRITTEN | {"theme": "light"})

    lines = AuditLine.objects.filter(code="accounts.user.changed").order_by("organiser_id")
    assert [line.organiser_id for line in lines] == [people.office.pk, second.pk]
    assert [line.changes for line in lines] == [{"name": ["", "Elena Marin"]}] * 2


def test_the_page_lists_the_offices_with_the_role_in_each(signed_in: Client, people: People) -> None:
    make.member(make.organiser("second"), "press", who=people.owner)

    page = signed_in.get("/account/").content.decode()

    assert "/o/mission/" in page
    assert "/o/second/" in page
    assert "press officer" in page
    assert "/o/elsewhere/" not in page


def test_an_account_without_a_way_back_is_told_so(signed_in: Client, people: People) -> None:
    assert "You have no way to come back yet" in signed_in.get("/account/").content.decode()

    confirm_password(signed_in, people.owner)

    assert "You have no way to come back yet" not in signed_in.get("/account/").content.decode()


def test_several_offices_are_listed_and_one_is_opened(client: Client, people: People) -> None:
    client.force_login(people.owner)
    assert client.get("/").headers["Location"] == "/o/mission/"

    make.member(make.organiser("second"), who=people.owner)

    page = client.get("/").content.decode()
    assert "/o/mission/" in page
    assert "/o/second/" in page


def test_who_belongs_nowhere_is_told_whom_to_ask(client: Client, people: People) -> None:
    client.force_login(make.user())

    assert "ask an owner of your office to invite you" in client.get("/").content.decode()


# Another address.


def test_a_new_address_counts_from_the_click_on_its_link(client: Client, people: People) -> None:
    confirm_password(client, people.owner)

    client.post("/account/address/", {"email": "new@example.org"})
    people.owner.refresh_from_db()
    assert people.owner.email != "new@example.org"
    [letter] = letters()
    assert letter.to == "new@example.org"
    link = re.search(r"http://testserver(\S+)", letter.text)
    assert link is not None
    client.get(link[1])
    people.owner.refresh_from_db()
    assert people.owner.email != "new@example.org"
    client.post(link[1])

    people.owner.refresh_from_db()
    assert people.owner.email == "new@example.org"


def test_a_link_to_a_new_address_is_good_once_and_for_its_owner_only(client: Client, people: People) -> None:
    confirm_password(client, people.owner)
    client.post("/account/address/", {"email": "new@example.org"})
    link = re.search(r"http://testserver(\S+)", letters()[0].text)
    assert link is not None

    stranger = Client()
    stranger.force_login(people.stranger)
    assert "made for another account" in stranger.post(link[1]).content.decode()
    client.post(link[1])
    assert "This link is used up" in client.post(link[1]).content.decode()


def test_an_address_that_somebody_has_gets_no_mail_and_tells_nobody(client: Client, people: People) -> None:
    confirm_password(client, people.owner)

    taken = client.post("/account/address/", {"email": people.stranger.email.upper()}).content.decode()
    free = client.post("/account/address/", {"email": "new@example.org"}).content.decode()

    assert [letter.to for letter in letters()] == ["new@example.org"]
    assert taken.count("The link is on its way") == free.count("The link is on its way") == 2


def test_signing_out_everywhere_ends_the_other_sessions_and_leaves_a_line(
    signed_in: Client, people: People
) -> None:
    elsewhere = Client()
    elsewhere.force_login(people.owner)

    signed_in.post("/account/sign-out-everywhere/")

    assert signed_in.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert AuditLine.objects.order_by("-pk")[0].reason == "Signed out everywhere."


def test_changing_the_address_asks_for_the_password_first(signed_in: Client, people: People) -> None:
    people.owner.set_password(PASSWORD)
    people.owner.save()
    signed_in.force_login(people.owner)

    response = signed_in.get("/account/address/")

    assert response.headers["Location"].startswith("/account/reauthenticate/")
