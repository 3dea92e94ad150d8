"""Consents with their words and their notice, the notice with its versions (R121, R124, R125)."""

import pytest
from django.test import Client

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.guests import notice_words
from chancery.guests.models import Consent, Notice, Reply, Terms
from chancery.privacy.actions.keeping import say
from chancery.privacy.models import OfficePrivacy
from tests import make
from tests.guests import built
from tests.guests.reply_built import Party, coming_event, invited

DIET = {"diet": "vegan", "diet_consent": "on"}


@pytest.fixture
def party(db: None) -> Party:
    return invited(coming_event(asks_diet=True, asks_access=True))


def officer(party: Party) -> Client:
    member = make.member(party.event.organiser, "protocol")
    client = Client()
    client.force_login(member.user)
    return client


def digest(party: Party) -> str:
    event = party.event
    return notice_words.facts_of(event, Terms.objects.get(event=event)).digest


def test_a_consent_keeps_its_words_its_notice_and_its_way(party: Party) -> None:
    party.send("accept", DIET | {"notice": digest(party)})

    given = Consent.objects.get()

    assert (given.kind, given.way, given.language) == ("diet", "page", "en")
    assert "which may tell something about health or religion" in given.words
    assert given.notice == Notice.objects.get()
    assert "vegan" not in str(list(AuditLine.objects.values_list("changes", "label")))


def test_each_need_has_a_consent_of_its_own(party: Party) -> None:
    party.send("accept", DIET | {"access": "a ramp", "access_consent": "on"})
    party.send("accept", {"diet": "halal", "diet_consent": "on"})

    standing = Consent.objects.filter(withdrawn_at=None).order_by("kind")

    assert [each.kind for each in standing] == ["access", "diet"]
    assert Consent.objects.count() == 3


def test_a_guest_takes_a_consent_back_and_nothing_is_left(party: Party) -> None:
    party.send("accept", DIET)

    party.send("accept", {"forget": "on"})

    assert Consent.objects.filter(withdrawn_at=None).count() == 0
    assert Reply.objects.exclude(sealed_diet=None).count() == 0


def test_an_officer_takes_a_consent_back_for_the_guest(party: Party) -> None:
    party.send("accept", DIET | {"access": "a ramp", "access_consent": "on"})
    given = Consent.objects.get(kind="diet")

    officer(party).post(built.address(party.event, "withdraw-consent", consent=given.code))

    given.refresh_from_db()
    reply = Reply.objects.get()
    assert given.withdrawn_at is not None
    assert (reply.sealed_diet, reply.sealed_access is None) == (None, False)


def test_a_notice_that_changed_meanwhile_is_read_again(party: Party) -> None:
    read = digest(party)
    settled = OfficePrivacy(organiser=party.event.organiser, law="eu", authority="The authority")
    say(settled, by=Actor(party.event.organiser_id))

    refused = party.send("accept", DIET | {"notice": read})
    assert "has changed meanwhile" in refused.content.decode()
    assert Consent.objects.count() == 0

    party.send("accept", DIET | {"notice": digest(party)})
    assert Consent.objects.count() == 1


def test_versions_are_kept_as_they_were_read(party: Party) -> None:
    party.send("accept", DIET)
    say(OfficePrivacy(organiser=party.event.organiser, contact="Ana"), by=Actor(party.event.organiser_id))
    party.send("accept", {"diet": "halal", "diet_consent": "on"}, language="ro")

    first, second = Notice.objects.order_by("number")

    assert (first.number, second.number) == (1, 2)
    assert "Ana" not in str(first.texts)
    assert "Ana" in str(second.texts)
    assert set(second.texts) == {"en", "ro"}


@pytest.mark.parametrize(
    ("law", "said", "unsaid"),
    [
        ("", "only with your consent", "General Data Protection"),
        ("eu", "General Data Protection Regulation", "immunities"),
        ("third", "immunities remain untouched", "General Data Protection"),
    ],
)
def test_the_profile_says_its_own_law_and_claims_no_other(
    party: Party, law: str, said: str, unsaid: str
) -> None:
    say(OfficePrivacy(organiser=party.event.organiser, law=law), by=Actor(party.event.organiser_id))

    page = party.look("privacy/").content.decode()

    assert said in page
    assert unsaid not in page


def test_the_notice_prints_for_guest_and_office(party: Party) -> None:
    party.send("accept", DIET)

    assert party.look("privacy.pdf").content.startswith(b"%PDF")
    paper = officer(party).get(built.address(party.event, "notice-paper"), {"language": "ro"})
    assert paper.content.startswith(b"%PDF")
    page = officer(party).get(built.address(party.event, "notice")).content.decode()
    assert "as told now" in page


def test_looking_at_the_notice_keeps_no_version(party: Party) -> None:
    party.look("privacy/")
    party.look("privacy.pdf")

    assert Notice.objects.count() == 0
