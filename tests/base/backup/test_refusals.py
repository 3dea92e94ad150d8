"""What a backup or a restore cannot do is told in one sentence, and nothing is left half done."""

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.base import running
from chancery.base.backup import commands, folders, memory, sealing
from chancery.base.backup.refusing import of_disk
from tests.base.backup import homes
from tests.base.backup.homes import Keys

app = typer.Typer()
commands.register(app)


def chancery(*words: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return homes.keys(tmp_path)


@pytest.fixture
def backed_up(tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a backup; the home that is named now is an empty one elsewhere."""
    homes.back_up(homes.office(tmp_path / "home", monkeypatch), tmp_path / "backups", keys)
    homes.empty(tmp_path / "elsewhere", monkeypatch)
    return tmp_path / "backups"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-20] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [cut, change, Path.unlink])
@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("contents/*/*", "media/files/67/6789mnpqrstv/original does not come out of"),
        ("snapshots/*/database.age", "The database does not come out of"),
        ("snapshots/*/manifest.age", "manifest.age does not open"),
    ],
)
def test_damage_is_found_before_an_office_is_made_of_it(
    backed_up: Path, keys: Keys, tmp_path: Path, part: str, named: str, damage: Callable[[Path], None]
) -> None:
    damage(max(backed_up.glob(part), key=lambda path: path.stat().st_size))

    verified = chancery("backup", backed_up, "--verify", "--identity", keys.secret)
    restored = chancery("restore", backed_up, "--identity", keys.secret)

    if part.endswith("manifest.age") and damage is Path.unlink:
        named = "There is no whole backup in"
    assert verified.exit_code in {1, 2}
    assert restored.exit_code == 2
    assert named in restored.stderr
    assert restored.stderr.count("\n") == 1
    assert not (tmp_path / "elsewhere/chancery.sqlite3").exists()


def test_verifying_names_each_part_that_does_not_come_out(backed_up: Path, keys: Keys) -> None:
    change(homes.content_of(backed_up, 0))
    homes.content_of(backed_up, 1).unlink()

    found = homes.faults(backed_up, keys)

    assert [fault.split(":")[0] for fault in found] == [
        "media/files/23/2345bcdfghjk/original is gone",
        "media/files/67/6789mnpqrstv/original does not come out, it was cut or changed",
    ]


def test_another_secret_key_opens_nothing(backed_up: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = homes.keys(tmp_path / "other")

    refused = chancery("restore", backed_up, "--identity", other.secret)

    assert refused.exit_code == 2
    assert "does not open: the key is another one, or the file was cut or changed" in refused.stderr
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == []


def test_a_passphrase_begins_a_folder_and_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    (tmp_path / "right").write_text("seven quiet rooms\n")
    (tmp_path / "wrong").write_text("seven quiet doors\n")

    begun = chancery("backup", tmp_path / "b", "--passphrase-file", tmp_path / "right")
    again = chancery("backup", tmp_path / "b")
    homes.empty(tmp_path / "elsewhere", monkeypatch)
    wrong = chancery("restore", tmp_path / "b", "--passphrase-file", tmp_path / "wrong")
    silent = chancery("restore", tmp_path / "b")
    right = chancery("restore", tmp_path / "b", "--passphrase-file", tmp_path / "right", "--moved")

    assert begun.stdout.count("\n") == 1
    assert "the database and 5 files (0.8 MB), 5 of them new." in begun.stdout
    assert (again.exit_code, again.stderr) == (0, "")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "The passphrase does not open this backup; give the one it was begun with.\n",
    )
    assert (silent.exit_code, silent.stderr) == (
        2,
        "No passphrase can be asked for here; give --passphrase-file, or a public key with --recipient.\n",
    )
    assert right.exit_code == 0
    assert homes.files(tmp_path / "elsewhere") == homes.files(office.home)


def test_a_restored_office_goes_on_in_the_folder_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes.office(tmp_path / "home", monkeypatch)
    words = tmp_path / "words"
    words.write_text("seven quiet rooms\n")
    chancery("backup", tmp_path / "b", "--passphrase-file", words)
    homes.empty(tmp_path / "elsewhere", monkeypatch)
    chancery("restore", tmp_path / "b", "--passphrase-file", words)

    silent = chancery("backup", tmp_path / "b")
    made = chancery("backup", tmp_path / "b", "--passphrase-file", words)

    assert silent.exit_code == 2
    assert "0 of them new." in made.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["--recipient", "age1junk"],
            "'age1junk' is no public key of age; give the line that begins with age1.",
        ),
        (["--passphrase-file", "{place}/short"], "The passphrase has 5 characters; give one of at least 12."),
        (
            ["--passphrase-file", "{place}/none"],
            "The file {place}/none cannot be read (No such file or directory)",
        ),
        (
            ["--passphrase-file", "{place}/empty"],
            "The first line of {place}/empty is empty; write the passphrase",
        ),
        (
            [],
            "No passphrase can be asked for here; give --passphrase-file, or a public key with --recipient.",
        ),
        (["--verify"], "There is no whole backup in {place}/b; run chancery backup to its end."),
    ],
)
def test_what_cannot_seal_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    homes.office(tmp_path / "home", monkeypatch)
    (tmp_path / "short").write_text("short")
    (tmp_path / "empty").write_text("\n")
    folders.begun(tmp_path / "b")

    refused = chancery("backup", tmp_path / "b", *(word.format(place=tmp_path) for word in words))

    assert refused.exit_code == 2
    assert refused.stderr.startswith(sentence.format(place=tmp_path))
    assert folders.opened(tmp_path / "b").snapshots() == []


def test_one_folder_is_sealed_for_one_key(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    homes.back_up(office, tmp_path / "b", keys)
    (tmp_path / "other").mkdir()

    refused = chancery("backup", tmp_path / "b", "--recipient", homes.keys(tmp_path / "other").public)

    assert refused.exit_code == 2
    assert "is sealed for another key; begin an empty folder for this one." in refused.stderr


def test_a_key_that_somebody_put_into_the_folder_is_not_sealed_for(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    homes.back_up(office, tmp_path / "b", keys)
    (tmp_path / "other").mkdir()
    (tmp_path / "b/recipient").write_text(homes.keys(tmp_path / "other").public)

    refused = chancery("backup", tmp_path / "b")

    assert refused.exit_code == 2
    assert len(folders.opened(tmp_path / "b").snapshots()) == 1


def test_a_living_office_is_not_overwritten(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    homes.back_up(office, tmp_path / "b", keys)
    before = homes.files(office.home)

    filled = chancery("restore", tmp_path / "b", "--identity", keys.secret)
    with running.running(office.home):
        living = chancery("restore", tmp_path / "b", "--identity", keys.secret, "--replace")

    assert (filled.exit_code, living.exit_code) == (2, 2)
    assert filled.stderr == (
        f"{office.home} holds an office already; name an empty home in CHANCERY_HOME, "
        "or say --replace to put aside what is there.\n"
    )
    assert living.stderr == f"Chancery is running in {office.home}; stop it, then restore.\n"
    assert homes.files(office.home) == before
    assert len(homes.rows(office.home, "guest")) == 2


def test_two_backups_at_once_are_refused(tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    homes.back_up(office, tmp_path / "b", keys)

    with memory.alone_with(office.home, folders.opened(tmp_path / "b")):
        refused = chancery("backup", tmp_path / "b")

    assert refused.exit_code == 2
    assert refused.stderr == f"Another backup to {tmp_path / 'b'} is under way; let it end first.\n"


def test_a_backup_of_a_newer_release_is_refused(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    with closing(sqlite3.connect(office.home / "chancery.sqlite3")) as database:
        database.execute("INSERT INTO django_migrations VALUES ('base', '9999_of_next_year')")
        database.commit()
    homes.back_up(office, tmp_path / "b", keys)
    homes.empty(tmp_path / "elsewhere", monkeypatch)

    refused = chancery("restore", tmp_path / "b", "--identity", keys.secret)

    assert refused.exit_code == 2
    assert "The backup was made by a newer Chancery (" in refused.stderr
    assert "it knows base.9999_of_next_year); install that release, then restore." in refused.stderr


def test_a_folder_of_a_newer_form_is_refused(backed_up: Path, keys: Keys) -> None:
    (backed_up / folders.HEAD).write_text(json.dumps({"format": 2, "folder": "abc"}))

    refused = chancery("restore", backed_up, "--identity", keys.secret)

    assert refused.stderr == (
        f"{backed_up} was written by a newer Chancery; install that release and run it there.\n"
    )


def test_another_kind_of_database_is_refused(
    backed_up: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANCERY_DATABASE", "postgresql://nobody@192.0.2.1/none")

    refused = chancery("restore", backed_up, "--identity", keys.secret)

    assert refused.stderr == (
        "The backup is of SQLite and this installation is on PostgreSQL; "
        "take CHANCERY_DATABASE and database in chancery.toml away.\n"
    )


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.mkdir(), "There is no backup in {path}; give the folder that holds"),
        (lambda path: homes.put(path, folders.HEAD, b"{"), "{path}/chancery-backup.json cannot be read"),
    ],
)
def test_a_folder_without_backups_is_refused(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], sentence: str
) -> None:
    homes.empty(tmp_path / "elsewhere", monkeypatch)
    make(tmp_path / "b")

    refused = chancery("restore", tmp_path / "b", "--identity", keys.secret)

    assert refused.exit_code == 2
    assert refused.stderr.startswith(sentence.format(path=tmp_path / "b"))


def test_a_folder_with_something_else_is_not_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.office(tmp_path / "home", monkeypatch)
    homes.put(tmp_path / "letters", "letter.txt", b"Excellency")

    refused = chancery("backup", tmp_path / "letters")

    assert refused.stderr.endswith("holds something else; give an empty folder, or one of earlier backups.\n")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["letter.txt"]


def test_a_full_disk_is_told_as_one(tmp_path: Path, keys: Keys) -> None:
    (tmp_path / ".film.part").symlink_to("/dev/full")

    with pytest.raises(OSError, match="No space left") as full:
        sealing.seal(io.BytesIO(b"a film"), tmp_path / "film", keys.public)

    assert str(of_disk(full.value)) == "The disk is full; make room and run it again, it goes on."
    assert [*tmp_path.glob("*film*")] == []


def test_a_file_outside_of_the_home_is_never_written(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    made = homes.back_up(office, tmp_path / "b", keys)
    with homes.opened(tmp_path / "b", keys) as backup:
        forged = backup.listing.read_text().replace("keys/secrets/0001.key", "../outside.key")
    listing = homes.put(tmp_path, "listing", forged.encode())
    with listing.open("rb") as source:
        sealing.seal(source, made.snapshot.manifest, keys.public)
    homes.empty(tmp_path / "elsewhere", monkeypatch)

    refused = chancery("restore", tmp_path / "b", "--identity", keys.secret)

    assert refused.stderr == "The backup names the file ../outside.key, which is outside of the home.\n"
    assert not (tmp_path / "outside.key").exists()


def test_a_half_restored_home_starts_nothing(backed_up: Path, keys: Keys, tmp_path: Path) -> None:
    homes.content_of(backed_up, 0).unlink()
    chancery("restore", backed_up, "--identity", keys.secret)

    started = subprocess.run(
        [sys.executable, "-m", "chancery", "check"], capture_output=True, text=True, check=False, timeout=120
    )

    assert (started.returncode, started.stderr) == (
        2,
        f"A restore into {tmp_path / 'elsewhere'} was broken off; run it again, it goes on.\n",
    )
    assert not (tmp_path / "elsewhere/chancery.sqlite3").exists()


def test_a_large_file_takes_no_more_memory_than_a_small_one(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = homes.office(tmp_path / "home", monkeypatch)
    with homes.put(office.home, "media/files/bc/bcdfghjkmnpq/original", b"").open("wb") as film:
        film.truncate(150_000_000)
    told = (
        "from chancery.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    )

    words = [sys.executable, "-c", told, "backup", str(tmp_path / "b"), "--recipient", keys.public]
    ran = subprocess.run(words, capture_output=True, text=True, check=True, timeout=300)

    assert int(ran.stdout.splitlines()[-1]) < 100_000  # kilobytes; the file alone would take 150,000


def test_a_folder_whose_first_file_was_broken_off_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / f".{folders.HEAD}").write_bytes(b"")

    begun = folders.begun(tmp_path)

    assert folders.opened(tmp_path) == begun
