"""The manual names every setting, command, role and limit, and no other."""

import re
from pathlib import Path

import typer
from django.conf import settings

from chancery import configuration
from chancery.accounts import commands
from chancery.accounts.roles import RIGHTS, Right, Role
from chancery.desk import commands_office

DOCS = Path(__file__).parents[1] / "docs" / "admin"


def test_every_setting_stands_in_the_manual() -> None:
    source = Path(configuration.__file__).read_text()
    read = {f"CHANCERY_{name.upper()}" for name in re.findall(r'\bsetting\("([a-z_]+)"', source)}

    listed = set(re.findall(r"^\| `(CHANCERY_[A-Z_]+)`", (DOCS / "settings.md").read_text(), re.MULTILINE))

    assert listed == read | {"CHANCERY_HOME"}


def test_the_manual_names_no_setting_that_is_not_there() -> None:
    source = Path(configuration.__file__).read_text()
    read = {f"CHANCERY_{name.upper()}" for name in re.findall(r'\bsetting\("([a-z_0-9]+)"', source)}
    containers = "".join(path.read_text() for path in (DOCS.parents[1] / "deploy" / "container").iterdir())

    manual = "".join(path.read_text() for path in DOCS.parent.rglob("*.md"))
    named = set(re.findall(r"CHANCERY_[A-Z0-9_]+", manual))

    assert named <= read | {"CHANCERY_HOME"} | set(re.findall(r"CHANCERY_[A-Z0-9_]+", containers))


def test_every_key_of_a_sign_on_server_stands_in_the_manual() -> None:
    text = (DOCS / "settings.md").read_text().split("## Single sign-on")[1]

    rows = "".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))

    assert set(re.findall(r"`([a-z_]+)`", rows)) == configuration.OIDC_KNOWN


def test_every_key_of_a_saml_server_stands_in_the_manual() -> None:
    text = (DOCS / "settings.md").read_text().split("## Single sign-on by SAML")[1].split("\n## ")[0]

    rows = "".join(line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))

    assert set(re.findall(r"`([a-z_]+)`", rows)) == configuration.SAML_KNOWN


def test_every_provider_and_key_of_mail_events_stands_in_the_manual() -> None:
    text = (DOCS / "settings.md").read_text().split("## Events of a mail provider")[1].split("## ")[0]
    rows = [line.split("|") for line in text.splitlines() if line.startswith("| `")]

    keys, providers = "".join(row[1] for row in rows), next(row[2] for row in rows if "`provider`" in row[1])

    assert set(re.findall(r"`([a-z_]+)`", keys)) == configuration.MAIL_EVENTS_KNOWN
    assert set(re.findall(r"`([a-z]+)`", providers)) == configuration.PROVIDERS


def test_every_command_of_accounts_stands_in_the_manual() -> None:
    app = typer.Typer()
    commands.register(app)
    commands_office.register(app)
    text = (DOCS / "accounts.md").read_text()
    groups = {"office": commands.office, "user": commands.user}

    verbs = {
        f"chancery {group} {command.name}"
        for group, verbs in groups.items()
        for command in verbs.registered_commands
    }

    missing = {verb for verb in verbs if verb not in text and verb != "chancery user open"}
    assert missing == set()
    assert "`chancery user close E-MAIL`, `open`" in text


def test_every_role_stands_in_the_manual() -> None:
    text = (DOCS / "accounts.md").read_text().split("## Roles")[1].split("right by right")[0]

    listed = re.findall(r"^\| ([a-z ]+?) \|", text, re.MULTILINE)

    assert [role for role in listed if role != "role"] == [str(role.label) for role in Role]


def test_every_right_of_every_role_stands_in_the_manual() -> None:
    text = (DOCS / "accounts.md").read_text().split("## Roles")[1].split("## Commands")[0]
    rows = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines() if "|" in line
    ]
    table = {row[0]: row[1:] for row in rows if len(row) == len(Role) + 1}

    assert table["right"] == [str(role.label) for role in Role]
    for right in Right:
        assert table[str(right.label)] == ["yes" if right in RIGHTS[role] else "–" for role in Role]


def test_the_limits_of_the_manual_are_those_of_the_settings() -> None:
    text = (DOCS / "accounts.md").read_text()

    assert settings.ACCOUNT_RATE_LIMITS["login_failed"] == "10/m/ip,5/5m/key"
    assert "| failed passwords | 10 a minute; 5 in five minutes for one address |" in text
    assert settings.ACCOUNT_RATE_LIMITS["login"] == "30/m/ip"
    assert "| all attempts to sign in | 30 a minute |" in text
    assert settings.ACCOUNT_RATE_LIMITS["sign_in_link"] == "10/m/ip"
    assert settings.ACCOUNT_RATE_LIMITS["invitation"] == "10/m/ip"
    assert "| sign-in links, invitations | 10 a minute each |" in text
    assert settings.ACCOUNT_RATE_LIMITS["reset_password"] == "10/m/ip,3/5m/key"
    assert "| asking for a new password | 10 a minute; 3 in five minutes for one address |" in text
