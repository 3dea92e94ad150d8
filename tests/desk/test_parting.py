"""When a post leaves its ministry: each keeps what its own rows name of the other, and nothing more."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import ForeignKey
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from chancery.accounts.actions import posts
from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.models import AuditLine
from chancery.campaign.actions import counting
from chancery.campaign.models import YearCount
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.directory.actions import index
from chancery.directory.actions.parting import LENT, owners_of
from chancery.directory.models import Body, ContactPoint, Group, Person, Relation
from chancery.directory.queries.dependents import keys_to
from chancery.directory.queries.search import search
from chancery.events.models import (
    Event,
    EventCampaign,
    EventOccasion,
    GlossaryTerm,
    Involvement,
    Participation,
)
from chancery.guests.models import Companion, Invitation
from chancery.occasions.actions.texts import take_text
from chancery.occasions.models import Campaign, CampaignPartner, Occasion, Recognition, SeriesEdition
from tests import make

TREE = {"visibility": "tree"}


class Family:
    """A ministry with two posts, each of which uses something of the others."""

    def __init__(self) -> None:
        self.ministry = make.organiser("ministry")
        self.post = make.organiser("post", parent=self.ministry)
        self.sister = make.organiser("sister", parent=self.ministry)
        self._lend()
        self._use()
        for office in (self.ministry, self.post, self.sister):
            index.index_organiser(office)

    def _lend(self) -> None:
        above = make.body(self.ministry, "Government of Sampleland", **TREE)
        self.embassy = make.body(self.ministry, parent=above, **TREE)
        self.seat = make.post(self.embassy)
        hidden = make.post(make.body(self.ministry, "Secret Service"), "Agent")
        self.guest = make.person(self.ministry, "Ana Shared", **TREE)
        self.unused = make.person(self.ministry, "Berta Unused", **TREE)
        make.tenure(self.guest, self.seat, steps={"credentials": "2024-01-02"})
        make.tenure(self.guest, hidden)
        ContactPoint.objects.create(person=self.guest, kind="email", value="ana@example.org", via=self.unused)
        Relation.objects.create(person=self.guest, kind="assistant", other=self.unused)
        self.campaign = make.campaign(self.ministry, "Remember", initiator=self.guest, **TREE)
        CampaignPartner.objects.create(campaign=self.campaign, body=self.embassy)
        GlossaryTerm.objects.create(
            organiser=self.ministry, campaign=self.campaign, meaning="event", texts={"en": "the event"}
        )
        self.edition = make.edition(self.ministry, campaign=self.campaign)
        self.occasion = make.occasion(self.ministry)
        self.theirs = make.person(self.post, "Carl Ofthepost", **TREE)

    def _use(self) -> None:
        self.event = make.event(self.post, held_on=date(2025, 2, 25), status="held", edition=self.edition)
        taking_part = make.participation(self.event, self.guest, office=self.seat)
        Companion.objects.create(
            invitation=Invitation.objects.create(guest=taking_part), position=0, person=self.guest
        )
        Involvement.objects.create(event=self.event, body=self.embassy, role="patron")
        EventCampaign.objects.create(event=self.event, campaign=self.campaign, relation="served")
        EventOccasion.objects.create(event=self.event, occasion=self.occasion, role="main")
        Recognition.objects.create(
            organiser=self.post, campaign=self.campaign, body=self.embassy, level="court", kind="resolution"
        )
        self.own = make.person(self.post, "Dora Own")
        Relation.objects.create(person=self.own, kind="spouse", other=self.guest)
        Group.objects.create(organiser=self.sister, names={"en": "Clergy"}).members.add(self.theirs)
        self.other_event = make.event(self.sister)
        make.participation(self.other_event, self.theirs)
        EventCampaign.objects.create(event=self.other_event, campaign=self.campaign)


@pytest.fixture
def family(db: Any) -> Family:
    return Family()


def crossing() -> set[str]:
    """The keys by which a row of an office names a row of another one."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for key in model._meta.concrete_fields:
            if not isinstance(key, ForeignKey) or not owners_of(model) or key.related_model is Organiser:
                continue
            if owners := owners_of(key.related_model):
                named = model._default_manager.filter(**{f"{key.name}__isnull": False})
                for own, other in named.values_list(owners_of(model)[0], f"{key.name}__{owners[0]}"):
                    if None not in (own, other) and own != other:
                        found.add(f"{model._meta.label}.{key.name}")
    return found


def test_after_parting_no_row_names_a_row_of_another_office_that_it_may_not_read(family: Family) -> None:
    before = crossing()

    posts.part(family.post, family.ministry, user=None)

    assert before == {
        *("directory.Relation.other", "directory.Group_members.person"),
        *("events.Participation.person", "events.Participation.office", "events.Involvement.body"),
        *("events.EventCampaign.campaign", "events.EventOccasion.occasion", "events.Event.edition"),
        *("guests.Companion.person", "occasions.Recognition.campaign", "occasions.Recognition.body"),
    }
    # what the sister uses of the ministry, and what the ministry keeps for her
    assert crossing() == {
        *("events.EventCampaign.campaign", "events.Participation.person", "directory.Group_members.person")
    }


def test_the_post_keeps_who_was_at_its_events_as_they_stood(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)

    guest = Participation.objects.get(event=family.event)
    assert guest.person is not None
    assert guest.office is not None
    assert guest.person.organiser == guest.office.organiser == family.post
    assert (guest.person.main_name, guest.person.visibility) == ("Ana Shared", "own")
    [tenure] = guest.person.tenures.all()
    assert (tenure.office, tenure.steps.get().kind) == (guest.office, "credentials")
    contact = guest.person.contact_points.get()
    assert (contact.value, contact.via) == ("ana@example.org", None)
    assert guest.person.relations.count() == 0
    assert guest.office.body.parent is not None
    assert guest.office.body.parent.names == {"en": "Government of Sampleland"}
    names = Person.objects.filter(organiser=family.post).values_list("sort_name", flat=True)
    assert set(names) == {"Ofthepost, Carl", "Own, Dora", "Shared, Ana"}
    bodies = Body.objects.filter(organiser=family.post)
    assert {str(body) for body in bodies} == {"Embassy of Sampleland", "Government of Sampleland"}


def test_the_ministry_keeps_its_own_rows_untouched(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)

    family.guest.refresh_from_db()
    assert family.guest.organiser == family.ministry
    assert family.guest.tenures.count() == 2
    assert family.guest.relations.get().other == family.unused
    assert GlossaryTerm.objects.get(campaign=family.campaign).organiser == family.ministry


def test_events_of_the_post_go_on_to_serve_a_campaign_of_the_same_name(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)

    kept = EventCampaign.objects.get(event=family.event).campaign
    assert (kept.organiser, kept.names, kept.visibility) == (family.post, {"en": "Remember"}, "own")
    assert kept.initiator is not None
    assert kept.initiator.organiser == family.post
    assert kept.partners.get().body.organiser == family.post
    assert kept.glossary.get().texts == {"en": "the event"}
    assert Recognition.objects.get().campaign == kept
    family.event.refresh_from_db()
    assert family.event.edition is not None
    assert family.event.edition.series.campaign == kept
    assert EventOccasion.objects.get(event=family.event).occasion.organiser == family.post
    assert EventCampaign.objects.get(event=family.other_event).campaign == family.campaign
    counts = (Campaign.objects.count(), SeriesEdition.objects.count(), Occasion.objects.count())
    assert counts == (2, 2, 2)


def test_what_other_posts_used_of_the_one_that_leaves_stays_with_the_ministry(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)

    kept = Participation.objects.get(event=family.other_event).person
    assert kept is not None
    assert (kept.organiser, kept.main_name, kept.visibility) == (family.ministry, "Carl Ofthepost", "tree")
    assert Group.objects.get().members.get() == kept


def test_what_was_taken_over_stays_and_says_whose_it_was(family: Family) -> None:
    source = make.shared_text(family.campaign)
    taken = take_text(source, organiser=family.post, by=make.actor(family.post))
    back = take_text(
        make.shared_text(make.campaign(family.post, **TREE)),
        organiser=family.sister,
        by=make.actor(family.sister),
    )

    posts.part(family.post, family.ministry, user=None)
    source.texts = {"en": "Something else by now."}
    source.save()

    for text, owner in ((taken, "Ministry"), (back, "Post")):
        text.refresh_from_db()
        assert (text.source, text.taken_from, text.is_behind) == (None, owner, False)
        assert text.texts == {"en": "That all remember."}
    assert taken.campaign == EventCampaign.objects.get(event=family.event).campaign
    client = Client()
    client.force_login(make.member(family.post, "owner").user)
    assert taken.campaign is not None
    path = f"/o/post/campaigns/{taken.campaign.code}/texts/{taken.code}/"
    page = strip_tags(client.get(path).content.decode())
    assert "taken over from Ministry" in page
    assert "Something else by now" not in page


def test_the_search_finds_what_each_side_kept_and_nothing_of_the_other(family: Family) -> None:
    def found(office: Organiser, text: str) -> set[int]:
        return {hit.object_id for hit in search(office, text, kinds=["person"])}

    assert found(family.post, "Unused") == {family.unused.pk}
    posts.part(family.post, family.ministry, user=None)
    post = Organiser.objects.get(pk=family.post.pk)

    assert found(post, "Unused") == set()
    assert found(post, "Shared") == {Participation.objects.get(event=family.event).person_id}
    assert found(post, "Ofthepost") == {family.theirs.pk}
    for office in (family.ministry, family.sister):
        assert found(office, "Shared") == {family.guest.pk}
        assert found(office, "Ofthepost") == {Participation.objects.get(event=family.other_event).person_id}


def test_an_office_that_joins_is_found_by_the_others_from_then_on(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)
    shown = make.person(family.post, "Emil Joined", **TREE)
    index.index_organiser(Organiser.objects.get(pk=family.post.pk))

    posts.attach(family.post, family.ministry, user=None)

    assert [hit.object_id for hit in search(family.sister, "Joined", kinds=["person"])] == [shown.pk]


def test_the_pages_of_the_post_open_and_name_everybody(family: Family) -> None:
    owner = make.member(family.post, "owner").user
    posts.part(family.post, family.ministry, user=owner)
    client = Client()
    client.force_login(owner)
    kept = Participation.objects.get(event=family.event)
    assert kept.person is not None
    event = f"/o/post/events/{family.event.code}"

    named = {f"{event}/": "Embassy of Sampleland", f"{event}/guests/": "Ana Shared"}
    for path, words in named.items():
        answer = client.get(path)
        assert (answer.status_code, words in strip_tags(answer.content.decode())) == (200, True), path
    assert client.get(f"/o/post/people/{kept.person.code}/").status_code == 200
    assert client.get(f"/o/post/people/{family.guest.code}/").status_code == 404
    assert client.get(f"/o/post/campaigns/{family.campaign.code}/").status_code == 404
    campaign = EventCampaign.objects.get(event=family.event).campaign
    assert client.get(f"/o/post/campaigns/{campaign.code}/").status_code == 200


@pytest.mark.parametrize("is_parted", [False, True])
def test_the_folder_of_an_event_loads_where_there_is_no_ministry(
    family: Family, tmp_path: Path, is_parted: bool
) -> None:
    if is_parted:
        posts.part(family.post, family.ministry, user=None)
    write_event(Event.objects.get(pk=family.event.pk), tmp_path)
    alone = make.organiser("alone")

    loaded = load_event(tmp_path, organiser=alone, by=make.actor(alone)).event

    guest = Participation.objects.get(event=loaded)
    assert guest.person is not None
    assert guest.office is not None
    assert (guest.person.main_name, guest.person.organiser, guest.office.organiser) == (
        "Ana Shared",
        alone,
        alone,
    )
    served = EventCampaign.objects.get(event=loaded).campaign
    assert (served.names, served.organiser) == ({"en": "Remember"}, alone)
    assert EventOccasion.objects.get(event=loaded).occasion.organiser == alone
    assert loaded.edition is not None
    assert loaded.edition.series.organiser == alone
    assert load_event(tmp_path, organiser=alone, by=make.actor(alone)).created == 0


def test_every_copy_has_a_line_that_says_from_whom(family: Family) -> None:
    posts.part(family.post, family.ministry, user=None)

    lines = AuditLine.objects.filter(organiser_id=family.post.pk, code="directory.person.kept")
    [line] = lines
    assert (line.label, line.changes) == ("Shared, Ana", {"from the books of": [None, "Ministry"]})
    kept = AuditLine.objects.filter(organiser_id=family.ministry.pk, code="directory.person.kept")
    assert [line.label for line in kept] == ["Ofthepost, Carl"]


def test_figures_are_counted_again_on_both_sides(family: Family) -> None:
    for office in (family.ministry, family.post, family.sister):
        counting.count_changed(office)

    def held(office: Organiser, campaign: Campaign | None, *, of_posts: bool) -> int:
        rows = YearCount.objects.filter(
            organiser=office, campaign=campaign, of_posts=of_posts, indicator="events", by="", year=2025
        )
        return sum(rows.values_list("value", flat=True))

    assert held(family.ministry, family.campaign, of_posts=True) == 1
    posts.part(family.post, family.ministry, user=None)
    for office in Organiser.objects.order_by("pk"):
        counting.count_changed(office)

    kept = EventCampaign.objects.get(event=family.event).campaign
    assert held(family.ministry, None, of_posts=True) == 0
    assert held(family.ministry, family.campaign, of_posts=True) == 0
    assert held(family.post, kept, of_posts=False) == 1
    assert held(family.post, family.campaign, of_posts=False) == 0
    posts.attach(family.post, family.ministry, user=None)
    for office in Organiser.objects.order_by("pk"):
        counting.count_changed(office)
    assert held(family.ministry, None, of_posts=True) == 1


def test_parting_asks_the_same_number_of_questions_for_more_guests(family: Family) -> None:
    """More rows that name the same people are not copied one by one."""

    def parted() -> int:
        with CaptureQueriesContext(connection) as asked, transaction.atomic():
            posts.part(family.post, family.ministry, user=None)
            transaction.set_rollback(True)
        return len(asked)

    first = parted()
    for _number in range(2):
        make.participation(make.event(family.post), family.guest)
    assert parted() == first


def test_every_kind_that_names_what_is_lent_is_known_to_belong_to_an_office() -> None:
    """A new table that names people, bodies or campaigns is taken along, or a reason stands here."""
    silent = {key.model._meta.label for kind in LENT for key in keys_to(kind) if not owners_of(key.model)}

    assert silent == set()
    assert audit.kind_of(Person) == "directory.person"
