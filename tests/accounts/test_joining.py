"""Invitations of colleagues: by mail, good once, for a week."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.actions import invitations, links
from chancery.accounts.models import ColleagueInvitation, Membership, User
from chancery.accounts.roles import Role
from chancery.base.models import AuditLine
from tests import make
from tests.conftest import People
from tests.letters import letters

JOIN = {"name": "New Colleague", "language": "ro", "password": "seven grey herons by the lake"}


def invite(people: People, email: str = "new@example.org", *, age: timedelta = timedelta()) -> str:
    """Invite somebody into the first office, and return the path of the link."""
    made = invitations.invite(
        people.office,
        email=email,
        role=Role.PRESS,
        by=make.actor(people.office, people.owner),
        now=timezone.now() - age,
        link_of=lambda key: reverse("accounts:invitation", args=[key]),
    )
    return made.link


def roles(people: People) -> dict[str, str]:
    """The roles in the first office by address, without those that stood there before."""
    members = Membership.objects.filter(organiser=people.office).select_related("user")
    known = {people.owner, people.colleague}
    return {member.user.email: member.role for member in members if member.user not in known}


def test_an_invitation_goes_out_by_mail_with_its_link(signed_in: Client, people: People) -> None:
    response = signed_in.post("/o/mission/team/invite/", {"email": "new@example.org", "role": "press"})

    assert response.headers["Location"] == "/o/mission/team/"
    [letter] = letters()
    assert letter.to == "new@example.org"
    assert letter.subject == "Your colleagues of Mission invite you to Chancery"
    link = re.search(r"http://testserver(/account/invitation/\S+/)", letter.text)
    assert link is not None
    assert "press officer" in Client().get(link[1]).content.decode()


def test_the_key_is_not_kept_and_stands_in_no_line(people: People) -> None:
    key = invite(people).split("/")[-2]

    assert ColleagueInvitation.objects.get().key_digest == links.digest(key)
    assert key not in str(list(AuditLine.objects.values()))


def test_a_new_colleague_joins_with_a_password_of_their_own(client: Client, people: People) -> None:
    response = client.post(invite(people), JOIN)

    assert response.headers["Location"] == "/"
    assert roles(people) == {"new@example.org": "press"}
    made = User.objects.get(email="new@example.org")
    assert (made.name, made.language) == ("New Colleague", "ro")
    assert made.check_password(JOIN["password"])
    assert client.get("/o/mission/").status_code == 200


def test_a_weak_password_makes_no_account(client: Client, people: People) -> None:
    page = client.post(invite(people), JOIN | {"password": "new colleague"}).content.decode()

    assert "The password is too similar to the name." in page
    assert not User.objects.filter(email="new@example.org").exists()


def test_an_invitation_is_good_once(client: Client, people: People) -> None:
    link = invite(people)
    client.post(link, JOIN)

    page = Client().post(link, JOIN | {"name": "Somebody Else"}).content.decode()

    assert "This invitation is no longer good" in page
    assert roles(people) == {"new@example.org": "press"}


def test_an_invitation_is_good_for_a_week(client: Client, people: People) -> None:
    client.post(invite(people, "early@example.org", age=timedelta(days=6, hours=23)), JOIN)
    client.logout()

    page = client.post(invite(people, "late@example.org", age=timedelta(days=7)), JOIN)

    assert "This invitation is no longer good" in page.content.decode()
    assert set(roles(people)) == {"early@example.org"}


def test_a_withdrawn_invitation_is_no_longer_good(signed_in: Client, people: People) -> None:
    link = invite(people)
    code = ColleagueInvitation.objects.get().code

    signed_in.post(f"/o/mission/team/invitations/{code}/withdraw/")

    assert "This invitation is no longer good" in Client().get(link).content.decode()


def test_sending_again_makes_the_first_link_useless(signed_in: Client, people: People) -> None:
    first = invite(people, age=timedelta(days=8))
    code = ColleagueInvitation.objects.get().code

    signed_in.post(f"/o/mission/team/invitations/{code}/again/")

    second = re.search(r"http://testserver(\S+)", letters()[-1].text)
    assert second is not None
    assert "This invitation is no longer good" in Client().get(first).content.decode()
    assert "Your name" in Client().get(second[1]).content.decode()


def test_who_has_an_account_signs_in_first_and_joins_with_it(client: Client, people: People) -> None:
    known = make.user("known@example.org", password="seven grey herons by the lake")
    link = invite(people, "KNOWN@example.org")

    asked = client.get(link)
    client.post(
        asked.headers["Location"],
        {"login": "known@example.org", "password": "seven grey herons by the lake"},
    )
    client.post(link)

    assert roles(people) == {"known@example.org": "press"}
    assert User.objects.filter(email__iexact="known@example.org").get() == known


def test_looking_at_an_invitation_accepts_nothing(client: Client, people: People) -> None:
    client.force_login(people.stranger)

    client.get(invite(people))

    assert roles(people) == {}


def test_a_member_cannot_use_up_the_invitation_of_a_colleague(signed_in: Client, people: People) -> None:
    link = invite(people)

    signed_in.post(link)

    Client().post(link, JOIN)
    assert roles(people) == {"new@example.org": "press"}


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("new@example.org", "An invitation to this address is open"),
        ("OWNER", "Somebody with this address works here already."),
    ],
)
def test_nobody_is_invited_twice(signed_in: Client, people: People, email: str, sentence: str) -> None:
    invite(people)
    email = people.owner.email.upper() if email == "OWNER" else email

    page = signed_in.post("/o/mission/team/invite/", {"email": email, "role": "press"}).content.decode()

    assert sentence in page
    assert ColleagueInvitation.objects.count() == 1


def test_where_the_mail_fails_the_link_is_shown_once(
    signed_in: Client, people: People, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "mailbox").write_text("A file stands where the folder should be.")
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, folder=tmp_path / "mailbox")

    page = signed_in.post("/o/mission/team/invite/", {"email": "new@example.org", "role": "press"})

    assert "The mail did not go out" in page.content.decode()
    link = re.search(r"http://testserver(/account/invitation/\S+?/)<", page.content.decode())
    assert link is not None
    assert "Your name" in Client().get(link[1]).content.decode()
