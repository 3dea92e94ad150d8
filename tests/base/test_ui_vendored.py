"""The scripts and flags of others are the files that vendor.json names."""

import base64
import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = {row["path"]: row for row in json.loads((ROOT / "vendor.json").read_text())["files"]}
FOLDERS = [
    "chancery/base/static/base/vendor",
    "chancery/base/static/base/flags",
    "chancery/door/static/door/vendor",
]
FILES = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
CARRIED = sorted(str(path.relative_to(ROOT)) for path in FILES)


def test_every_carried_file_is_listed_with_its_licence() -> None:
    assert [path for path in CARRIED if not ROWS.get(path, {}).get("licence")] == []


def test_every_carried_file_is_the_one_that_was_listed() -> None:
    changed = []
    for path in CARRIED:
        digest = hashlib.sha384((ROOT / path).read_bytes()).digest()
        if ROWS[path]["sha384"] != f"sha384-{base64.b64encode(digest).decode()}":
            changed.append(path)

    assert changed == []


def test_versions_are_pinned() -> None:
    pinned = json.loads((ROOT / "package.json").read_text())["devDependencies"]

    for path in CARRIED:
        assert pinned[ROWS[path]["package"]] == ROWS[path]["version"], path
