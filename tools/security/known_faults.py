"""
Ask whether packages have known faults: `python -m tools.security.known_faults`.

Ends with 1 where one is known that `accepted.toml` does not give a reason for. Where the services do not
answer it says so and ends well: no network is no fault of a package.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ACCEPTED = Path(__file__).parent / "accepted.toml"
PIP_AUDIT = (
    *(".tools/bin/uvx", "--quiet", "pip-audit==2.10.1", "--no-deps", "--disable-pip", "--timeout", "20"),
    *("--progress-spinner", "off", "--format", "json", "--requirement", "requirements.txt"),
)
NPM_AUDIT = ("npm", "audit", "--json", "--package-lock-only", "--fetch-retries=0")
SECONDS = 90


@dataclass(frozen=True, slots=True)
class Fault:
    """A known fault of a package."""

    package: str
    name: str


def main() -> int:
    """Ask both services, and say what they answered."""
    accepted = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))
    known = 0
    for of, asked in (("Python", _of_python()), ("npm", _of_npm())):
        if asked is None:
            sys.stdout.write(f"The service for packages of {of} did not answer; nothing is known of them.\n")
            continue
        left = list(not_accepted(asked, accepted))
        known += len(left)
        sys.stdout.write("".join(f"{each.package}: {each.name}\n" for each in left))
    return 1 if known else 0


def not_accepted(faults: Iterable[Fault], accepted: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the faults that no reason was given for."""
    return (fault for fault in faults if not accepted.get(fault.name))


def faults_of_python(answer: Mapping[str, Any]) -> list[Fault]:
    """Read what pip-audit answers."""
    packages = answer["dependencies"]
    return [Fault(each["name"], fault["id"]) for each in packages for fault in each.get("vulns", ())]


def faults_of_npm(answer: Mapping[str, Any]) -> list[Fault]:
    """Read what npm audit answers."""
    return [
        Fault(name, str(via["url"]).rpartition("/")[2])
        for name, each in answer["vulnerabilities"].items()
        for via in each["via"]
        if isinstance(via, dict)
    ]


def _of_python() -> list[Fault] | None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "answer.json"
        _run([*PIP_AUDIT, "--output", str(out)])
        answer = _read(out.read_text(encoding="utf-8") if out.is_file() else "")
    return faults_of_python(answer) if "dependencies" in answer else None


def _of_npm() -> list[Fault] | None:
    answer = _read(_run(NPM_AUDIT))
    return faults_of_npm(answer) if "vulnerabilities" in answer else None


def _run(words: Sequence[str]) -> str:
    given = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": SECONDS, "check": False}
    try:
        return str(subprocess.run(words, **given).stdout)  # noqa: S603  # words of this file
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _read(text: str) -> dict[str, Any]:
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


if __name__ == "__main__":
    sys.exit(main())
