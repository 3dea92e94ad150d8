"""What the product is made of: locked with digests, listed, asked about; no key is left in the source."""

import json
import re
from pathlib import Path

import pytest
from cyclonedx.output.json import JsonV1Dot5

from tools.security import known_faults, materials, secrets_left
from tools.security.known_faults import Fault

ROOT = Path(__file__).parents[1]


def test_the_bill_of_materials_names_every_locked_package() -> None:
    listed = json.loads(JsonV1Dot5(materials.bill()).output_as_string())["components"]

    named = {(each["name"], each["version"]) for each in listed if each["purl"].startswith("pkg:pypi/")}
    assert named == set(materials.locked(ROOT / "requirements.txt").items())
    assert {"htmx.org"} <= {each["name"] for each in listed}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_its_digests(name: str) -> None:
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]

    assert len(lines) == len(materials.locked(ROOT / name))
    assert [line.split()[0] for line in lines if "--hash=sha256:" not in line] == []


def test_every_package_of_npm_has_its_digest() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    digests = {name: str(each.get("integrity", "")) for name, each in packages.items() if name}

    assert [name for name, digest in digests.items() if not digest.startswith("sha512-")] == []


@pytest.mark.parametrize(
    "words",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        'token = "ghp_' + "a1B2" * 9 + '"',
        "https://ana:" + "k3ttle-under-snow@mail.example.org/",
        "AKIA" + "IOSFODNN7EXAMPLF",
    ],
)
def test_a_planted_secret_is_found_and_not_repeated(tmp_path: Path, words: str) -> None:
    planted = tmp_path / "settings.py"
    planted.write_text(f"# a comment\n{words}\n")

    [found] = secrets_left.found_in([planted])

    assert found.startswith(f"{planted}:2: ")
    assert words[8:] not in found


def test_known_faults_are_read_and_accepted_by_their_reason_alone() -> None:
    python = {"dependencies": [{"name": "a", "vulns": [{"id": "PYSEC-1"}]}, {"name": "b"}]}
    npm = {"vulnerabilities": {"c": {"via": [{"url": "https://example.org/GHSA-2"}, "d"]}}}

    faults = known_faults.faults_of_python(python) + known_faults.faults_of_npm(npm)

    assert faults == [Fault("a", "PYSEC-1"), Fault("c", "GHSA-2")]
    assert list(known_faults.not_accepted(faults, {"PYSEC-1": "not reached", "GHSA-2": ""})) == [faults[1]]


def test_the_source_is_looked_through_file_by_file() -> None:
    """The linter looks through all of them, which takes long; here none may be forgotten."""
    looked_at = {path.relative_to(ROOT).as_posix() for path in secrets_left.kept_files()}

    assert {"chancery/settings.py", "deploy/container/compose.yaml", "tools/lint", "README.md"} <= looked_at


def test_the_build_takes_digests_and_looks_for_faults() -> None:
    setup, lint = (ROOT / "tools" / "setup").read_text(), (ROOT / "tools" / "lint").read_text()
    container = (ROOT / "deploy" / "container" / "Containerfile").read_text()

    assert "--require-hashes" in setup
    assert "--require-hashes" in container
    assert {"secrets_left", "known_faults"} <= set(re.findall(r"tools\.security\.(\w+)", lint))
