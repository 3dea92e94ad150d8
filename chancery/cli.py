"""The `chancery` command: runs one of the verbs of the apps."""

import os
import sys
from importlib import import_module

import typer

from chancery.base.backup import MARK
from chancery.configuration import UnusableConfiguration
from chancery.verbs import VERBS, Verb

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
    if verb := VERBS.get(next(iter(sys.argv[1:]), "")):
        _register(app, verb)
    else:
        _list_verbs(app)
    try:
        app()
    except Exception as error:
        refuse_while_out(error)
        raise


def _register(app: typer.Typer, verb: Verb) -> None:
    """Add one verb with all its words; no other is loaded."""
    if not verb.alone:
        _start_django()
    for module in verb.modules:
        import_module(module).register(app)


def _list_verbs(app: typer.Typer) -> None:
    """Add all verbs by their sentences alone: they are listed, and what is none of them is refused."""
    for name, verb in VERBS.items():
        app.command(name, help=verb.sentence)(_nothing)


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
