"""Records of the operations of a normal form, by group."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..behaviors import ARGUMENT_TYPES, Behaviors
from ..document import NULL, Node, flatten_variants, get_reference_name, get_schemas, get_variants, iter_operations
from ..passes.media import EVENT_STREAM, MULTIPART, choose_media_type
from ..problems import CodegenError
from .decoders import build_decoder
from .expressions import Names, build_annotation, build_argument_type, find_kind, join_types
from .identifiers import ANNOTATING, TAKEN_CLASSES, attribute_name, class_name, dict_name, snake_case
from .prose import format_line, format_prose
from .records import Group, Member, OperationRecord
from .schemas import build_member

_TAKEN_KEYWORDS = frozenset({"timeout", "options", "body", "self", "extra_headers", "extra_query", "extra_body"})
_TAKEN = frozenset({"self"}) | ANNOTATING - {"date"}
_LONGEST_DEFAULT = 40  # characters


def build_groups(normal: Node, sent: frozenset[str], behaviors: Behaviors) -> list[Group]:
    """Return the groups of operations, in the order of the document."""
    described = {tag["name"]: tag.get("description", "") for tag in normal.get("tags") or ()}
    classes = {word for name in get_schemas(normal) for word in (class_name(name), dict_name(name))} | TAKEN_CLASSES
    groups: dict[str, Group] = {}
    taken: dict[str, set[str]] = {}
    for _, path, method, operation in iter_operations(normal):
        tag = str((operation.get("tags") or ["default"])[0])
        name = operation["x-call"]["group"]
        if name not in groups:
            class_ = _find_free_class(class_name(tag), "Group", classes, ("", "Async"))
            taken[name] = set(classes)
            classes |= {class_, f"Async{class_}"}
            groups[name] = Group(name, class_, format_prose(described.get(tag)), [], Names(sent))
        for each in _split_json_and_form(operation):
            record = _build_record(normal, each, groups[name].names, behaviors)
            record.verb, record.path = method.upper(), path
            words = "".join(word.capitalize() for word in record.method.split("_"))
            if "result" in record.behavior or record.names[1:]:
                record.result_variable = _find_free_class(f"{words}Result_co", "Of", taken[name])
            if record.names[1:]:
                record.stream_variable = _find_free_class(f"{words}Stream_co", "Of", taken[name])
            groups[name].operations.append(record)
    return list(groups.values())


def _split_json_and_form(operation: Node) -> list[Node]:
    """Return the operation, followed by its variant with a multipart form if it accepts JSON and a form."""
    form = operation["x-call"].get("form")
    if form is None:
        return [operation]
    body = operation["requestBody"]
    as_form = {**body, "content": {MULTIPART: body["content"][MULTIPART]}}
    names = {**operation["x-call"], **form, "stream_method": None}
    return [operation, {**operation, "requestBody": as_form, "x-call": names}]


def _find_free_class(word: str, ending: str, taken: set[str], prefixes: tuple[str, ...] = ("",)) -> str:
    """Return a class name that is not taken, with any of the prefixes, by appending the ending."""
    while any(prefix + word in taken for prefix in prefixes):
        word += ending
    return word


def _build_record(normal: Node, operation: Node, names: Names, behaviors: Behaviors) -> OperationRecord:
    call = operation["x-call"]
    taken: set[str] = set(_TAKEN_KEYWORDS)
    members, by_place = _build_parameters(normal, operation, names, taken)
    body = _build_body(normal, operation, names, taken)
    item = _find_stream_item(operation)
    row = behaviors.get(operation["operationId"], {})
    _extend_argument_types(body.members, row, operation["operationId"])
    return OperationRecord(
        id=operation["operationId"],
        group=call["group"],
        method=call["method"],
        stream_method=call["stream_method"],
        title=format_line(operation.get("summary")) or format_line(operation["operationId"]),
        description=format_prose(operation.get("description")),
        members=[each for each in [*members, *body.members] if each.wire != call["stream_switch"]],
        path_params=by_place["path"],
        query_params=by_place["query"],
        header_params=by_place["header"],
        query_styles=_find_query_styles(normal, operation),
        body_members={each.name: each.wire for each in body.members} if body.media_type else None,
        body_required=[each.name for each in body.members if each.required],
        body_media_type=body.media_type,
        body_argument=body.argument,
        body_needed=body.needed,
        body_files=body.files,
        responses=_build_responses(normal, operation),
        response_kind=_find_response_kind(normal, operation),
        result=_build_result_type(normal, operation, names),
        result_description=_describe_result(operation),
        error_statuses=[status for status in operation["responses"] if status[:1] in ("4", "5")],
        item=build_annotation(normal, item, names) if item is not None else None,
        item_decoder=(build_decoder(normal, item) or "Mapped()") if item is not None else None,
        item_data=_find_item_data(normal, item) if item is not None else None,
        item_member=_find_required_member(normal, [item]) if item is not None else None,
        required_member=_find_required_member(normal, _find_success_schemas(operation)),
        sentinel=call["sentinel"],
        switch=call["stream_switch"],
        switch_name=_find_switch_name(call["stream_switch"], body.members, taken),
        page_item=_build_page_item_type(normal, operation, names),
        paging=call["paging"],
        security=operation["x-security"],
        required=[each.name for each in members if each.required],
        lists=body.lists,
        object_lists=body.object_lists,
        objects=body.objects,
        behavior={key: value for key, value in row.items() if key not in ARGUMENT_TYPES},
    )


def _extend_argument_types(members: list[Member], row: Mapping[str, str], identity: str) -> None:
    """Let the members that a row names also accept models of other packages, or Python types.

    Raises:
        CodegenError: The body has no member of a name.
    """
    named = {each.wire: each for each in members}
    for key, kind in ARGUMENT_TYPES.items():
        for wire in row.get(key, "").split():
            if wire not in named:
                raise CodegenError(
                    f"operations/{identity}/{key}",
                    f"the body has no member {wire!r}",
                    "write names of members, separated by blanks",
                )
            named[wire].argument = join_types([named[wire].argument, kind])


def _find_switch_name(switch: str | None, members: list[Member], taken: set[str]) -> str | None:
    """Return the keyword argument of the member that requests the event stream, None without such a member."""
    if switch is None:
        return None
    known = next((each.name for each in members if each.wire == switch), None)
    return known or _find_free_name(attribute_name(switch, _TAKEN), "body", taken)


def _build_parameters(
    normal: Node, operation: Node, names: Names, taken: set[str]
) -> tuple[list[Member], dict[str, dict[str, str]]]:
    """Return the parameters, and their wire names by place (path, query or header) and keyword argument."""
    members: list[Member] = []
    by_place: dict[str, dict[str, str]] = {"path": {}, "query": {}, "header": {}}
    for parameter in operation["parameters"]:
        each = build_member(
            normal, parameter["name"], parameter["schema"], required=bool(parameter.get("required")), names=names
        )
        description = parameter.get("description") or parameter["schema"].get("description")
        each.description = _add_default(format_prose(description), parameter["schema"])
        each.name = _find_free_name(attribute_name(snake_case(parameter["name"]), _TAKEN), parameter["in"], taken)
        by_place[parameter["in"]][each.name] = parameter["name"]
        members.append(each)
    return members, by_place


def _add_default(description: str, schema: Node) -> str:
    """Return a description that ends with the default of the schema, unless it already mentions a default."""
    default = schema.get("default")
    if not description or "default" in description.lower() or not isinstance(default, str | int | float):
        return description
    text = format_line(json.dumps(default, ensure_ascii=False))
    return description if len(text) > _LONGEST_DEFAULT else f"{description} Defaults to {text}."


def _find_query_styles(normal: Node, operation: Node) -> dict[str, str]:
    """Return the query parameters that are not encoded in the default way, with their styles."""
    styles = {each["name"]: (each["x-style"], each["schema"]) for each in operation["parameters"] if "x-style" in each}
    # The style `members`, one pair per member, only has an effect on objects.
    return {
        name: style for name, (style, schema) in styles.items() if style != "members" or _has_members(normal, schema)
    }


def _has_members(normal: Node, schema: Node) -> bool:
    """Return True if the values of a schema can be objects."""
    kinds = {find_kind(normal, each) for each in [schema, *flatten_variants(normal, schema)]}
    return bool(kinds & {"model", "map"})


def _find_free_name(name: str, place: str, taken: set[str]) -> str:
    """Return a keyword argument that is not taken, by appending the place, and add it to `taken`."""
    while name in taken:
        name = f"{name}_" if name.endswith(place) else f"{name}_{place}"
    taken.add(name)
    return name


@dataclass
class _BodyParts:
    """The fields of an `OperationRecord` that describe the body."""

    media_type: str | None = None
    members: list[Member] = field(default_factory=list)
    argument: str | None = None
    needed: bool = False
    files: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    object_lists: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)


def _build_body(normal: Node, operation: Node, names: Names, taken: set[str]) -> _BodyParts:
    request_body = operation.get("requestBody") or {}
    content = request_body.get("content") or {}
    if not content:
        return _BodyParts()
    media_type = choose_media_type(content)
    schema = content[media_type].get("schema") or {}
    target = get_schemas(normal).get(get_reference_name(schema) or "", schema)
    files = [wire for wire, inner in (target.get("properties") or {}).items() if _is_file(inner)]
    members = []
    lists, object_lists, objects = [], [], []
    if find_kind(normal, schema) == "model":
        required = set(target.get("required") or ())
        for wire, inner in target["properties"].items():
            each = build_member(normal, wire, inner, required=wire in required, names=names)
            each.name = _find_free_name(attribute_name(wire, _TAKEN), "body", taken)
            each.description = _add_default(each.description, inner)
            members.append(each)
            kinds = _find_kinds(normal, inner)
            if kinds == {"array"}:
                lists.append(each.name)
                object_lists += [each.name] if _has_only_objects(normal, inner) else []
            elif kinds & _OBJECTS:
                objects.append(each.name)
    needed = bool(request_body.get("required")) and not members
    whole_type = build_argument_type(normal, schema, names)
    if whole_type == "Any" and not schema and not _is_encoded(media_type):
        whole_type = "FileInput"
    if media_type == MULTIPART:
        lists, object_lists = [], []
    else:
        files = []
    return _BodyParts(media_type, members, whole_type, needed, files, lists, object_lists, objects)


_OBJECTS = {"model", "map", "any"}
_CONTAINERS = {"model", "map", "array"}


def _find_kinds(normal: Node, schema: Node) -> set[str]:
    """Return the kinds of the variants of a schema, without null."""
    return {find_kind(normal, each) for each in flatten_variants(normal, {"anyOf": [schema]}) if each != NULL}


def _has_only_objects(normal: Node, schema: Node) -> bool:
    """Return True if all items of an array are objects."""
    arrays = [each for each in flatten_variants(normal, {"anyOf": [schema]}) if each != NULL]
    return all(_find_kinds(normal, each.get("items") or {}) <= {"model", "map"} for each in arrays)


def _is_file(schema: Node) -> bool:
    """Return True if the member of a form is a file or a list of files."""
    inner = schema.get("items") if schema.get("type") == "array" else schema
    return any(each.get("format") == "binary" for each in [inner or {}, *get_variants(inner or {})])


def _is_encoded(media_type: str) -> bool:
    """Return True if a body of this media type is encoded from plain values; the other bodies are files."""
    return media_type.startswith(("text/", "multipart/")) or media_type.endswith(("json", "xml", "urlencoded"))


def _build_responses(normal: Node, operation: Node) -> dict[str, dict[str, str | None]]:
    """Return the decoders by status and media type, without event streams."""
    decoders: dict[str, dict[str, str | None]] = {}
    for status, response in operation["responses"].items():
        content = response.get("content") or {}
        decoders[status.upper() if status != "default" else status] = {
            media_type: build_decoder(normal, media["schema"]) if "schema" in media else None
            for media_type, media in content.items()
            if media_type != EVENT_STREAM
        }
    return decoders


def _find_response_kind(normal: Node, operation: Node) -> str | None:
    """Return "object" or "array" if every successful JSON response is one, otherwise None."""
    schemas = [
        media.get("schema") or {}
        for response in _find_successes(operation)
        for media_type, media in (response.get("content") or {}).items()
        if media_type.endswith("json")
    ]
    kinds = {kind for schema in schemas for kind in _find_json_kinds(normal, schema)}
    return kinds.pop() if kinds in ({"object"}, {"array"}) else None


def _find_json_kinds(normal: Node, schema: Node, seen: tuple[str, ...] = ()) -> set[str]:
    """Return the kinds of the values of a schema; `seen` are the unions that contain it."""
    name = get_reference_name(schema)
    kind = find_kind(normal, schema)
    if kind != "union":
        return {"object" if kind in ("model", "map") else kind}
    if name in seen:
        return set()
    members = get_variants(get_schemas(normal)[name] if name is not None else schema)
    return {kind for each in members for kind in _find_json_kinds(normal, each, (*seen, name or ""))}


def _find_stream_item(operation: Node) -> Node | None:
    """Return the schema of the items of the event stream, None if no successful response is one."""
    for response in _find_successes(operation):
        media = (response.get("content") or {}).get(EVENT_STREAM)
        if media is not None:
            item: Node = media["itemSchema"]
            return item
    return None


def _find_item_data(normal: Node, item: Node) -> str:
    """Return what the data of an event is; see `Events` of the runtime."""
    kinds = {kind for each in flatten_variants(normal, {"anyOf": [item]}) for kind in _find_json_kinds(normal, each)}
    return "object" if kinds == {"object"} else "text" if kinds == {"string"} else "any"


def _find_required_member(normal: Node, schemas: list[Node]) -> str | None:
    """Return a member that every object of these schemas has, by which it differs from an error; None without one.

    A member that is a list or an object is preferred, because errors repeat members such as the id.
    """
    variants = [each for schema in schemas for each in flatten_variants(normal, {"anyOf": [schema]})]
    targets = [get_schemas(normal).get(get_reference_name(each) or "", each) for each in variants]
    if not targets or any(find_kind(normal, each) != "model" for each in variants):
        return None
    members = {name for each in targets for name in each["properties"]}
    if "detail" in members or {"message", "request_id"} <= members:
        return None
    required = [
        name
        for name in targets[0].get("required") or ()
        if all(name in (each.get("required") or ()) for each in targets)
    ]
    inner = [name for name in required if _find_kinds(normal, targets[0]["properties"].get(name) or {}) & _CONTAINERS]
    return next(iter([*inner, *required]), None)


def _find_successes(operation: Node) -> list[Node]:
    """Return the successful responses; the default response if the document declares none."""
    responses = operation["responses"]
    declared = [response for status, response in responses.items() if status.startswith("2")]
    return declared or [response for status, response in responses.items() if status == "default"]


def _build_result_type(normal: Node, operation: Node, names: Names) -> str:
    found = [build_annotation(normal, schema, names) for schema in _find_success_schemas(operation)]
    empty = ["None"] if any(not response.get("content") for response in _find_successes(operation)) else []
    return join_types([*found, *empty]) if found else "None"


def _describe_result(operation: Node) -> str:
    """Return the description of the first successful response that has one."""
    descriptions = [format_prose(response.get("description")) for response in _find_successes(operation)]
    return next(filter(None, descriptions), "")


def _find_success_schemas(operation: Node) -> list[Node]:
    """Return the schemas of the successful responses that have a body, without event streams."""
    found = []
    for response in _find_successes(operation):
        content = {kind: media for kind, media in (response.get("content") or {}).items() if kind != EVENT_STREAM}
        if content:
            # JSON if it is available, because that is what the Accept header requests.
            kind = next((kind for kind in content if kind.endswith("json")), next(iter(content)))
            found.append(content[kind].get("schema") or {})
    return found


def _build_page_item_type(normal: Node, operation: Node, names: Names) -> str | None:
    """Return the type of the items of a page, None if the response has no pages."""
    paging = operation["x-call"]["paging"]
    if paging is None:
        return None
    for schema in _find_success_schemas(operation):
        target = schema
        for step in paging["results"]:
            target = get_schemas(normal).get(get_reference_name(target) or "", target)
            target = (target.get("properties") or {}).get(step, {})
        if target.get("type") == "array":
            return build_annotation(normal, target.get("items") or {}, names)
    return "Any"
