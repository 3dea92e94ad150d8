"""A ministry and its posts: invited, accepted, declined, attached at once, founded."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from chancery.accounts import leaving
from chancery.accounts.actions import post_invitations, posts
from chancery.accounts.models import ColleagueInvitation, Membership, Organiser, PostInvitation, User
from chancery.base import jobs, undo
from chancery.base.models import AuditLine, Job, OutboxMessage
from tests import make
from tests.conftest import People

STANDS = "The invitation stands for thirty days; if there is such an office, its owners are written to."


def invite(
    ministry: Organiser, *asked: str, by: User | None = None, now: datetime | None = None
) -> list[PostInvitation]:
    """Let a ministry invite; return its open invitations."""
    post_invitations.invite_posts(
        ministry,
        asked,
        by=make.actor(ministry, by),
        now=now or timezone.now(),
        link_of=lambda office: f"https://chancery.example.org/o/{office.ref}/team/ministry/",
    )
    return list(PostInvitation.objects.filter(organiser=ministry, withdrawn_at=None).order_by("pk"))


def elsewhere(people: People) -> Organiser:
    return Membership.objects.get(user=people.stranger).organiser


def at(who: User) -> Client:
    client = Client()
    client.force_login(who)
    return client


def letters() -> list[str]:
    return list(OutboxMessage.objects.order_by("pk").values_list("recipient", flat=True))


@pytest.mark.parametrize("asked", ["elsewhere", "ELSEWHERE", "nowhere", "STRANGER", "nobody@example.org"])
def test_the_ministry_reads_the_same_whether_there_is_such_an_office_or_not(
    signed_in: Client, people: People, asked: str
) -> None:
    asked = people.stranger.email if asked == "STRANGER" else asked

    page = signed_in.post("/o/mission/team/posts/", {"asked": asked}, follow=True).content.decode()

    assert STANDS in page
    assert f"<bdi>{asked.lower()}</bdi>" in page
    assert "good until" in page


@pytest.mark.parametrize("asked", ["elsewhere", "nowhere"])
def test_the_history_and_the_mail_of_the_ministry_do_not_tell_either(
    signed_in: Client, people: People, asked: str
) -> None:
    signed_in.post("/o/mission/team/posts/", {"asked": asked})
    code = PostInvitation.objects.get().code
    signed_in.post(f"/o/mission/team/posts/invitations/{code}/withdraw/")

    lines = AuditLine.objects.filter(organiser_id=people.office.pk).order_by("pk")
    assert [(line.code, line.label) for line in lines] == [
        ("accounts.post_invitation.made", asked),
        ("accounts.post_invitation.withdrawn", asked),
    ]
    assert lines[0].changes == {"invited": [None, asked]}
    assert list(lines[1].changes) == ["withdrawn_at"]
    assert not OutboxMessage.objects.filter(organiser_id=people.office.pk).exists()


def test_every_owner_is_written_to_once_in_their_language(people: People) -> None:
    post = elsewhere(people)
    reader = make.member(post, "owner", make.user(language="fr")).user
    make.member(post, "head")

    invite(people.office, "elsewhere")
    invite(people.office, "elsewhere", people.stranger.email)

    assert sorted(letters()) == sorted([people.stranger.email, reader.email, people.stranger.email])
    assert OutboxMessage.objects.values("key").distinct().count() == 3


def test_inviting_twice_changes_nothing(people: People) -> None:
    [first] = invite(people.office, "elsewhere")

    [second] = invite(people.office, " Elsewhere ", "elsewhere")

    assert (second.pk, second.expires_at) == (first.pk, first.expires_at)
    assert letters() == [people.stranger.email]
    assert AuditLine.objects.filter(code="accounts.post_invitation.made").count() == 1


def test_what_has_lapsed_is_asked_anew(people: People) -> None:
    [lapsed] = invite(people.office, "elsewhere", now=timezone.now() - timedelta(days=31))

    [anew] = invite(people.office, "elsewhere")

    assert anew.pk == lapsed.pk
    assert anew.is_open(timezone.now())
    assert letters() == [people.stranger.email] * 2


def test_the_database_keeps_one_open_invitation_a_pair(people: People) -> None:
    [invitation] = invite(people.office, "elsewhere")
    twins = [{"asked": "elsewhere"}, {"asked": "other", "post": invitation.post}]

    for twin in twins:
        with pytest.raises(IntegrityError), transaction.atomic():
            PostInvitation.objects.create(organiser=people.office, expires_at=invitation.expires_at, **twin)


def test_the_database_refuses_an_office_as_its_own_ministry(people: People) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organiser.objects.filter(pk=people.office.pk).update(parent=people.office)


def test_an_owner_sees_the_invitation_on_home_and_team_and_accepts(people: People) -> None:
    [invitation] = invite(people.office, "elsewhere", by=people.owner)
    client = at(people.stranger)
    words = "Mission invites this office to become its post."

    for path in ("/o/elsewhere/", "/o/elsewhere/team/", "/o/elsewhere/team/ministry/"):
        assert words in strip_tags(client.get(path).content.decode())
    page = client.get(f"/o/elsewhere/team/ministry/invitations/{invitation.code}/").content.decode()
    assert "guest lists, seating, door, record and papers of an event" in page
    client.post(f"/o/elsewhere/team/ministry/invitations/{invitation.code}/")

    assert elsewhere(people).parent == people.office
    for office in (people.office, elsewhere(people)):
        line = AuditLine.objects.get(organiser_id=office.pk, code="accounts.organiser.attached")
        assert line.changes == {"parent_id": [None, people.office.pk]}
        assert line.by == people.stranger
    assert "Mission invites" not in client.get("/o/elsewhere/").content.decode()


def test_who_is_no_owner_reads_nothing_of_it(people: People) -> None:
    [invitation] = invite(people.office, "elsewhere")
    head = make.member(elsewhere(people), "head").user

    assert "invites this office" not in at(head).get("/o/elsewhere/").content.decode()
    path = f"/o/elsewhere/team/ministry/invitations/{invitation.code}/"
    assert at(head).get(path).status_code == 403


def test_an_invitation_by_address_is_for_that_owner_alone(people: People) -> None:
    [invitation] = invite(people.office, people.stranger.email.upper())
    other = make.member(elsewhere(people), "owner").user
    path = f"/o/elsewhere/team/ministry/invitations/{invitation.code}/"

    assert at(other).get(path).status_code == 404
    assert at(people.stranger).post(path).status_code == 302

    invitation.refresh_from_db()
    assert invitation.post == elsewhere(people)
    assert elsewhere(people).parent == people.office


def test_declining_is_told_to_the_ministry_and_can_be_undone(signed_in: Client, people: People) -> None:
    [invitation] = invite(people.office, "elsewhere")

    at(people.stranger).post(f"/o/elsewhere/team/ministry/invitations/{invitation.code}/decline/")

    assert "declined on" in signed_in.get("/o/mission/team/posts/").content.decode()
    assert elsewhere(people).parent is None
    line = AuditLine.objects.get(code="accounts.post_invitation.declined")
    undo.undo(line, by=make.actor(elsewhere(people), people.stranger))
    invitation.refresh_from_db()
    assert invitation.is_open(timezone.now())


@pytest.mark.parametrize("end", ["withdrawn", "lapsed", "declined"])
def test_what_is_no_longer_open_cannot_be_accepted(people: People, end: str) -> None:
    [invitation] = invite(people.office, "elsewhere")
    now = timezone.now()
    columns = {
        "withdrawn": {"withdrawn_at": now},
        "lapsed": {"expires_at": now},
        "declined": {"declined_at": now},
    }
    PostInvitation.objects.filter(pk=invitation.pk).update(**columns[end])

    answer = at(people.stranger).post(f"/o/elsewhere/team/ministry/invitations/{invitation.code}/")

    assert answer.status_code == 404
    with pytest.raises(post_invitations.PostInvitationNotUsable):
        post_invitations.accept(invitation, elsewhere(people), user=people.stranger, now=now)
    assert elsewhere(people).parent is None


def test_withdrawing_stops_the_letters_that_wait(signed_in: Client, people: People) -> None:
    [invitation] = invite(people.office, "elsewhere")

    signed_in.post(f"/o/mission/team/posts/invitations/{invitation.code}/withdraw/")

    assert [message.state for message in OutboxMessage.objects.all()] == ["cancelled"]
    assert "invites this office" not in at(people.stranger).get("/o/elsewhere/").content.decode()


def test_there_are_two_levels_and_no_more(people: People) -> None:
    ministry, post, other = people.office, elsewhere(people), make.organiser("other")
    posts.attach(post, ministry, user=None)

    refused: list[tuple[Organiser, Organiser, type[Exception]]] = [
        (post, other, posts.IsAPost),
        (ministry, other, posts.HasPosts),
        (other, post, posts.MinistryIsAPost),
        (other, other, posts.SameOffice),
    ]
    for below, above, error in refused:
        with pytest.raises(error):
            posts.attach(below, above, user=None)
    with pytest.raises(posts.MinistryIsAPost):
        invite(post, "other")
    with pytest.raises(posts.MinistryIsAPost):
        posts.found_post(post, names={"en": "New"}, city="Bern", user=None)
    assert {office.ref for office in Organiser.objects.filter(parent__isnull=False)} == {"elsewhere"}


def test_an_invitation_that_cannot_be_accepted_says_why(people: People) -> None:
    [invitation] = invite(people.office, "elsewhere")
    posts.attach(make.organiser("consulate"), elsewhere(people), user=None)
    path = f"/o/elsewhere/team/ministry/invitations/{invitation.code}/"

    page = at(people.stranger).get(path).content.decode()
    answer = at(people.stranger).post(path, follow=True).content.decode()

    assert "This office has posts of its own" in page
    assert "This office has posts of its own" in answer
    assert elsewhere(people).parent is None


def test_the_owner_of_both_attaches_at_once_after_a_page(signed_in: Client, people: People) -> None:
    make.member(elsewhere(people), "owner", people.owner)
    path = "/o/mission/team/posts/attach/elsewhere/"

    page = strip_tags(signed_in.get(path).content.decode())

    assert "Make Elsewhere a post of Mission?" in page
    assert elsewhere(people).parent is None
    signed_in.post(path)
    assert elsewhere(people).parent == people.office


def test_a_member_who_does_not_own_both_attaches_nothing(signed_in: Client, people: People) -> None:
    make.member(elsewhere(people), "protocol", people.owner)

    assert signed_in.post("/o/mission/team/posts/attach/elsewhere/").status_code == 404
    assert elsewhere(people).parent is None


def test_the_history_does_not_bring_an_office_back_alone(people: People) -> None:
    post = elsewhere(people)
    posts.attach(post, people.office, user=None)
    posts.part(post, people.office, user=None)

    for line in AuditLine.objects.filter(organiser_id=people.office.pk):
        with pytest.raises(undo.CannotUndo, match="on the page of the ministry only"):
            undo.undo(line, by=make.actor(people.office))
    assert elsewhere(people).parent is None


@pytest.mark.parametrize(
    "path", ["/o/mission/team/posts/of/elsewhere/release/", "/o/elsewhere/team/ministry/leave/"]
)
def test_either_side_parts_after_a_page(people: People, path: str) -> None:
    posts.attach(elsewhere(people), people.office, user=None)
    client = at(people.owner if "mission" in path else people.stranger)

    page = client.get(path).content.decode()

    assert "no guest list and no record loses a name" in page
    assert elsewhere(people).parent == people.office
    client.post(path)
    client.post(path)
    assert elsewhere(people).parent == people.office
    job = Job.objects.get()
    under_way = client.get(f"/o/{path.split('/')[2]}/team/parting/{job.code}/")
    assert b"<progress" in under_way.content
    jobs.run_job.call(job.pk)
    done = client.get(f"/o/{path.split('/')[2]}/team/parting/{job.code}/")
    assert b"Done." in done.content
    assert elsewhere(people).parent is None
    codes = AuditLine.objects.filter(code=posts.PARTED).values_list("organiser_id", flat=True)
    assert set(codes) == {people.office.pk, elsewhere(people).pk}
    assert client.get(path).status_code in (302, 404)


def test_a_parting_that_died_is_taken_up_again_and_ends_once(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = elsewhere(people)
    posts.attach(post, people.office, user=None)
    by = make.actor(people.office)

    def die(_moved: posts.Moved) -> None:
        raise ArithmeticError

    job = jobs.start(leaving.PART, by=by, post=post.pk, ministry=people.office.pk)
    with monkeypatch.context() as broken:
        broken.setattr(posts, "AFTER_PARTING", [*posts.AFTER_PARTING, die])
        with pytest.raises(ArithmeticError):
            jobs.run_job.call(job.pk)
    assert elsewhere(people).parent == people.office
    assert not AuditLine.objects.filter(code=posts.PARTED).exists()
    assert Job.objects.get().state == Job.State.FAILED

    for _again in range(2):
        jobs.run_job.call(jobs.start(leaving.PART, by=by, post=post.pk, ministry=people.office.pk).pk)

    assert elsewhere(people).parent is None
    assert AuditLine.objects.filter(code=posts.PARTED).count() == 2
    ended = Job.objects.filter(state=Job.State.DONE).order_by("pk")
    assert [job.outcome for job in ended] == [{"parted_before": False}, {"parted_before": True}]


FOUND = {
    "names_0": "Embassy in Ankara",
    "city": "Ankara",
    "time_zone": "Europe/Istanbul",
    "host_state": "TR",
    "email": "first@example.org",
}


def test_a_ministry_founds_a_post_and_invites_its_first_owner(signed_in: Client, people: People) -> None:
    Organiser.objects.filter(pk=people.office.pk).update(state="RO")
    form = signed_in.get("/o/mission/team/posts/new/").content.decode()
    names = re.findall(r'name="(names[^"]*)"', form)

    signed_in.post("/o/mission/team/posts/new/", {names[0]: "Embassy in Ankara"} | FOUND)

    made = Organiser.objects.get(city="Ankara")
    assert (made.ref, made.parent, made.state, made.host_state) == (
        "mission_ankara",
        people.office,
        "RO",
        "TR",
    )
    assert not Membership.objects.filter(organiser=made).exists()
    invitation = ColleagueInvitation.objects.get()
    assert (invitation.organiser, invitation.email, invitation.role) == (made, "first@example.org", "owner")
    assert letters() == ["first@example.org"]
    assert signed_in.get("/o/mission_ankara/").status_code == 404


def test_the_first_owner_is_invited_again_while_nobody_works_there(signed_in: Client, people: People) -> None:
    made = posts.found_post(people.office, names={"en": "New"}, city="Ankara", user=people.owner)
    path = "/o/mission/team/posts/of/mission_ankara/owner/"

    signed_in.post(path, {"email": "wrong@example.org"})
    signed_in.post(path, {"email": "right@example.org"})

    waiting = ColleagueInvitation.objects.filter(withdrawn_at=None)
    assert [invitation.email for invitation in waiting] == ["right@example.org"]
    make.member(made, "owner")
    assert signed_in.get(path).status_code == 404


def test_short_names_of_new_posts_tell_nothing_of_other_offices(people: People) -> None:
    make.organiser("ankara")
    make.organiser("mission-ankara")

    first, second = (
        posts.found_post(people.office, names={"en": "New"}, city="Ankara", user=None) for _each in range(2)
    )

    assert [first.ref, second.ref] == ["mission_ankara", "mission_ankara-2"]


@pytest.mark.parametrize("path", ["/o/mission/team/posts/", "/o/mission/team/"])
def test_the_pages_ask_the_same_number_of_questions_for_every_size(
    signed_in: Client, people: People, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    def crowd(count: int) -> None:
        for _number in range(count):
            number = Organiser.objects.count()
            posts.attach(make.organiser(f"post{number}"), people.office, user=None)
            make.member(make.organiser(f"own{number}"), "owner", people.owner)
            invite(people.office, f"asked{number}")

    crowd(1)
    with CaptureQueriesContext(connection) as first:
        signed_in.get(path)
    crowd(2)

    with django_assert_num_queries(len(first)):
        signed_in.get(path)


def test_an_owner_reads_three_invitations_by_as_many_questions_as_one(
    people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client: Any = at(people.stranger)
    invite(people.office, "elsewhere", by=people.owner)
    with CaptureQueriesContext(connection) as first:
        client.get("/o/elsewhere/team/ministry/")
    for number in range(2):
        invite(make.organiser(f"ministry{number}"), "elsewhere", by=people.owner)

    with django_assert_num_queries(len(first)):
        page = client.get("/o/elsewhere/team/ministry/").content.decode()

    assert page.count("What it means, and accept") == 3
