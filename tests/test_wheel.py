"""What is installed is what was tested: the wheel holds the whole program, which needs nothing beside it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = {".po", ".pyc"}
SHARED = {"share/chancery/deploy": "deploy", "share/chancery/admin": "docs/admin"}
# Each takes more time or room than the rest of a start together; what needs one loads it when it is needed.
HEAVY = {
    *("boto3", "botocore", "highspy", "holidays", "llvmlite", "numba", "numpy", "opentelemetry", "ortools"),
    *("pandas", "phonenumbers", "pymediainfo", "scipy", "storages"),
}

# The commands and the server, as `chancery serve` begins them.
LOADS = """
import django, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "chancery.settings"
django.setup()
from importlib import import_module
from chancery import asgi, cli, verbs
for name in {module for verb in verbs.VERBS.values() for module in verb.modules}:
    import_module(name)
print(cli.__file__)
print(*sorted({name.partition(".")[0] for name in sys.modules}), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made once as an administrator makes it."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    made = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert made.returncode == 0, made.stderr
    (path,) = folder.glob("chancery-*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package out of the wheel, away from the repository."""
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def files_of(folder: str) -> set[str]:
    return {
        str(path.relative_to(ROOT / folder))
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in LEFT_OUT and "__pycache__" not in path.parts
    }


def in_wheel(wheel: Path, folder: str) -> set[str]:
    with ZipFile(wheel) as archive:
        return {name.split(folder, 1)[1] for name in archive.namelist() if folder in name}


def ran(unpacked: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program on the unpacked package alone, in an empty folder with an empty home."""
    where = unpacked.parent / "elsewhere"
    where.mkdir(exist_ok=True)
    left = ("CHANCERY_", "PYTHONDONTWRITE")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(left)}
    return subprocess.run(
        [sys.executable, "-P", *words],
        env=plain | {"CHANCERY_HOME": str(where / "home"), "PYTHONPATH": str(unpacked)},
        cwd=where,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_wheel_holds_every_file_of_the_program(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("chancery/")}

    assert packed == {f"chancery/{name}" for name in files_of("chancery")}
    assert {f"chancery/locale/{code}/LC_MESSAGES/django.mo" for code in ("ar", "az", "fr", "ro")} <= packed


@pytest.mark.parametrize(("inside", "folder"), SHARED.items())
def test_the_wheel_brings_what_an_administrator_copies(wheel: Path, inside: str, folder: str) -> None:
    assert in_wheel(wheel, f".data/data/{inside}/") == files_of(folder)


def test_the_program_answers_from_an_empty_folder_and_makes_no_tables_for_it(unpacked: Path) -> None:
    helped = ran(unpacked, "-m", "chancery", "--help")
    checked = ran(unpacked, "-m", "chancery", "check")

    assert (helped.returncode, helped.stderr) == (0, "")
    assert checked.returncode == 0
    assert "not compiled" not in checked.stderr
    assert [path.name for path in (unpacked.parent / "elsewhere").iterdir()] == ["home"]


def test_nothing_heavy_is_loaded_before_it_is_needed(unpacked: Path) -> None:
    shown = ran(unpacked, "-c", LOADS)

    assert shown.returncode == 0, shown.stderr
    where, *loaded = shown.stdout.splitlines()
    assert Path(where).is_relative_to(unpacked)
    assert "django" in loaded
    assert HEAVY & {*loaded} == set()
