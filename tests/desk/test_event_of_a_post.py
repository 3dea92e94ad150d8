"""An event of a post that serves its ministry: its figures go up, and its folder loads here and elsewhere."""

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.campaign.actions.counting import count_changed
from chancery.campaign.queries.figures import Scope, figures_of
from chancery.desk import commands
from chancery.desk.archive.reading import load_event, load_folder
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event, EventCampaign, EventOccasion
from chancery.occasions.models import Campaign, Occasion
from chancery.rules.campaign.indicators import Indicator
from tests import make
from tests.campaign import counted_built as built

FOUND = "Found where others show it, and left as it is:"
OWN = "Nobody shows it to the office, so it is the office's own now:"

pytestmark = pytest.mark.django_db


@pytest.fixture
def ministry() -> Organiser:
    return make.organiser("ministry")


@pytest.fixture
def post(ministry: Organiser) -> Organiser:
    return make.organiser("post", parent=ministry)


@pytest.fixture
def event(post: Organiser, ministry: Organiser) -> Event:
    """An event of the post for an occasion and a campaign of the ministry, to which one ambassador came."""
    event = built.held(post, ref="evening")
    occasion = make.occasion(ministry, ref="founding", happened_on="1992-02-26")
    campaign = make.campaign(ministry, ref="remember", visibility="tree")
    day = date(2025, 2, 26)
    built.told(EventOccasion(event=event, occasion=occasion, anniversary_on=day))
    built.told(EventCampaign(event=event, campaign=campaign, relation="served"))
    built.guest(event, built.ambassador(post, "TR"), actual="attended")
    return event


def present(scope: Scope) -> list[int]:
    return [figure.value for figure in figures_of(scope, indicators=[Indicator.PRESENT])]


def test_what_a_post_does_for_its_ministry_goes_up(event: Event, ministry: Organiser) -> None:
    count_changed(event.organiser)

    campaign = Campaign.objects.get()
    assert present(Scope(event.organiser, False, campaign, 2025, 2025)) == [1]
    assert present(Scope(ministry, True, campaign, 2025, 2025)) == [1]
    assert present(Scope(ministry, True, None, 2025, 2025)) == [1]
    assert present(Scope(ministry, False, campaign, 2025, 2025)) == []


def test_at_the_post_occasion_and_campaign_are_found_and_nothing_changes(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path)

    again = load_folder(tmp_path, organiser=event.organiser, by=Actor(event.organiser_id))

    assert (again.created, again.changed) == (0, 0)
    assert again.told == [f"{FOUND} occasion “Founding day” of Ministry; campaign “Remember” of Ministry."]
    assert (Occasion.objects.count(), Campaign.objects.count()) == (1, 1)


def test_at_another_post_the_event_serves_the_same_occasion(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    sister = make.organiser("sister", parent=event.organiser.parent)

    loaded = load_event(tmp_path, organiser=sister, by=Actor(sister.pk)).event

    assert [link.occasion for link in loaded.occasion_links.all()] == [Occasion.objects.get()]
    assert [link.campaign for link in loaded.campaign_links.all()] == [Campaign.objects.get()]


def test_elsewhere_they_are_carried_as_facts_and_the_folder_stays_the_same(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path / "one")
    alone = make.organiser("alone")

    loaded = load_folder(tmp_path / "one", organiser=alone, by=Actor(alone.pk))
    assert isinstance(loaded.subject, Event)
    write_event(loaded.subject, tmp_path / "two")
    count_changed(alone)

    assert loaded.told == [f"{OWN} occasion “Founding day”; campaign “Remember”."]
    link = loaded.subject.occasion_links.get()
    assert (link.occasion.organiser, link.anniversary_on) == (alone, date(2025, 2, 26))
    assert present(Scope(alone, False, Campaign.objects.get(organiser=alone), 2025, 2025)) == [1]
    for name in ("occasions.toml", "event.toml", "guests.toml"):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


def test_an_occasion_of_another_ministry_is_no_occasion_of_the_post(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    foreign = make.organiser("foreign", parent=make.organiser("other-ministry"))

    loaded = load_event(tmp_path, organiser=foreign, by=Actor(foreign.pk)).event

    assert loaded.occasion_links.get().occasion.organiser == foreign
    assert event.occasion_links.get().occasion.organiser == event.organiser.parent


def test_the_command_says_which_it_was(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    make.organiser("alone")

    app = typer.Typer()
    commands.register(app)

    here = CliRunner().invoke(app, ["load", str(tmp_path)])
    there = CliRunner().invoke(app, ["load", str(tmp_path), "--office", "alone"])

    assert f"evening: 0 rows made, 0 changed.\n{FOUND}" in here.output
    assert f"{OWN} occasion “Founding day”" in there.output
