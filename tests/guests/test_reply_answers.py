"""What guests answer on the reply page, and what the page refuses in one sentence."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from chancery.base import audit, secret_box
from chancery.base.models import AuditLine
from chancery.guests.actions import settling
from chancery.guests.models import Reply, Standing
from chancery.guests.queries.reply_page import forget_plans
from tests import make
from tests.access import body_of
from tests.guests.reply_built import coming_event, day_in, invited, question

pytestmark = pytest.mark.django_db
KEY = "bcdfghjkmnpq"
FIELDS = (
    "form_key",
    "revision",
    "companion_number",
    "companion_names",
    "message",
    "reason",
    "diet",
    "diet_consent",
    "representative_name",
    "representative_office",
    "speaker_name",
    "forget",
)


def test_an_answer_that_asks_more_is_a_page_of_its_own() -> None:
    party = invited(coming_event(companions="number", most_companions=2), companions=("Maria Sample",))

    assert f'action="/r/{party.token}/accept/"' not in body_of(party.look())
    written = {"companions": ["Maria Sample"], "companion_number": 1, "message": "With pleasure"}
    assert party.send("accept", written).status_code == 303

    reply = Reply.objects.get()
    assert (reply.companion_names, reply.unnamed_companions) == (["Maria Sample"], 1)
    assert reply.message == "With pleasure"
    assert party.again().coming == 3


@pytest.mark.parametrize(
    ("written", "names", "unnamed"),
    [
        ({}, [], 0),
        ({"partner": "on"}, [], 1),
        ({"partner": "on", "partner_name": "Maria Sample"}, ["Maria Sample"], 0),
        ({"partner_name": "Maria Sample"}, ["Maria Sample"], 0),
    ],
)
def test_a_partner_comes_with_or_without_a_name(
    written: dict[str, str], names: list[str], unnamed: int
) -> None:
    party = invited(coming_event(companions="partner"))

    party.send("accept", written)

    reply = Reply.objects.get()
    assert (reply.companion_names, reply.unnamed_companions) == (names, unnamed)


def test_more_companions_than_the_rule_are_refused_and_what_was_written_stays() -> None:
    party = invited(coming_event(companions="number", most_companions=1))

    response = party.send("accept", {"companion_names": "Maria\nRadu", "message": "Both of us"})

    assert response.status_code == 422
    assert "Only 1 more person can come with you; leave out the others." in body_of(response)
    assert "Both of us" in body_of(response)
    assert not Reply.objects.exists()


def test_a_representative_waits_for_the_host_where_the_card_is_personal() -> None:
    party = invited()
    party.invitation.is_personal = True
    party.invitation.save()
    written = {"representative_name": "Radu Sample", "representative_office": "Counsellor"}

    party.send("represent", written)

    assert Reply.objects.get().why_open == Reply.WhyOpen.CONSENT
    page = body_of(party.look())
    assert "Your answer waits for the office" in page
    assert party.address("pass/") not in page
    assert party.look("pass/").status_code == 404


def test_no_representative_is_offered_or_taken_where_none_may_come() -> None:
    party = invited(coming_event(representatives="not"))

    response = party.send("represent", {"representative_name": "Radu Sample"})

    assert party.address("represent/") not in body_of(party.look())
    assert response.status_code == 409
    assert "cannot be represented" in body_of(response)
    assert not Reply.objects.exists()


@pytest.mark.parametrize("speaker", ["assistant", "other"])
def test_an_answer_of_somebody_else_needs_a_name_and_waits(speaker: str) -> None:
    party = invited()

    assert party.send("accept", speaker=speaker).status_code == 422
    party.send("accept", {"speaker_name": "Office of the Minister"}, speaker=speaker)

    reply = Reply.objects.get()
    assert (reply.speaker, reply.speaker_name) == (speaker, "Office of the Minister")
    assert reply.why_open == Reply.WhyOpen.OTHER_PERSON
    assert party.again().standing != Standing.ACCEPTED


@pytest.mark.cases("R119", "R120", "R121")
def test_needs_are_kept_sealed_and_only_with_their_own_consent() -> None:
    party = invited(coming_event(asks_diet=True, asks_access=True))

    response = party.send("accept", {"diet": "No fish", "access": "A ramp", "access_consent": "on"})

    assert response.status_code == 422
    assert "Nothing of this is kept without your consent" in body_of(response)
    assert not Reply.objects.exists()
    party.send("accept", {"diet": "No fish", "diet_consent": "on"})
    reply = Reply.objects.get()
    assert secret_box.open_text(reply.sealed_diet) == "No fish"
    assert reply.sealed_access is None
    assert "No fish" not in body_of(party.look()) + body_of(party.look("accept/"))
    assert "No fish" not in str([line.changes for line in AuditLine.objects.all()])


@pytest.mark.cases("R121")
def test_a_consent_that_is_taken_back_deletes_what_was_told() -> None:
    party = invited(coming_event(asks_diet=True))
    party.send("accept", {"diet": "No fish", "diet_consent": "on"})

    party.send("accept", {"forget": "on"})

    assert [reply.sealed_diet for reply in Reply.objects.order_by("pk")] == [None, None]
    assert "guests.needs.deleted" in [line.code for line in audit.lines_of(party.invitation)]


def test_a_question_is_asked_only_of_whoever_gave_the_answer_before() -> None:
    party = invited()
    car = question(party.event, "Do you come by car?", ref="car", is_required=True)
    plate = question(
        party.event,
        "Number plate",
        ref="plate",
        answer="text",
        only_if=car,
        only_if_answer="yes",
        is_required=True,
    )
    by_car, by_plate = f"question_{car.code}", f"question_{plate.code}"

    assert party.send("accept").status_code == 422
    assert party.send("accept", {by_car: "yes"}).status_code == 422
    assert party.send("accept", {by_car: "no", by_plate: "B 01"}).status_code == 303
    assert Reply.objects.get().answers == {"car": "no"}
    party.send("accept", {by_car: "yes", by_plate: "B 01"})
    assert Reply.objects.order_by("pk")[1].answers == {"car": "yes", "plate": "B 01"}


def test_a_form_sent_twice_answers_once_and_a_second_form_again() -> None:
    party = invited()

    for _ in range(2):
        assert party.send("accept", {"form_key": KEY}).status_code == 303

    assert Reply.objects.count() == 1
    party.send("accept", {"form_key": KEY[::-1]})
    assert Reply.objects.count() == 2


@pytest.mark.parametrize("sent", [{}, {"form_key": ""}, {"form_key": "of another"}, {"form_key": "a\0b"}])
def test_what_no_form_of_the_page_sent_answers_nothing(sent: dict[str, str]) -> None:
    party = invited(coming_event(asks_diet=True))

    refused = Client().post(party.address("accept/"), sent | {"message": "With pleasure"})
    key = body_of(refused).split('name="form_key" value="')[1][:12]
    were_recorded = Reply.objects.exists()
    again = party.send("accept", {"form_key": key, "message": "With pleasure"})

    assert refused.status_code == 422
    assert "With pleasure" in body_of(refused)
    assert not were_recorded
    assert again.status_code == 303
    assert Reply.objects.get().message == "With pleasure"


def test_two_guests_with_the_same_form_key_both_answer() -> None:
    event = coming_event()
    for name in ("Ana", "Ion"):
        invited(event, name).send("accept", {"form_key": KEY})

    assert Reply.objects.count() == 2


@pytest.mark.parametrize(
    ("status", "days", "looked", "sent", "sentence"),
    [
        ("cancelled", 30, 200, 409, "The event will not be held"),
        ("postponed", 30, 200, 409, "The office will write to you"),
        ("confirmed", -1, 410, 410, "The event has been held"),
    ],
)
def test_an_event_that_takes_no_answers_says_why(
    status: str, days: int, looked: int, sent: int, sentence: str
) -> None:
    event = coming_event(days=days)
    event.status = status
    event.save()
    party = invited(event)

    seen, answered = party.look(), party.send("accept")

    assert (seen.status_code, answered.status_code) == (looked, sent)
    for response in (seen, answered):
        assert sentence in body_of(response)
        assert "+40 21 000 00 00" in body_of(response)
    assert not Reply.objects.exists()


def test_a_late_answer_is_taken_and_said_to_be_late() -> None:
    party = invited(coming_event(reply_by=day_in(-2)))
    assert "The day for answers is over" in body_of(party.look())

    party.send("accept")

    assert Reply.objects.get().is_late
    assert "the office will see whether there is still room" in body_of(party.look())


@pytest.mark.cases("R83")
def test_after_a_change_the_old_link_shows_the_new_day_and_asks_again() -> None:
    party = invited()
    seen = party.again().revision
    party.send("accept")
    settling.ask_again([party.again()], by=make.actor(party.event.organiser))

    assert "The invitation has changed" in body_of(party.look())
    response = party.send("accept", {"revision": seen})
    assert response.status_code == 409
    assert Reply.objects.count() == 1
    assert party.send("accept", {"revision": party.again().revision}).status_code == 303
    assert party.again().standing == Standing.ACCEPTED


def test_a_change_of_mind_stands_in_the_history() -> None:
    party = invited()
    party.send("accept")
    party.send("regret", {"reason": "Illness"})

    page = body_of(party.look())

    assert party.again().standing == Standing.WITHDRAWN
    assert "You cannot come after all" in page
    assert page.index("I cannot come", page.index("reply-history")) < page.rindex("I shall come")
    assert party.address("pass/") not in page


@pytest.mark.cases("R81")
@pytest.mark.parametrize(
    ("mark", "sentence"), [("regrets", "only if you cannot come"), ("remind", "This is to remind you")]
)
def test_the_reply_mark_says_what_is_offered_first(mark: str, sentence: str) -> None:
    page = body_of(invited(coming_event(reply_mark=mark)).look())

    assert sentence in page
    assert page.index("I cannot come") < page.index("I shall come")


def test_too_many_answers_to_one_invitation_are_refused_in_a_sentence() -> None:
    party = invited()
    for _ in range(10):
        assert party.send("undecided").status_code == 303

    response = party.send("accept")

    assert response.status_code == 429
    assert "please wait and send it again" in body_of(response)
    assert party.look().status_code == 200


def test_a_message_of_100_kb_is_refused_kindly_and_stays() -> None:
    party = invited()

    response = party.send("regret", {"message": "x" * 100_000})

    assert response.status_code == 422
    assert "Shorten this to 2000 letters" in body_of(response)
    assert "x" * 100_000 in body_of(response)


def test_hostile_words_stay_words() -> None:
    party = invited(coming_event(companions="number", most_companions=2))
    hostile = "<script>alert(1)</script>{{ 7 }}{% now %}"

    party.send("accept", {"companion_names": hostile, "message": hostile})

    page = body_of(party.look())
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
@pytest.mark.parametrize(
    "page", ["", "accept/", "regret/", "represent/", "undecided/", "other/", "privacy/", "pass/"]
)
def test_every_page_speaks_every_language_and_marks_what_is_not_written_in_it(
    language: str, page: str
) -> None:
    party = invited(coming_event(asks_diet=True, companions="partner"))
    party.send("accept")

    response = party.look(page, language=language)

    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in body_of(response)
    assert response.headers["Content-Language"] == language
    assert "UNKNOWN VARIABLE" not in body_of(response)
    if page == "" and language != "en":
        assert 'lang="en" dir="ltr">National day' in body_of(response)


def test_the_pass_the_picture_and_the_calendar_are_files() -> None:
    party = invited()
    party.send("accept")

    assert party.look("pass.pdf").content.startswith(b"%PDF")
    assert party.look("pass.png").content.startswith(b"\x89PNG")
    calendar = party.look("calendar.ics")
    assert f"invitation-{party.invitation.code}" in body_of(calendar)
    assert party.token not in body_of(calendar)


def test_the_first_look_takes_two_queries_however_long_the_list(django_assert_num_queries: Any) -> None:
    event = coming_event()
    party = invited(event)
    party.look()
    for number in range(5):
        invited(event, f"Guest {number}")

    with django_assert_num_queries(2):
        response = party.look()

    assert response.headers["Content-Language"] == "en"
    assert "Ana Sample" in body_of(response)
    assert party.address("regret/") in body_of(response)


def test_a_page_once_written_for_all_holds_what_is_each_ones_own() -> None:
    event = coming_event(companions="none")
    one, two = invited(event, "Ana <Sample>"), invited(event, "Ion Other")
    three = invited(event, "Maria Third", companions=("Radu Sample",))
    parties, names = (one, two, three) * 2, ("Ana &lt;Sample&gt;", "Ion Other", "Maria Third") * 2
    pages = [body_of(party.look()) for party in parties]

    for page, party, name in zip(pages, parties, names, strict=True):
        assert name in page
        assert party.address("regret/") in page
        assert "aeiou0" not in page
        assert page.count("Radu Sample") == (party is three)
    keys = [page.split('name="form_key" value="')[1][:12] for page in (*pages[:2], *pages[3:5])]
    assert len(set(keys)) == 4


def test_what_the_office_changes_stands_on_the_next_page() -> None:
    party = invited()
    party.look()
    event = party.event
    event.titles = {"en": "Another title"}
    with transaction.atomic():
        audit.update(event, by=make.actor(event.organiser), code="events.event.changed")

    assert "Another title" in body_of(party.look())


class AnyForm(TestCase):
    """Whatever is sent is answered, and never by a broken page."""

    @given(
        st.sampled_from(["accept", "regret", "undecided", "represent"]),
        st.dictionaries(
            st.sampled_from(FIELDS),
            st.text(max_size=40),
        ),
    )
    def test_any_text_is_answered(self, answer: str, written: dict[str, str]) -> None:
        from django.core.cache import cache  # noqa: PLC0415  # each example is a new guest at a new address

        cache.clear()
        forget_plans()
        party = invited(coming_event(companions="number", most_companions=3, asks_diet=True))

        response = party.send(answer, written)

        assert response.status_code in (303, 409, 422)
        assert Reply.objects.count() == (response.status_code == 303)
