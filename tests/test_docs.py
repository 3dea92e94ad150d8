"""What is not in the manual does not exist: settings, commands, permissions, rules."""

import re
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from chancery.accounts.roles import Role
from chancery.verbs import VERBS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def text_of(folder: str) -> str:
    return "\n".join(path.read_text() for path in sorted((DOCS / folder).rglob("*.md")))


def test_every_setting_is_in_the_manual() -> None:
    source = (ROOT / "chancery" / "configuration.py").read_text()
    settings = {f"CHANCERY_{name.upper()}" for name in re.findall(r'setting\("(\w+)"', source)}
    manual = text_of("admin")

    assert settings
    assert [name for name in sorted(settings) if name not in manual] == []


def commands() -> set[str]:
    return set(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_every_command_is_listed_by_its_own_sentence(name: str) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    for module in VERBS[name].modules:
        import_module(module).register(app)
    verb = get_command(app).commands[name]  # type: ignore[attr-defined]  # a group of commands

    assert verb.get_short_help_str(200) == VERBS[name].sentence


@pytest.mark.parametrize("module", sorted({module for verb in VERBS.values() for module in verb.modules}))
def test_no_command_is_left_out_of_the_list(module: str) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    import_module(module).register(app)

    assert set(get_command(app).commands) <= set(VERBS)  # type: ignore[attr-defined]  # a group of commands


def test_every_command_is_in_the_manual() -> None:
    verbs = commands()
    manual = text_of("user") + text_of("admin")

    assert {"recognitions", "count", "export-campaign", "order"} <= verbs
    assert [verb for verb in sorted(verbs) if f"chancery {verb}" not in manual] == []


def test_the_manual_names_no_command_that_is_not_there() -> None:
    text = text_of(".") + (ROOT / "README.md").read_text() + (ROOT / "CONTRIBUTING.md").read_text()
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert set(re.findall(r"(?:^    |`|[|&;] )chancery ([a-z][a-z-]+)", text, re.MULTILINE)) <= commands()
    assert set(re.findall(r"(?:^    |`)make ([a-z-]+)", text, re.MULTILINE)) <= set(targets)


def test_every_role_is_in_the_manual() -> None:
    manual = text_of("admin")

    assert [role.label for role in Role if str(role.label) not in manual] == []


@pytest.mark.parametrize("number", [*range(1, 87), 90, *range(92, 96), *range(111, 117)])
def test_every_rule_that_is_built_has_its_place_in_the_manual(number: int) -> None:
    ranges = re.findall(r"R(\d+)(?:[-–]R?(\d+))?", text_of("rules"))
    told = {each for first, last in ranges for each in range(int(first), int(last or first) + 1)}

    assert number in told


def test_every_page_that_the_manual_links_to_is_there() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert missing == []
