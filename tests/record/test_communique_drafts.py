"""The draft of a communiqué follows the record, and keeps what people wrote into it."""

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.events.models import Event, GuestCategory
from chancery.record.actions import communique as actions
from chancery.record.models import Edition, Sentence, Statement
from chancery.record.queries.readiness import readiness_by_language
from chancery.record.readiness import Flag
from tests import make
from tests.record import communique_built as built
from tests.record.communique_built import HELD, saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Organiser:
    return make.organiser()


@pytest.fixture
def event(office: Organiser) -> Event:
    return built.an_evening(office)


@pytest.fixture
def by(office: Organiser) -> Actor:
    return make.actor(office, make.user())


def _speak(event: Event, text: str) -> None:
    """Let the record hold other words of the speaker."""
    statement = Statement.objects.get(event=event, ref="songs")
    statement.texts = statement.texts | {"en": text}
    statement.save(update_fields=["texts"])


def _flags(event: Event, language: str = "en") -> list[tuple[str, str]]:
    """The flags of a draft with the beginning of their sentence."""
    readiness = readiness_by_language(event)[language]
    texts = {row.code: row.text for row in readiness.draft.sentences.values()}
    return [(note.flag, texts.get(note.sentence, "")[:30]) for note in readiness.notes]


def test_every_sentence_of_a_first_draft_rests_on_facts(event: Event) -> None:
    edition = built.an_edition(event)

    rows = built.sentences(edition)
    assert rows
    assert [row.text for row in rows if not row.facts or row.text != row.composed] == []


def test_untouched_sentences_follow_the_record(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    _speak(event, "said that songs travel")

    actions.compose_edition(event, "en", by=by, now=HELD)

    assert "Ana Sample" in saying(edition, "songs travel").text
    assert _flags(event) == []


def test_a_draft_that_changes_nothing_stays_reviewed(event: Event, by: Actor) -> None:
    edition = built.a_reviewed_edition(event)

    actions.compose_edition(event, "en", by=by, now=HELD)

    edition.refresh_from_db()
    assert edition.reviewed_revision == edition.revision


def test_an_edited_sentence_stays_and_is_flagged_when_its_facts_change(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.edit_sentence(
        saying(edition, "outlive"), "Ana Sample spoke of songs.", opens_paragraph=False, by=by
    )
    assert _flags(event) == []
    _speak(event, "said that songs travel")

    actions.compose_edition(event, "en", by=by, now=HELD)

    assert _flags(event) == [(Flag.CHANGED, "Ana Sample spoke of songs.")]


def test_an_edited_sentence_is_mended_by_confirming_it(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.edit_sentence(saying(edition, "outlive"), "Ana spoke of songs.", opens_paragraph=False, by=by)
    _speak(event, "said that songs travel")
    actions.compose_edition(event, "en", by=by, now=HELD)

    actions.confirm_sentence(saying(edition, "Ana spoke"), by=by)

    assert _flags(event) == []
    assert saying(edition, "Ana spoke").text == "Ana spoke of songs."


def test_going_back_takes_the_words_of_the_record_of_today(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.edit_sentence(saying(edition, "outlive"), "Ana spoke of songs.", opens_paragraph=False, by=by)
    _speak(event, "said that songs travel")

    actions.restore_sentence(saying(edition, "Ana spoke"), by=by)

    assert "Ana Sample" in saying(edition, "songs travel").text


def test_an_edited_sentence_gone_from_the_record_is_flagged_then_ones_own(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.edit_sentence(saying(edition, "outlive"), "Ana spoke of songs.", opens_paragraph=False, by=by)
    Statement.objects.filter(event=event).delete()
    actions.compose_edition(event, "en", by=by, now=HELD)
    assert (Flag.GONE, "Ana spoke of songs.") in _flags(event)

    actions.confirm_sentence(saying(edition, "Ana spoke"), by=by)

    assert (Flag.OWN, "Ana spoke of songs.") in _flags(event)


def test_what_was_taken_out_does_not_come_back_by_drafting_anew(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.take_out_sentence(saying(edition, "choir"), by=by)

    actions.compose_edition(event, "en", by=by, now=HELD)

    assert [row.text for row in built.sentences(edition) if "choir" in row.text] == []
    taken = Sentence.objects.get(edition=edition, text="")
    actions.restore_sentence(taken, by=by)
    assert saying(edition, "choir")


def test_an_own_sentence_stays_behind_its_neighbour(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    neighbour = saying(edition, "choir")
    actions.add_sentence(edition, "It rained.", after=neighbour, opens_paragraph=False, by=by)
    GuestCategory.objects.filter(event=event).update(names={"en": "members of two choirs"})

    actions.compose_edition(event, "en", by=by, now=HELD)

    texts = [row.text for row in built.sentences(edition)]
    assert texts.index("It rained.") == texts.index(saying(edition, "two choirs").text) + 1
    assert _flags(event) == [(Flag.OWN, "It rained.")]


def test_a_moved_sentence_keeps_its_place(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    before = [row.text for row in built.sentences(edition)]
    moved = saying(edition, "choir")

    assert actions.move_sentence(moved, by_places=-1, by=by)
    actions.compose_edition(event, "en", by=by, now=HELD)

    place = before.index(moved.text)
    before[place - 1], before[place] = before[place], before[place - 1]
    assert [row.text for row in built.sentences(edition)] == before


def test_the_first_sentence_moves_no_further_up(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)

    assert not actions.move_sentence(built.sentences(edition)[0], by_places=-1, by=by)


def test_a_change_of_a_sentence_ends_the_review(event: Event, by: Actor) -> None:
    edition = built.a_reviewed_edition(event)

    actions.edit_sentence(saying(edition, "choir"), "A choir came.", opens_paragraph=False, by=by)

    edition.refresh_from_db()
    assert edition.reviewed_revision != edition.revision


def test_a_text_that_changed_meanwhile_is_not_reviewed(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)

    assert not actions.review_edition(edition, shown=edition.revision - 1, by=by, now=HELD)
    assert Edition.objects.get(pk=edition.pk).reviewed_revision is None


def test_a_disputed_word_of_nobody_is_flagged_until_it_is_in_the_glossary(event: Event, by: Actor) -> None:
    edition = built.an_edition(event)
    actions.edit_sentence(saying(edition, "choir"), "A tragic night.", opens_paragraph=False, by=by)
    assert (Flag.DISPUTED, "A tragic night.") in _flags(event)

    event.glossary.create(organiser=event.organiser, meaning="that night", texts={"en": "the tragic night"})

    assert _flags(event) == []


def test_a_speakers_own_disputed_word_is_not_flagged(event: Event) -> None:
    _speak(event, "called it a massacre")

    built.an_edition(event)

    assert _flags(event) == []


@pytest.mark.parametrize(
    ("mode", "approval", "flag"),
    [("verbatim", "", Flag.UNAPPROVED), ("reported", "asked", Flag.UNAPPROVED), ("verbatim", "given", None)],
)
def test_quotations_need_the_approval_of_their_speaker(
    event: Event, mode: str, approval: str, flag: Flag | None
) -> None:
    Statement.objects.filter(event=event).update(mode=mode, approval=approval)

    built.an_edition(event)

    assert {found for found, _text in _flags(event)} == ({flag} if flag else set())


def test_the_last_communique_proposes_contact_and_boilerplate(office: Organiser, event: Event) -> None:
    kept = built.an_edition(event).communique
    kept.contact, kept.boilerplate = {"en": "Press office"}, {"en": "The mission."}
    kept.save(update_fields=["contact", "boilerplate"])

    other = built.an_edition(built.an_evening(office))

    assert (other.communique.contact, other.communique.boilerplate) == (kept.contact, kept.boilerplate)
