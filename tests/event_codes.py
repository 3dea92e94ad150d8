"""
The codes of changes, read from the source: what the audit log and webhooks call each change.

`make codes` writes them down where they are kept. A code is stable: it may come, and never goes or changes.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "chancery" / "api" / "hooks" / "codes.txt"
MANUAL = ROOT / "docs" / "admin" / "webhooks.md"
BEGIN, END = "<!-- codes -->", "<!-- end of codes -->"
IS_CODE = re.compile(r"[a-z_]+(\.([a-z_-]+|\*)){1,3}")
ENTRIES = ("body", "group", "household", "office", "person")
SEATS = ("cleared", "drawn", "filled", "formed", "locked", "moved", "noted", "repaired", "solved", "unlocked")
CALLS = ("add", "back", "cut", "end", "give", "go", "hold", "resume", "skip", "stand-by", "take", "word")
# Codes whose last word is computed, so that reading the source does not find it.
COMPUTED = (
    *(
        f"directory.{entry}.{verb}"
        for entry in ENTRIES
        for verb in ("brought", "changed", "created", "deleted", "kept", "restored", "undone")
    ),
    *("directory.person.held", "directory.person.merged", "directory.person.parted"),
    *(f"guests.incoming.{state}" for state in ("aside", "done", "entered")),
    *(f"guests.version.{verb}" for verb in ("exported", "frozen", "wiped")),
    *(f"guests.wave.{state}" for state in ("approved", "asked", "draft")),
    *(f"programme.run.{call}" for call in CALLS),
    *(f"seating.seats.{verb}" for verb in (*SEATS, "unseated")),
    *("events.place.shown", "exhibition.exhibition.shown", "exhibition.film.shown", "exhibition.work.shown"),
    *("guests.template.shown", "occasions.sharedtext.shown", "seating.room.shown"),
    *("base.mail.again", "base.mail.cancelled", "guests.template.kept", "seating.room.kept"),
    *("seating.plan.deleted", "seating.plan.made", "hooks.test"),
)
# What they would stand for, were it read from the source.
VAGUE = frozenset({"guests.incoming.*", "guests.version.*", "guests.wave.*", "programme.run.*"})
# Work that is run has names of its own, which tell no change.
WORK = frozenset({"work", "start"})


@dataclass
class Function:
    """A function that takes a code: what it writes it with, and to whom it hands it on."""

    suffixes: set[str] = field(default_factory=set)
    calls: set[tuple[str, str]] = field(default_factory=set)


def codes() -> list[str]:
    """Every code in the source; `*` stands where the kind of a row stands."""
    texts = {path: path.read_text(encoding="utf-8") for path in sources()}
    trees = {path: ast.parse(text) for path, text in texts.items() if "audit" in text or 'code="' in text}
    functions = _functions(trees)
    found = {code for path, tree in trees.items() for code in _codes_in(path, tree, functions)}
    read = {code for code in found if IS_CODE.fullmatch(code)}
    return sorted(read - VAGUE | set(COMPUTED))


def kept() -> list[str]:
    """The codes as they are kept beside the source."""
    return KEPT.read_text(encoding="utf-8").split()


def table(told: Iterable[str]) -> str:
    """Codes as the manual shows them: a line for each kind of object."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for code in told:
        thing, _point, verb = code.rpartition(".")
        lines[thing].append(verb)
    rows = (f"| `{thing}.` | {', '.join(f'`{verb}`' for verb in verbs)} |" for thing, verbs in lines.items())
    return "\n".join(["| of | codes end in |", "|---|---|", *rows])


def write_down() -> None:
    """Write the codes where they are kept, and into the manual."""
    told = codes()
    KEPT.write_text("\n".join(told) + "\n", encoding="utf-8")
    before, _begin, rest = MANUAL.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    MANUAL.write_text(f"{before}{BEGIN}\n{table(told)}\n{END}{after}", encoding="utf-8")


def sources() -> list[Path]:
    """The files that may write a line of the audit log."""
    paths = (ROOT / "chancery").rglob("*.py")
    return sorted(path for path in paths if not {"migrations", "rules"} & set(path.parts))


def _functions(trees: dict[Path, ast.Module]) -> dict[tuple[str, str], Function]:
    """Functions with a parameter `code`, by their file or app, and by name."""
    found: defaultdict[tuple[str, str], Function] = defaultdict(Function)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and "code" in _parameters(node):
                _note(found[str(path), node.name], node)
                _note(found[_app(path), node.name], node)
    return dict(found)


def _note(function: Function, node: ast.FunctionDef) -> None:
    for value, name in _handed_on(node):
        suffix = _after_the_code(value)
        if suffix is not None:
            function.calls.add((suffix, name))


def _handed_on(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """What is handed on as `code`, and the name of the function that gets it."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name not in WORK:
                yield from ((word.value, name) for word in call.keywords if word.arg == "code")


def _after_the_code(value: ast.expr) -> str | None:
    """What stands after the code in a value that is made of it; None for one that is not."""
    if isinstance(value, ast.Name) and value.id == "code":
        return ""
    if isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.FormattedValue):
        first = value.values[0].value
        if isinstance(first, ast.Name) and first.id == "code":
            return "".join(str(part.value) for part in value.values[1:] if isinstance(part, ast.Constant))
    return None


def _suffixes(
    name: str, path: Path, functions: dict[tuple[str, str], Function], seen: frozenset[str] = frozenset()
) -> set[str]:
    """What a function puts after the code that it is given; of several of one name the nearest."""
    places = (str(path), _app(path), "base")
    function = next((functions[place, name] for place in places if (place, name) in functions), None)
    if function is None or not function.calls or name in seen:
        return {""}
    return {
        suffix + further
        for suffix, called in function.calls
        for further in _suffixes(called, path, functions, seen | {name})
    }


def _codes_in(path: Path, tree: ast.Module, functions: dict[tuple[str, str], Function]) -> Iterator[str]:
    constants = _constants(tree)
    for value, name in _handed_on(tree):
        for code in _read(value, constants):
            for suffix in _suffixes(name, path, functions):
                yield code + suffix
    if path.parts[-2:] == ("events", "sections.py"):  # handed on by the view
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and re.fullmatch(r"events\.[a-z]+", str(node.value)):
                yield from (f"{node.value}.{verb}" for verb in ("created", "changed", "deleted"))


def _read(value: ast.expr, constants: dict[str, list[str]]) -> list[str]:
    """The codes that an expression may be, with `*` for what is not written in it."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return [value.value]
    if isinstance(value, ast.Name):
        return constants.get(value.id, [])
    if isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name):
        return constants.get(value.value.id, [])
    if isinstance(value, ast.IfExp):
        return [*_read(value.body, constants), *_read(value.orelse, constants)]
    if isinstance(value, ast.JoinedStr) and _after_the_code(value) is None:
        return [_pattern(value)]
    return []


def _pattern(value: ast.JoinedStr) -> str:
    """A code with `*` for each part that is computed; the name of a whole kind of row is two parts."""
    text = ""
    for part in value.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            is_kind = any(word in ast.unparse(part) for word in ("label_lower", "kind_of", "_label("))
            text += "ANY.*" if is_kind else "*"
    return text


def _constants(tree: ast.Module) -> dict[str, list[str]]:
    """What is named in a module: texts, and tables of texts."""
    found: dict[str, list[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            texts = [each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)]
            found[node.targets[0].id] = [text for text in texts if isinstance(text, str)]
    return found


def _parameters(node: ast.FunctionDef) -> set[str]:
    return {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}


def _app(path: Path) -> str:
    return path.relative_to(ROOT / "chancery").parts[0]


if __name__ == "__main__":
    write_down()
