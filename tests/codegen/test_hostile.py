"""A document is data: whatever it says, nothing of it is run, and the package is imported and used as any other.

What a document could do is looked for in three ways: every module that is written is parsed, and holds no statement
and no call but those of the templates; every module is imported, and no text that tries to leave its place has been
run; and nothing is written but the package's folder.
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
from workshop import CANARY, FIRE, ODD_NAMES, Workshop, endpoint_of, look_through, opened, ref

from codegen.__main__ import main
from codegen.problems import CodegenError

HOSTILE = [
    f'"""\n{FIRE}\n"""',
    f"'''\n{FIRE}\n'''",
    f"'; {FIRE} #",
    f'"); {FIRE} #',
    f"']: {FIRE}, '",
    f'\\"""\n{FIRE}',
    f"\\'''\n{FIRE}",
    f'".\\"""\r{FIRE}\r#',
    f"\n{FIRE}\n",
    f"\r\n{FIRE}\x0b{FIRE}\x0c{FIRE}\x85{FIRE}\u2028{FIRE}\u2029{FIRE}\x1c{FIRE}",
    f"line\n    {FIRE}\n",
    f"{{{{ {FIRE} }}}}{{% for x in y %}}{{# note #}}{{% raw %}}",
    f"{{{FIRE}!r}} {{}} }}}} {{{{ {{0!r}} %s %(x)s $x ${{x}}",
    f"*/ {FIRE} --> ]]> #",
    f"# -*- coding: utf-7 -*-\n+AAo-{FIRE}",
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
    with opened(tmp_path_factory.mktemp("made")) as found:
        yield found


Say = Callable[[str, str], str]
"""Gives the text for a place: (place, what would stand there in a plain document)."""


def schemas_saying(say: Say, number: int) -> dict[str, Any]:
    """An object, a variant beside it, their union and an enumeration."""
    thing, tag = say("schema name", f"Thing{number}"), say("discriminator", "kind")
    properties = {
        tag: {"const": say("tag value", "thing")},
        say("property name", "size"): {
            "type": "string",
            "title": say("property title", "t"),
            "description": say("property description", "d"),
            "default": say("property default", "x"),
            "pattern": say("pattern", "x"),
            "format": say("format", "x"),
            "example": say("property example", "x"),
            say("word of a schema", "x-word"): say("value of an extension", "x"),
        },
        "word": {"enum": [say("enumeration value", "a"), "other"], "description": say("enumeration description", "d")},
        "either": {
            "anyOf": [{"const": say("constant", "b")}, {"type": "array", "items": {"enum": [say("item", "c"), "e"]}}]
        },
        "whatever": {"const": {say("key in a constant", "k"): [say("value in a constant", "v")]}},
        "pairs": {"type": "object", "additionalProperties": {"enum": [say("value of a map", "v"), "w"]}},
    }
    variant = {"required": [tag], "properties": {tag: {"const": f"other {number}"}, "x": {"type": "string"}}}
    mapping = {say("mapping key", "mapped"): ref(thing)["$ref"]}
    return {
        thing: {
            "type": "object",
            "title": say("schema title", "t"),
            "description": say("schema description", "d"),
            "required": [tag, say("name required", "word")],
            "properties": properties,
        },
        f"Other{number}": variant,
        f"Any{number}": {
            "description": say("union description", "d"),
            "anyOf": [ref(thing), ref(f"Other{number}")],
            "discriminator": {"propertyName": tag, "mapping": mapping},
        },
        say("enumeration name", f"Word{number}"): {"enum": [say("named enumeration value", "a"), 1]},
        **constructed_saying(say, number),
    }


def constructed_saying(say: Say, number: int) -> dict[str, Any]:
    """An object that has a constructor, and one whose constructor takes the members of the first."""
    kit = {
        say("keyword", "size"): {"type": "string", "description": say("keyword description", "d")},
        "word": {"enum": [say("keyword value", "a"), "other"], "description": say("keyword value description", "d")},
        "either": {"type": "array", "items": {"anyOf": [ref(f"Other{number}"), {"type": "string"}]}},
    }
    tool = {"type": {"const": say("tag of a constructor", "tool")}, "inside": ref(f"Kit{number}")}
    return {
        f"Kit{number}": {"required": ["word"], "properties": kit},
        f"Tool{number}": {"required": ["type"], "properties": tool},
    }


def table_saying(*says: Say) -> str:
    """A table of constructors for the document of the same speakers."""
    rows = []
    for number, say in enumerate(says):
        text = say("docstring of a constructor", "d").encode("utf-8", "replace").decode()
        # TOML has no raw DEL, and a docstring says something.
        docstring = json.dumps(text if text.strip() else "d", ensure_ascii=False).replace("\x7f", "\\u007f")
        rows += [f'[things.kit_{number}]\nmodel = "Kit{number}"\ndocstring = {docstring}\n']
        rows += [f'[things.tool_{number}]\nmodel = "Tool{number}"\nsettings = "inside"\ndocstring = {docstring}\n']
    return "".join(rows)


def package_saying(workshop: Workshop, *says: Say) -> ModuleType:
    """The package of the document of these speakers, with its constructors."""
    table = workshop.folder / "constructors.toml"
    table.write_text(table_saying(*says), encoding="utf-8")
    return workshop.package(document_saying(*says), "--constructors", str(table))


def parameters_saying(say: Say, inside: str) -> list[dict[str, Any]]:
    query = {"description": say("parameter description", "d"), "schema": {"default": say("parameter default", "x")}}
    return [
        {"name": inside, "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": say("query parameter", "q"), "in": "query", **query},
        {
            "name": say("header parameter", "X-H"),
            "in": "header",
            "schema": {"enum": [say("parameter value", "a"), "b"]},
        },
        {"name": say("cookie parameter", "c"), "in": "cookie", "schema": {}},
    ]


def answer_saying(say: Say, number: int) -> dict[str, Any]:
    examples = {say("example name", "e"): {"value": say("example", "v")}}
    stream = {"schema": ref(f"Other{number}"), "x-speakeasy-sse-sentinel": say("sentinel", "[DONE]")}
    return {
        "description": say("answer description", "d"),
        "headers": {say("answer header", "X-A"): {"schema": {"type": "string"}}},
        "content": {
            "application/json": {"schema": ref(f"Any{number}"), "examples": examples},
            "text/event-stream": stream,
            say("media type", "text/plain"): {"schema": {"type": "string"}},
        },
    }


def paging_saying(say: Say) -> dict[str, Any]:
    limit = {"in": "parameters", "name": say("query parameter", "q"), "type": say("paging input", "limit")}
    return {
        "inputs": [{**limit, "type": "offset"}, limit],
        "outputs": {"results": "$." + say("paging results", "data"), "nextCursor": say("paging cursor", "$.next")},
    }


def operation_saying(say: Say, number: int) -> dict[str, Any]:
    inside = say("path parameter", "id").replace("{", "").replace("}", "")
    path = f"/{number}/{say('path', 'things')}/".replace("{", "").replace("}", "") + f"{{{inside}}}"
    body = {"application/json": {"schema": ref(say("schema name", f"Thing{number}"))}}
    operation = {
        "operationId": say("operation id", f"call_{number}"),
        "tags": [say("tag", "things")],
        "summary": say("summary", "s"),
        "description": say("description", "d"),
        "x-speakeasy-name-override": say("name override", f"call_{number}"),
        "x-speakeasy-group": say("group", "g"),
        "x-speakeasy-stream-request-field": say("stream field", "stream"),
        say("word of an operation", "x-word"): say("value of an operation's extension", "x"),
        "parameters": parameters_saying(say, inside),
        "requestBody": {"content": {**body, say("body media type", "text/plain"): {"schema": {}}}},
        "responses": {"200": answer_saying(say, number)},
        "security": [{say("security scheme", "key"): []}],
    }
    parameters = operation["parameters"]
    pages = {"parameters": parameters, "responses": {"200": {}}, "x-speakeasy-pagination": paging_saying(say)}
    return {path: {"post": operation}, f"{path}/pages": {"get": pages}}


def document_saying(*says: Say) -> dict[str, Any]:
    """A document of as many parts as there are speakers; the first says what stands in it once."""
    say = says[0]
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": say("title", "t"),
            "version": say("version", "1"),
            "description": say("info description", "d"),
        },
        "servers": [{"url": say("server", "https://things.example")}],
        "tags": [{"name": say("tag", "things"), "description": say("tag description", "d")}],
        say("word of the document", "x-word"): say("value of the document's extension", "x"),
        "paths": {},
        "components": {"schemas": {}},
    }
    for number, each in enumerate(says):
        document["components"]["schemas"] |= schemas_saying(each, number)
        document["paths"] |= operation_saying(each, number)
    return document


def places() -> list[str]:
    found: dict[str, None] = {}

    def say(place: str, plain: str) -> str:
        found[place] = None
        return plain

    document_saying(say)
    table_saying(say)
    return list(found)


PLACES = places()


def one_text_at_one_place(text: str, hostile: str) -> Say:
    return lambda place, plain: text if place == hostile else plain


def another_text_at_every_place(first: int) -> Say:
    return lambda place, _: HOSTILE[(first + PLACES.index(place)) % len(HOSTILE)]


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 3))
def test_every_hostile_text_comes_out_inert_at_every_place(workshop: Workshop, first: int) -> None:
    package_saying(workshop, *(another_text_at_every_place(first + more) for more in range(3)))


@settings(max_examples=settings().max_examples // 12, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), text=st.sampled_from(HOSTILE + ODD_NAMES) | st.text(max_size=40))
def test_any_text_comes_out_inert_at_any_one_place(workshop: Workshop, place: str, text: str) -> None:
    package_saying(workshop, one_text_at_one_place(text, place))


USED = ("schema name", "property name", "tag value", "enumeration value", "query parameter", "mapping key", "sentinel")


def test_what_is_called_by_hostile_text_is_sent_and_read_as_anything_else(workshop: Workshop) -> None:
    says = [lambda place, plain, text=text: text if place in USED else plain for text in HOSTILE]
    package = workshop.package(document_saying(*says))
    for number, text in enumerate(HOSTILE):
        data = {"word": text, text: text, "kind": text}
        call = getattr(package.operations.things, f"call_{number}")
        query = next(
            name for name, wire in endpoint_of(package.operations.things, call).query_params.items() if wire == text
        )
        operation = call(data, id="x", **{query: text})
        assert (operation.path, operation.query, operation.body) == (f"/{number}/things/x", ((text, text),), data)
        read = operation.read(200, {"content-type": "application/json"}, json.dumps(data).encode())
        assert [*read._members.values()][:2] == ["kind", text]
        assert (read.kind, read.word, read[text], read.to_dict()) == (text, text, text, data)


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
def test_text_where_something_else_belongs_is_refused_or_inert(
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
            look_through(workshop.folder / name)
        else:
            assert re.fullmatch(r"codegen: error: .*\n  fix: [^\n]*\n", capsys.readouterr().err, re.DOTALL)


def test_yaml_that_would_make_objects_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(f'openapi: !!python/object/apply:eval ["{FIRE}"]\n', encoding="utf-8")
    assert main(["generate", str(spec), str(tmp_path / "api")]) == 1
    assert "could not determine a constructor" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["spec.yaml"]
    assert not hasattr(builtins, CANARY)


@pytest.mark.parametrize("flags", [(), ("--standalone",)], ids=["linked", "standalone"])
def test_a_file_called_like_an_encoding_or_a_line_of_code_is_named_as_one_word(
    workshop: Workshop, flags: tuple[str, ...]
) -> None:
    spec = workshop.folder / f"coding: utf-7\n{FIRE}.json".replace("/", "")
    spec.write_text(json.dumps(document_saying(lambda _, plain: plain)), encoding="utf-8")
    assert main(["generate", str(spec), str(workshop.folder / "made_of_an_odd_file"), *flags]) == 0
    look_through(workshop.folder / "made_of_an_odd_file")
    header = r"# Generated from coding_[\w.-]+ sha256:\w+ by `python -m codegen generate SPEC OUT( --standalone)?`: .*"
    for module in (workshop.folder / "made_of_an_odd_file").rglob("*.py"):
        assert re.fullmatch(header, module.read_text(encoding="utf-8").splitlines()[0])


def test_what_a_person_is_told_does_nothing_to_a_terminal() -> None:
    text = "\x1b[2J\r\u202e\ud800\n'"
    assert str(CodegenError(f"/{text}", "a\nb", text)).encode() == (
        b"/\\x1b[2J\\r\\u202e\\ud800\\n': a\nb\n  fix: \\x1b[2J\\r\\u202e\\ud800\\n'"
    )
