"""An installation from an empty folder: made by the first command, or refused in words."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


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
