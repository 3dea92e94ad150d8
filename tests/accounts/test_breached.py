"""Passwords that were stolen elsewhere: looked up in a file of the disk, by halves."""

from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from chancery.base import breached
from chancery.configuration import UnusableConfiguration, read_configuration

STOLEN = "violet kettle under snow"


def list_of(folder: Path, passwords: list[str], *, end: str = "\r\n", last_end: str = "\r\n") -> Path:
    """A file as it is published."""
    lines = sorted(sha1(each.encode()).hexdigest().upper() + f":{len(each)}" for each in passwords)
    path = folder / "stolen.txt"
    path.write_bytes((end.join(lines) + last_end).encode())
    return path


@pytest.mark.parametrize("count", [1, 2, 3, 64, 1001])
@pytest.mark.parametrize(("end", "last_end"), [("\r\n", "\r\n"), ("\n", "\n"), ("\n", "")])
def test_every_line_is_found_and_no_other(tmp_path: Path, count: int, end: str, last_end: str) -> None:
    listed = [f"password {number}" for number in range(count)]
    path = list_of(tmp_path, listed, end=end, last_end=last_end)

    assert all(breached.holds(path, each) for each in listed)
    assert not any(breached.holds(path, f"{each}!") for each in listed)


def test_a_stolen_password_is_refused_in_a_sentence(tmp_path: Path, settings: Any) -> None:
    validate_password(STOLEN)
    settings.BREACHED_PASSWORDS = list_of(tmp_path, [STOLEN, "another one"])

    with pytest.raises(ValidationError, match="was stolen elsewhere"):
        validate_password(STOLEN)
    validate_password(f"{STOLEN} and rain")


def test_a_list_that_is_gone_refuses_nothing_and_is_told(
    tmp_path: Path, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.BREACHED_PASSWORDS = tmp_path / "gone.txt"

    validate_password(STOLEN)

    assert "so that no password is looked up" in caplog.text
    assert STOLEN not in caplog.text


@pytest.mark.parametrize("text", ["", "password1\n", "<html>\n", "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8"])
def test_what_is_no_such_list_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "stolen.txt").write_text(text)
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))
    monkeypatch.setenv("CHANCERY_BREACHED_PASSWORDS", "stolen.txt")

    with pytest.raises(UnusableConfiguration, match="which is no list of SHA-1 digests"):
        read_configuration()


def test_the_list_is_named_from_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = list_of(tmp_path, [STOLEN])
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))
    monkeypatch.setenv("CHANCERY_BREACHED_PASSWORDS", "stolen.txt")

    assert read_configuration().breached_passwords == path
