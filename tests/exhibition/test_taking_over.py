"""Films and exhibitions of a campaign: offered, and taken over as far as the rights allow."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import StoredFile
from chancery.exhibition.models import Exhibit, Exhibition, Film, Room, Subtitles, Work
from chancery.exhibition.offering import extent_of
from chancery.occasions.models import Campaign
from tests import films, make
from tests.conftest import People


@pytest.fixture
def campaign(people: People) -> Campaign:
    """A campaign of the ministry above the mission, shown to all posts."""
    people.office.parent = make.organiser("ministry")
    people.office.save()
    return make.campaign(people.office.parent, visibility="tree")


def a_work(office: Organiser, title: str, **fields: Any) -> Work:
    """A work with a caption."""
    return Work.objects.create(
        organiser=office, titles={"en": title}, captions={"en": f"About {title}"}, **fields
    )


def an_exhibition(campaign: Campaign, *works: Work) -> Exhibition:
    """An exhibition that a campaign offers, its works hanging in one room."""
    shown = make.exhibition(campaign.organiser, campaign=campaign)
    room = Room.objects.create(exhibition=shown, names={"en": "Hall"})
    for position, work in enumerate(works):
        Exhibit.objects.create(exhibition=shown, work=work, room=room, ref=f"e{position}", position=position)
    return shown


def offered(campaign: Campaign, path: str = "") -> str:
    """Where the mission sees what a campaign offers."""
    return f"/o/mission/campaigns/{campaign.code}/films/{path}"


@pytest.mark.cases
@pytest.mark.parametrize(
    ("rights", "days", "copied", "is_taken", "is_said"),
    [
        pytest.param("own", None, "permission", True, False, id="the owner permits its own work"),
        pytest.param("licence", None, "licence", True, False, id="a licence holds for all"),
        pytest.param("public-domain", 1, "public-domain", True, False, id="the public domain holds for all"),
        pytest.param("permission", None, "", True, True, id="a permission was given to the owner"),
        pytest.param("refused", None, "", False, False, id="refused"),
        pytest.param("", None, "", False, False, id="not cleared"),
        pytest.param("licence", -1, "", False, False, id="run out"),
    ],
)
def test_rights_extend_as_far_as_they_were_given(
    people: People, rights: str, days: int | None, copied: str, is_taken: bool, is_said: bool
) -> None:
    today = date(2026, 3, 5)
    until = today + timedelta(days=days) if days else None

    found = extent_of(Film(rights=rights, rights_until=until), people.office, today)

    assert (found.rights, not found.reason, bool(found.said)) == (copied, is_taken, is_said)


def test_a_film_is_taken_over_once_with_its_subtitles_and_the_same_file(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    source = films.kept_film(campaign.organiser)
    source.rights, source.campaign = "licence", campaign
    source.save()
    files = StoredFile.objects.count()

    for _ in range(2):
        page = signed_in.post(offered(campaign, f"take/film/{source.code}/"), follow=True).content.decode()

    copy = Film.objects.get(organiser=people.office)
    assert (copy.source, copy.file, copy.poster) == (source, source.file, source.poster)
    assert StoredFile.objects.count() == files
    assert [each.text for each in copy.subtitles.all()] == [each.text for each in source.subtitles.all()]
    assert "Taken over from" in page
    sent = signed_in.get(f"/o/mission/works/films/{copy.code}/file/")
    sent.close()
    assert sent.status_code == 200


def test_an_exhibition_leaves_behind_what_its_rights_do_not_allow(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    ministry = campaign.organiser
    free = a_work(ministry, "Free", rights="public-domain", lender_body=make.body(ministry))
    asked = a_work(ministry, "Asked", rights="permission", rights_note="by the maker")
    refused = a_work(ministry, "Refused", rights="refused")
    source = an_exhibition(campaign, free, asked, refused)
    address = offered(campaign, f"take/exhibition/{source.code}/")

    before = signed_in.get(address).content.decode()
    signed_in.post(address)

    assert "The rights to it were refused." in before
    assert "ask whether it holds for you" in before
    copy = Exhibition.objects.get(organiser=people.office)
    hung = [(each.work.titles["en"], each.work.rights) for each in copy.exhibits.order_by("position")]
    assert hung == [("Free", "public-domain"), ("Asked", "")]
    assert {each.room.exhibition_id for each in copy.exhibits.all() if each.room} == {copy.pk}
    works = Work.objects.filter(organiser=people.office)
    assert {(work.lender_body_id, work.captions["en"]) for work in works} == {
        (None, "About Free"),
        (None, "About Asked"),
    }


def test_what_changed_in_the_source_is_seen_and_taken(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    work = a_work(campaign.organiser, "Mill", rights="licence")
    source = an_exhibition(campaign, work)
    signed_in.post(offered(campaign, f"take/exhibition/{source.code}/"))
    copy = Exhibition.objects.get(organiser=people.office)
    beside = f"/o/mission/works/taken/exhibition/{copy.code}/"
    assert "changed since" not in signed_in.get(beside).content.decode()
    work.captions = {"en": "About the old Mill"}
    work.save()
    new = a_work(campaign.organiser, "Bridge", rights="own")
    Exhibit.objects.create(exhibition=source, work=new, ref="e9", position=9)

    page = signed_in.get(beside).content.decode()
    after = signed_in.post(f"{beside}newer/", follow=True).content.decode()

    assert "<ins>the old </ins>" in page
    assert "Mill: Captions (English)" in page
    assert "has changed its version" not in after
    titles = [each.work.captions["en"] for each in copy.exhibits.order_by("position")]
    assert titles == ["About the old Mill", "About Bridge"]
    assert Work.objects.filter(organiser=campaign.organiser).count() == 2


def test_a_post_keeps_its_film_as_it_is(signed_in: Client, campaign: Campaign, people: People) -> None:
    source = make.film(campaign.organiser, campaign=campaign, rights="licence")
    signed_in.post(offered(campaign, f"take/film/{source.code}/"))
    Subtitles.objects.create(film=source, language="en", text="WEBVTT")
    copy = Film.objects.get(organiser=people.office)
    assert copy.is_behind

    signed_in.post(f"/o/mission/works/taken/film/{copy.code}/keep/")

    copy.refresh_from_db()
    assert not copy.is_behind
    assert not copy.subtitles.exists()


def test_rights_that_ended_are_said_and_nothing_is_taken(
    signed_in: Client, campaign: Campaign, people: People
) -> None:
    past = timezone.localdate() - timedelta(days=1)
    source = make.film(campaign.organiser, campaign=campaign, rights="licence", rights_until=past)

    page = signed_in.post(offered(campaign, f"take/film/{source.code}/"), follow=True).content.decode()

    assert "The rights to it have run out." in page
    assert not Film.objects.filter(organiser=people.office).exists()


def test_the_owner_offers_and_offers_no_longer(signed_in: Client, people: People) -> None:
    campaign, film = make.campaign(people.office), make.film(people.office)
    what = {"what": f"film:{film.code}"}

    signed_in.post(offered(campaign, "offer/"), what)
    assert Film.objects.get().campaign == campaign
    signed_in.post(offered(campaign, "offer/"), what | {"withdraw": "yes"})

    assert Film.objects.get().campaign is None


def test_what_is_not_offered_is_not_found(signed_in: Client, campaign: Campaign, people: People) -> None:
    inside = make.film(campaign.organiser, rights="own")

    answers = [
        signed_in.get(offered(campaign, f"take/film/{inside.code}/")),
        signed_in.get(offered(campaign, f"take/song/{inside.code}/")),
        signed_in.get(f"/o/mission/works/taken/film/{inside.code}/"),
        signed_in.get(f"/o/mission/works/taken/film/{make.film(people.office).code}/"),
    ]
    refused = signed_in.post(offered(campaign, "offer/"), {"what": f"film:{inside.code}"})

    assert {answer.status_code for answer in answers} == {404}
    assert refused.status_code == 403


def test_the_list_asks_as_often_for_many_as_for_one(signed_in: Client, campaign: Campaign) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            make.film(campaign.organiser, campaign=campaign)
            an_exhibition(campaign)
        with CaptureQueriesContext(connection) as captured:
            assert signed_in.get(offered(campaign)).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
