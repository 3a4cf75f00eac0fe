"""Random documents, and JSON values that are valid for them or not: models return the JSON they were decoded from."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workshop import Workshop, open_workshop, ref

from openrouterkit_runtime import to_plain

Draw = Callable[[st.SearchStrategy[Any]], Any]
Node = dict[str, Any]

# Generating a package takes a third of a second: a few examples in `make test`, over a hundred in `make fuzz`.
FEW = settings(max_examples=settings().max_examples // 12, deadline=None, suppress_health_check=list(HealthCheck))

NAMED = ["Alpha", "Beta", "Gamma", "Delta"]
VARIANTS = ["Cat", "Dog"]
MEMBERS = st.sampled_from(["a", "b", "kind", "class", "someWord", "@id", "to_dict", "x-y", "created_at", "\u00e9"])
WORDS = st.sampled_from(["one", "two", "three", "", "a b", "'"])
TIMES = st.sampled_from(["2024-01-02T03:04:05Z", "2024-01-02", "2024-01-02 03:04", "yesterday", "", "12:30"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | WORDS
    | TIMES
    | st.sampled_from(["\ud800", "cat", "dog", 10**30, -0.0, 1e300])
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBERS | st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
PLAIN: list[Node] = [
    *({"type": kind} for kind in ("string", "integer", "number", "boolean", "object", "array", "null")),
    *({"type": "string", "format": word} for word in ("date-time", "date", "uuid", "binary", "uri")),
    *({}, {"type": ["string", "null"]}, {"type": "string", "nullable": True}, {"type": ["integer", "array", "object"]}),
    *(
        {"enum": ["one", "two", None]},
        {"enum": ["one"]},
        {"enum": [1, "1", True, 1.5]},
        {"type": "string", "enum": [""]},
    ),
    *({"const": "one"}, {"const": 1}, {"const": None}, {"const": {"a": [1]}}),
    *({"type": "object", "additionalProperties": more} for more in (True, False, {}, {"type": "integer"})),
]


def draw_schema(draw: Draw, depth: int = 2) -> Node:
    """Draw a schema of any kind; `depth` limits the schemas nested in it."""
    choices: list[Callable[[], Node]] = [
        lambda: copy.deepcopy(draw(st.sampled_from(PLAIN))),
        lambda: ref(draw(st.sampled_from([*NAMED, *VARIANTS, "Pet"]))),
    ]
    if depth:
        choices += [
            lambda: draw_object(draw, depth - 1),
            lambda: {"type": "array", "items": draw_schema(draw, depth - 1)},
            lambda: {"type": "object", "additionalProperties": draw_schema(draw, depth - 1)},
            lambda: {
                draw(st.sampled_from(["anyOf", "oneOf"])): [
                    draw_schema(draw, depth - 1) for _ in range(draw(st.integers(1, 3)))
                ]
            },
            lambda: {"allOf": [ref(draw(st.sampled_from(NAMED))), draw_object(draw, depth - 1)], "description": "d"},
            lambda: {"allOf": [ref(draw(st.sampled_from(NAMED)))], "nullable": True},
            lambda: {"anyOf": [draw_schema(draw, depth - 1), {"type": "null"}], "default": None},
        ]
    return draw(st.sampled_from(choices))()


def draw_object(draw: Draw, depth: int) -> Node:
    names = draw(st.lists(MEMBERS, max_size=4, unique=True))
    properties = {name: draw_schema(draw, depth) for name in names}
    found: Node = {
        "type": "object",
        "properties": properties,
        "required": [name for name in names if draw(st.booleans())],
    }
    more = draw(st.sampled_from(["absent", True, False, "schema"]))
    if more != "absent":
        found["additionalProperties"] = draw_schema(draw, 0) if more == "schema" else more
    return found


@st.composite
def documents(draw: Draw) -> Node:
    """Draw a document with schemas of all kinds that refer to each other and to themselves."""
    schemas: Node = {name: draw_object(draw, 2) if draw(st.booleans()) else draw_schema(draw) for name in NAMED}
    schemas["Alpha"] = draw_object(draw, 2)
    for name in VARIANTS:
        tagged = draw_object(draw, 1)
        tagged["properties"]["kind"] = draw(st.sampled_from([{"const": name.lower()}, {"enum": [name.lower()]}]))
        schemas[name] = {**tagged, "required": ["kind"]}
    schemas["Pet"] = {draw(st.sampled_from(["anyOf", "oneOf"])): [ref(name) for name in VARIANTS]}
    mapping = {name.lower(): ref(name)["$ref"] for name in VARIANTS}
    discriminator = draw(
        st.sampled_from([None, {"propertyName": "kind"}, {"propertyName": "kind", "mapping": mapping}])
    )
    schemas["Pet"] |= {"discriminator": discriminator} if discriminator else {}
    version = draw(st.sampled_from(["3.0.3", "3.1.0"]))
    return {"openapi": version, "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}


def draw_value(draw: Draw, document: Node, schema: Node, depth: int = 4) -> Any:
    """Draw a value of a schema; parts of it may be invalid."""
    if depth == 0 or draw(st.integers(0, 9)) == 0:
        return draw(JSON)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return draw_value(draw, document, document["components"]["schemas"][name], depth - 1)
    if "allOf" in schema:
        parts = [draw_value(draw, document, part, depth - 1) for part in schema["allOf"]]
        return {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
    if "const" in schema or "enum" in schema:
        return copy.deepcopy(draw(st.sampled_from(schema.get("enum") or [schema.get("const")])))
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return draw_value(draw, document, draw(st.sampled_from(schema[word])), depth - 1)
    kind = schema.get("type")
    kind = draw(st.sampled_from(kind)) if isinstance(kind, list) else kind
    if kind == "object":
        return draw_object_value(draw, document, schema, depth)
    if kind == "array":
        return [draw_value(draw, document, schema.get("items", {}), depth - 1) for _ in range(draw(st.integers(0, 2)))]
    kinds = {"integer": st.integers(), "boolean": st.booleans(), "number": st.just(1.5), "null": st.none(), None: JSON}
    return draw(kinds.get(kind, WORDS | TIMES))


def draw_object_value(draw: Draw, document: Node, schema: Node, depth: int = 4) -> Node:
    names = [*schema.get("properties", {}), *draw(st.lists(MEMBERS | st.text(max_size=3), max_size=2))]
    more = schema.get("additionalProperties")
    return {
        name: draw_value(
            draw, document, schema.get("properties", {}).get(name, more if isinstance(more, dict) else {}), depth - 1
        )
        for name in draw(st.permutations(names))
        if draw(st.integers(0, 4))
    }


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("made")) as found:
        yield found


def to_text(value: Any) -> str:
    """Return the JSON text, which preserves the order of keys and the type of numbers."""
    return json.dumps(value)


def read_all_attributes(value: Any) -> None:
    repr(value)
    for name in getattr(value, "_members", ()):
        read_all_attributes(getattr(value, name))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        read_all_attributes(item)


def check_round_trips(model: Any, original: Node) -> None:
    before = to_text(original)
    read = model.from_dict(original)
    assert to_text(read.to_dict()) == before
    read_all_attributes(read)
    assert to_text(read.to_dict()) == before
    assert to_text(original) == before
    copies = [model.from_dict(original), model.from_json(read.to_json()), pickle.loads(pickle.dumps(read))]
    for other in (*copies, copy.copy(read), copy.deepcopy(read)):
        assert type(other) is model
        assert other == read
        assert to_text(other.to_dict()) == before


def check_set_member(model: Any, original: Node, name: str, value: Any, *, read_first: bool) -> None:
    read = model.from_dict(original)
    if read_first:
        read_all_attributes(read)
    setattr(read, name, value)
    wire = model._members[name]
    assert to_text(read.to_dict()) == to_text({**original, wire: value})
    read_all_attributes(read)
    assert to_text(read.to_dict()) == to_text({**original, wire: value})


@FEW
@given(data=st.data())
def test_models_of_any_document_round_trip_and_keep_set_members(workshop: Workshop, data: st.DataObject) -> None:
    document = data.draw(documents())
    package = workshop.load_package(document)
    for name in 3 * [name for name in [*NAMED, *VARIANTS] if isinstance(getattr(package.models, name, None), type)]:
        model = getattr(package.models, name)
        value = draw_value(data.draw, document, ref(name))
        if isinstance(value, dict):
            check_round_trips(model, value)
            member, other = data.draw(st.sampled_from(sorted(model._members))), data.draw(JSON)
            check_set_member(model, value, member, other, read_first=data.draw(st.booleans()))


@FEW
@given(data=st.data())
def test_unions_of_any_document_round_trip(workshop: Workshop, data: st.DataObject) -> None:
    document = data.draw(documents())
    package = workshop.load_package(document)
    for name in 5 * [name for name in [*NAMED, "Pet"] if f"read_{name.lower()}" in package.models.__all__]:
        value = draw_value(data.draw, document, ref(name))
        read = getattr(package.models, f"read_{name.lower()}")(value)
        read_all_attributes(read)
        assert to_text(to_plain(read)) == to_text(value)
