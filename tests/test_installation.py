"""An installation from an empty folder: made by the first command, or refused in words."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from chancery import checks
from chancery.installation import bring_up_to_date


def chancery(home: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell does."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}
    return subprocess.run(
        [sys.executable, "-m", "chancery", *words],
        env=plain | {"CHANCERY_HOME": str(home)} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_first_command_makes_a_home_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"

    made = chancery(home, "user", "add", "ana@example.org")
    checked = chancery(home, "check")

    assert (made.returncode, checked.returncode) == (0, 0)
    assert made.stdout.startswith("http://localhost:8000/account/link/")
    assert f"Home      {home}" in checked.stdout
    assert "Error:" not in checked.stderr
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "keys" / "sessions.key").stat().st_mode) == 0o600


def test_commands_that_begin_together_make_the_tables_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as together:
        begun = [together.submit(chancery, tmp_path / "home", "user", "list") for _number in range(2)]

    ended = [each.result() for each in begun]
    assert [each.returncode for each in ended] == [0, 0]
    assert [each.stderr.count("Bringing the tables up to date.") for each in ended].count(1) == 1


def test_a_database_that_is_away_ends_with_one_sentence_without_its_password(tmp_path: Path) -> None:
    away = "postgresql://x:hush@127.0.0.1:1/x"

    refused = chancery(tmp_path / "home", "user", "list", CHANCERY_DATABASE=away)
    checked = chancery(
        tmp_path / "home", "check", CHANCERY_DATABASE=away, CHANCERY_MAIL="smtp://u:hush@127.0.0.1:1"
    )

    assert refused.returncode == 2
    assert refused.stderr.startswith("The database cannot be reached")
    assert checked.returncode == 1
    assert "(chancery.database)" in checked.stderr
    assert "(chancery.mail)" in checked.stderr
    for said in (refused, checked):
        assert "hush" not in said.stdout + said.stderr
        assert "Traceback" not in said.stderr


def test_a_setting_that_cannot_be_used_ends_with_one_sentence(tmp_path: Path) -> None:
    refused = chancery(tmp_path / "home", "user", "list", CHANCERY_DEBUG="perhaps")

    assert refused.returncode == 2
    assert refused.stderr == "CHANCERY_DEBUG is 'perhaps'; write yes or no.\n"


@pytest.mark.django_db
def test_tables_of_a_newer_release_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    MigrationRecorder(connection).record_applied("campaign", "0999_of_next_year")
    before = MigrationRecorder(connection).migration_qs.count()

    with pytest.raises(SystemExit) as ended:
        bring_up_to_date()
    (found,) = checks.tables()

    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{found.msg}\n"
    assert found.msg.startswith("The tables are of a newer Chancery than ")
    assert "(they know campaign.0999_of_next_year); install that release again" in found.msg
    assert MigrationRecorder(connection).migration_qs.count() == before


@pytest.mark.django_db
def test_tables_of_this_release_are_not_newer() -> None:
    assert checks.tables() == []
