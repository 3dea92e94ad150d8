"""`chancery order`: a list of guests in order of precedence, with the reasons. Starts without Django."""

import sys
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from chancery.precedence import loader
from chancery.precedence.columns import UnreadableList
from chancery.precedence.guest_rows import GuestRows, read_rows
from chancery.precedence.order_output import as_csv, as_json, in_words, profiles_listed
from chancery.rules import precedence
from chancery.rules.precedence.settings import HeadsOfState, HolySee, Setting, TakingUp, Tie
from chancery.rules.precedence.values import (
    Act,
    Ceremony,
    GroupPlace,
    House,
    Organiser,
    Side,
)
from chancery.rules.reasons import Reason, gettext_noop

NO_PROFILE = gettext_noop(
    "No profile is named; add --profile with one of the keys that --list-profiles shows."
)
UNKNOWN_PROFILE = gettext_noop("There is no profile “%(key)s”; write one of: %(near)s.")
NO_FILE = gettext_noop("%(where)s cannot be read: %(problem)s; please check the name of the file.")
BAD_OPTION = gettext_noop("“%(value)s” is no value of %(option)s; write one of: %(choices)s.")
BAD_DAY = gettext_noop("“%(value)s” is no day for %(option)s; write it like 2025-02-25.")
BAD_GROUP = gettext_noop('“%(value)s” says no place for a group; write it like --group "Survivors=after:12".')


class Output(StrEnum):
    """In which form rows are written."""

    CSV = "csv"
    JSON = "json"


class UnusableOption(ValueError):
    """An option that cannot be used; the text is one sentence with what to do."""

    def __init__(self, template: str, **values: str) -> None:
        super().__init__(Reason(template, values).words())


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("order")(order)


def order(
    file: Annotated[str, typer.Argument(help="CSV file of guests; - is standard input.")] = "-",
    profile: Annotated[str, typer.Option(help="Key of the protocol profile.")] = "",
    form: Annotated[str, typer.Option("--format", help="csv or json.")] = "csv",
    list_profiles: Annotated[bool, typer.Option("--list-profiles", help="List the profiles.")] = False,
    host_state: Annotated[str, typer.Option(help="State where the act is held, code or name.")] = "",
    place: Annotated[list[str] | None, typer.Option(help="Town or region of the act; may repeat.")] = None,
    house: Annotated[str, typer.Option(help="mission, head-of-government or private (R33).")] = "",
    kind: Annotated[str, typer.Option(help="general or special act (R18).")] = "general",
    organiser: Annotated[str, typer.Option(help="state, region, town or other (R19).")] = "state",
    on: Annotated[str, typer.Option("--date", help="Day of the act.")] = "",
    as_of: Annotated[str, typer.Option(help="Day whose offices and dates count.")] = "",
    language: Annotated[str, typer.Option(help="Language of names and of the alphabet.")] = "en",
    seed: Annotated[str, typer.Option(help="What the lot is drawn with.")] = "",
    basis: Annotated[str, typer.Option(help="Taking up functions: credentials, arrival … (R3).")] = "",
    holy_see: Annotated[str, typer.Option(help="Nuncio: first or as-ambassador (R6).")] = "",
    heads_of_state: Annotated[str, typer.Option(help="acceptance or accession (R38).")] = "",
    tie: Annotated[str, typer.Option(help="same-place, alphabet (R41) or lot (R42).")] = "",
    first_seat: Annotated[str, typer.Option(help="State from which the alphabet goes round (R42).")] = "",
    lists: Annotated[str, typer.Option(help="Order in which lists take turns, with commas (R37).")] = "",
    group: Annotated[list[str] | None, typer.Option(help="Place of a group, NAME=after:RANK (R36).")] = None,
    host_state_first: Annotated[bool, typer.Option(help="Courtesy to the host state (R14).")] = False,
) -> None:
    """Put a list of guests in order of precedence and say why, place by place."""
    try:
        output = _chosen("--format", Output, form)
        if list_profiles:
            typer.echo(profiles_listed(loader.profiles(), as_json_text=output is Output.JSON), nl=False)
            return
        chosen = _with_practice(_profile(profile), basis, holy_see, heads_of_state, tie)
        rows = read_rows(_content(file), _name(file))
        ceremony = Ceremony(
            host_state=host_state,
            places=tuple(part.strip() for text in place or () for part in text.split(",") if part.strip()),
            house=_chosen("--house", House, house),
            act=_chosen("--kind", Act, kind),
            organiser=_chosen("--organiser", Organiser, organiser),
            on=_day("--date", on),
            as_of=_day("--as-of", as_of) or _day("--date", on) or _today_for(rows),
            language=language,
            seed=seed,
            first_seat=first_seat,
            lists=tuple(name.strip() for name in lists.split(",") if name.strip()),
            group_places=tuple(map(_group_place, group or ())),
            is_host_state_first=host_state_first,
        )
    except (UnusableOption, UnreadableList) as error:
        typer.echo(error, err=True)
        raise typer.Exit(2) from None
    _write(rows, chosen, ceremony, output)


def _write(rows: GuestRows, profile: precedence.Profile, ceremony: Ceremony, output: Output) -> None:
    ordered = precedence.order(rows.guests, profile=profile, ceremony=ceremony, moves=rows.moves)
    for note in ordered.notes:
        typer.echo(in_words(note), err=True)
    written = as_json(ordered, rows) if output is Output.JSON else as_csv(ordered, rows)
    typer.echo(written, nl=False)


def _profile(key: str) -> precedence.Profile:
    if not key:
        raise UnusableOption(NO_PROFILE)
    try:
        return loader.profile(key)
    except loader.UnknownProfile as error:
        raise UnusableOption(UNKNOWN_PROFILE, key=key, near=", ".join(error.near)) from None


def _with_practice(
    profile: precedence.Profile, basis: str, holy_see: str, heads_of_state: str, tie: str
) -> precedence.Profile:
    """Replace what the profile says of the practice of the host state by what was asked for."""
    settings = profile.settings
    if basis:
        settings = replace(settings, basis=Setting(_chosen("--basis", TakingUp, basis)), hosts={})
    if holy_see:
        settings = replace(settings, holy_see=Setting(_chosen("--holy-see", HolySee, holy_see)), hosts={})
    if heads_of_state:
        wanted = _chosen("--heads-of-state", HeadsOfState, heads_of_state)
        settings = replace(settings, heads_of_state=Setting(wanted))
    if tie:
        settings = replace(settings, tie=Setting(_chosen("--tie", Tie, tie)))
    return replace(profile, settings=settings)


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UnusableOption(NO_FILE, where=file, problem=error.strerror or "unknown error") from None


def _name(file: str) -> str:
    return "standard input" if file == "-" else Path(file).name


def _chosen[Choice: StrEnum](option: str, choices: type[Choice], value: str) -> Choice:
    try:
        return choices(value.strip().lower())
    except ValueError:
        known = [str(choice) for choice in choices if choice]
        near = get_close_matches(value, known, n=3) or known
        raise UnusableOption(BAD_OPTION, value=value, option=option, choices=", ".join(near)) from None


def _day(option: str, value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise UnusableOption(BAD_DAY, value=value, option=option) from None


def _today_for(rows: GuestRows) -> date | None:
    """Today, where the list says from when to when offices are held; otherwise offices count as given."""
    is_dated = any(office.begins or office.ends for guest in rows.guests for office in guest.offices)
    return date.today() if is_dated else None  # noqa: DTZ011  # the day where the command is run


def _group_place(text: str) -> GroupPlace:
    name, _, place = text.partition("=")
    side, _, rank = place.partition(":")
    if side.strip() not in list(Side) or not name.strip() or not rank.strip():
        raise UnusableOption(BAD_GROUP, value=text)
    return GroupPlace(name.strip(), Side(side.strip()), rank.strip())
