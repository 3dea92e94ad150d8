"""
What the kinds of rows are called in the history.

Lines outlive their rows and even their tables, so the words stand here by kind and not on the tables.
"""

from django.utils.translation import gettext, gettext_noop

KINDS = {
    "accounts.colleagueinvitation": gettext_noop("invitation of a colleague"),
    "accounts.grant": gettext_noop("grant"),
    "accounts.membership": gettext_noop("member"),
    "accounts.organiser": gettext_noop("own office"),
    "accounts.team": gettext_noop("team"),
    "accounts.user": gettext_noop("account"),
    "directory.addressform": gettext_noop("form of address"),
    "directory.body": gettext_noop("body"),
    "directory.contactpoint": gettext_noop("contact"),
    "directory.group": gettext_noop("group"),
    "directory.household": gettext_noop("household"),
    "directory.householdmember": gettext_noop("member of a household"),
    "directory.import": gettext_noop("import"),
    "directory.mergerecord": gettext_noop("merge"),
    "directory.office": gettext_noop("office held"),
    "directory.person": gettext_noop("person"),
    "directory.personname": gettext_noop("name of a person"),
    "directory.relation": gettext_noop("relation"),
    "directory.tenure": gettext_noop("tenure"),
    "directory.tenurestep": gettext_noop("step of a tenure"),
    "events.arrangement": gettext_noop("arrangement"),
    "events.event": gettext_noop("event"),
    "events.eventcampaign": gettext_noop("campaign of an event"),
    "events.eventmember": gettext_noop("colleague at an event"),
    "events.eventoccasion": gettext_noop("occasion of an event"),
    "events.glossaryterm": gettext_noop("term of the glossary"),
    "events.guestcategory": gettext_noop("category of guests"),
    "events.involvement": gettext_noop("organiser of an event"),
    "events.part": gettext_noop("part of an event"),
    "events.participation": gettext_noop("participation"),
    "events.place": gettext_noop("place"),
    "events.source": gettext_noop("source"),
    "events.station": gettext_noop("station"),
    "events.task": gettext_noop("task"),
    "exhibition.exhibition": gettext_noop("exhibition"),
    "exhibition.film": gettext_noop("film"),
    "guests.companion": gettext_noop("companion"),
    "guests.guestlist": gettext_noop("guest list"),
    "guests.invitation": gettext_noop("invitation"),
    "guests.inviter": gettext_noop("inviter"),
    "occasions.campaign": gettext_noop("campaign"),
    "occasions.occasion": gettext_noop("occasion"),
    "occasions.occasionname": gettext_noop("other name of an occasion"),
    "precedence.groupplace": gettext_noop("place of a group"),
    "precedence.move": gettext_noop("move in an order"),
    "precedence.ordering": gettext_noop("order of precedence"),
    "precedence.profile": gettext_noop("protocol profile"),
    "programme.act": gettext_noop("act"),
    "programme.award": gettext_noop("award"),
    "programme.contribution": gettext_noop("contribution"),
    "programme.cue": gettext_noop("cue"),
    "programme.item": gettext_noop("item of the programme"),
    "programme.message": gettext_noop("message"),
    "programme.performance": gettext_noop("performance"),
    "programme.programme": gettext_noop("programme"),
    "programme.showing": gettext_noop("showing of a film"),
    "record.statement": gettext_noop("statement"),
}


def kind_in_words(kind: str) -> str:
    """Return what a kind is called in the reader's language; its own name where it is unknown."""
    return gettext(KINDS[kind]) if kind in KINDS else kind
