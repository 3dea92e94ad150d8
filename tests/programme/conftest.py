"""The command `chancery times`, run on a document."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.programme.commands import register


@pytest.fixture
def app() -> typer.Typer:
    """A command with this verb alone, as `chancery` has many."""
    made = typer.Typer(pretty_exceptions_enable=False)
    made.callback()(lambda: None)
    register(made)
    return made


@pytest.fixture
def run(app: typer.Typer, tmp_path: Path) -> Any:
    """Run the command on a document, given as JSON or as raw text."""

    def run_on(document: object, *options: str, raw: str | bytes | None = None) -> Result:
        path = tmp_path / "evening.json"
        content = json.dumps(document) if raw is None else raw
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(app, ["times", str(path), *options])

    return run_on
