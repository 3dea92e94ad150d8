"""The `chancery` command: gathers the verbs of the apps."""

import os
import sys
from importlib import import_module

import typer

from chancery.base.backup import MARK
from chancery.configuration import UnusableConfiguration

# These start without Django: they read and write files only, or must run before the tables are touched.
FILE_COMMANDS = {
    "order": "chancery.precedence.commands",
    "match": "chancery.directory.commands",
    "times": "chancery.programme.commands",
    "backup": "chancery.base.backup.commands",
    "restore": "chancery.base.backup.commands",
}
OFFICE_COMMANDS = (
    "chancery.checks",
    "chancery.accounts.commands",
    "chancery.accounts.commands_seal",
    "chancery.seating.commands",
    "chancery.record.commands",
    "chancery.campaign.commands",
    "chancery.occasions.commands",
    "chancery.desk.commands",
)
# As sysexits.h has it: try again later.
EXIT_OUT = 75


def main() -> None:
    """Run one command; an unusable configuration ends with its sentence and exit code 2."""
    app = typer.Typer(
        help="The event office of a mission in one program.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_nothing)
    for module in dict.fromkeys(FILE_COMMANDS.values()):
        import_module(module).register(app)
    if not (sys.argv[1:2] and sys.argv[1] in FILE_COMMANDS):
        _start_django()
        for module in OFFICE_COMMANDS:
            import_module(module).register(app)
    try:
        app()
    except Exception as error:
        refuse_while_out(error)
        raise


def refuse_while_out(error: Exception) -> None:
    """Say in one sentence that the database or the disk is out; anything else is left to be told whole."""
    out = import_module("chancery.base.outages").outage_of(error)
    if out == "disk":
        typer.echo("The disk is full, so this was not done; make room and run it again.", err=True)
    elif out == "database":
        typer.echo("The database does not answer, so this was not done to its end; run it again.", err=True)
    if out:
        raise SystemExit(EXIT_OUT) from None


def _nothing() -> None:
    """The event office of a mission in one program."""


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
    try:
        import_module("django").setup()
    except UnusableConfiguration as error:
        typer.echo(error, err=True)
        raise SystemExit(2) from None
    _refuse_half_a_home()
    if _asks_the_tables(sys.argv[1:]):
        import_module("chancery.installation").bring_up_to_date()


def _asks_the_tables(words: list[str]) -> bool:
    """The check says itself what is wrong with a database, and who asks what there is changes nothing."""
    return bool(words) and words[0] != "check" and "--help" not in words


def _refuse_half_a_home() -> None:
    """A restore that was broken off is brought to its end before anything else is done in that home."""
    mark = import_module("django.conf").settings.HOME / MARK
    if mark.is_file():
        typer.echo(f"A restore into {mark.parent} was broken off; run it again, it goes on.", err=True)
        raise SystemExit(2)


if __name__ == "__main__":
    main()
