"""Backups: what went in comes out, what was broken off goes on, and nothing is written twice."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from chancery.base.backup import folders, making, thinning
from chancery.base.backup.refusing import BackupRefused
from chancery.configuration import Configuration
from tests.base.backup import homes
from tests.base.backup.homes import Keys

CANCELLED = "Held because the office was restored from a backup: it may have left since then."


@dataclass(frozen=True)
class Case:
    """An office, a folder for its backups, the keys, and a home elsewhere."""

    office: Configuration
    where: Path
    keys: Keys
    elsewhere: Path


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    office = homes.office(tmp_path / "home", monkeypatch)
    return Case(office, tmp_path / "backups", homes.keys(tmp_path), tmp_path / "elsewhere")


def test_what_went_in_comes_out_elsewhere(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)

    restored = homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)

    assert homes.files(case.elsewhere) == homes.files(case.office.home)
    assert homes.rows(case.elsewhere, "guest") == [("Qudsi Osmanov",), ("Vasili Simileanu",)]
    assert (restored.aside, restored.beside) == ("", None)
    assert homes.faults(case.where, case.keys) == []


def test_a_file_keeps_the_time_it_was_written(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)
    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)

    name = "media/files/23/2345bcdfghjk/original"

    assert (case.elsewhere / name).stat().st_mtime_ns == (case.office.home / name).stat().st_mtime_ns


def test_nothing_of_the_office_lies_open_in_the_folder(case: Case) -> None:
    homes.back_up(case.office, case.where, case.keys)

    written = b"".join(path.read_bytes() for path in case.where.rglob("*") if path.is_file())
    names = " ".join(str(path) for path in case.where.rglob("*"))

    assert not any(
        word in written for word in (b"Osmanov", b"a picture", b"what seals diets", b"2345bcdfghjk")
    )
    assert "2345bcdfghjk" not in names
    assert [*(case.office.home / "backups").rglob("*.sqlite3*")] == [
        *(case.office.home / "backups").rglob("known.sqlite3")
    ]


def test_what_is_in_the_log_of_the_database_is_in_the_backup(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(case.office.home / "chancery.sqlite3")) as writing:
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("INSERT INTO guest VALUES ('A guest of today')")
        writing.commit()
        writing.execute("INSERT INTO guest VALUES ('Not yet certain')")

        homes.back_up(case.office, case.where, case.keys)

    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)
    assert homes.rows(case.elsewhere, "guest") == [
        ("A guest of today",),
        ("Qudsi Osmanov",),
        ("Vasili Simileanu",),
    ]


def test_files_on_another_disk_are_kept_too(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = homes.files(case.office.home)
    media, larger = case.office.home / "media", tmp_path / "larger"
    media.rename(larger)
    media.symlink_to(larger)
    homes.back_up(case.office, case.where, case.keys)
    (tmp_path / "another").mkdir()
    elsewhere = homes.empty(case.elsewhere, monkeypatch)
    (elsewhere.home / "media").symlink_to(tmp_path / "another")

    homes.bring_back(elsewhere, case.where, case.keys)

    brought = {f"media/{name}": content for name, content in homes.files(tmp_path / "another").items()}
    names = {"keys/backups.key": (case.office.home / "keys/backups.key").read_bytes()}
    assert homes.files(case.elsewhere) | brought == before | names


def test_second_backup_writes_only_what_is_new(case: Case) -> None:
    first = homes.back_up(case.office, case.where, case.keys)
    homes.put(case.office.home, "media/files/bc/bcdfghjkmnpq/original", b"a new picture")
    homes.put(case.office.home, "media/files/bc/bcdfghjkmnpr/original", b"a picture " * 20_000)

    second = homes.back_up(case.office, case.where, case.keys, day=1)

    assert (first.written, second.written) == (5, 1)
    assert second.facts.files == first.facts.files + 2
    assert homes.faults(case.where, case.keys) == []


def test_a_file_that_changed_is_read_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)
    homes.put(case.office.home, "media/files/23/2345bcdfghjk/original", b"A PICTURE " * 20_000)

    homes.back_up(case.office, case.where, case.keys, day=1)

    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)
    assert homes.files(case.elsewhere) == homes.files(case.office.home)


def test_a_backup_that_was_broken_off_goes_on(case: Case) -> None:
    folder = folders.begun(case.where)
    whole = homes.PICTURES["2345bcdfghjk"]

    def break_off(word: str, done: int, total: int) -> None:
        if word == "Files" and done > len(whole) + 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        making.make(case.office, folder, public=case.keys.public, words="", now=homes.MONDAY, tell=break_off)
    assert folder.snapshots() == []

    made = homes.back_up(case.office, case.where, case.keys, day=1)

    assert made.written == 2
    assert folder.broken_off() == []
    assert [*case.where.rglob("*.part")] == []
    assert homes.faults(case.where, case.keys) == []


def test_a_file_that_the_database_names_and_that_is_gone_is_counted(case: Case) -> None:
    (case.office.home / "media/files/23/2345bcdfghjk/original").unlink()

    made = homes.back_up(case.office, case.where, case.keys)

    assert made.facts.missing == 1


def test_thinning_keeps_what_the_newest_need(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)
    (case.office.home / "media/files/23/2345bcdfghjk/original").unlink()
    homes.back_up(case.office, case.where, case.keys, day=1)
    homes.back_up(case.office, case.where, case.keys, day=2)
    before = len([*case.where.glob("contents/??/*")])

    gone = thinning.thin_out(folders.opened(case.where), keep=2)

    assert gone == 1
    assert len([*case.where.glob("contents/??/*")]) == before - 1
    assert [snapshot.name for snapshot in folders.opened(case.where).snapshots()] == [
        "20261124T201500Z",
        "20261125T201500Z",
    ]
    assert homes.faults(case.where, case.keys) == []
    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)
    assert homes.files(case.elsewhere) == homes.files(case.office.home)


def test_mail_that_waited_is_held_unless_the_office_moved(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.back_up(case.office, case.where, case.keys)

    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)
    moved = homes.empty(tmp_path / "moved", monkeypatch)
    homes.bring_back(moved, case.where, case.keys, holds_mail=False)

    assert homes.rows(case.elsewhere, "base_outboxmessage") == [
        (1, "cancelled", "", CANCELLED),
        (2, "sent", "", "250 taken"),
        (3, "cancelled", "", CANCELLED),
    ]
    assert homes.rows(moved.home, "base_outboxmessage") == homes.rows(case.office.home, "base_outboxmessage")


def test_restore_that_was_broken_off_goes_on(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)
    film = homes.content_of(case.where, 0)
    hidden = film.rename(case.where / "hidden")
    elsewhere = homes.empty(case.elsewhere, monkeypatch)
    with pytest.raises(BackupRefused, match="6789mnpqrstv/original does not come out of"):
        homes.bring_back(elsewhere, case.where, case.keys)
    picture = case.elsewhere / "media/files/23/2345bcdfghjk/original"
    written = picture.stat().st_ino
    assert not (case.elsewhere / "chancery.sqlite3").exists()

    hidden.rename(film)
    homes.bring_back(elsewhere, case.where, case.keys)

    assert picture.stat().st_ino == written
    assert homes.files(case.elsewhere) == homes.files(case.office.home)
    assert [*case.elsewhere.rglob("*restoring*")] == []


def test_what_is_there_is_put_aside_with_a_plain_yes(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.back_up(case.office, case.where, case.keys)
    before = homes.files(case.office.home)
    with closing(sqlite3.connect(case.office.home / "chancery.sqlite3")) as database:
        database.execute("INSERT INTO guest VALUES ('Of today')")
        database.commit()

    restored = homes.bring_back(case.office, case.where, case.keys, replaces=True)

    assert homes.rows(case.office.home, "guest") == [("Qudsi Osmanov",), ("Vasili Simileanu",)]
    assert ("Of today",) in homes.rows(Path(restored.aside), "guest")
    assert homes.files(Path(restored.aside)) == before
    assert (
        homes.files(case.office.home, but=("mailbox", "backups", "running.lock", Path(restored.aside).name))
        == before
    )


def test_settings_of_the_home_stay_and_those_of_the_backup_lie_beside(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.back_up(case.office, case.where, case.keys)
    elsewhere = homes.empty(case.elsewhere, monkeypatch)
    own = homes.put(case.elsewhere, "chancery.toml", b'base_url = "https://drill.example"\n')

    restored = homes.bring_back(elsewhere, case.where, case.keys)

    assert own.read_bytes() == b'base_url = "https://drill.example"\n'
    assert restored.beside == case.elsewhere / "chancery.toml.from-backup"
    assert restored.beside.read_bytes() == (case.office.home / "chancery.toml").read_bytes()


def test_secrets_that_settings_name_outside_of_the_keys_are_kept(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.put(
        case.office.home, "chancery.toml", b'[mail_events]\nprovider = "mailgun"\nsecret_file = "events"\n'
    )
    homes.put(case.office.home, "events", b"s3cret")
    homes.back_up(case.office, case.where, case.keys)

    homes.bring_back(homes.empty(case.elsewhere, monkeypatch), case.where, case.keys)

    assert (case.elsewhere / "events").read_bytes() == b"s3cret"
