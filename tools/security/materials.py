"""
Write the bill of materials: `python -m tools.security.materials FILE`.

It lists what an installation is made of (requirements.txt) and what was vendored from npm, in the form of
CycloneDX.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot5
from packageurl import PackageURL

ROOT = Path(__file__).parents[2]
LOCKED = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


def bill() -> Bom:
    """Return what the product is made of."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    root = Component(name=project["name"], version=project["version"], type=ComponentType.APPLICATION)
    made = Bom(components=[*_of_python(), *_of_npm()])
    made.metadata.component = root
    made.register_dependency(root, made.components)
    return made


def locked(path: Path) -> dict[str, str]:
    """Return the version of each package that a list of locked ones names."""
    return dict(
        re.findall(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", path.read_text(encoding="utf-8"), re.M)
    )


def _of_python() -> Iterator[Component]:
    for name, version in locked(ROOT / "requirements.txt").items():
        yield _component("pypi", name, version)


def _of_npm() -> Iterator[Component]:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    for name in sorted(named):
        yield _component("npm", name, packages[f"node_modules/{name}"]["version"])


def _component(kind: str, name: str, version: str) -> Component:
    space, _slash, bare = name.rpartition("/")
    url = PackageURL(type=kind, namespace=space or None, name=bare, version=version)
    return Component(
        name=name, version=version, type=ComponentType.LIBRARY, purl=url, bom_ref=url.to_string()
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(JsonV1Dot5(bill()).output_as_string(indent=1), encoding="utf-8")
