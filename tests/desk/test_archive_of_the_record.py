"""Exhibition, communiqué and costs go into an event folder and come out of it without loss."""

from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.exhibition.models import Exhibit, Stay
from chancery.record.models import Cost, Coverage, Release
from tests import make
from tests.desk.whole_record import whole_event


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_whole_record_comes_out_of_an_empty_installation_as_it_went_in(
    office: Organiser, tmp_path: Path
) -> None:
    write_event(whole_event(office), tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(second, tmp_path / "two")

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert {"exhibition.toml", "communique.toml", "after.toml"} <= set(texts(tmp_path / "two"))
    assert Coverage.objects.get(source__event=second).after_release.corrects.number == 1
    assert Cost.objects.filter(event=second, paid=None).get().words == "Wreath"


def test_a_whole_record_loaded_where_it_came_from_changes_nothing(office: Organiser, tmp_path: Path) -> None:
    write_event(whole_event(office), tmp_path)
    codes = set(Exhibit.objects.values_list("code", flat=True))
    lines = AuditLine.objects.count()

    again = load_event(tmp_path, organiser=office, by=Actor(office.pk))

    assert (again.created, again.changed, AuditLine.objects.count()) == (0, 0, lines)
    assert set(Exhibit.objects.values_list("code", flat=True)) == codes


def test_where_an_exhibition_is_shown_for_another_event_stays_with_that_event(
    office: Organiser, tmp_path: Path
) -> None:
    write_event(whole_event(office), tmp_path)

    load_event(tmp_path, organiser=office, by=Actor(office.pk))

    assert "Elsewhere" not in (tmp_path / "event.toml").read_text()
    assert Stay.objects.count() == 2


def test_a_release_on_record_is_not_changed_by_a_folder(office: Organiser, tmp_path: Path) -> None:
    write_event(whole_event(office), tmp_path)
    told = tmp_path / "communique.toml"
    told.write_text(told.read_text().replace('headline = "Held"', 'headline = "Held at last"'))

    with pytest.raises(UnreadableFolder, match="it is on record as “Held” and stays so"):
        load_event(tmp_path, organiser=office, by=Actor(office.pk))

    assert set(Release.objects.values_list("headline", flat=True)) == {"Held"}


HEAD = '[[order]]\nref = "o"\nprofile = "diplomatic-corps"\n[[event]]\nref = "e"\nordering = "o"\n'
COST = 'event = "e"\n[[cost]]\nref = "c"\nwords = "Hall"\ncurrency = "RON"\n'
BROKEN = {
    "an amount in words": (
        COST + 'paid = "much"\n',
        "field “paid”: “much” does not fit; write an amount as 1250 or 1250.50.",
    ),
    "no number at all": (
        COST + "paid = nan\n",
        "field “paid”: “NaN” does not fit; write an amount as 1250 or 1250.50.",
    ),
    "a third of a penny": (
        COST + "paid = 1.125\n",
        "field “paid”: Ensure that there are no more than 2 decimal places.",
    ),
    "a currency by its name": (
        COST.replace("RON", "lei"),
        "field “currency”: “lei” does not fit; write the three capital letters of a currency, as EUR.",
    ),
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_a_cost_that_does_not_fit_is_told_with_what_to_write(
    office: Organiser, tmp_path: Path, case: str
) -> None:
    text, sentence = BROKEN[case]
    (tmp_path / "event.toml").write_text(HEAD)
    (tmp_path / "after.toml").write_text(text)

    with pytest.raises(UnreadableFolder) as refused:
        load_event(tmp_path, organiser=office, by=Actor(office.pk))

    assert str(refused.value) == f"after.toml, cost 1 (c), {sentence}"
    assert not Cost.objects.exists()
