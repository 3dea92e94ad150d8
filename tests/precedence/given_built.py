"""Profiles that a ministry gives down, as tests need them."""

from dataclasses import replace

from chancery.accounts.models import Organiser
from chancery.precedence import actions, loader, queries
from chancery.precedence.models import Profile
from chancery.rules import precedence as rules
from tests import make


def ministry_of(office: Organiser) -> Organiser:
    """The ministry above an office, made where it has none."""
    if office.parent is None:
        office.parent = make.organiser(f"above-{office.ref}")
        office.save()
    return office.parent


def house(**changes: object) -> rules.Profile:
    """A profile of a house: what ships for the diplomatic corps, under a name of its own."""
    usual = {"key": "house", "names": {"en": "House rules"}}
    return replace(loader.profile("diplomatic-corps"), **usual | changes)  # type: ignore[arg-type]


def saved(office: Organiser, profile: rules.Profile | None = None, reason: str = "confirmed") -> Profile:
    """A new version of a profile of an office."""
    text = loader.dump_profile(profile or house())
    key = (profile or house()).key
    return actions.save_profile(office, key=key, text=text, reason=reason, by=make.actor(office))


def given(office: Organiser) -> Profile:
    """A profile that the ministry above an office shows to its posts."""
    above = ministry_of(office)
    newest = queries.offered(above, "house")
    row = newest.own if newest and newest.own else saved(above)
    row.visibility = "tree"
    row.save()
    return row


def taken(office: Organiser) -> Profile:
    """What an office made of the profile that it is given, of which there is a newer version."""
    source = given(office)
    own = actions.take_profile(source, organiser=office, by=make.actor(office))
    saved(ministry_of(office), by_alphabet())
    return own


def by_alphabet() -> rules.Profile:
    """The same house with another convention and another first rank."""
    was = house()
    tie = replace(was.settings.tie, value=rules.settings.Tie.ALPHABET)
    rows = (replace(was.rows[0], name={"en": "Envoys"}), *was.rows[1:])
    return replace(was, settings=replace(was.settings, tie=tie), rows=rows)
