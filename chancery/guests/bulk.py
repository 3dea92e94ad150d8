"""What can be done with several selected guests at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.base.languages import wording
from chancery.base.parts import Choice
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.actions import listing
from chancery.guests.models import Inviter
from chancery.guests.queries import parties

NOBODY = "-"
"""The value that takes a category or an inviter away."""


class ActionUnknown(Exception):
    """What was asked for is not among the choices, or lacks its word; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Some things that can be done, under one heading."""

    heading: str | Promise
    choices: Sequence[Choice]


def choices(categories: Sequence[GuestCategory], inviters: Sequence[Inviter], language: str) -> list[Choices]:
    """Return what can be done, in groups."""
    capacities = [
        Choice(f"capacity:{value}", str(word))
        for value, word in Participation.Capacity.choices
        if value in Participation.OF_GUESTS
    ]
    in_categories = [
        Choice(f"category:{each.ref}", wording(each.names, language).text)
        for each, _depth in parties.nested(categories)
    ]
    by_inviters = [Choice(f"inviter:{each.ref}", each.name) for each in inviters]
    groups = [
        Choices(gettext_lazy("Category"), _with_none(in_categories, "category", _("no category"))),
        Choices(gettext_lazy("Inviter"), _with_none(by_inviters, "inviter", _("no inviter"))),
        Choices(gettext_lazy("Capacity"), capacities),
        Choices(
            gettext_lazy("Tag"), [Choice("tag", _("put the tag on")), Choice("untag", _("take the tag off"))]
        ),
        Choices(gettext_lazy("List"), [Choice("off", _("Take off the list"))]),
    ]
    return [group for group in groups if group.choices]


def _with_none(named: list[Choice], verb: str, word: str) -> list[Choice]:
    return [*named, Choice(f"{verb}:{NOBODY}", word)] if named else []


def act(action: str, sent: Mapping[str, str], guests: Sequence[Participation], office: EventOffice) -> str:
    """
    Do one of `choices` with `guests` and say in a sentence what was done; `sent` holds the tag as `tag`.

    Errors: ActionUnknown; what the actions refuse passes through.
    """
    verb, _colon, value = action.partition(":")
    if verb == "off":
        return _off(listing.take_off(guests, by=office.actor))
    if verb in ("tag", "untag"):
        word = sent.get("tag", "").strip()
        if not word:
            raise ActionUnknown(_("The tag is missing; write it beside the choice."))
        return _changed(listing.tag(guests, word[:60], is_on=verb == "tag", by=office.actor))
    if verb not in _DEEDS:
        raise ActionUnknown(_("This cannot be done with guests; choose what to do from the list."))
    return _changed(_DEEDS[verb](value, guests, office))


def _capacity(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value in Participation.OF_GUESTS)
    return listing.set_for_all(guests, capacity=value, by=office.actor)


def _category(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    category = None if value == NOBODY else events.categories_of(office.event).filter(ref=value).first()
    _demand(value == NOBODY or category is not None)
    return listing.set_for_all(guests, category=category, by=office.actor)


def _inviter(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    inviter = None if value == NOBODY else parties.inviters_of(office.event).filter(ref=value).first()
    _demand(value == NOBODY or inviter is not None)
    return listing.set_inviter(guests, inviter, by=office.actor)


_DEEDS: dict[str, Callable[[str, Sequence[Participation], EventOffice], int]] = {
    "capacity": _capacity,
    "category": _category,
    "inviter": _inviter,
}


def _demand(is_known: bool) -> None:
    if not is_known:
        raise ActionUnknown(_("This cannot be done with guests; choose what to do from the list."))


def _off(count: int) -> str:
    words = ngettext("%(count)s guest is off the list.", "%(count)s guests are off the list.", count)
    return words % {"count": count}


def _changed(count: int) -> str:
    if count == 0:
        return _("Nothing had to be changed.")
    return ngettext("%(count)s guest is changed.", "%(count)s guests are changed.", count) % {"count": count}


def selected(event: Event, codes: Sequence[str]) -> list[Participation]:
    """Return the guests of an event with these codes, as rows that can be changed."""
    return list(parties.guests_of(event).filter(code__in=codes))
