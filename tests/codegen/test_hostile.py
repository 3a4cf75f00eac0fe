"""Hostile documents: no text of a document is ever run, and the package works like any other.

The tests check this in three ways: every generated module contains only the statements and calls of the templates;
after importing all modules, no code in a text has run; and nothing is written outside the folder of the package.
"""

from __future__ import annotations

import builtins
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workshop import CANARY, ODD_NAMES, PAYLOAD, Workshop, check_package, get_endpoint, open_workshop, ref

from codegen.__main__ import main
from codegen.problems import CodegenError

HOSTILE = [
    f'"""\n{PAYLOAD}\n"""',
    f"'''\n{PAYLOAD}\n'''",
    f"'; {PAYLOAD} #",
    f'"); {PAYLOAD} #',
    f"']: {PAYLOAD}, '",
    f'\\"""\n{PAYLOAD}',
    f"\\'''\n{PAYLOAD}",
    f'".\\"""\r{PAYLOAD}\r#',
    f"\n{PAYLOAD}\n",
    f"\r\n{PAYLOAD}\x0b{PAYLOAD}\x0c{PAYLOAD}\x85{PAYLOAD}\u2028{PAYLOAD}\u2029{PAYLOAD}\x1c{PAYLOAD}",
    f"line\n    {PAYLOAD}\n",
    f"{{{{ {PAYLOAD} }}}}{{% for x in y %}}{{# note #}}{{% raw %}}",
    f"{{{PAYLOAD}!r}} {{}} }}}} {{{{ {{0!r}} %s %(x)s $x ${{x}}",
    f"*/ {PAYLOAD} --> ]]> #",
    f"# -*- coding: utf-7 -*-\n+AAo-{PAYLOAD}",
    "# ruff: noqa\n# fmt: off\n# type: ignore",
    'ends in a quote"',
    'ends in a quote and a stop".',
    "ends in a backslash\\",
    '"',
    "\\",
    "\\N{BULLET} \\x41 \\u0041 \\U0010FFFF1 \\ \n\r\n\t\x00\x1b[2J\x7f\ud800",
    "\u202e\u2066 shown from right to left \u2069\u202c\u200f\ufeff",
    "x]|y[",
    "../../escaped",
    "/etc/escaped",
    "..\\..\\escaped",
    "100%25 ~0~1 %2e%2e%2f",
    "日本語 \ufb01 \xaa \u0149 \u0390",
    "long " * 2000,
    "l" * 5000,
    "from os import system",
    "",
]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("made")) as found:
        yield found


Fill = Callable[[str, str], str]
"""Returns the text for a place, from the name of the place and the text of a harmless document."""


def make_schemas(fill: Fill, number: int) -> dict[str, Any]:
    """Return an object, a second object, their union, and an enumeration."""
    thing, tag = fill("schema name", f"Thing{number}"), fill("discriminator", "kind")
    properties = {
        tag: {"const": fill("tag value", "thing")},
        fill("property name", "size"): {
            "type": "string",
            "title": fill("property title", "t"),
            "description": fill("property description", "d"),
            "default": fill("property default", "x"),
            "pattern": fill("pattern", "x"),
            "format": fill("format", "x"),
            "example": fill("property example", "x"),
            fill("word of a schema", "x-word"): fill("value of an extension", "x"),
        },
        "word": {
            "enum": [fill("enumeration value", "a"), "other"],
            "description": fill("enumeration description", "d"),
        },
        "either": {
            "anyOf": [{"const": fill("constant", "b")}, {"type": "array", "items": {"enum": [fill("item", "c"), "e"]}}]
        },
        "whatever": {"const": {fill("key in a constant", "k"): [fill("value in a constant", "v")]}},
        "pairs": {"type": "object", "additionalProperties": {"enum": [fill("value of a map", "v"), "w"]}},
    }
    variant = {"required": [tag], "properties": {tag: {"const": f"other {number}"}, "x": {"type": "string"}}}
    mapping = {fill("mapping key", "mapped"): ref(thing)["$ref"]}
    return {
        thing: {
            "type": "object",
            "title": fill("schema title", "t"),
            "description": fill("schema description", "d"),
            "required": [tag, fill("name required", "word")],
            "properties": properties,
        },
        f"Other{number}": variant,
        f"Any{number}": {
            "description": fill("union description", "d"),
            "anyOf": [ref(thing), ref(f"Other{number}")],
            "discriminator": {"propertyName": tag, "mapping": mapping},
        },
        fill("enumeration name", f"Word{number}"): {"enum": [fill("named enumeration value", "a"), 1]},
        **make_constructor_schemas(fill, number),
    }


def make_constructor_schemas(fill: Fill, number: int) -> dict[str, Any]:
    """Return an object with a constructor, and an object whose constructor accepts the members of the first."""
    kit = {
        fill("keyword", "size"): {"type": "string", "description": fill("keyword description", "d")},
        "word": {"enum": [fill("keyword value", "a"), "other"], "description": fill("keyword value description", "d")},
        "either": {"type": "array", "items": {"anyOf": [ref(f"Other{number}"), {"type": "string"}]}},
    }
    tool = {"type": {"const": fill("tag of a constructor", "tool")}, "inside": ref(f"Kit{number}")}
    return {
        f"Kit{number}": {"required": ["word"], "properties": kit},
        f"Tool{number}": {"required": ["type"], "properties": tool},
    }


def make_table(*fills: Fill) -> str:
    """Return a table of constructors for `make_document`."""
    rows = []
    for number, fill in enumerate(fills):
        text = fill("docstring of a constructor", "d").encode("utf-8", "replace").decode()
        # TOML does not allow a literal DEL, and a docstring must not be empty.
        docstring = json.dumps(text if text.strip() else "d", ensure_ascii=False).replace("\x7f", "\\u007f")
        rows += [f'[things.kit_{number}]\nmodel = "Kit{number}"\ndocstring = {docstring}\n']
        rows += [f'[things.tool_{number}]\nmodel = "Tool{number}"\nsettings = "inside"\ndocstring = {docstring}\n']
    return "".join(rows)


def load_package(workshop: Workshop, *fills: Fill) -> ModuleType:
    """Generate and import the package of `make_document`, with constructors."""
    table = workshop.folder / "constructors.toml"
    table.write_text(make_table(*fills), encoding="utf-8")
    return workshop.load_package(make_document(*fills), "--constructors", str(table))


def make_parameters(fill: Fill, inside: str) -> list[dict[str, Any]]:
    query = {"description": fill("parameter description", "d"), "schema": {"default": fill("parameter default", "x")}}
    return [
        {"name": inside, "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": fill("query parameter", "q"), "in": "query", **query},
        {
            "name": fill("header parameter", "X-H"),
            "in": "header",
            "schema": {"enum": [fill("parameter value", "a"), "b"]},
        },
        {"name": fill("cookie parameter", "c"), "in": "cookie", "schema": {}},
    ]


def make_response(fill: Fill, number: int) -> dict[str, Any]:
    examples = {fill("example name", "e"): {"value": fill("example", "v")}}
    stream = {"schema": ref(f"Other{number}"), "x-speakeasy-sse-sentinel": fill("sentinel", "[DONE]")}
    return {
        "description": fill("answer description", "d"),
        "headers": {fill("answer header", "X-A"): {"schema": {"type": "string"}}},
        "content": {
            "application/json": {"schema": ref(f"Any{number}"), "examples": examples},
            "text/event-stream": stream,
            fill("media type", "text/plain"): {"schema": {"type": "string"}},
        },
    }


def make_paging(fill: Fill) -> dict[str, Any]:
    limit = {"in": "parameters", "name": fill("query parameter", "q"), "type": fill("paging input", "limit")}
    return {
        "inputs": [{**limit, "type": "offset"}, limit],
        "outputs": {"results": "$." + fill("paging results", "data"), "nextCursor": fill("paging cursor", "$.next")},
    }


def make_operation(fill: Fill, number: int) -> dict[str, Any]:
    inside = fill("path parameter", "id").replace("{", "").replace("}", "")
    path = f"/{number}/{fill('path', 'things')}/".replace("{", "").replace("}", "") + f"{{{inside}}}"
    body = {"application/json": {"schema": ref(fill("schema name", f"Thing{number}"))}}
    operation = {
        "operationId": fill("operation id", f"call_{number}"),
        "tags": [fill("tag", "things")],
        "summary": fill("summary", "s"),
        "description": fill("description", "d"),
        "x-speakeasy-name-override": fill("name override", f"call_{number}"),
        "x-speakeasy-group": fill("group", "g"),
        "x-speakeasy-stream-request-field": fill("stream field", "stream"),
        fill("word of an operation", "x-word"): fill("value of an operation's extension", "x"),
        "parameters": make_parameters(fill, inside),
        "requestBody": {"content": {**body, fill("body media type", "text/plain"): {"schema": {}}}},
        "responses": {"200": make_response(fill, number), "429": {"description": fill("error description", "d")}},
        "security": [{fill("security scheme", "key"): [], "flow": [], "other": []}],
    }
    parameters = operation["parameters"]
    pages = {"parameters": parameters, "responses": {"200": {}}, "x-speakeasy-pagination": make_paging(fill)}
    return {path: {"post": operation}, f"{path}/pages": {"get": pages}}


def make_security_schemes(fill: Fill) -> dict[str, Any]:
    """Return schemes of each type, of which an operation uses the first; the last one has no scheme of its own."""
    flow = {
        "tokenUrl": fill("token URL", "https://things.example/token"),
        "scopes": {fill("scope", "read"): fill("scope description", "d")},
    }
    described = {"description": fill("security scheme description", "d")}
    return {
        fill("security scheme", "key"): {
            "type": "apiKey",
            "in": "header",
            "name": fill("header of a key", "X-Key") or "x",
        },
        "flow": {
            "type": "oauth2",
            "flows": {"clientCredentials": {**flow, "tokenUrl": flow["tokenUrl"] or "x"}},
            **described,
        },
        "other": {"type": fill("type of a security scheme", "http"), "scheme": fill("HTTP scheme", "bearer")},
    }


def make_servers(fill: Fill) -> list[dict[str, Any]]:
    """Return a server, and two servers with variables, of which one has a name."""
    name = fill("server variable", "region")
    variable = {
        "default": fill("server variable default", "eu"),
        "enum": [fill("server variable value", "eu"), "us"],
        "description": fill("server variable description", "d"),
    }
    described = {"description": fill("server description", "Staging server"), "variables": {name: variable}}
    return [
        {"url": fill("server", "https://things.example")},
        {"url": f"https://{{{name}}}.things.example", **described},
        {
            "url": f"https://{{{name}}}.example",
            "name": fill("server name", "other"),
            "variables": {name: {"default": "x"}},
        },
    ]


def make_document(*fills: Fill) -> dict[str, Any]:
    """Return a document with one part for each function; the first function also fills the parts that occur once."""
    fill = fills[0]
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": fill("title", "t"),
            "version": fill("version", "1"),
            "description": fill("info description", "d"),
        },
        "servers": make_servers(fill),
        "tags": [{"name": fill("tag", "things"), "description": fill("tag description", "d")}],
        fill("word of the document", "x-word"): fill("value of the document's extension", "x"),
        "paths": {},
        "components": {"schemas": {}, "securitySchemes": make_security_schemes(fill)},
    }
    for number, each in enumerate(fills):
        document["components"]["schemas"] |= make_schemas(each, number)
        document["paths"] |= make_operation(each, number)
    return document


def find_places() -> list[str]:
    found: dict[str, None] = {}

    def fill(place: str, plain: str) -> str:
        found[place] = None
        return plain

    make_document(fill)
    make_table(fill)
    return list(found)


PLACES = find_places()


def place_text(text: str, hostile: str) -> Fill:
    return lambda place, plain: text if place == hostile else plain


def place_different_texts(first: int) -> Fill:
    return lambda place, _: HOSTILE[(first + PLACES.index(place)) % len(HOSTILE)]


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 3))
def test_hostile_texts_at_all_places_are_not_executed(workshop: Workshop, first: int) -> None:
    load_package(workshop, *(place_different_texts(first + more) for more in range(3)))


@settings(max_examples=settings().max_examples // 12, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), text=st.sampled_from(HOSTILE + ODD_NAMES) | st.text(max_size=40))
def test_a_hostile_text_at_any_place_is_not_executed(workshop: Workshop, place: str, text: str) -> None:
    load_package(workshop, place_text(text, place))


USED = ("schema name", "property name", "tag value", "enumeration value", "query parameter", "mapping key", "sentinel")


def test_hostile_names_are_sent_and_decoded_unchanged(workshop: Workshop) -> None:
    fills = [lambda place, plain, text=text: text if place in USED else plain for text in HOSTILE]
    package = workshop.load_package(make_document(*fills))
    for number, text in enumerate(HOSTILE):
        data = {"word": text, text: text, "kind": text}
        function = getattr(package.operations.things, f"call_{number}")
        query = next(
            name
            for name, wire in get_endpoint(package.operations.things, function).query_params.items()
            if wire == text
        )
        operation = function(data, id="x", **{query: text})
        assert (operation.path, operation.query, operation.body) == (f"/{number}/things/x", ((text, text),), data)
        value = operation.read(200, {"content-type": "application/json"}, json.dumps(data).encode())
        assert [*value._members.values()][:2] == ["kind", text]
        assert (value.kind, value.word, value[text], value.to_dict()) == (text, text, text, data)


@pytest.mark.parametrize(
    "steps",
    [
        ("openapi",),
        ("info",),
        ("servers",),
        ("tags", 0, "name"),
        ("paths", "/x", "get", "responses"),
        ("paths", "/x", "get"),
    ]
    + [("paths", "/x", "get", "parameters", 0, word) for word in ("in", "required", "schema")]
    + [("components", "schemas", "Thing", word) for word in ("type", "$ref", "properties", "additionalProperties")],
    ids=lambda steps: "/".join(map(str, steps)),
)
def test_text_in_place_of_another_type_is_rejected_or_inert(
    workshop: Workshop, capsys: pytest.CaptureFixture[str], steps: tuple[Any, ...]
) -> None:
    get = {"parameters": [{"name": "q", "in": "query", "schema": {}}], "responses": {"200": {"description": "d"}}}
    for text in HOSTILE[:6:2]:
        document: Any = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "tags": [{"name": "t"}]}
        document |= {"paths": {"/x": {"get": get}}, "components": {"schemas": {"Thing": {"type": "object"}}}}
        owner = document = json.loads(json.dumps(document))
        for step in steps[:-1]:
            owner = owner[step]
        owner[steps[-1]] = text
        name = workshop.generate(document)
        if name is not None:
            check_package(workshop.folder / name)
        else:
            assert re.fullmatch(
                r"(warning: [^\n]*\n)*codegen: error: .*\n  fix: [^\n]*\n", capsys.readouterr().err, re.DOTALL
            )


def test_yaml_that_constructs_objects_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(f'openapi: !!python/object/apply:eval ["{PAYLOAD}"]\n', encoding="utf-8")
    assert main(["generate", str(spec), str(tmp_path / "api")]) == 2
    assert "could not determine a constructor" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["spec.yaml"]
    assert not hasattr(builtins, CANARY)


@pytest.mark.parametrize("flags", [(), ("--standalone",)], ids=["linked", "standalone"])
def test_the_name_of_the_file_is_escaped_in_headers(workshop: Workshop, flags: tuple[str, ...]) -> None:
    spec = workshop.folder / f"coding: utf-7\n{PAYLOAD}.json".replace("/", "")
    spec.write_text(json.dumps(make_document(lambda _, plain: plain)), encoding="utf-8")
    assert main(["generate", str(spec), str(workshop.folder / "made_of_an_odd_file"), *flags]) == 0
    check_package(workshop.folder / "made_of_an_odd_file")
    header = r"# Generated from coding_[\w.-]+ sha256:\w+ by `openrouterkit generate SPEC OUT( --standalone)?`: .*"
    for module in (workshop.folder / "made_of_an_odd_file").rglob("*.py"):
        assert re.fullmatch(header, module.read_text(encoding="utf-8").splitlines()[0])


def test_error_messages_escape_control_characters() -> None:
    text = "\x1b[2J\r\u202e\ud800\n'"
    assert str(CodegenError(f"/{text}", "a\nb", text)).encode() == (
        b"/\\x1b[2J\\r\\u202e\\ud800\\n': a\nb\n  fix: \\x1b[2J\\r\\u202e\\ud800\\n'"
    )
