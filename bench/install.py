"""
The core from its wheel in an empty environment: megabytes by package, seconds, every verb of an office.

The wheel is built once, then installed by uv and by pip, each into an environment of its own, with packages
that were fetched before. The one by pip then serves the demo from an empty folder, prints a dossier, backs up
and restores, knowing nothing of the repository; at last the other is given the extra of the search.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from importlib.metadata import Distribution, distributions
from pathlib import Path
from time import perf_counter, sleep
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from support.figures import Figure, machine, report

ROOT = Path(__file__).parents[1]
UV = str(ROOT / ".tools" / "bin" / "uv")
# The typesetter is 82 MB, Chancery 52 of which 26 are typefaces, Django 41, CLDR in Babel 33, the tables of
# telephone numbers 23. A twentieth more may come before somebody has to say what for.
MOST_MB = 400
# pip also writes each module in its compiled form.
MOST_MB_BY_PIP = 520
MOST_SECONDS_BY_UV, MOST_SECONDS_BY_PIP = 30, 120
MOST_SECONDS_OF_HELP, MOST_SECONDS_TO_READY = 4, 15
PASSPHRASE = "a passphrase of the figures"
EVENT, EVENING = "bucharest-2025", "evening-of-music-sample"
LEAST_PAPERS = 10
PATIENCE = 900
SHOWN = 16


def main() -> int:
    """Build, install twice, walk through the verbs, print; 1 where a limit is missed or a verb fails."""
    print(machine())
    with tempfile.TemporaryDirectory(prefix="chancery-install-") as folder:
        work = Path(folder)
        wheel = _wheel(work)
        by_uv, uv_seconds = _by_uv(work, wheel)
        by_pip, pip_seconds = _by_pip(work, wheel)
        sizes = _sizes(by_uv)
        for name, size in sizes.most_common(SHOWN):
            print(f"  {name:<28}{size / 1e6:8.1f} MB")
        print(f"  {len(sizes) - SHOWN} more{'':<22}{sum(sorted(sizes.values())[:-SHOWN]) / 1e6:8.1f} MB")
        figures = [
            Figure("wheel", wheel.stat().st_size / 1e6, "MB"),
            Figure("core as installed by uv", _weight(by_uv), "MB", MOST_MB),
            Figure("core as installed by pip, compiled", _weight(by_pip), "MB", MOST_MB_BY_PIP),
            Figure("installed by uv, packages at hand", uv_seconds, "s", MOST_SECONDS_BY_UV),
            Figure("installed by pip, packages at hand", pip_seconds, "s", MOST_SECONDS_BY_PIP),
            *_walk(by_pip, work),
            Figure("extra for the search", _extra(by_uv), "MB"),
        ]
        return report(figures)


def _wheel(work: Path) -> Path:
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(work)]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (path,) = work.glob("*.whl")
    return path


def _by_uv(work: Path, wheel: Path) -> tuple[Path, float]:
    where = work / "by-uv"
    begun = perf_counter()
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, where], check=True)
    subprocess.run([UV, "pip", "install", "--quiet", "--python", where, "-c", PINS, wheel], check=True)
    return where, perf_counter() - begun


def _by_pip(work: Path, wheel: Path) -> tuple[Path, float]:
    where = work / "by-pip"
    subprocess.run([sys.executable, "-m", "venv", where], check=True)
    words = [where / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "-c", PINS, wheel]
    begun = perf_counter()
    subprocess.run(words, check=True, stderr=subprocess.DEVNULL)
    return where, perf_counter() - begun


def _pins() -> Path:
    """The locked releases, as they lie beside a wheel."""
    made = Path(tempfile.mkdtemp(prefix="chancery-pins-")) / "requirements.txt"
    made.write_text(
        subprocess.run([ROOT / "tools" / "pins"], check=True, capture_output=True, text=True).stdout
    )
    return made


PINS = _pins()


def _packages(where: Path) -> Path:
    (folder,) = where.glob("lib/python*/site-packages")
    return folder


def _weight(where: Path) -> float:
    """Megabytes of all packages but the installer’s own."""
    return sum(_sizes(where).values()) / 1e6


def _sizes(where: Path) -> Counter[str]:
    """Bytes of each package that is installed there."""
    found = distributions(path=[str(_packages(where))])
    return Counter({one.metadata["Name"]: _size(one) for one in found if one.metadata["Name"] != "pip"})


def _size(package: Distribution) -> int:
    paths = [Path(str(package.locate_file(file))) for file in package.files or ()]
    return sum(path.stat().st_size for path in paths if path.is_file())


def _extra(where: Path) -> float:
    """What the command that pages name brings, in megabytes; it finds the Chancery that is installed."""
    before = _weight(where)
    words = [UV, "pip", "install", "--quiet", "--python", where, "-c", PINS, "chancery[seating]"]
    subprocess.run(words, check=True)
    return _weight(where) - before


class Office:
    """The installed command in an empty folder with an empty home, away from the repository."""

    def __init__(self, where: Path, folder: Path) -> None:
        self.command = str(where / "bin" / "chancery")
        self.folder = folder
        folder.mkdir()
        plain = {
            name: value for name, value in os.environ.items() if not name.startswith(("CHANCERY_", "PY"))
        }
        self.environment = plain | {"CHANCERY_HOME": str(folder / "home")}

    def run(self, *words: str) -> tuple[float, str]:
        """Run a verb to its end. Errors: RuntimeError with what it said where it failed."""
        begun = perf_counter()
        done = subprocess.run(
            [self.command, *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"chancery {' '.join(words)}: {done.stdout}{done.stderr}")
        return perf_counter() - begun, done.stdout + done.stderr

    @contextmanager
    def running(self, *words: str) -> Iterator[Path]:
        """Run a verb that serves until the end of the block; what it says goes into the file."""
        said = self.folder / "said.txt"
        with said.open("w") as out:
            process = subprocess.Popen(
                [self.command, *words], cwd=self.folder, env=self.environment, stdout=out, stderr=out
            )
        try:
            yield said
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def _walk(where: Path, work: Path) -> Iterator[Figure]:
    """Every verb of the manual, in the order in which an office meets them."""
    office = Office(where, work / "elsewhere")
    office.run("--help")
    yield Figure("chancery --help", office.run("--help")[0], "s", MOST_SECONDS_OF_HELP)
    begun = perf_counter()
    with office.running("demo", "--port", "8491") as said:
        link = _waited(said, r"http://\S+/account/link/\S+/")
        yield Figure("demo from an empty folder to its link", perf_counter() - begun, "s")
        yield Figure("pages that answer", _pages(link), "", 3, is_floor=True)
    begun = perf_counter()
    with office.running("serve", "--port", "8491"):
        _answered(build_opener(), "http://localhost:8491/health/ready")
        yield Figure("serve until it is ready", perf_counter() - begun, "s", MOST_SECONDS_TO_READY)
    office.run("check")
    office.run("user", "list")
    office.run("load", EVENT)
    seconds, _said = office.run("dossier", EVENT, "--out", "papers")
    yield Figure("dossier", seconds, "s")
    papers = [path for path in (office.folder / "papers").rglob("*.pdf") if path.stat().st_size]
    yield Figure("papers of it", len(papers), "", LEAST_PAPERS, is_floor=True)
    (office.folder / "words").write_text(PASSPHRASE)
    office.run("backup", "kept", "--passphrase-file", "words")
    office.environment["CHANCERY_HOME"] = str(office.folder / "second")
    office.run("restore", "kept", "--passphrase-file", "words")
    yield Figure(
        "guests seated without the search", office.run("seat", EVENING)[1].count("\n"), "", 1, is_floor=True
    )


def _waited(said: Path, pattern: str) -> str:
    """Return what a program says. Errors: RuntimeError where it does not in time."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        if found := re.search(pattern, said.read_text()):
            return found[0]
        sleep(0.2)
    raise RuntimeError(said.read_text())


def _answered(browser: OpenerDirector, address: str) -> str:
    """Ask until there is an answer. Errors: RuntimeError where none comes in time."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        try:
            return str(browser.open(address, timeout=PATIENCE).read().decode())
        except OSError:
            sleep(0.1)
    raise RuntimeError(address)


def _pages(link: str) -> int:
    """Sign in by the link, look at the home, a style and an event; return how many answers hold something."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    opened = _answered(browser, link)
    if form := re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened):
        browser.addheaders = [("Referer", link)]
        browser.open(link, data=f"csrfmiddlewaretoken={form[1]}".encode(), timeout=PATIENCE)
    base = link.split("/account/")[0]
    home = _answered(browser, f"{base}/")
    style = re.search(r'href="(/static/[^"]+\.css)"', home)
    event = re.search(r'href="(/o/[^"]+/events/[^"]+/)"', home)
    answers = [home, *(_answered(browser, base + found[1]) for found in (style, event) if found)]
    return sum(len(answer) > 500 for answer in answers)


if __name__ == "__main__":
    raise SystemExit(main())
