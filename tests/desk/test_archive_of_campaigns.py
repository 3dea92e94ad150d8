"""The folder of an event that serves a campaign of its ministry: found again there, made anew elsewhere."""

from pathlib import Path

import pytest

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event, EventCampaign, GlossaryTerm
from chancery.events.queries import terms_that_hold
from chancery.exhibition.actions.taking import take_film
from chancery.exhibition.models import Film
from chancery.occasions.actions.texts import take_text
from chancery.occasions.models import Campaign, CampaignPartner, Series, SharedText
from tests import films, make
from tests.conftest import People


@pytest.fixture
def event(people: People) -> Event:
    """An event of a post in an edition of its ministry, with a term and an adapted text of its campaign."""
    ministry = make.organiser("ministry")
    people.office.parent = ministry
    people.office.save()
    campaign = make.campaign(
        ministry,
        ref="remember",
        visibility="tree",
        initiator=make.person(ministry, ref="ana", visibility="tree"),
        pages={"en": "https://example.org/"},
    )
    CampaignPartner.objects.create(campaign=campaign, printed={"en": "A sample partner"}, role="media")
    GlossaryTerm.objects.create(
        organiser=ministry, campaign=campaign, meaning="that night", texts={"en": "that night"}
    )
    source = make.shared_text(campaign, ref="words")
    own = take_text(source, organiser=people.office, by=make.actor(people.office))
    SharedText.objects.filter(pk=own.pk).update(texts={"en": "Adapted."})
    edition = make.edition(ministry, ref="candles", campaign=campaign)
    event = make.event(people.office, ref="evening", edition=edition)
    EventCampaign.objects.create(event=event, campaign=campaign, relation="served")
    return event


def test_a_folder_loaded_where_it_came_from_changes_nothing(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    lines = AuditLine.objects.count()

    again = load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser_id))

    assert (again.created, again.changed) == (0, 0)
    assert AuditLine.objects.count() == lines
    assert Campaign.objects.count() == 1


def test_a_script_is_no_page_of_a_campaign(event: Event, tmp_path: Path) -> None:
    Campaign.objects.update(pages={"en": "javascript:alert(1)"})
    write_event(event, tmp_path)
    alone = make.organiser("alone")

    with pytest.raises(UnreadableFolder, match="no address of a page"):
        load_event(tmp_path, organiser=alone, by=Actor(alone.pk))

    assert not Campaign.objects.filter(organiser=alone).exists()


def test_an_office_that_is_shown_nothing_gets_all_of_it_as_its_own(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")
    alone = make.organiser("alone")

    loaded = load_event(tmp_path / "one", organiser=alone, by=Actor(alone.pk)).event
    write_event(loaded, tmp_path / "two")

    link = loaded.campaign_links.get()
    assert (link.campaign.organiser, link.relation) == (alone, "served")
    assert [str(partner) for partner in link.campaign.partners.all()] == ["A sample partner"]
    assert [held.origin for held in terms_that_hold(loaded)] == ["campaign"]
    assert loaded.edition
    assert loaded.edition.series == Series.objects.get(organiser=alone)
    texts = SharedText.objects.filter(organiser=alone).order_by("ref")
    assert list(texts.values_list("ref", "source__ref")) == [
        ("words", None),
        ("words-2", "words"),
    ]
    assert not texts[1].is_behind
    for name in ("occasions.toml", "event.toml"):
        assert (tmp_path / "two" / name).read_text() == (tmp_path / "one" / name).read_text()


def test_a_film_that_was_taken_over_keeps_the_file_of_its_source(event: Event, tmp_path: Path) -> None:
    assert event.organiser.parent
    source = films.kept_film(event.organiser.parent)
    Film.objects.filter(pk=source.pk).update(rights="licence", poster=None)
    source.refresh_from_db()
    by = make.actor(event.organiser)
    own = take_film(source, organiser=event.organiser, today=event.created_at.date(), by=by)
    item = make.item(event)
    item.showings.create(film=own)
    write_event(event, tmp_path)

    again = load_event(tmp_path, organiser=event.organiser, by=by)

    assert (again.created, again.changed) == (0, 0)
    own.refresh_from_db()
    assert own.file == source.file
