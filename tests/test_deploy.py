"""What ships for running Chancery as a service or in containers is what its programs understand."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import which
from typing import Any

import pytest
import typer
import yaml
from compose_spec import PyCompose
from typer.main import get_command

from chancery import configuration
from chancery.base.backup import commands as backups
from chancery.desk import commands as desk

ROOT = Path(__file__).parents[1]
SYSTEMD, CONTAINER = ROOT / "deploy" / "systemd", ROOT / "deploy" / "container"
UNITS = sorted(path.name for path in SYSTEMD.iterdir())
SERVICES = [name for name in UNITS if name.endswith(".service")]
MOST_EXPOSED = "20"  # of 100, as systemd counts what a service could reach


def ran(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PATH": "/usr/bin:/bin"} | environment,
    )


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units, with a program that is on this machine in the place of Chancery."""
    for name in UNITS:
        text = (SYSTEMD / name).read_text()
        (tmp_path / name).write_text(
            re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE)
        )
    return tmp_path


@pytest.mark.skipif(which("systemd-analyze") is None, reason="asks systemd")
def test_systemd_understands_every_unit(units: Path) -> None:
    verified = ran("systemd-analyze", "verify", *units.iterdir())

    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.skipif(which("systemd-analyze") is None, reason="asks systemd")
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_reaches_little_of_its_machine(units: Path, name: str) -> None:
    told = ran("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", units / name)

    assert told.returncode == 0, told.stdout


def verbs() -> set[str]:
    app = typer.Typer()
    desk.register(app)
    backups.register(app)
    return {*get_command(app).commands}  # type: ignore[attr-defined]  # a group of commands


@pytest.mark.parametrize("name", SERVICES)
def test_a_unit_begins_a_command_that_there_is(name: str) -> None:
    begun = re.findall(
        r"^ExecStart=/opt/chancery/\.venv/bin/chancery (\w+)", (SYSTEMD / name).read_text(), re.MULTILINE
    )

    assert len(begun) == 1
    assert begun[0] in verbs()


def test_the_manual_names_every_file() -> None:
    manual = "\n".join((ROOT / "docs" / "admin" / name).read_text() for name in ("install.md", "backup.md"))

    shipped = [*UNITS, *(path.name for path in CONTAINER.iterdir() if path.suffix != ".dockerignore")]

    assert [name for name in shipped if name not in manual] == []


def test_the_container_file_has_nothing_to_be_said_against() -> None:
    linted = ran(Path(sys.executable).with_name("hadolint"), "--no-color", CONTAINER / "Containerfile")

    assert (linted.returncode, linted.stdout) == (0, "")


@pytest.fixture
def office() -> dict[str, Any]:
    return dict(yaml.safe_load((CONTAINER / "compose.yaml").read_text()))


def test_the_compose_file_is_one_by_its_specification() -> None:
    text = re.sub(r"\$\{\w+:([-?])([^}]*)\}", _given, (CONTAINER / "compose.yaml").read_text())
    understood = PyCompose.from_json(json.dumps(yaml.safe_load(text)))

    understood.validate()
    assert {*understood.service_names()} == {"pages", "worker", "database", "caddy"}


def _given(asked: re.Match[str]) -> str:
    """What a variable stands for: its default, or a word where one has to be given."""
    return asked[2] if asked[1] == "-" else "given"


EVERY = {"pages", "worker", "database", "caddy"}
# What a linter of compose files would have otherwise, at which services, and why it stays.
ACCEPTED = {
    "CL-0005": {"caddy"},  # the web server is reached from everywhere
    "CL-0006": {"database"},  # its first start gives its folder to its user, and then drops all rights itself
    "CL-0007": {"database"},  # it writes its sockets and locks beside its volume
    "CL-0019": EVERY,  # ours is built here, and fixes of a named release of others come with the next pull
    "CL-0026": EVERY,  # memory has its limits; a limit of processors would only slow what the machine is for
}


def test_the_compose_file_has_nothing_to_be_said_against() -> None:
    linter = Path(sys.executable).with_name("compose-lint")

    linted = ran(linter, "check", "--format", "json", "--fail-on", "low", CONTAINER / "compose.yaml")

    found: dict[str, set[str]] = {}
    for each in json.loads(linted.stdout)["findings"]:
        found.setdefault(each["rule_id"], set()).add(each["service"])
    assert found == ACCEPTED


def test_the_image_is_called_after_the_release(office: dict[str, Any]) -> None:
    release = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

    assert {office["services"][name]["image"] for name in ("pages", "worker")} == {f"chancery:{release}"}


def test_everything_that_services_name_is_there(office: dict[str, Any]) -> None:
    services = office["services"]

    for service in services.values():
        volumes = {volume.split(":")[0] for volume in service["volumes"]}
        assert {*service.get("depends_on", {})} <= {*services}
        assert {*service["networks"]} <= {*office["networks"]}
        assert {volume for volume in volumes if not volume.startswith("./")} <= {*office["volumes"]}
        assert service["restart"] == "unless-stopped"
        assert "no-new-privileges:true" in service["security_opt"]
    assert all("healthcheck" in services[name] for name in ("worker", "database"))


def test_images_of_others_are_of_a_named_release(office: dict[str, Any]) -> None:
    images = {service["image"] for service in office["services"].values()} - {
        office["services"]["pages"]["image"]
    }

    assert all(re.search(r":\d", image) for image in images)
    assert len(images) == 2


def test_only_the_web_server_is_reached_from_outside(office: dict[str, Any]) -> None:
    opened = [name for name, service in office["services"].items() if "ports" in service]

    assert opened == ["caddy"]
    assert office["services"]["database"]["networks"] == ["inside"]
    assert office["networks"]["inside"] == {"internal": True}


def test_settings_of_the_containers_are_settings(office: dict[str, Any]) -> None:
    source = Path(configuration.__file__).read_text()
    known = {f"CHANCERY_{name.upper()}" for name in re.findall(r'\bsetting\("([a-z_]+)"', source)} | {
        "CHANCERY_HOME"
    }

    given = {*office["services"]["pages"]["environment"]} - {"FORWARDED_ALLOW_IPS"}
    made = set(re.findall(r"(CHANCERY_\w+)=", (CONTAINER / "Containerfile").read_text()))

    assert given | made <= known


def test_the_client_of_the_database_is_of_the_release_of_the_server(office: dict[str, Any]) -> None:
    server = re.findall(r"postgres:(\d+)", office["services"]["database"]["image"])
    client = re.findall(r"postgresql-client-(\d+)", (CONTAINER / "Containerfile").read_text())

    assert client == server


def test_the_web_server_leads_to_the_pages(office: dict[str, Any]) -> None:
    leads = re.findall(r"reverse_proxy (\w+):(\d+)", (CONTAINER / "Caddyfile").read_text())

    assert leads == [("pages", "8000")]
    assert "pages" in office["services"]


@pytest.mark.skipif(which("caddy") is None, reason="asks Caddy")
def test_caddy_understands_its_file(tmp_path: Path) -> None:
    validated = ran(
        *("caddy", "validate", "--adapter", "caddyfile", "--config", CONTAINER / "Caddyfile"),
        CHANCERY_HOST="chancery.mission.example",
        HOME=str(tmp_path),
    )

    assert validated.returncode == 0, validated.stderr
