"""A communiqué leaves the house: what stops it, what is sent, corrections and withdrawals."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.models import OutboxMessage
from chancery.events.models import Event
from chancery.record.actions import communique as actions
from chancery.record.models import MediaAddress, Release, ReleasePosting
from chancery.record.queries.releases import latest_release_of
from tests import make
from tests.record import communique_built as built

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Organiser:
    return make.organiser()


@pytest.fixture
def event(office: Organiser) -> Event:
    return built.an_evening(office)


@pytest.fixture
def page(client: Client, office: Organiser) -> Client:
    client.force_login(make.member(office, "press").user)
    return client


def _url(event: Event, name: str = "release", **route: str) -> str:
    return reverse(f"record:{name}", kwargs={"ref": event.organiser.ref, "code": event.code, **route})


def _release(page: Client, event: Event, *languages: str, lists: Any = (), **more: str) -> Any:
    """Look at what would leave, then press the button."""
    asked = {"languages": languages or ("en",), "lists": [one.code for one in lists], **more}
    shown = page.post(_url(event), asked | {"do": "look"}).context["departure"].digest
    return page.post(_url(event), asked | {"do": "release", "shown": shown}, follow=True)


def test_an_unreviewed_text_cannot_leave(page: Client, event: Event) -> None:
    built.an_edition(event)

    answer = _release(page, event)

    assert "Nobody has read this text over as it stands now." in answer.content.decode()
    assert not Release.objects.exists()


def test_a_text_behind_its_record_cannot_leave(page: Client, event: Event) -> None:
    built.a_reviewed_edition(event)
    event.titles = {"en": "Night of songs"}
    event.save(update_fields=["titles"])
    event.statements.all().delete()

    answer = _release(page, event)

    assert "The record has changed since the text was drafted" in answer.content.decode()
    assert not Release.objects.exists()


def test_a_release_freezes_the_text_and_sends_one_message_an_address(
    page: Client, event: Event, office: Organiser
) -> None:
    edition = built.a_reviewed_edition(event)
    lists = [
        built.a_media_list(office, "Local", "a@example.org", "b@example.org"),
        built.a_media_list(office, "Embassies", "B@example.org"),
    ]

    _release(page, event, lists=lists)

    release = Release.objects.get()
    assert (release.number, release.corrects, release.released_by is not None) == (1, None, True)
    assert " ".join(block["text"] for block in release.blocks).count("Ana Sample") == 1
    emails = release.postings.values_list("email", flat=True)
    assert sorted(email.lower() for email in emails) == ["a@example.org", "b@example.org"]
    assert OutboxMessage.objects.filter(kind="record.release").count() == 2
    actions.edit_sentence(
        built.saying(edition, "choir"), "Other.", opens_paragraph=False, by=make.actor(office)
    )
    release.refresh_from_db()
    assert "choir" in str(release.blocks)


def test_who_reads_another_language_is_named_and_gets_nothing(
    page: Client, event: Event, office: Organiser
) -> None:
    built.a_reviewed_edition(event)
    chosen = built.a_media_list(office, "Local", "a@example.org")
    MediaAddress.objects.create(media_list=chosen, email="d@example.org", name="Probe", language="de")

    shown = page.post(_url(event), {"languages": ["en"], "lists": [chosen.code], "do": "look"})
    _release(page, event, lists=[chosen])

    assert "reads German, which is not released now." in shown.content.decode()
    assert [posting.email for posting in ReleasePosting.objects.all()] == ["a@example.org"]


def test_pressing_twice_releases_once(page: Client, event: Event) -> None:
    built.a_reviewed_edition(event)
    asked = {"languages": ["en"], "do": "look"}
    shown = page.post(_url(event), asked).context["departure"].digest

    page.post(_url(event), asked | {"do": "release", "shown": shown})
    page.post(_url(event), asked | {"do": "release", "shown": shown})

    assert Release.objects.count() == 1


def test_what_changed_since_it_was_shown_does_not_leave(
    page: Client, event: Event, office: Organiser
) -> None:
    built.a_reviewed_edition(event)
    chosen = built.a_media_list(office, "Local", "a@example.org")
    asked = {"languages": ["en"], "lists": [chosen.code], "do": "look"}
    shown = page.post(_url(event), asked).context["departure"].digest
    MediaAddress.objects.create(media_list=chosen, email="b@example.org")

    page.post(_url(event), asked | {"do": "release", "shown": shown})

    assert not Release.objects.exists()


def test_an_own_sentence_needs_a_tick(page: Client, event: Event, office: Organiser) -> None:
    edition = built.an_edition(event)
    own = actions.add_sentence(
        edition,
        "It rained.",
        after=built.saying(edition, "choir"),
        opens_paragraph=False,
        by=make.actor(office),
    )
    built.a_reviewed_edition(event)

    refused = _release(page, event)
    assert "Tick this once you have looked at it" in refused.content.decode()
    assert not Release.objects.exists()
    _release(page, event, **{f"accept-en-own-{own.code}": "on"})

    assert Release.objects.count() == 1


def test_a_correction_says_what_it_corrects_and_reaches_whoever_got_the_first(
    page: Client, event: Event, office: Organiser
) -> None:
    built.a_reviewed_edition(event)
    _release(page, event, lists=[built.a_media_list(office, "Local", "a@example.org")])
    built.a_reviewed_edition(event)

    unsaid = _release(page, event)
    assert "say what the new version corrects" in unsaid.content.decode()
    _release(page, event, **{"correction-en": "The hour was wrong."})

    first, second = Release.objects.order_by("number")
    assert (second.corrects, second.correction) == (first, "The hour was wrong.")
    assert [posting.email for posting in second.postings.all()] == ["a@example.org"]
    assert latest_release_of(event, "en") == second


def test_a_withdrawal_keeps_the_release_and_tells_whoever_got_it(
    page: Client, event: Event, office: Organiser
) -> None:
    built.a_reviewed_edition(event)
    _release(page, event, lists=[built.a_media_list(office, "Local", "a@example.org")])
    release = Release.objects.get()

    where = _url(event, "release-withdraw", release=release.code)
    page.post(where, {"reason": "", "tells": "on"})
    release.refresh_from_db()
    assert release.withdrawn_at is None
    page.post(where, {"reason": "It names the wrong choir.", "tells": "on"})

    release.refresh_from_db()
    assert release.withdrawn_because == "It names the wrong choir."
    assert latest_release_of(event, "en") is None
    assert OutboxMessage.objects.filter(key__startswith="withdrawn:").count() == 1


def test_an_embargo_is_in_the_message_and_keeps_the_page_back(
    client: Client, page: Client, event: Event, office: Organiser
) -> None:
    edition = built.an_edition(event)
    edition.communique.embargo_until = timezone.now() + timedelta(hours=2)
    edition.communique.save(update_fields=["embargo_until"])
    built.a_reviewed_edition(event)

    _release(page, event, lists=[built.a_media_list(office, "Local", "a@example.org")])

    release = Release.objects.get()
    public = reverse("public-record:communique", args=[office.ref, release.code])
    assert Client().get(public).status_code == 404
    Release.objects.update(embargo_until=timezone.now() - timedelta(minutes=1))
    assert Client().get(public).status_code == 200
    assert OutboxMessage.objects.count() == 1


def test_the_number_of_queries_does_not_grow_with_the_addresses(
    page: Client, event: Event, office: Organiser
) -> None:
    built.a_reviewed_edition(event)
    chosen = built.a_media_list(office, "Local", "a@example.org")
    asked = {"languages": ["en"], "lists": [chosen.code], "do": "look"}
    page.post(_url(event), asked)
    counted = _queries(page, event, asked)

    MediaAddress.objects.bulk_create(
        MediaAddress(media_list=chosen, email=f"n{number}@example.org") for number in range(60)
    )

    assert _queries(page, event, asked) == counted


def _queries(page: Client, event: Event, asked: dict[str, Any]) -> int:
    with CaptureQueriesContext(connection) as found:
        page.post(_url(event), asked)
    return len(found)
