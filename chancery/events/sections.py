"""The repeated rows of an event, each on a page of its own: places, organisers, occasions and the rest."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.events import section_forms as forms
from chancery.events.models import (
    Arrangement,
    Broadcast,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    OtherEvent,
    Part,
    Source,
    Station,
    Task,
)

TWICE = _("Two rows say the same; take one of them away.")


@dataclass(frozen=True, slots=True)
class Section:
    """
    One kind of rows of an event and how they are written; `code` begins their audit codes.

    `clash` says what to do where two rows say the same, for the kinds that say it once only; `prefetched` is
    what their form shows beside the row itself.
    """

    key: str
    title: Promise
    lead: Promise
    model: type[models.Model]
    form: type[forms.SectionForm]
    code: str
    clash: Promise = TWICE
    prefetched: tuple[str, ...] = ()


SECTIONS = (
    Section(
        "occasions",
        _("Occasions"),
        _("What the event is held for. The ordinal follows the anniversary day, not the day of the event."),
        EventOccasion,
        forms.OccasionLinkForm,
        "events.occasion",
        _("Each occasion stands once, and only one is the main one; correct the rows."),
    ),
    Section(
        "campaigns",
        _("Campaigns"),
        _("The campaigns the event launches, mentions or serves."),
        EventCampaign,
        forms.CampaignLinkForm,
        "events.campaign",
        _("Each campaign stands once; take one of the rows away."),
    ),
    Section(
        "organisers",
        _("Organisers"),
        _("Who stands behind the event, in the order in which they are printed."),
        Involvement,
        forms.InvolvementForm,
        "events.involvement",
        prefetched=("person__names",),
    ),
    Section(
        "places",
        _("Places"),
        _("Where the event is held, in sequence."),
        Station,
        forms.StationForm,
        "events.station",
    ),
    Section(
        "parts",
        _("Parts"),
        _("Days, blocks or tracks that stand by themselves."),
        Part,
        forms.PartForm,
        "events.part",
    ),
    Section(
        "arrangements",
        _("Arrangements"),
        _("Dress, security, access, the plan for bad weather, and what else is arranged."),
        Arrangement,
        forms.ArrangementForm,
        "events.arrangement",
    ),
    Section(
        "categories",
        _("Categories of guests"),
        _("From high to low, as they are listed in a report; a category may stand within another."),
        GuestCategory,
        forms.CategoryForm,
        "events.category",
    ),
    Section(
        "sources",
        _("Sources"),
        _("Where something known of the event was read: reports, letters, the office's own page."),
        Source,
        forms.SourceForm,
        "events.source",
    ),
    Section(
        "broadcasts",
        _("Broadcasts"),
        _("Where the event or a part of it can be seen or heard from afar."),
        Broadcast,
        forms.BroadcastForm,
        "events.broadcast",
    ),
    Section(
        "other-events",
        _("Other events"),
        _("Events that a source names too; nothing of them belongs into this record."),
        OtherEvent,
        forms.OtherEventForm,
        "events.other-event",
    ),
    Section(
        "tasks",
        _("Tasks"),
        _("What is to be done, counted back from the day of the event."),
        Task,
        forms.TaskForm,
        "events.task",
    ),
    Section(
        "glossary",
        _("Wording"),
        _("The office's own words for names that are disputed, for whoever writes a text of this event."),
        GlossaryTerm,
        forms.GlossaryForm,
        "events.term",
    ),
    Section(
        "team",
        _("Team"),
        _("Colleagues who have a role for this event beside their role in the office."),
        EventMember,
        forms.EventMemberForm,
        "events.member",
        _("Each colleague has one role for this event; take one of the rows away."),
    ),
)
BY_KEY = {section.key: section for section in SECTIONS}
