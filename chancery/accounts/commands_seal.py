"""`chancery seal`: the seals over the history from the command line."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from chancery.accounts.commands import organiser_named, refuse
from chancery.accounts.models import Organiser
from chancery.base.audit_seal import keys, receipts, sealing, verifying
from chancery.base.audit_seal.receipts import Receipt, UnreadableReceipt

seal = typer.Typer(no_args_is_help=True, help="Seals over the history: verify, receipt, key.")

type Office = Annotated[str, typer.Argument(metavar="OFFICE", help="The short name of the office.")]


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.add_typer(seal, name="seal")


@seal.command("verify")
def verify(
    office: Annotated[str, typer.Argument(metavar="[OFFICE]", help="One office; else all of them.")] = "",
    receipt: Annotated[Path | None, typer.Option(help="A receipt of an earlier seal of that office.")] = None,
) -> None:
    """Look whether the history is as it was sealed; the exit code is 1 where it is not."""
    if receipt is not None and not office:
        refuse("A receipt is of one office; name it.")
    chosen = [organiser_named(office)] if office else list(Organiser.objects.order_by("ref"))
    against = _read(receipt) if receipt else None
    wrong = [_verify(organiser, against) for organiser in chosen]
    if any(wrong):
        raise typer.Exit(1)


def _verify(organiser: Organiser, receipt: Receipt | None) -> int:
    sealing.seal_lines(organiser.pk, now=timezone.now())
    report = verifying.verify(organiser.pk, now=timezone.now(), receipt=receipt)
    for finding in report.findings:
        typer.echo(f"{organiser.ref}: {finding.words}", err=True)
    typer.echo(
        f"{organiser.ref}: {report.lines} lines in {report.seals} seals, {report.erased} with erased values, "
        f"{report.unsealed} not sealed yet, {report.wrong} things wrong."
    )
    return report.wrong


@seal.command("receipt")
def receipt(office: Office) -> None:
    """Print the newest seal of an office, to keep elsewhere."""
    organiser = organiser_named(office)
    sealing.seal_lines(organiser.pk, now=timezone.now())
    newest = sealing.newest_seal(organiser.pk)
    if newest is None:
        refuse(f"Nothing is sealed at {organiser.ref} yet; its history is empty.")
    typer.echo(receipts.written(newest, organiser.ref), nl=False)


@seal.command("key")
def key() -> None:
    """Print the public key that seals are signed with."""
    typer.echo(keys.public())


def _read(path: Path) -> Receipt:
    try:
        return receipts.read(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, UnreadableReceipt):
        refuse(f"{path} holds no receipt of a seal; give the text as it was printed.")
