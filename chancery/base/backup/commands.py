"""`chancery backup` and `chancery restore`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from chancery.base.backup import folders, identities, making, restoring, thinning, verifying
from chancery.base.backup.folders import BackupFolder
from chancery.base.backup.refusing import BackupRefused, of_disk
from chancery.base.bucket import BucketAway
from chancery.configuration import UnusableConfiguration, read_configuration

MOST_FAULTS = 20
TELL_SECONDS = 0.2

type Folder = Annotated[
    Path, typer.Argument(help="The folder of the backups, best on another machine’s disk.")
]
type PassphraseFile = Annotated[
    Path | None, typer.Option(help="The file whose first line is the passphrase; else it is asked for.")
]
type Identity = Annotated[
    Path | None, typer.Option(help="The file of the secret key, where the backup is sealed for a public one.")
]
type Name = Annotated[str, typer.Option(help="The backup to look at, as 20261123T201500Z; else the newest.")]


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    folder: Folder,
    recipient: Annotated[str, typer.Option(help="The public key to seal for, as age-keygen prints it.")] = "",
    passphrase_file: PassphraseFile = None,
    keep: Annotated[int, typer.Option(help="How many backups to keep; 0 keeps all.", min=0)] = 0,
    verify: Annotated[
        bool, typer.Option("--verify", help="Only look whether a backup comes out whole.")
    ] = False,
    identity: Identity = None,
    snapshot: Name = "",
) -> None:
    """Back up database, keys and files, sealed for a passphrase or a public key; or verify a backup."""
    with _refusing():
        if verify:
            _verify(folders.opened(folder.absolute()), snapshot, passphrase_file, identity)
        else:
            _make(folder.absolute(), recipient, passphrase_file, keep)


def restore(
    folder: Folder,
    snapshot: Name = "",
    passphrase_file: PassphraseFile = None,
    identity: Identity = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put aside the office that is here, and restore in its place.")
    ] = False,
    moved: Annotated[
        bool,
        typer.Option(
            "--moved", help="The office was stopped before the backup: mail that waits in it may leave."
        ),
    ] = False,
) -> None:
    """Bring a backup into an empty home; what is there already is never overwritten."""
    with _refusing():
        configuration = read_configuration()
        where = folders.opened(folder.absolute())
        with identities.opened(
            where, snapshot, words=_words(where, snapshot, passphrase_file, identity), identity=identity
        ) as opened:
            done = restoring.restore(
                configuration,
                opened,
                replaces=replace,
                holds_mail=not moved,
                now=datetime.now(UTC),
                tell=_tell,
            )
        typer.echo(
            f"Restored {opened.snapshot.name}: the database and {_files(done.files, done.size)} "
            f"in {configuration.home}."
        )
        if done.aside:
            typer.echo(f"What was there before lies in {done.aside}.")
        if done.beside:
            typer.echo(f"The settings of the backup lie in {done.beside}; this home keeps its own.")
        if not moved:
            typer.echo("Mail that waited in the backup is held as cancelled; let it go under Outgoing mail.")
        typer.echo("Run chancery check, then start.")


def _make(folder: Path, recipient: str, passphrase_file: Path | None, keep: int) -> None:
    configuration = read_configuration()
    where = folders.begun(folder)
    words = "" if recipient else _given(passphrase_file)
    if not words and not recipient and making.is_first(configuration.home, where):
        words = _asked("Passphrase for these backups", confirms=not where.snapshots())
    made = making.make(configuration, where, public=recipient, words=words, now=datetime.now(UTC), tell=_tell)
    typer.echo(
        f"Backed up {made.snapshot.name}: the database and {_files(made.facts.files, made.facts.size)}, "
        f"{made.written} of them new."
    )
    if made.facts.missing:
        typer.echo(f"{made.facts.missing} files that the database names are not in the home.", err=True)
    if keep and (gone := thinning.thin_out(where, keep=keep)):
        typer.echo(f"Deleted {gone} older ones.")


def _verify(folder: BackupFolder, name: str, passphrase_file: Path | None, identity: Path | None) -> None:
    words = _words(folder, name, passphrase_file, identity)
    with identities.opened(folder, name, words=words, identity=identity) as opened:
        seen = making.counted("Verifying", opened.facts.size, _tell)
        found = 0
        for found, fault in enumerate(verifying.faults(opened, seen=seen), start=1):
            if found <= MOST_FAULTS:
                typer.echo(fault, err=True)
        if found:
            typer.echo(f"{opened.snapshot.name} is not whole: {found} parts do not come out.", err=True)
            raise typer.Exit(1)
        typer.echo(
            f"Verified {opened.snapshot.name}: the database and "
            f"{_files(opened.facts.files, opened.facts.size)} come out as they went in."
        )


def _words(folder: BackupFolder, name: str, passphrase_file: Path | None, identity: Path | None) -> str:
    """The passphrase, asked for where it is needed and not given."""
    if identity or not folder.snapshot(name).key.is_file():
        return ""
    return _given(passphrase_file) or _asked("Passphrase of these backups", confirms=False)


def _given(passphrase_file: Path | None) -> str:
    if passphrase_file is None:
        return ""
    try:
        lines = passphrase_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        cause = error.strerror if isinstance(error, OSError) else "not text"
        raise BackupRefused(
            f"The file {passphrase_file} cannot be read ({cause}); give another one."
        ) from None
    if not lines or not lines[0].strip():
        raise BackupRefused(f"The first line of {passphrase_file} is empty; write the passphrase there.")
    return lines[0].strip()


def _asked(question: str, *, confirms: bool) -> str:
    if not sys.stdin.isatty():
        raise BackupRefused(
            "No passphrase can be asked for here; give --passphrase-file, or a public key with --recipient."
        )
    return str(typer.prompt(question, hide_input=True, confirmation_prompt=confirms))


@contextmanager
def _refusing() -> Iterator[None]:
    """Write for the owner alone; end with one sentence and exit code 2 where something cannot be done."""
    before = os.umask(0o077)
    try:
        yield
    except BucketAway as away:
        typer.echo(f"The bucket of the files cannot be read ({away}); check CHANCERY_MEDIA.", err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        typer.echo(of_disk(error), err=True)
        raise typer.Exit(2) from None
    except (BackupRefused, UnusableConfiguration) as refusal:
        typer.echo(refusal, err=True)
        raise typer.Exit(2) from None
    finally:
        os.umask(before)


_told_at = 0.0


def _tell(word: str, done: int, total: int) -> None:
    """Say on a terminal how far it is; a log gets the sentence at the end alone."""
    global _told_at
    if sys.stderr.isatty() and (monotonic() - _told_at > TELL_SECONDS or not done):
        _told_at = monotonic()
        of = f" of {_megabytes(total)}" if total else ""
        typer.echo(f"\r{word}: {_megabytes(done)}{of}\x1b[K\r", nl=False, err=True)


def _files(count: int, size: int) -> str:
    return f"{count} file{'' if count == 1 else 's'} ({_megabytes(size)})"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
