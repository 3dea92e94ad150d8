"""Offices and accounts from the command line."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from click.testing import Result
from django.test import Client
from typer.testing import CliRunner

from chancery.accounts import commands
from chancery.accounts.models import Membership, Organiser, User
from chancery.base.models import AuditLine
from chancery.desk import commands_office
from tests import make

CREATE = (
    "office",
    "create",
    "embassy",
    "--city",
    "Bucharest",
    "--name",
    "en=Embassy",
    "--name",
    "ro=Ambasada",
)


@pytest.fixture
def run(db: Any) -> Any:
    """Run `chancery` with some words."""
    app = typer.Typer()
    commands.register(app)
    commands_office.register(app)

    def run(*words: str) -> Result:
        result = CliRunner().invoke(app, words)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run


def test_an_office_is_founded_with_its_owner_and_a_link_is_printed(run: Any) -> None:
    result = run(*CREATE, "--time-zone", "Europe/Bucharest", "--state", "az", "--owner", "a@example.org")

    assert result.exit_code == 0
    office = Organiser.objects.get()
    assert (office.names, office.languages) == ({"en": "Embassy", "ro": "Ambasada"}, ["en", "ro"])
    assert (office.state, office.time_zone) == ("AZ", "Europe/Bucharest")
    assert Membership.objects.get().role == "owner"
    assert AuditLine.objects.filter(code="accounts.organiser.founded", by=None).count() == 1
    client = Client()
    link = re.search(r"http://\S+?(/account/link/\S+/)", result.output)
    assert link is not None
    client.post(link[1])
    assert client.get("/o/embassy/").status_code == 200


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--time-zone", "Nowhere"), "“Nowhere” is no time zone; write it as Europe/Bucharest."),
        (("--profile", "nowhere"), "There is no profile “nowhere”;"),
        (("--name", "Embassy"), "“Embassy” names no language; write --name en=“Embassy of Sampleland”."),
    ],
)
def test_an_office_that_cannot_be_is_refused_in_a_sentence(
    run: Any, words: tuple[str, ...], sentence: str
) -> None:
    result = run(*CREATE, *words)

    assert result.exit_code == 2
    assert sentence in result.output
    assert not Organiser.objects.exists()


def test_a_short_name_is_given_once(run: Any) -> None:
    run(*CREATE)

    result = run(*CREATE)

    assert result.exit_code == 2
    assert "There is an office “embassy” already; choose another short name." in result.output


def test_offices_and_accounts_are_listed(run: Any) -> None:
    run(*CREATE)
    run("user", "add", "ana@example.org", "--name", "Ana", "--office", "embassy", "--role", "press")
    run("user", "add", "ben@example.org")

    assert run("office", "list").output == "embassy\tEmbassy\tBucharest\t1\n"
    ana, ben = (str(each.pk) for each in User.objects.order_by("email"))
    listed = f"ana@example.org\tAna\tembassy: press\t\t{ana}\nben@example.org\t\t\t\t{ben}\n"
    assert run("user", "list").output == listed
    assert run("user", "list", "--office", "embassy").output.count("\n") == 1


def test_an_account_without_a_password_opens_by_its_link_alone(run: Any) -> None:
    result = run("user", "add", "ana@example.org")

    user = User.objects.get()
    assert not user.has_usable_password()
    assert result.output.startswith("http://localhost:8000/account/link/")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("user", "add", "ANA@example.org"), "There is an account ANA@example.org already;"),
        (("user", "add", "new@example.org", "--language", "xx"), "There are no pages in “xx”;"),
        (("user", "add", "new@example.org", "--office", "nowhere"), "There is no office “nowhere”;"),
        (("user", "link", "nobody@example.org"), "There is no account nobody@example.org;"),
        (("user", "role", "ana@example.org", "nowhere", "press"), "There is no office “nowhere”;"),
        (("user", "role", "ana@example.org", "mission", "press"), "is the only owner of mission;"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    run: Any, words: tuple[str, ...], sentence: str
) -> None:
    make.member(make.organiser("mission"), "owner", make.user("ana@example.org"))

    result = run(*words)

    assert result.exit_code == 2
    assert sentence in result.output
    assert User.objects.count() == 1
    assert Membership.objects.get().role == "owner"


def test_a_role_is_given_and_changed(run: Any) -> None:
    make.organiser("mission")
    make.user("ana@example.org")

    run("user", "role", "ana@example.org", "mission", "press")
    run("user", "role", "ana@example.org", "mission", "head")

    assert Membership.objects.get().role == "head"
    codes = AuditLine.objects.order_by("pk").values_list("code", flat=True)
    assert list(codes) == ["accounts.membership.created", "accounts.membership.changed"]


def test_a_closed_account_is_signed_out_and_can_be_opened_again(run: Any) -> None:
    ana = make.member(make.organiser("mission"), who=make.user("ana@example.org")).user
    client = Client()
    client.force_login(ana)

    run("user", "close", "ana@example.org")
    assert client.get("/o/mission/").status_code == 302
    run("user", "open", "ana@example.org")

    assert client.get("/o/mission/").status_code == 200
    assert [line.changes for line in AuditLine.objects.order_by("pk")] == [
        {"is_active": [True, False]},
        {"is_active": [False, True]},
    ]


def test_a_lost_second_step_is_taken_away_with_a_line(run: Any) -> None:
    ana = make.member(make.organiser("mission"), who=make.user("ana@example.org")).user
    ana.authenticator_set.create(type="totp", data={"secret": "x"})

    result = run("user", "second-step", "ana@example.org")

    assert result.output == "1 taken away; ana@example.org signs in with the password or a link alone.\n"
    assert not ana.authenticator_set.exists()
    assert "was taken away on the server" in AuditLine.objects.get().reason


def test_a_test_mail_says_where_it_went(run: Any, settings: Any, tmp_path: Path) -> None:
    settings.MAIL_ROUTE = replace(settings.MAIL_ROUTE, folder=tmp_path / "mailbox")

    result = run("mail-test", "ana@example.org")

    [kept] = (tmp_path / "mailbox").iterdir()
    assert result.exit_code == 0
    assert str(kept) in result.output
