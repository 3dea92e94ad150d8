"""What the description of the interface says of every operation alike."""

from typing import Any

from chancery.api import problems
from chancery.api.keys import HEADER, MOST_LETTERS

WORDS = """\
The interface of an office: the objects of its pages, by the rights of a member, for programs and devices.

Every request shows an access token (`Authorization: Bearer chy_…`), which a member makes under *Access
tokens*. A token belongs to one office and never may more than its member; its scopes are the rights it passes
on. Lists come in pages: ask for the address in `next` until it is null. Every object has an `ETag`: send it
back in `If-None-Match` to be told that nothing changed, in `If-Match` to change only what you have read. Send
an `Idempotency-Key` with each POST, so that a request repeated after a broken line is done once. Errors are
problem documents (RFC 9457); programs decide by their `type`.
"""

EVERYWHERE = (400, 401, 403, 422, 429)
OF_AN_OBJECT = (404,)
OF_WRITES = (404, 409, 412, 413, 415)
ETAG = {"ETag": {"description": "Changes with the object.", "schema": {"type": "string"}}}


# What a shape is called by whoever reads the description: what is read, what is made of it, and what changes.
ENDINGS = (
    ("OutPage", "Page"),
    ("ChangeInChange", "Change"),
    ("InChange", "Change"),
    ("Out", ""),
    ("In", "New"),
)


def completed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description with problems, conditions and keys of every operation."""
    schema = _plain(schema)
    shapes = schema["components"]["schemas"]
    schema["components"]["schemas"] = {called(name): told for name, told in shapes.items()}
    components = schema["components"]["schemas"]
    told = problems.ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    components.update(told.pop("$defs"))
    components["Problem"] = told
    for path, methods in schema["paths"].items():
        methods.pop("head", None)  # the same as GET, without a body
        for method, operation in methods.items():
            _complete(operation, method, path)
    return schema


def called(name: str) -> str:
    """Return what a shape is called in the description."""
    ending, ours = next(((end, ours) for end, ours in ENDINGS if name.endswith(end)), ("", ""))
    return name.removesuffix(ending) + ours if ending else name


def _plain(told: Any) -> Any:
    """Return a part of the description with shapes by our names, and without titles that repeat a name."""
    if isinstance(told, list):
        return [_plain(each) for each in told]
    if not isinstance(told, dict):
        return told
    if "$ref" in told:
        above, _slash, name = told["$ref"].rpartition("/")
        return told | {"$ref": f"{above}/{called(name)}"}
    is_shape = isinstance(told.get("title"), str) and ("type" in told or "anyOf" in told or "enum" in told)
    return {name: _plain(each) for name, each in told.items() if not (is_shape and name == "title")}


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    operation["responses"] = {str(status): told for status, told in operation["responses"].items()}
    statuses = {*EVERYWHERE, *(OF_AN_OBJECT if "{" in path else ()), *(OF_WRITES if method != "get" else ())}
    for status, told in operation["responses"].items():
        if status != "204":
            told["headers"] = dict(ETAG)
    for parameter in operation["parameters"]:
        parameter.pop("examples", None)  # a list belongs to the schema, where it stands too
        _never_null(parameter["schema"])
    if method == "get":
        operation["parameters"].append(_header("If-None-Match", "An ETag read before."))
        operation["responses"]["304"] = {
            "description": "Nothing changed since the ETag.",
            "headers": dict(ETAG),
        }
    if method == "post":
        operation["parameters"].append(
            _header(HEADER, "A new text for every request; sent again, it is done once.", MOST_LETTERS)
        )
    if method != "get" and not operation["operationId"].endswith("_create"):
        operation["parameters"].append(
            _header("If-Match", "An ETag; refused if the object has another one now.")
        )
    for status in sorted(statuses):
        operation["responses"][str(status)] = _problem(status)


def _never_null(schema: dict[str, Any]) -> None:
    """A parameter that is not there is left out; no address can say null."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update(kinds[0] | schema)


def _header(name: str, words: str, most: int | None = None) -> dict[str, Any]:
    schema = {"type": "string"} | ({"maxLength": most} if most else {})
    return {"in": "header", "name": name, "required": False, "description": words, "schema": schema}


def _problem(status: int) -> dict[str, Any]:
    """Say what may be wrong with an answer of a status."""
    codes = [code for code, kind in problems.KINDS.items() if kind.status == status]
    return {
        "description": ", ".join(codes),
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
