"""An archive pack holds the data and the papers as PDF/A, and loads again; a strange one is refused."""

import hashlib
import io
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from typer.testing import CliRunner

from chancery.accounts.models import Organiser
from chancery.base import jobs
from chancery.base.models import Job
from chancery.base.stock import USUAL
from chancery.desk import commands
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.unpacking import unpacked
from chancery.desk.archive.writing import write_event
from chancery.desk.dossier import Run
from chancery.desk.packs import write_pack
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.desk.test_archive_of_the_record import texts
from tests.desk.whole_record import whole_event

RUN = Run(datetime(2025, 3, 1, 9, tzinfo=UTC), author="", stock=USUAL, is_for_archive=True)


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def run(*arguments: str) -> Any:
    app = typer.Typer()
    commands.register(app)
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


def test_a_pack_holds_data_papers_contents_and_sums_that_agree(office: Organiser, tmp_path: Path) -> None:
    event = whole_event(office)

    outcomes = write_pack(event, tmp_path / "pack.zip", RUN)

    assert [outcome.failure for outcome in outcomes if outcome.path is None] == []
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        names = set(pack.namelist())
        sums = dict(reversed(line.split("  ")) for line in pack.read("SHA256SUMS").decode().splitlines())
        assert sums == {
            name: hashlib.sha256(pack.read(name)).hexdigest() for name in names if name != "SHA256SUMS"
        }
        contents = pack.read("CONTENTS.txt").decode()
    assert {"data/event.toml", "data/photos.toml", "papers/attendance-annex.pdf"} <= names
    assert {"papers/communique-en-1.pdf", "papers/communique-en-2.pdf"} <= names
    assert "Sample Daily" in contents
    assert contents.count("data/files/") == 3


def test_every_paper_of_a_pack_is_pdf_a(office: Organiser, tmp_path: Path) -> None:
    write_pack(whole_event(office), tmp_path / "pack.zip", RUN)

    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        papers = [name for name in pack.namelist() if name.startswith("papers/")]
        for name in papers:
            said = PdfReader(io.BytesIO(pack.read(name))).xmp_metadata
            assert said is not None
            text = said.stream.get_data().decode()
            assert "<pdfaid:part>2</pdfaid:part>" in text, name
            assert "<pdfaid:conformance>A</pdfaid:conformance>" in text, name
            assert "<pdfuaid:part>1</pdfuaid:part>" in text, name
    assert len(papers) > 4


def test_a_pack_is_loaded_again_without_loss(office: Organiser, tmp_path: Path) -> None:
    event = whole_event(office)
    write_event(event, tmp_path / "one")
    write_pack(event, tmp_path / "pack.zip", RUN)
    Organiser.objects.update(ref="moved-away")

    loaded = run("load", str(tmp_path / "pack.zip"))

    assert loaded.exit_code == 0, loaded.output
    write_event(Event.objects.get(ref=event.ref, organiser__ref="post"), tmp_path / "two")
    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    again = run("load", str(tmp_path / "pack.zip"))
    assert "0 rows made, 0 changed" in again.output


def test_the_command_writes_a_pack(office: Organiser, tmp_path: Path) -> None:
    event = make.event(office)

    done = run("archive", event.ref, "--out", str(tmp_path / "pack.zip"))

    assert done.exit_code == 0, done.output
    assert zipfile.is_zipfile(tmp_path / "pack.zip")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".pack-")] == []


def packed(path: Path, files: dict[str, bytes], *, sums: bool = True) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
        if sums:
            lines = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
            pack.writestr("SHA256SUMS", "\n".join(lines))
    return path


STRANGE = {
    "a path out of the pack": ({"data/../../evil.toml": b""}, "is no file of such a folder"),
    "an absolute path below data": ({"data//etc/passwd": b""}, "is no file of such a folder"),
    "a program": ({"data/files/run.exe": b""}, "is no file of such a folder"),
    "a folder below the files": ({"data/files/a/b.jpg": b""}, "is no file of such a folder"),
    "no data": ({"papers/x.pdf": b""}, "holds no data of Chancery"),
    "a bomb of text": ({"data/event.toml": bytes(64_000_001)}, "is larger than any such file can be"),
}


@pytest.mark.parametrize("case", STRANGE, ids=str)
def test_a_strange_pack_is_refused_in_a_sentence_and_nothing_leaves_it(tmp_path: Path, case: str) -> None:
    files, sentence = STRANGE[case]
    path = packed(tmp_path / "pack.zip", files)

    with pytest.raises(UnreadableFolder, match=sentence), unpacked(path):
        pass

    assert [each.name for each in tmp_path.iterdir()] == ["pack.zip"]


def test_a_file_that_does_not_agree_with_its_sum_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "pack.zip", {"data/event.toml": b"# held"}, sums=False)

    with pytest.raises(UnreadableFolder, match="is not what SHA256SUMS tells of"), unpacked(path):
        pass


def test_a_link_in_a_pack_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        entry = zipfile.ZipInfo("data/event.toml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        pack.writestr(entry, "/etc/passwd")

    refused = pytest.raises(UnreadableFolder, match="is no file of such a folder")
    with refused, unpacked(tmp_path / "pack.zip"):
        pass


def test_what_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(b"PK\x03\x04 broken")

    with pytest.raises(UnreadableFolder, match="is no whole ZIP file"), unpacked(tmp_path / "pack.zip"):
        pass


def test_what_fails_inside_is_not_told_as_a_broken_pack(tmp_path: Path) -> None:
    path = packed(tmp_path / "pack.zip", {"data/event.toml": b"# held"})

    def fail() -> None:
        with unpacked(path) as folder:
            assert (folder / "event.toml").read_bytes() == b"# held"
            raise RuntimeError("later")

    with pytest.raises(RuntimeError, match="later"):
        fail()


def test_the_pack_is_made_in_the_background_and_handed_over(people: People, signed_in: Client) -> None:
    event = make.event(people.office)
    here = [event.organiser.ref, event.code]

    signed_in.post(reverse("desk:start-pack", args=here))
    job = Job.objects.get(kind="desk.pack")
    jobs.run_job.call(job.pk)
    page = signed_in.get(reverse("desk:pack", args=here)).text
    given = signed_in.get(reverse("desk:download-pack", args=[*here, job.code]))

    assert reverse("desk:download-pack", args=[*here, job.code]) in page
    with zipfile.ZipFile(io.BytesIO(b"".join(given.streaming_content))) as pack:
        assert "data/event.toml" in pack.namelist()
    given.close()
