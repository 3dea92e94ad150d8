"""Two entries of one person made one, and parted again."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.directory.actions import book, merging
from chancery.directory.models import (
    AddressForm,
    ContactPoint,
    Group,
    Household,
    HouseholdMember,
    MergeRecord,
    Person,
    PersonName,
    Relation,
    SearchEntry,
    Tenure,
)
from chancery.events.models import Participation
from chancery.guests.models import Companion, Invitation
from tests import make
from tests.conftest import People


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("mission")


@pytest.fixture
def two(office: Organiser) -> tuple[Person, Person]:
    """Two entries with something of every kind hanging on them."""
    kept = make.person(office, "Leyla Aliyeva", gender="f")
    gone = make.person(office, "Leyla Əliyeva", pronunciation="ley-LA", nationality="AZ")
    other = make.person(office, "Ana Other")
    PersonName.objects.create(person=gone, position=1, printed="Лейла Алиева")
    make.tenure(gone, make.post(make.body(office)), begins="2020", steps={"credentials": "2020-02-03"})
    Relation.objects.create(person=gone, kind="spouse", other=other)
    Relation.objects.create(person=other, kind="assistant", other=gone)
    Relation.objects.create(person=kept, kind="sibling", other=gone)
    ContactPoint.objects.create(person=gone, kind="email", value="l@example.org")
    ContactPoint.objects.create(person=other, kind="phone", value="1", via=gone)
    for person in (kept, gone):
        AddressForm.objects.create(person=person, language="en", purpose="card", text=str(person))
    group = Group.objects.create(organiser=office, names={"en": "Friends"})
    group.members.set([kept, gone])
    household = Household.objects.create(organiser=office, name="Aliyev")
    HouseholdMember.objects.create(household=household, person=gone)
    event = make.event(office)
    taking_part = make.participation(event, gone)
    invitation = Invitation.objects.create(guest=make.participation(event, other))
    Companion.objects.create(invitation=invitation, person=gone)
    assert taking_part.person == gone
    book.reindex(kept)
    book.reindex(gone)
    return kept, gone


def everything(office: Organiser) -> dict[str, list[Any]]:
    """All rows that a merge may touch, as they are."""
    models = (
        *(Person, PersonName, Tenure, Relation, ContactPoint, AddressForm, Group.members.through),
        *(HouseholdMember, Participation, Companion),
    )
    return {
        model._meta.label: sorted(map(repr, model._default_manager.order_by("pk").values()))
        for model in models
    }


def test_all_that_points_at_the_one_that_goes_points_at_the_kept_one(
    office: Organiser, two: tuple[Person, Person]
) -> None:
    kept, gone = two

    merging.merge(kept=kept, gone=gone, values={"pronunciation": "ley-LA"}, by=Actor(office.pk))

    kept.refresh_from_db()
    assert not Person.objects.filter(pk=gone.pk).exists()
    assert [name.printed for name in kept.names.order_by("position")] == [
        "Leyla Aliyeva",
        "Leyla Əliyeva",
        "Лейла Алиева",
    ]
    assert (kept.pronunciation, kept.nationality) == ("ley-LA", "")
    assert kept.tenures.get().steps.count() == 1
    assert {(row.person.sort_name, row.kind, row.other.sort_name) for row in Relation.objects.all()} == {
        ("Aliyeva, Leyla", "spouse", "Other, Ana"),
        ("Other, Ana", "assistant", "Aliyeva, Leyla"),
    }
    assert ContactPoint.objects.get(kind="phone").via == kept
    assert AddressForm.objects.get().text == "Aliyeva, Leyla"
    assert kept.groups.count() == 1
    assert kept.households.count() == 1
    assert Participation.objects.filter(person=kept).count() == 1
    assert Companion.objects.get().person == kept


def test_parting_brings_everything_back_as_it_was(office: Organiser, two: tuple[Person, Person]) -> None:
    kept, gone = two
    keys = {kept.pk, gone.pk}
    before = everything(office)

    record = merging.merge(kept=kept, gone=gone, values={"sort_name": "Alieva"}, by=Actor(office.pk))
    merging.part(record, by=Actor(office.pk))

    assert everything(office) == before
    assert set(SearchEntry.objects.values_list("object_id", flat=True)) == keys


def test_parting_is_refused_where_the_kept_entry_was_changed_since(
    office: Organiser, two: tuple[Person, Person]
) -> None:
    kept, gone = two
    record = merging.merge(kept=kept, gone=gone, values={}, by=Actor(office.pk))
    kept.refresh_from_db()
    kept.note = "changed since"
    book.change(kept, sections={}, by=Actor(office.pk))

    with pytest.raises(merging.ChangedSinceMerge):
        merging.part(record, by=Actor(office.pk))

    assert not Person.objects.filter(pk=gone.pk).exists()
    assert MergeRecord.objects.get().undone_at is None


def test_parting_is_refused_where_a_moved_row_is_gone(office: Organiser, two: tuple[Person, Person]) -> None:
    record = merging.merge(kept=two[0], gone=two[1], values={}, by=Actor(office.pk))
    Participation.objects.filter(person=two[0]).delete()

    with pytest.raises(merging.ChangedSinceMerge, match="participation"):
        merging.part(record, by=Actor(office.pk))


def test_a_merge_is_parted_once(office: Organiser, two: tuple[Person, Person]) -> None:
    record = merging.merge(kept=two[0], gone=two[1], values={}, by=Actor(office.pk))
    merging.part(record, by=Actor(office.pk))

    with pytest.raises(merging.PartedAlready):
        merging.part(record, by=Actor(office.pk))


def test_two_that_are_not_the_same_are_never_merged(office: Organiser, two: tuple[Person, Person]) -> None:
    kept, gone = two
    Relation.objects.create(person=gone, kind="not_the_same", other=kept)

    with pytest.raises(merging.NotTheSame):
        merging.merge(kept=kept, gone=gone, values={}, by=Actor(office.pk))


def test_the_page_shows_both_and_merges_by_the_choices(signed_in: Client, people: People) -> None:
    kept = make.person(people.office, "Ana Sample", pronunciation="ah-na")
    gone = make.person(people.office, "Anna Sample", pronunciation="an-na", nationality="RO")
    address = reverse("directory:merge", args=["mission", kept.code, gone.code])

    page = signed_in.get(address).content.decode()
    signed_in.post(address, {"decision": "same", "pronunciation": "gone", "nationality": "gone"})

    kept.refresh_from_db()
    assert "ah-na" in page
    assert "an-na" in page
    assert (kept.pronunciation, kept.nationality, kept.sort_name) == ("an-na", "RO", "Sample, Ana")
    signed_in.post(reverse("directory:part", args=["mission", MergeRecord.objects.get().code]))
    assert Person.objects.count() == 2


def test_the_page_tells_values_in_words(signed_in: Client, people: People) -> None:
    kept = make.person(people.office, "Hana Sample", gender="f", nationality="JP", languages=["ja"])
    gone = make.person(people.office, "Hana Sample")

    page = signed_in.get(reverse("directory:merge", args=["mission", kept.code, gone.code])).content.decode()

    assert "<bdi>Japan</bdi>" in page
    assert "<bdi>Japanese</bdi>" in page
    assert "False" not in page


def test_they_can_be_kept_apart_for_good(signed_in: Client, people: People) -> None:
    one, other = make.person(people.office, "Ana Sample"), make.person(people.office, "Ana Sample")
    address = reverse("directory:merge", args=["mission", one.code, other.code])

    signed_in.post(address, {"decision": "different"})
    refused = signed_in.post(address, {"decision": "same"}, follow=True).content.decode()

    assert Relation.objects.get().kind == "not_the_same"
    assert "noted as not the same person" in refused
    assert Person.objects.count() == 2


def test_a_shared_entry_of_another_office_is_not_merged(db: Any, client: Client) -> None:
    ministry = make.organiser("ministry")
    here, there = make.organiser("here", parent=ministry), make.organiser("there", parent=ministry)
    own, shared = make.person(here, "Ana"), make.person(there, "Ana", visibility="tree")
    client.force_login(make.member(here, "owner").user)

    answer = client.post(
        reverse("directory:merge", args=["here", own.code, shared.code]), {"decision": "same"}
    )

    assert answer.status_code == 403
    assert Person.objects.count() == 2


def test_what_names_somebody_without_their_knowing_follows_the_merge_and_the_parting(
    office: Organiser, two: tuple[Person, Person]
) -> None:
    """A campaign names its initiator by a key that the directory does not list among its own."""
    kept, gone = two
    campaign = make.campaign(office, initiator=gone)
    by = make.actor(office)

    record = merging.merge(kept=kept, gone=gone, values=merging.chosen_values(kept, gone, []), by=by)
    campaign.refresh_from_db()
    assert campaign.initiator == kept

    merging.part(record, by=by)
    campaign.refresh_from_db()
    assert campaign.initiator_id == record.gone["id"]


def test_who_began_a_campaign_is_not_deleted(office: Organiser) -> None:
    person = make.person(office)
    campaign = make.campaign(office, initiator=person)

    with pytest.raises(book.SomethingRestsOnIt) as refused:
        book.delete(person, by=make.actor(office))

    assert refused.value.rows == [campaign]
    assert Person.objects.filter(pk=person.pk).exists()
