"""What the templates show: models, unions, enumerations, operations and namespaces as plain records."""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

from openapi_python_client.strings import safe_for_docstring, snake_case

from .document import Node, operations_of, referent, roots, schemas_of, subschemas, variants_of
from .expressions import (
    Names,
    alternatives,
    annotation,
    argument,
    attribute_name,
    class_name,
    dict_name,
    joined,
    kind_of,
    module_name,
    reader,
    reader_name,
    union_reader,
)
from .names import AgreedNames
from .passes.media import EVENT_STREAM
from .passes.nullability import NULL

_READER = re.compile(r"\b(Nested|Each|Mapped|Tagged|Shaped|Kinds|Union|read_datetime|read_date)\b(?!')")
_CALL_WORDS = frozenset({"timeout", "options", "body", "self", "extra_headers", "extra_query", "extra_body"})


@dataclass
class Member:
    """A member of an object, or a parameter of an operation."""

    name: str
    wire: str
    annotation: str
    argument: str
    typed_dict: str
    reader: str | None
    description: str
    required: bool
    default: str | None


@dataclass
class Model:
    """A named object."""

    name: str
    module: str
    dict_name: str | None
    description: str
    members: list[Member]
    names: Names
    dict_is_class: bool = True

    @property
    def readers(self) -> list[str]:
        """The runtime's reader classes and functions the module uses."""
        return _words_in(member.reader for member in self.members)

    @property
    def ordered(self) -> list[Member]:
        """The members as the constructor takes them: tags, then required ones, then the rest."""
        return sorted(self.members, key=lambda member: (member.default is None, not member.required))


@dataclass
class UnionAlias:
    """A named union."""

    name: str
    module: str
    function: str
    dict_name: str | None
    description: str
    annotation: str
    argument: str
    reader: str | None
    names: Names


@dataclass
class Enumeration:
    """A named enumeration."""

    name: str
    module: str
    description: str
    values: list[str]
    open_type: str


@dataclass
class Call:
    """An operation: the function that describes it and the methods that send it."""

    id: str
    function: str
    method: str
    stream_method: str | None
    verb: str
    path: str
    title: str
    description: str
    members: list[Member]
    path_params: dict[str, str]
    query_params: dict[str, str]
    header_params: dict[str, str]
    body_members: dict[str, str] | None
    body_required: list[str]
    body_media_type: str | None
    body_argument: str | None
    answers: dict[str, dict[str, str | None]]
    result: str
    item: str | None
    item_reader: str | None
    sentinel: str | None
    switch: str | None
    page_item: str | None
    paging: Node | None
    needs_key: bool
    required: list[str] = field(default_factory=list)

    @property
    def params(self) -> str:
        """The name of the typed dict of its keywords."""
        return "".join(word.capitalize() for word in self.function.split("_")) + "Params"

    @property
    def changes(self) -> str:
        """The name of the typed dict in which none of them is required."""
        return self.params.removesuffix("Params") + "Changes"

    @property
    def operation_type(self) -> str:
        """The type of what the function gives."""
        if self.item is not None:
            return f"StreamingOperation[{self.result}, {self.item}]"
        return f"PagedOperation[{self.result}, {self.page_item}]" if self.page_item else f"Operation[{self.result}]"

    @property
    def takes_whole(self) -> bool:
        """Whether the body may be given whole, beside its members as keywords."""
        return self.body_argument is not None


@dataclass
class Group:
    """The operations of a tag."""

    name: str
    class_name: str
    description: str
    calls: list[Call]
    names: Names

    @property
    def readers(self) -> list[str]:
        """The runtime's readers the module uses."""
        texts = [text for call in self.calls for by_type in call.answers.values() for text in by_type.values()]
        return _words_in([*texts, *(call.item_reader for call in self.calls)])


@dataclass
class Package:
    """Everything that is rendered."""

    models: list[Model]
    unions: list[UnionAlias]
    enumerations: list[Enumeration]
    groups: list[Group]
    base_url: str


def _words_in(texts: Iterable[str | None]) -> list[str]:
    found: set[str] = set()
    for text in texts:
        found.update(_READER.findall(text or ""))
    return sorted(found)


def prose(text: str | None) -> str:
    """A description, safe inside a docstring, its lines folded."""
    safe = str(safe_for_docstring(text or "")).strip()
    fold = textwrap.TextWrapper(100, break_long_words=False, break_on_hyphens=False).fill
    folded = "\n\n".join(map(fold, safe.split("\n\n")))
    return folded[:-1] + '\\"' if folded.endswith('"') else folded


def package_of(normal: Node, agreed: AgreedNames) -> Package:
    """The views of a normal form."""
    sent = _with_dicts(normal)
    models, unions, enumerations = [], [], []
    for name, schema in schemas_of(normal).items():
        if schema.get("properties"):
            models.append(_model(normal, name, schema, sent))
        elif "enum" in schema:
            enumerations.append(_enumeration(name, schema))
        else:
            unions.append(_union(normal, name, schema, sent))
    servers = normal.get("servers") or [{}]
    return Package(models, unions, enumerations, _groups(normal, agreed, sent), str(servers[0].get("url", "")))


def _with_dicts(normal: Node) -> frozenset[str]:
    """The schemas a caller may have to write, which get typed dicts: what requests reach, enumerations aside."""
    reached = _reachable(normal, _request_schemas(normal))
    return frozenset(name for name in reached if "enum" not in schemas_of(normal)[name])


def _request_schemas(normal: Node) -> list[Node]:
    found = []
    for place, schema in roots(normal):
        if "/requestBody/" in place or "/parameters/" in place:
            found.append(schema)
    return found


def _reachable(normal: Node, schemas: list[Node]) -> set[str]:
    seen: set[str] = set()
    todo = list(schemas)
    while todo:
        schema = todo.pop()
        name = referent(schema)
        if name is not None and name not in seen:
            seen.add(name)
            todo.append(schemas_of(normal)[name])
        todo += [inner for _, inner in subschemas(schema, "")]
    return seen


def _member(normal: Node, wire: str, schema: Node, *, required: bool, names: Names) -> Member:
    constant = schema.get("const") if "const" in schema else None
    held = annotation(normal, schema, names)
    given = argument(normal, schema, names)
    nullable = NULL in schema.get("anyOf", ())
    return Member(
        name=attribute_name(wire),
        wire=wire,
        annotation=held if required or nullable or held in ("None", "Any") else f"{held} | None",
        argument=given,
        typed_dict=given,
        reader=reader(normal, schema),
        description=prose(schema.get("description")),
        required=required,
        default=repr(constant) if constant is not None and required else None,
    )


def _model(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> Model:
    names = Names(sent)
    required = set(schema.get("required") or ())
    members = [
        _member(normal, wire, inner, required=wire in required, names=names)
        for wire, inner in schema["properties"].items()
    ]
    _tell_apart(members)
    names.models.discard(name)
    return Model(
        name=class_name(name),
        module=module_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=prose(schema.get("description")),
        members=members,
        names=names,
        dict_is_class=all(_is_plain_name(wire) for wire in schema["properties"]),
    )


def _is_plain_name(wire: str) -> bool:
    return wire.isidentifier() and not keyword.iskeyword(wire) and not wire.startswith("__")


def _tell_apart(members: list[Member]) -> None:
    taken: set[str] = set()
    for member in members:
        while member.name in taken:
            member.name += "_"
        taken.add(member.name)


def _union(normal: Node, name: str, schema: Node, sent: frozenset[str]) -> UnionAlias:
    names = Names(sent)
    inner = {"anyOf": variants_of(schema)}
    held = annotation(normal, inner, names)
    given = [part for part in alternatives(argument(normal, inner, names)) if part not in alternatives(held)]
    read = union_reader(normal, name)
    if read is not None and re.match(r"Tagged|Shaped|Kinds\(.*(Tagged|Shaped)", read):
        held += " | UnknownVariant"
    return UnionAlias(
        name=class_name(name),
        module=module_name(name),
        function=reader_name(name),
        dict_name=dict_name(name) if name in sent else None,
        description=prose(schema.get("description")),
        annotation=held,
        argument=joined(given) or held,
        reader=read,
        names=names,
    )


def _enumeration(name: str, schema: Node) -> Enumeration:
    values = schema["enum"]
    kinds = sorted({type(value).__name__ for value in values})
    return Enumeration(
        class_name(name),
        module_name(name),
        prose(schema.get("description")),
        [repr(value) for value in values],
        " | ".join(kinds),
    )


def _groups(normal: Node, agreed: AgreedNames, sent: frozenset[str]) -> list[Group]:
    described = {tag["name"]: tag.get("description", "") for tag in normal.get("tags") or ()}
    groups: dict[str, Group] = {}
    for _, path, method, operation in operations_of(normal):
        tag = (operation.get("tags") or ["default"])[0]
        name = operation["x-call"]["group"]
        if name not in groups:
            groups[name] = Group(name, class_name(tag), prose(described.get(tag)), [], Names(sent))
        groups[name].calls.append(_call(normal, (method.upper(), path), operation, groups[name].names, agreed))
    return list(groups.values())


def _call(normal: Node, verb_and_path: tuple[str, str], operation: Node, names: Names, agreed: AgreedNames) -> Call:
    stated = operation["x-call"]
    taken: set[str] = set(_CALL_WORDS)
    members, by_place = _parameters(normal, operation, names, taken)
    body = _body(normal, operation, names, taken)
    answers = _answers(normal, operation)
    item = _stream_item(operation)
    function = snake_case(operation["operationId"])
    result = _result(normal, operation, names)
    page_item = _page_item(normal, operation, names)
    streams = item is not None and bool(stated["stream_switch"])
    return Call(
        id=operation["operationId"],
        function=function,
        method=attribute_name(stated["method"], frozenset({"self"})),
        stream_method=agreed.streams.get(operation["operationId"], f"stream_{stated['method']}") if streams else None,
        verb=verb_and_path[0],
        path=verb_and_path[1],
        title=prose(operation.get("summary")) or operation["operationId"],
        description=prose(operation.get("description")),
        members=[member for member in [*members, *body.members] if member.wire != stated["stream_switch"]],
        path_params=by_place["path"],
        query_params=by_place["query"],
        header_params=by_place["header"],
        body_members={member.name: member.wire for member in body.members} if body.media_type else None,
        body_required=[member.name for member in body.members if member.required],
        body_media_type=body.media_type,
        body_argument=body.argument,
        answers=answers,
        result=result,
        item=annotation(normal, item, names) if item is not None else None,
        item_reader=(reader(normal, item) or "Mapped()") if item is not None else None,
        sentinel=stated["sentinel"],
        switch=stated["stream_switch"],
        page_item=page_item,
        paging=stated["paging"],
        needs_key=stated["needs_key"],
        required=[member.name for member in members if member.required],
    )


def _parameters(
    normal: Node, operation: Node, names: Names, taken: set[str]
) -> tuple[list[Member], dict[str, dict[str, str]]]:
    members: list[Member] = []
    by_place: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}, "cookie": {}}
    for stated in operation.get("parameters") or ():
        schema = stated.get("schema") or {}
        member = _member(normal, stated["name"], schema, required=bool(stated.get("required")), names=names)
        member.description = prose(stated.get("description"))
        member.name = _free_name(attribute_name(snake_case(stated["name"]), frozenset({"self"})), stated["in"], taken)
        by_place[stated["in"]][member.name] = stated["name"]
        members.append(member)
    return members, by_place


def _free_name(name: str, place: str, taken: set[str]) -> str:
    while name in taken:
        name = f"{name}_{place}" if not name.endswith(place) else f"{name}_"
    taken.add(name)
    return name


@dataclass
class _BodyParts:
    media_type: str | None = None
    members: list[Member] = field(default_factory=list)
    argument: str | None = None


def _body(normal: Node, operation: Node, names: Names, taken: set[str]) -> _BodyParts:
    content = (operation.get("requestBody") or {}).get("content") or {}
    if not content:
        return _BodyParts()
    media_type = "application/json" if "application/json" in content else next(iter(content))
    schema = content[media_type].get("schema") or {}
    name = referent(schema)
    target = schemas_of(normal).get(name or "", schema)
    members = []
    if kind_of(normal, schema) == "model" or (name is None and target.get("properties")):
        required = set(target.get("required") or ())
        for wire, inner in target["properties"].items():
            member = _member(normal, wire, inner, required=wire in required, names=names)
            member.default = None
            member.name = _free_name(attribute_name(wire, frozenset({"self"})), "body", taken)
            members.append(member)
    return _BodyParts(media_type, members, argument(normal, schema, names))


def _answers(normal: Node, operation: Node) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for status, answer in operation["responses"].items():
        content = answer.get("content") or {}
        found[status.upper() if status != "default" else status] = {
            media_type: reader(normal, media["schema"]) if "schema" in media else None
            for media_type, media in content.items()
            if media_type != EVENT_STREAM
        }
    return found


def _stream_item(operation: Node) -> Node | None:
    for status, answer in operation["responses"].items():
        media = (answer.get("content") or {}).get(EVENT_STREAM)
        if status.startswith("2") and media is not None:
            item: Node = media["itemSchema"]
            return item
    return None


def _result(normal: Node, operation: Node, names: Names) -> str:
    found = _success_schemas(operation)
    return " | ".join(dict.fromkeys(annotation(normal, schema, names) for schema in found)) or "None"


def _success_schemas(operation: Node) -> list[Node]:
    found = []
    for status, answer in operation["responses"].items():
        content = {kind: media for kind, media in (answer.get("content") or {}).items() if kind != EVENT_STREAM}
        if status.startswith("2") and content:
            # JSON where it is offered: it is what the Accept header asks for.
            kind = next((kind for kind in content if kind.endswith("json")), next(iter(content)))
            found.append(content[kind].get("schema") or {})
    return found


def _page_item(normal: Node, operation: Node, names: Names) -> str | None:
    paging = operation["x-call"]["paging"]
    if paging is None:
        return None
    for schema in _success_schemas(operation):
        target = schema
        for step in paging["results"]:
            target = schemas_of(normal).get(referent(target) or "", target)
            target = (target.get("properties") or {}).get(step, {})
        if target.get("type") == "array":
            return annotation(normal, target.get("items") or {}, names)
    return "Any"
