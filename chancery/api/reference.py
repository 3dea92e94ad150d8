"""The description of the interface as the page for people shows it: plain rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter, or one field of a shape."""

    name: str
    kind: str
    is_required: bool
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that can be asked."""

    anchor: str
    method: str
    path: str
    summary: str
    words: tuple[str, ...]
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answer: tuple[Field, ...]
    problems: str


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one kind of object."""

    name: str
    operations: tuple[Operation, ...]


def groups_of(schema: dict[str, Any]) -> list[Group]:
    """Return the operations by kind of object, in the order of the description."""
    groups: dict[str, list[Operation]] = {}
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            groups.setdefault(told["tags"][0], []).append(_operation(schema, path, method, told))
    return [Group(name, tuple(operations)) for name, operations in groups.items()]


def paragraphs(words: str) -> tuple[str, ...]:
    """Return a text of the description in paragraphs, without the marks that only its source needs."""
    plain = words.replace("`", "").replace("*", "")
    return tuple(" ".join(part.split()) for part in plain.split("\n\n") if part.strip())


def _operation(schema: dict[str, Any], path: str, method: str, told: dict[str, Any]) -> Operation:
    body = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    answers = (told["responses"].get(status, {}) for status in ("200", "201"))
    shapes = [each["content"]["application/json"]["schema"] for each in answers if "content" in each]
    wrong = (each["description"] for status, each in told["responses"].items() if status >= "400")
    return Operation(
        anchor=told["operationId"],
        method=method.upper(),
        path=path,
        summary=told["summary"],
        words=paragraphs(told.get("description", "")),
        parameters=tuple(_parameter(schema, each) for each in told["parameters"]),
        body=tuple(_fields(schema, body)),
        answer=tuple(_fields(schema, shapes[0])) if shapes else (),
        problems=", ".join(wrong),
    )


def _parameter(schema: dict[str, Any], told: dict[str, Any]) -> Field:
    return Field(
        told["name"],
        _kind(schema, told["schema"]),
        told.get("required", False),
        " ".join(paragraphs(told.get("description", ""))),
    )


def _fields(schema: dict[str, Any], shape: dict[str, Any]) -> Iterator[Field]:
    shape = _resolved(schema, shape)
    items = shape.get("properties", {}).get("items", {})
    if items.get("type") == "array":
        shape = _resolved(schema, items["items"])
    required = shape.get("required", [])
    for name, told in shape.get("properties", {}).items():
        words = " ".join(paragraphs(told.get("description", "")))
        yield Field(name, _kind(schema, told), name in required, words)


def _resolved(schema: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in shape:
        return shape
    found: dict[str, Any] = schema["components"]["schemas"][shape["$ref"].rsplit("/", 1)[-1]]
    return found


def _kind(schema: dict[str, Any], told: dict[str, Any]) -> str:
    """What a value is, in the words of JSON Schema."""
    if "anyOf" in told:
        return " or ".join(_kind(schema, each) for each in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"“{value}”" for value in told["enum"])
    if "$ref" in told:
        inner = ", ".join(field.name for field in _fields(schema, told))
        return f"{{{inner}}}"
    if told.get("type") == "array":
        return f"list of {_kind(schema, told.get('items', {}))}"
    return str(told.get("format") or told.get("type") or "any value")
