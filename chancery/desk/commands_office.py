"""`chancery office create`, which knows the protocol profiles, and `chancery wipe`."""

from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from chancery.accounts.actions import links, offices
from chancery.accounts.commands import office, print_link, refuse
from chancery.base import media, places
from chancery.custody.actions import sweeping
from chancery.desk.profiles import profile_choices


def register(app: typer.Typer) -> None:
    """Add the verbs to the command and to `chancery office`."""
    office.command("create")(create_office)
    app.command("wipe")(wipe)


def wipe() -> None:
    """Delete what is due by now: needs of guests after events, list versions on their day, unused files."""
    issued = sweeping.sweep(timezone.now())
    count = sum(line["count"] for each in issued for line in each.lines)
    typer.echo(f"{count} rows of {len(issued)} events were kept long enough and lost what they held.")
    files = media.sweep(timezone.now(), days=settings.UNUSED_MEDIA_DAYS)
    typer.echo(f"{files} files that nothing refers to were deleted.")


def create_office(
    ref: Annotated[str, typer.Argument(metavar="OFFICE", help="Its short name.")],
    city: Annotated[str, typer.Option(help="Where the office stands.")],
    name: Annotated[list[str], typer.Option(help="A name with its language: en=Embassy of Sampleland.")],
    time_zone: Annotated[str, typer.Option(help="The key of the zone: Europe/Bucharest.")] = "UTC",
    state: Annotated[str, typer.Option(help="The state it represents, two letters.")] = "",
    host_state: Annotated[str, typer.Option(help="The state it stands in, two letters.")] = "",
    language: Annotated[list[str] | None, typer.Option(help="A language of the office, in order.")] = None,
    profile: Annotated[str, typer.Option(help="The protocol profile.")] = "diplomatic-corps",
    owner: Annotated[str, typer.Option(help="The address of its owner; a sign-in link is printed.")] = "",
) -> None:
    """Found an office."""
    names = dict(_named(text) for text in name)
    if not places.is_time_zone(time_zone):
        refuse(f"“{time_zone}” is no time zone; write it as Europe/Bucharest.")
    if profile not in dict(profile_choices()):
        refuse(f"There is no profile “{profile}”; `chancery order --list-profiles` lists them.")
    try:
        organiser = offices.found_office(
            ref=ref,
            names=names,
            by=None,
            city=city,
            time_zone=time_zone,
            state=state.upper(),
            host_state=host_state.upper(),
            languages=language or list(names),
            profile=profile,
        )
    except offices.ShortNameTaken:
        refuse(f"There is an office “{ref}” already; choose another short name.")
    links.close_set_up()
    typer.echo(f"The office {organiser.ref} is founded.")
    if owner:
        print_link(offices.member_of(organiser, email=owner, name="").user)


def _named(text: str) -> tuple[str, str]:
    """Split `en=Embassy` into language and name."""
    language, separator, name = text.partition("=")
    if not (language and separator and name.strip()):
        refuse(f"“{text}” names no language; write --name en=“Embassy of Sampleland”.")
    return language, name.strip()
