"""Settings: the environment over `chancery.toml` over defaults, each checked, each refusal one sentence."""

from pathlib import Path

import pytest

from chancery.configuration import (
    Configuration,
    ImapServer,
    MailEvents,
    UnusableConfiguration,
    read_configuration,
)


def read(home: Path, monkeypatch: pytest.MonkeyPatch, toml: str = "", **environment: str) -> Configuration:
    """Read the configuration of a home, with nothing else in the environment."""
    for name in (
        "BASE_URL",
        "ALLOWED_HOSTS",
        "DATABASE",
        "MAIL",
        "MAIL_FROM",
        "INBOX",
        "INBOX_ADDRESS",
        "DEBUG",
    ):
        monkeypatch.delenv(f"CHANCERY_{name}", raising=False)
    monkeypatch.setenv("CHANCERY_HOME", str(home))
    for name, value in environment.items():
        monkeypatch.setenv(f"CHANCERY_{name.upper()}", value)
    (home / "chancery.toml").write_text(toml)
    return read_configuration()


def test_defaults_keep_everything_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(tmp_path, monkeypatch)

    assert found.base_url == "http://localhost:8000"
    assert found.database["NAME"] == tmp_path / "chancery.sqlite3"
    assert found.mail.server is None
    assert (found.is_secure, found.is_debug, found.oidc) == (False, False, ())


def test_the_environment_counts_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = 'base_url = "https://file.example.org"\nmail_from = "File <file@example.org>"'

    found = read(tmp_path, monkeypatch, toml, base_url="https://environment.example.org/")

    assert found.base_url == "https://environment.example.org"
    assert found.mail_from == "File <file@example.org>"
    assert found.is_secure
    assert "environment.example.org" in found.allowed_hosts


def test_marks_in_passwords_are_read_as_they_are_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(
        tmp_path,
        monkeypatch,
        database="postgresql://u:p%40ss@db.example.org:5433/office",
        mail="smtps://a%40example.org:p%2Fss@mail.example.org",
    )

    assert (found.database["PASSWORD"], found.database["PORT"]) == ("p@ss", "5433")
    assert found.mail.server is not None
    server = found.mail.server
    assert (server.user, server.password, server.port) == ("a@example.org", "p/ss", 465)
    assert server.is_encrypted


def test_an_office_on_the_network_answers_under_its_own_names_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home = read(tmp_path, monkeypatch)
    in_town = read(
        tmp_path, monkeypatch, base_url="https://office.example.org", allowed_hosts="www.office.example.org"
    )

    assert at_home.allowed_hosts == ("localhost", "127.0.0.1", "[::1]")
    assert in_town.allowed_hosts == ("www.office.example.org", "office.example.org")


@pytest.mark.parametrize(
    ("toml", "environment", "sentence"),
    [
        ("", {"database": "mysql://x"}, "CHANCERY_DATABASE begins with 'mysql'; write postgresql://"),
        ("", {"mail": "mail.example.org"}, "CHANCERY_MAIL is 'mail.example.org'; write smtp://"),
        (
            "",
            {"mail": "imap://u:hush@mail.example.org"},
            "CHANCERY_MAIL is 'mail.example.org'; write smtp://",
        ),
        ("", {"logs": "xml"}, "CHANCERY_LOGS is 'xml'; write plain or json."),
        (
            "",
            {"metrics": "hush"},
            "CHANCERY_METRICS is a token of 4 characters; write off, loopback, or a token of at least 24",
        ),
        ("", {"debug": "perhaps"}, "CHANCERY_DEBUG is 'perhaps'; write yes or no."),
        (
            'google_wallet_issuer = "BCR2DN"',
            {},
            "CHANCERY_GOOGLE_WALLET_ISSUER is 'BCR2DN'; write the number that Google’s console shows.",
        ),
        ("base_url = ", {}, "chancery.toml cannot be read: Invalid value"),
    ],
)
def test_what_cannot_be_used_is_refused_without_its_password(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    toml: str,
    environment: dict[str, str],
    sentence: str,
) -> None:
    with pytest.raises(UnusableConfiguration) as refused:
        read(tmp_path, monkeypatch, toml, **environment)

    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "hush" not in str(refused.value)


def test_inbox_is_a_mailbox_on_a_server_or_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = read(
        tmp_path, monkeypatch, inbox="imaps://a%40example.org:p%2Fss@mail.example.org/Replies"
    ).inbox
    plain = read(tmp_path, monkeypatch, inbox="imap://a:b@localhost").inbox

    assert server == ImapServer("mail.example.org", 993, "a@example.org", "p/ss", "Replies", True)
    assert plain == ImapServer("localhost", 143, "a", "b", "INBOX", False)
    assert read(tmp_path, monkeypatch, inbox="/var/mail/office").inbox == Path("/var/mail/office")
    assert read(tmp_path, monkeypatch, inbox="incoming").inbox == tmp_path / "incoming"
    assert read(tmp_path, monkeypatch).inbox is None


@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [
        ("inbox", "pop3://a:secret@mail.example.org", "CHANCERY_INBOX"),
        ("inbox", "imaps://mail.example.org", "CHANCERY_INBOX"),
        ("inbox_address", "replies", "CHANCERY_INBOX_ADDRESS"),
        ("inbox_address", "replies+{organiser}@example.org", "CHANCERY_INBOX_ADDRESS"),
        ("inbox_address", "replies@{office}", "CHANCERY_INBOX_ADDRESS"),
    ],
)
def test_inbox_that_cannot_be_read_is_refused_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, why: str
) -> None:
    with pytest.raises(UnusableConfiguration, match=f"{why} is") as refused:
        read(tmp_path, monkeypatch, **{setting: value})

    assert "secret" not in str(refused.value)


def test_mail_events_name_a_provider_and_its_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "events.secret").write_text("s3cret\n")
    toml = '[mail_events]\nprovider = "mailgun"\nsecret_file = "events.secret"'

    assert read(tmp_path, monkeypatch, toml).mail_events == MailEvents("mailgun", "s3cret")


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ('provider = "pigeon"\nsecret = "x"', "names the provider 'pigeon'"),
        ('provider = "mailgun"', "lacks secret"),
        ('provider = "mailgun"\nkey = "x"', "has key, which is not known"),
    ],
)
def test_mail_events_that_cannot_be_proved_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toml: str, why: str
) -> None:
    with pytest.raises(UnusableConfiguration, match=why):
        read(tmp_path, monkeypatch, f"[mail_events]\n{toml}")
