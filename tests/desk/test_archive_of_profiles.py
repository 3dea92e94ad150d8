"""The folder of an event holds the version of the profile that its order follows."""

from pathlib import Path

import pytest

from chancery.base.audit import Actor
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events import ordering
from chancery.events.models import Event
from chancery.precedence.models import Profile
from tests import make
from tests.conftest import People
from tests.precedence import given_built as built


@pytest.fixture
def event(people: People) -> Event:
    """An event of a post that follows an older version of what its ministry gives down."""
    source = built.given(people.office)
    event = make.event(people.office, ref="evening")
    event.ordering.profile, event.ordering.follows = "house", source
    event.ordering.save()
    built.saved(built.ministry_of(people.office), built.by_alphabet())
    return event


@pytest.mark.parametrize("is_shown", [True, False])
def test_where_it_came_from_the_version_is_found_again(event: Event, tmp_path: Path, is_shown: bool) -> None:
    Profile.objects.update(visibility="tree" if is_shown else "own")
    # An own version of the same name says something else, and is not meant.
    built.saved(event.organiser, built.house(names={"en": "Ours"}))
    write_event(event, tmp_path)

    again = load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser_id))

    assert (again.created, again.changed) == (0, 0)


def test_another_post_of_the_ministry_follows_the_version_that_it_is_shown(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path)
    other = make.organiser("other-post", parent=event.organiser.parent)

    loaded = load_event(tmp_path, organiser=other, by=Actor(other.pk)).event

    assert loaded.ordering.follows == event.ordering.follows
    assert not Profile.objects.filter(organiser=other).exists()


def test_elsewhere_the_version_becomes_the_office_s_own_and_gives_the_same_order(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path / "one")
    alone = make.organiser("alone")

    loaded = load_event(tmp_path / "one", organiser=alone, by=Actor(alone.pk)).event
    write_event(loaded, tmp_path / "two")

    own = Profile.objects.get(organiser=alone)
    assert (loaded.ordering.follows, own.key, own.version) == (own, "house", 1)
    assert ordering.profile_of(loaded) == ordering.profile_of(event)
    assert (tmp_path / "two/event.toml").read_bytes() == (tmp_path / "one/event.toml").read_bytes()


def test_an_own_profile_goes_with_the_event(people: People, tmp_path: Path) -> None:
    built.saved(people.office, built.by_alphabet())
    event = make.event(people.office, ref="evening")
    event.ordering.profile = "house"
    event.ordering.save()
    write_event(event, tmp_path)
    alone = make.organiser("alone")

    loaded = load_event(tmp_path, organiser=alone, by=Actor(alone.pk)).event

    assert loaded.ordering.follows is None
    assert ordering.profile_of(loaded) == built.by_alphabet()


def test_another_version_of_that_name_is_never_rewritten(people: People, tmp_path: Path) -> None:
    built.saved(people.office, built.by_alphabet())
    event = make.event(people.office, ref="evening")
    event.ordering.profile = "house"
    event.ordering.save()
    write_event(event, tmp_path)
    alone = make.organiser("alone")
    kept = built.saved(alone)

    with pytest.raises(UnreadableFolder, match="field “text”: it is on record as"):
        load_event(tmp_path, organiser=alone, by=Actor(alone.pk))

    kept.refresh_from_db()
    assert Profile.objects.filter(organiser=alone).count() == 1
