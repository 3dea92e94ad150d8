"""What can be done with several selected guests at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.parts import Choice
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.actions import listing
from chancery.guests.actions import waves as wave_actions
from chancery.guests.models import Channel, Inviter, Wave
from chancery.guests.queries import parties
from chancery.guests.queries.reaching import usual_languages
from chancery.guests.queries.waves import open_waves_of

NOBODY = "-"
"""The value that takes a category, an inviter, a channel or a language away."""

NEW = "new"
"""The value that puts guests into a wave of their own."""

TIERS = range(1, 6)


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


def invitation_choices(office: EventOffice, language: str) -> list[Choices]:
    """Return what can be decided about the invitations of several guests, in groups."""
    event = office.event
    groups = [
        Choices(
            gettext_lazy("Tier"),
            [Choice(f"tier:{tier}", _("tier %(number)s") % {"number": tier}) for tier in TIERS],
        ),
        Choices(
            gettext_lazy("Place"),
            [
                Choice("hold:yes", _("hold until a place is free")),
                Choice("hold:no", _("do not hold")),
            ],
        ),
        Choices(
            gettext_lazy("Channel"),
            [
                *(Choice(f"channel:{value}", str(word)) for value, word in Channel.choices),
                Choice(f"channel:{NOBODY}", _("as the rule decides")),
            ],
        ),
        Choices(
            gettext_lazy("Language"),
            [
                *(
                    Choice(f"language:{code}", cldr.language_in_words(code, language))
                    for code in usual_languages(event)
                ),
                Choice(f"language:{NOBODY}", _("as the guest reads")),
            ],
        ),
        Choices(
            gettext_lazy("Invitation"),
            [
                Choice("personal:yes", _("personal, not transferable")),
                Choice("personal:no", _("transferable")),
            ],
        ),
    ]
    return [_waves(event), *groups] if office.may(Right.INVITATIONS_SEND) else groups


def _waves(event: Event) -> Choices:
    """The waves that guests can be put into."""
    known = [
        Choice(f"wave:{wave.code}", _("put into “%(wave)s”") % {"wave": wave})
        for wave in open_waves_of(event)
    ]
    return Choices(gettext_lazy("Wave"), [*known, Choice(f"wave:{NEW}", _("a new wave of their own"))])


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
    count = _DEEDS[verb](value, guests, office)
    return _in_wave(count) if verb == "wave" else _changed(count)


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


def _tier(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value.isdecimal() and int(value) in TIERS)
    return listing.set_invitations(guests, tier=int(value), by=office.actor)


def _hold(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value in ("yes", "no"))
    return listing.set_invitations(guests, is_held=value == "yes", by=office.actor)


def _channel(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value == NOBODY or value in Channel.values)
    return listing.set_invitations(guests, channel="" if value == NOBODY else value, by=office.actor)


def _language(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value == NOBODY or value in usual_languages(office.event))
    return listing.set_invitations(guests, language="" if value == NOBODY else value, by=office.actor)


def _personal(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    _demand(value in ("yes", "no"))
    return listing.set_invitations(guests, is_personal=value == "yes", by=office.actor)


def _wave(value: str, guests: Sequence[Participation], office: EventOffice) -> int:
    """Put guests into a wave in preparation, or into a new one; waves are those of who may send."""
    office.demand(Right.INVITATIONS_SEND)
    chosen = wave_actions.parties_for(guests, by=office.actor)
    if value == NEW:
        wave = Wave(event=office.event)
        return wave_actions.make_wave(wave, invitations=chosen, by=office.actor).invitations.count()
    found = open_waves_of(office.event).filter(code=value).first()
    if found is None:
        raise ActionUnknown(_("This wave has left or is gone; choose another one."))
    return wave_actions.put_in(found, chosen, by=office.actor)


_DEEDS: dict[str, Callable[[str, Sequence[Participation], EventOffice], int]] = {
    "tier": _tier,
    "hold": _hold,
    "channel": _channel,
    "language": _language,
    "personal": _personal,
    "capacity": _capacity,
    "category": _category,
    "inviter": _inviter,
    "wave": _wave,
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


def _in_wave(count: int) -> str:
    if count == 0:
        return _("They are in the wave already.")
    words = ngettext("%(count)s guest is in the wave.", "%(count)s guests are in the wave.", count)
    return words % {"count": count}


def selected(event: Event, codes: Sequence[str]) -> list[Participation]:
    """Return the guests of an event with these codes, as rows that can be changed."""
    return list(parties.guests_of(event).filter(code__in=codes))
