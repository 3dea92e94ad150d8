"""`chancery office`, `chancery user` and `chancery mail-test`: offices and accounts from the command line."""

import sys
from pathlib import Path
from typing import Annotated, Never

import typer
from django.conf import settings
from django.utils import timezone

from chancery.accounts import queries
from chancery.accounts.actions import links, mail_test, team, users
from chancery.accounts.models import Membership, Organiser, User
from chancery.accounts.roles import Role
from chancery.base import mail, served
from chancery.base.audit import Actor

office = typer.Typer(no_args_is_help=True, help="Offices: create, list.")
user = typer.Typer(no_args_is_help=True, help="Accounts: add, link, list, role, sign-out, close, open.")

type Email = Annotated[str, typer.Argument(metavar="E-MAIL", help="The address somebody signs in with.")]
type Ref = Annotated[str, typer.Argument(metavar="OFFICE", help="The short name of the office.")]


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""
    app.add_typer(office, name="office")
    app.add_typer(user, name="user")
    app.command("mail-test")(mail_test_to)


@office.command("list")
def list_offices() -> None:
    """List the offices with their members' number."""
    for organiser in Organiser.objects.order_by("ref"):
        members = Membership.objects.filter(organiser=organiser).count()
        typer.echo(f"{organiser.ref}\t{organiser}\t{organiser.city}\t{members}")


@user.command("add")
def add_user(
    email: Email,
    name: Annotated[str, typer.Option(help="The name that colleagues see.")] = "",
    language: Annotated[str, typer.Option(help="The language of the pages: en, fr, ro, az, ar.")] = "en",
    office: Annotated[str, typer.Option(help="The office to join.")] = "",
    role: Annotated[Role, typer.Option(help="What somebody is in that office.")] = Role.PROTOCOL,
) -> None:
    """Make an account, and print a link that signs in once."""
    if language not in dict(settings.LANGUAGES):
        refuse(f"There are no pages in “{language}”; choose {', '.join(dict(settings.LANGUAGES))}.")
    organiser = organiser_named(office) if office else None
    try:
        made = users.add_user(email=email, name=name, language=language)
    except users.AddressTaken:
        refuse(f"There is an account {email} already; `chancery user role` lets it join an office.")
    if organiser is not None:
        team.join(organiser, made, role, by=Actor(organiser.pk))
    print_link(made)


@user.command("link")
def link_user(email: Email) -> None:
    """Print a link that signs in once, for somebody who lost the password."""
    print_link(_user(email))


@user.command("list")
def list_users(
    office: Annotated[str, typer.Option(help="Only the members of this office.")] = "",
) -> None:
    """List the accounts with their offices, their roles, and the number by which the log names them."""
    found = User.objects.order_by("email")
    if office:
        found = found.filter(memberships__organiser=organiser_named(office))
    for somebody in found:
        roles = ", ".join(f"{m.organiser.ref}: {m.role}" for m in queries.memberships_of(somebody))
        is_open = "" if somebody.is_active else "closed"
        typer.echo("\t".join([somebody.email, somebody.name, roles, is_open, str(somebody.pk)]))


@user.command("role")
def give_role(
    email: Email,
    ref: Ref,
    role: Annotated[Role, typer.Argument(help="What somebody is in the office from now on.")],
) -> None:
    """Let somebody join an office, or change what they are in it."""
    somebody, organiser = _user(email), organiser_named(ref)
    held = Membership.objects.filter(organiser=organiser, user=somebody).first()
    try:
        if held is None:
            team.join(organiser, somebody, role, by=Actor(organiser.pk))
        else:
            team.change_role(held, role, by=Actor(organiser.pk))
    except team.LastOwner:
        refuse(f"{email} is the only owner of {ref}; make somebody else owner first.")
    typer.echo(f"{somebody.email} is {role.value} of {organiser.ref}.")


@user.command("second-step")
def take_second_step_away(email: Email) -> None:
    """Take the authenticator app, passkeys and recovery codes away from somebody who lost them."""
    count = users.take_second_step_away(_user(email))
    typer.echo(f"{count} taken away; {email} signs in with the password or a link alone.")


@user.command("sign-out")
def sign_out_user(email: Email) -> None:
    """End every session of somebody, who lost a device or left it open elsewhere."""
    users.sign_out_everywhere(_user(email))
    typer.echo(f"{email} is signed out everywhere.")


@user.command("close")
def close_user(email: Email) -> None:
    """Close an account: it can no longer sign in, and is signed out everywhere."""
    users.close_account(_user(email))
    typer.echo(f"{email} is closed.")


@user.command("open")
def open_user(email: Email) -> None:
    """Open a closed account again."""
    users.open_account(_user(email))
    typer.echo(f"{email} is open.")


def mail_test_to(email: Email) -> None:
    """Send a test mail and say what became of it."""
    result = mail_test.try_mail(email)
    if result.trouble:
        refuse(result.trouble)
    if result.path:
        typer.echo(f"No mail server is set; the mail was kept in {result.path}\n\n{result.text}")
    else:
        typer.echo(f"{mail.way().server} took the mail to {email}; look whether it arrived.")


def print_link(somebody: User) -> None:
    """Print a link that signs somebody in once."""
    key = links.make_sign_in_link(somebody, now=timezone.now())
    typer.echo(f"{served.address()}/account/link/{key}/")
    typer.echo(f"The link signs {somebody.email} in once, within twelve hours.", err=True)


def _user(email: str) -> User:
    try:
        return users.user_of(email)
    except users.UnknownUser:
        refuse(f"There is no account {email}; `chancery user list` lists them.")


def organiser_named(ref: str) -> Organiser:
    """Return the office with this short name. Errors: as `refuse`."""
    found = Organiser.objects.filter(ref=ref).first()
    if found is None:
        refuse(f"There is no office “{ref}”; `chancery office list` lists them.")
    return found


def refuse(sentence: str) -> Never:
    """End with one sentence and exit code 2."""
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


def write_out(content: bytes, out: Path | None) -> None:
    """Write a file and name it; without one write to standard output. Errors: as `refuse`."""
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        refuse(f"{out} cannot be written: {error.strerror}; give another file with --out.")
    typer.echo(out)
