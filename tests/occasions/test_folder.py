"""An occasion goes into the folder of an event with all that is known of it, and comes back."""

from pathlib import Path

from chancery.base.audit import Actor
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import EventOccasion
from chancery.occasions.models import Occasion, OccasionName
from tests import make
from tests.conftest import People


def test_other_names_and_what_is_counted_survive_the_folder(people: People, tmp_path: Path) -> None:
    occasion = make.occasion(people.office, ref="founding", counts="keeping", first_kept_on="2019")
    OccasionName.objects.create(occasion=occasion, texts={"en": "Old name"}, named_by="A newspaper")
    event = make.event(people.office, ref="day")
    EventOccasion.objects.create(event=event, occasion=occasion)
    elsewhere = make.organiser("third")

    write_event(event, tmp_path / "day")
    load_event(tmp_path / "day", organiser=elsewhere, by=Actor(elsewhere.pk))
    again = load_event(tmp_path / "day", organiser=elsewhere, by=Actor(elsewhere.pk))

    loaded = Occasion.objects.get(organiser=elsewhere)
    assert (loaded.counts, str(loaded.first_kept_on)) == ("keeping", "2019")
    assert list(loaded.other_names.values_list("texts", "named_by")) == [({"en": "Old name"}, "A newspaper")]
    assert (again.created, again.changed) == (0, 0)
