"""Exhibition, communiqué and costs go into an event folder and come out of it without loss."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.audit import Actor
from chancery.base.models import AuditLine, Job, StoredFile
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.exhibition.models import Exhibit, Stay, Work
from chancery.record.models import Cost, Coverage, Photo, Release
from tests import make, pictures
from tests.desk.whole_record import stored, whole_event


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


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
    write_event(whole_event(office), tmp_path / "one")
    codes = set(Exhibit.objects.values_list("code", flat=True))
    lines = AuditLine.objects.count()

    again = load_event(tmp_path / "one", organiser=office, by=Actor(office.pk))

    assert (again.created, again.changed, AuditLine.objects.count()) == (0, 0, lines)
    assert set(Exhibit.objects.values_list("code", flat=True)) == codes


def test_where_an_exhibition_is_shown_for_another_event_stays_with_that_event(
    office: Organiser, tmp_path: Path
) -> None:
    write_event(whole_event(office), tmp_path / "one")

    load_event(tmp_path / "one", organiser=office, by=Actor(office.pk))

    assert "Elsewhere" not in (tmp_path / "one" / "event.toml").read_text()
    assert Stay.objects.count() == 2


def test_a_release_on_record_is_not_changed_by_a_folder(office: Organiser, tmp_path: Path) -> None:
    write_event(whole_event(office), tmp_path / "one")
    told = tmp_path / "one" / "communique.toml"
    told.write_text(told.read_text().replace('headline = "Held"', 'headline = "Held at last"'))

    with pytest.raises(UnreadableFolder, match="it is on record as “Held” and stays so"):
        load_event(tmp_path / "one", organiser=office, by=Actor(office.pk))

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

    assert refusal(tmp_path, office) == f"after.toml, cost 1 (c), {sentence}"
    assert not Cost.objects.exists()


def refusal(folder: Path, office: Organiser) -> str:
    with pytest.raises(UnreadableFolder) as refused:
        load_event(folder, organiser=office, by=Actor(office.pk))
    return str(refused.value)


def test_pictures_travel_without_their_place_and_are_prepared_again(
    office: Organiser, tmp_path: Path
) -> None:
    write_event(whole_event(office), tmp_path / "one")
    told = list((tmp_path / "one" / "files").glob("*.jpg"))
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk))

    assert len(told) == 4
    assert not any(pictures.tells_a_place(path.read_bytes()) for path in told)
    assert set(of_office(empty).filter(kind="picture").values_list("state", flat=True)) == {"waiting"}
    assert Job.objects.filter(kind="base.media.prepare", organiser_id=empty.pk).count() == 1
    assert Photo.objects.get(event__organiser=empty, file__name="DSC_0.jpg").file.taken_at is not None


def of_office(office: Organiser) -> Any:
    return StoredFile.objects.filter(organiser_id=office.pk)


def test_a_file_that_cannot_be_used_stays_behind_with_its_photograph(
    office: Organiser, tmp_path: Path
) -> None:
    event = whole_event(office)
    broken = stored(event, "broken.jpg", pictures.picture(400, 300)[:-2000])
    Photo.objects.create(event=event, file=broken, position=2)
    Work.objects.filter(kind="panel").update(picture=broken)

    write_event(event, tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=office, by=Actor(office.pk))

    broken.refresh_from_db()
    assert broken.state == "refused"
    assert broken.ref not in (tmp_path / "one" / "photos.toml").read_text()
    assert again.created == 0


FILE = '[[file]]\nref = "f"\nkind = "document"\nname = "f.txt"\nmedia_type = "text/plain"\n'
SHA = f'sha256 = "{sha256(b"Held.").hexdigest()}"\n'
BROKEN_FILES = {
    "not there": (FILE + SHA, {}, "file 1 (f): there is no file files/f.txt; put it there."),
    "another one": (
        FILE + SHA,
        {"f.txt": b"Not held."},
        (
            "file 1 (f): files/f.txt is not the file that “sha256” tells of; "
            "copy it again, or correct the field."
        ),
    ),
    "no digest": (
        FILE,
        {"f.txt": b"Held."},
        (
            "file 1 (f): files/f.txt is not the file that “sha256” tells of; "
            "copy it again, or correct the field."
        ),
    ),
    "a type that is not taken": (
        FILE.replace("text/plain", "text/html") + SHA,
        {"f.html": b"Held."},
        (
            "file 1 (f), field “media_type”: “text/html” is no type that is taken; "
            "write one as image/jpeg or application/pdf."
        ),
    ),
    "another type than told": (
        FILE.replace("text/plain", "application/pdf") + SHA,
        {"f.pdf": b"Held."},
        "file 1 (f): its content is text/plain; correct “media_type”.",
    ),
    "a picture that is none": (
        FILE.replace("document", "picture").replace("text/plain", "image/jpeg") + SHA,
        {"f.jpg": b"Held."},
        ("file 1 (f): “f.txt” is not a picture in JPEG, PNG or WebP; save it as JPEG and choose that."),
    ),
    "a ref that leads out": (
        FILE.replace('"f"', '"../f"') + SHA,
        {"f.txt": b"Held."},
        "file 1: “../f” is no ref; write up to 80 letters without accents, digits and hyphens.",
    ),
}


@pytest.mark.parametrize("case", BROKEN_FILES, ids=str)
def test_a_file_that_does_not_fit_is_told_and_none_is_kept(
    office: Organiser, tmp_path: Path, case: str
) -> None:
    text, found, sentence = BROKEN_FILES[case]
    folder = folder_with(tmp_path, text, found)

    assert refusal(folder, office) == f"files.toml, {sentence}"
    assert not StoredFile.objects.exists()
    assert not [path for path in (tmp_path / "media").rglob("*") if path.is_file()]


def folder_with(tmp_path: Path, text: str, found: dict[str, bytes]) -> Path:
    folder = tmp_path / "one"
    (folder / "files").mkdir(parents=True)
    (folder / "event.toml").write_text(HEAD)
    (folder / "files.toml").write_text(text)
    for name, content in found.items():
        (folder / "files" / name).write_bytes(content)
    return folder


def test_a_link_out_of_the_folder_is_not_followed(office: Organiser, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, FILE + SHA, {})
    (tmp_path / "secret").write_bytes(b"Held.")
    (folder / "files" / "f.txt").symlink_to(tmp_path / "secret")

    assert refusal(folder, office) == "files.toml, file 1 (f): there is no file files/f.txt; put it there."


def test_a_file_that_no_row_tells_of_is_refused(office: Organiser, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, FILE + SHA, {"f.txt": b"Held.", "g.txt": b"Held."})

    assert refusal(folder, office) == (
        "files/g.txt is told of by no row of files.toml; describe it there or take it away."
    )


def test_a_file_on_record_is_not_replaced_by_another_one(office: Organiser, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, FILE + SHA, {"f.txt": b"Held."})
    load_event(folder, organiser=office, by=Actor(office.pk))
    (folder / "files" / "f.txt").write_bytes(b"Not held.")
    (folder / "files.toml").write_text(FILE + f'sha256 = "{sha256(b"Not held.").hexdigest()}"\n')

    assert "field “digest”: it is on record as" in refusal(folder, office)
    assert media.path_of(StoredFile.objects.get()).read_bytes() == b"Held."
