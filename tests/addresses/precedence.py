"""Who may open the pages of orders of precedence."""

from dataclasses import replace

from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.precedence import loader
from chancery.precedence.models import Profile
from tests.access import Audience, Row, needs
from tests.precedence import given_built


def a_profile(office: Organiser) -> str:
    """The key of a profile that the office wrote itself."""
    profile = replace(loader.profile("diplomatic-corps"), key=f"house-{office.pk}")
    text = loader.dump_profile(profile)
    Profile.objects.create(organiser=office, key=profile.key, text=text)
    return profile.key


def a_given_profile(office: Organiser) -> str:
    """The code of a profile that the ministry above an office gives down."""
    return given_built.given(office).code


def a_taken_profile(office: Organiser) -> str:
    """The key of a profile that an office took over; no other office has one of that key."""
    own = given_built.taken(office)
    own.key = f"taken-{office.pk}"
    own.save()
    return own.key


ROWS: dict[str, Right | Audience | Row] = {
    "precedence:profiles": Right.EVENTS_VIEW,
    "precedence:profile": needs(Right.EVENTS_VIEW, key=a_profile),
    "precedence:table": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:settings": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:text": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:about": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:copy": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:version": needs(Right.EVENTS_VIEW, key=a_profile, number=lambda office: 1),
    "precedence:restore": needs(Right.PROFILES_EDIT, key=a_profile, number=lambda office: 1),
    "precedence:show": needs(Right.PROFILES_EDIT, key=a_profile),
    "precedence:taken": needs(Right.EVENTS_VIEW, key=a_taken_profile),
    "precedence:take-newer": needs(Right.PROFILES_EDIT, key=a_taken_profile),
    "precedence:keep": needs(Right.PROFILES_EDIT, key=a_taken_profile),
    "precedence:given": needs(Right.EVENTS_VIEW, given=a_given_profile),
    "precedence:since": needs(Right.EVENTS_VIEW, given=a_given_profile, number=lambda office: 1),
    "precedence:take": needs(Right.PROFILES_EDIT, given=a_given_profile),
}
