"""`chancery dossier`: every paper into one folder, on what the command says; a mistake in one sentence."""

from pathlib import Path
from typing import Any

import pypdf
import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.desk import commands_dossier
from chancery.events.models import Event
from tests import make


@pytest.fixture
def event(db: Any) -> Event:
    return make.event(make.organiser(host_state="RO"), "Reception", ref="reception")


def dossier(*arguments: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    commands_dossier.register(app)
    return CliRunner().invoke(app, ["dossier", *arguments])


def width_of(path: Path) -> float:
    return float(pypdf.PdfReader(path).pages[0].mediabox.width)


def test_papers_are_written_and_the_one_that_fails_is_named(event: Event, tmp_path: Path) -> None:
    result = dossier("reception", "--out", str(tmp_path / "papers"))

    assert result.exit_code == 1
    assert result.stderr == (
        "calendar.ics: The calendar file needs the day of the event; give it in the plan.\n"
    )
    written = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert result.stdout.splitlines()[-1] == f"{len(written)} papers in {tmp_path / 'papers'}."
    assert "guest-list.pdf" in written


def test_papers_have_the_sizes_of_the_command(event: Event, tmp_path: Path) -> None:
    dossier("reception", "--out", str(tmp_path), "--sheet", "us-letter")

    assert width_of(tmp_path / "guest-list.pdf") == pytest.approx(612)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--sheet", "a3"), "--sheet a3 is not on offer; choose one of a4, us-letter.\n"),
        (("--place-card", "round"), "--place-card round is not on offer; choose one of tent, flat.\n"),
    ],
)
def test_size_that_is_not_on_offer_is_refused(
    event: Event, tmp_path: Path, options: tuple[str, str], said: str
) -> None:
    result = dossier("reception", "--out", str(tmp_path / "papers"), *options)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)
    assert not (tmp_path / "papers").exists()


def test_folder_that_cannot_be_written_is_named(event: Event, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = dossier("reception", "--out", str(tmp_path / "file" / "papers"))

    assert result.exit_code == 2
    assert result.stderr.endswith("cannot be written: Not a directory; give another folder with --out.\n")


def test_event_that_is_not_there_is_named(event: Event, tmp_path: Path) -> None:
    result = dossier("ball", "--out", str(tmp_path))

    assert (result.exit_code, result.stderr) == (2, "There is no event “ball”; known are: reception.\n")
