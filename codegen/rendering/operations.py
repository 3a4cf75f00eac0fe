"""The operations of a normal form as records, by group."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..behaviors import Behaviors
from ..document import NULL, Node, flat_variants, operations_of, referent, schemas_of, variants_of
from ..passes.media import EVENT_STREAM, MULTIPART, chosen_body
from .decoders import decoder
from .expressions import Names, annotation, argument, joined, kind_of
from .identifiers import ANNOTATING, TAKEN_CLASSES, attribute_name, class_name, dict_name, snake_case
from .prose import line, prose
from .records import Group, Member, OperationRecord
from .schemas import member

_TAKEN_KEYWORDS = frozenset({"timeout", "options", "body", "self", "extra_headers", "extra_query", "extra_body"})
_TAKEN = frozenset({"self"}) | ANNOTATING - {"date"}


def groups_of(normal: Node, sent: frozenset[str], behaviors: Behaviors) -> list[Group]:
    """The operations, group by group in the document's order."""
    described = {tag["name"]: tag.get("description", "") for tag in normal.get("tags") or ()}
    classes = {word for name in schemas_of(normal) for word in (class_name(name), dict_name(name))} | TAKEN_CLASSES
    groups: dict[str, Group] = {}
    taken: dict[str, set[str]] = {}
    for _, path, method, operation in operations_of(normal):
        tag = str((operation.get("tags") or ["default"])[0])
        name = operation["x-call"]["group"]
        if name not in groups:
            called = _free_class(class_name(tag), "Group", classes, ("", "Async"))
            taken[name] = set(classes)
            classes |= {called, f"Async{called}"}
            groups[name] = Group(name, called, prose(described.get(tag)), [], Names(sent))
        for each in _json_and_form(operation):
            record = _record(normal, each, groups[name].names, behaviors)
            record.verb, record.path = method.upper(), path
            words = "".join(word.capitalize() for word in record.method.split("_"))
            if "result" in record.behavior:
                record.result_variable = _free_class(f"{words}Result_co", "Of", taken[name])
            if "stream" in record.behavior and record.names[1:]:
                record.stream_variable = _free_class(f"{words}Stream_co", "Of", taken[name])
            groups[name].operations.append(record)
    return list(groups.values())


def _json_and_form(operation: Node) -> list[Node]:
    """The operation, and the same with its body as a multipart form where it takes that besides."""
    form = operation["x-call"].get("form")
    if form is None:
        return [operation]
    body = operation["requestBody"]
    as_form = {**body, "content": {MULTIPART: body["content"][MULTIPART]}}
    named = {**operation["x-call"], **form, "stream_method": None}
    return [operation, {**operation, "requestBody": as_form, "x-call": named}]


def _free_class(word: str, ending: str, taken: set[str], prefixes: tuple[str, ...] = ("",)) -> str:
    while any(prefix + word in taken for prefix in prefixes):
        word += ending
    return word


def _record(normal: Node, operation: Node, names: Names, behaviors: Behaviors) -> OperationRecord:
    stated = operation["x-call"]
    taken: set[str] = set(_TAKEN_KEYWORDS)
    members, by_place = _parameters(normal, operation, names, taken)
    body = _body(normal, operation, names, taken)
    item = _stream_item(operation)
    return OperationRecord(
        id=operation["operationId"],
        group=stated["group"],
        method=stated["method"],
        stream_method=stated["stream_method"],
        title=line(operation.get("summary")) or line(operation["operationId"]),
        description=prose(operation.get("description")),
        members=[each for each in [*members, *body.members] if each.wire != stated["stream_switch"]],
        path_params=by_place["path"],
        query_params=by_place["query"],
        header_params=by_place["header"],
        query_styles=_query_styles(normal, operation),
        body_members={each.name: each.wire for each in body.members} if body.media_type else None,
        body_required=[each.name for each in body.members if each.required],
        body_media_type=body.media_type,
        body_argument=body.argument,
        body_needed=body.needed,
        body_files=body.files,
        responses=_responses(normal, operation),
        response_kind=_response_kind(normal, operation),
        result=_result(normal, operation, names),
        item=annotation(normal, item, names) if item is not None else None,
        item_decoder=(decoder(normal, item) or "Mapped()") if item is not None else None,
        sentinel=stated["sentinel"],
        switch=stated["stream_switch"],
        switch_name=_switch_name(stated["stream_switch"], body.members, taken),
        page_item=_page_item(normal, operation, names),
        paging=stated["paging"],
        needs_key=stated["needs_key"],
        required=[each.name for each in members if each.required],
        lists=body.lists,
        object_lists=body.object_lists,
        objects=body.objects,
        behavior=behaviors.get(operation["operationId"], {}),
    )


def _switch_name(switch: str | None, members: list[Member], taken: set[str]) -> str | None:
    if switch is None:
        return None
    known = next((each.name for each in members if each.wire == switch), None)
    return known or _free_name(attribute_name(switch, _TAKEN), "body", taken)


def _parameters(
    normal: Node, operation: Node, names: Names, taken: set[str]
) -> tuple[list[Member], dict[str, dict[str, str]]]:
    members: list[Member] = []
    by_place: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for stated in operation["parameters"]:
        each = member(normal, stated["name"], stated["schema"], required=bool(stated.get("required")), names=names)
        each.description = prose(stated.get("description") or stated["schema"].get("description"))
        each.name = _free_name(attribute_name(snake_case(stated["name"]), _TAKEN), stated["in"], taken)
        by_place[stated["in"]][each.name] = stated["name"]
        members.append(each)
    return members, by_place


def _query_styles(normal: Node, operation: Node) -> dict[str, str]:
    stated = {each["name"]: (each["x-style"], each["schema"]) for each in operation["parameters"] if "x-style" in each}
    # One pair a member is how objects are written by default: for the others it says nothing.
    return {
        name: style for name, (style, schema) in stated.items() if style != "members" or _has_members(normal, schema)
    }


def _has_members(normal: Node, schema: Node) -> bool:
    kinds = {kind_of(normal, each) for each in [schema, *flat_variants(normal, schema)]}
    return bool(kinds & {"model", "map"})


def _free_name(name: str, place: str, taken: set[str]) -> str:
    while name in taken:
        name = f"{name}_" if name.endswith(place) else f"{name}_{place}"
    taken.add(name)
    return name


@dataclass
class _BodyParts:
    media_type: str | None = None
    members: list[Member] = field(default_factory=list)
    argument: str | None = None
    needed: bool = False
    files: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    object_lists: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)


def _body(normal: Node, operation: Node, names: Names, taken: set[str]) -> _BodyParts:
    stated = operation.get("requestBody") or {}
    content = stated.get("content") or {}
    if not content:
        return _BodyParts()
    media_type = chosen_body(content)
    schema = content[media_type].get("schema") or {}
    target = schemas_of(normal).get(referent(schema) or "", schema)
    files = [wire for wire, inner in (target.get("properties") or {}).items() if _is_file(inner)]
    members = []
    lists, object_lists, objects = [], [], []
    if kind_of(normal, schema) == "model":
        required = set(target.get("required") or ())
        for wire, inner in target["properties"].items():
            each = member(normal, wire, inner, required=wire in required, names=names)
            each.name = _free_name(attribute_name(wire, _TAKEN), "body", taken)
            members.append(each)
            kinds = _kinds(normal, inner)
            if kinds == {"array"}:
                lists.append(each.name)
                object_lists += [each.name] if _has_only_objects(normal, inner) else []
            elif kinds & _OBJECTS:
                objects.append(each.name)
    needed = bool(stated.get("required")) and not members
    taken_whole = argument(normal, schema, names)
    if taken_whole == "Any" and not schema and not _is_written(media_type):
        taken_whole = "FileInput"
    if media_type == MULTIPART:
        lists, object_lists = [], []
    else:
        files = []
    return _BodyParts(media_type, members, taken_whole, needed, files, lists, object_lists, objects)


_OBJECTS = {"model", "map", "any"}


def _kinds(normal: Node, schema: Node) -> set[str]:
    return {kind_of(normal, each) for each in flat_variants(normal, {"anyOf": [schema]}) if each != NULL}


def _has_only_objects(normal: Node, schema: Node) -> bool:
    arrays = [each for each in flat_variants(normal, {"anyOf": [schema]}) if each != NULL]
    return all(_kinds(normal, each.get("items") or {}) <= {"model", "map"} for each in arrays)


def _is_file(schema: Node) -> bool:
    inner = schema.get("items") if schema.get("type") == "array" else schema
    return any(each.get("format") == "binary" for each in [inner or {}, *variants_of(inner or {})])


def _is_written(media_type: str) -> bool:
    """Whether a body of this media type is written from plain values, and not a file."""
    return media_type.startswith(("text/", "multipart/")) or media_type.endswith(("json", "xml", "urlencoded"))


def _responses(normal: Node, operation: Node) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for status, response in operation["responses"].items():
        content = response.get("content") or {}
        found[status.upper() if status != "default" else status] = {
            media_type: decoder(normal, media["schema"]) if "schema" in media else None
            for media_type, media in content.items()
            if media_type != EVENT_STREAM
        }
    return found


def _response_kind(normal: Node, operation: Node) -> str | None:
    """object or array where the JSON of every success is one, None where it differs or may be anything else."""
    schemas = [
        media.get("schema") or {}
        for response in _successes(operation)
        for media_type, media in (response.get("content") or {}).items()
        if media_type.endswith("json")
    ]
    kinds = {kind for schema in schemas for kind in _json_kinds(normal, schema)}
    return kinds.pop() if kinds in ({"object"}, {"array"}) else None


def _json_kinds(normal: Node, schema: Node, seen: tuple[str, ...] = ()) -> set[str]:
    name = referent(schema)
    kind = kind_of(normal, schema)
    if kind != "union":
        return {"object" if kind in ("model", "map") else kind}
    if name in seen:
        return set()
    members = variants_of(schemas_of(normal)[name] if name is not None else schema)
    return {found for member in members for found in _json_kinds(normal, member, (*seen, name or ""))}


def _stream_item(operation: Node) -> Node | None:
    for response in _successes(operation):
        media = (response.get("content") or {}).get(EVENT_STREAM)
        if media is not None:
            item: Node = media["itemSchema"]
            return item
    return None


def _successes(operation: Node) -> list[Node]:
    """The responses of a success; where none is stated, the one by default is."""
    responses = operation["responses"]
    stated = [response for status, response in responses.items() if status.startswith("2")]
    return stated or [response for status, response in responses.items() if status == "default"]


def _result(normal: Node, operation: Node, names: Names) -> str:
    found = [annotation(normal, schema, names) for schema in _success_schemas(operation)]
    empty = ["None"] if any(not response.get("content") for response in _successes(operation)) else []
    return joined([*found, *empty]) if found else "None"


def _success_schemas(operation: Node) -> list[Node]:
    found = []
    for response in _successes(operation):
        content = {kind: media for kind, media in (response.get("content") or {}).items() if kind != EVENT_STREAM}
        if content:
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
