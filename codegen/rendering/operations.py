"""Records of the operations of a normal form, by group."""

from __future__ import annotations

from ..behaviors import ARGUMENT_TYPES, Behaviors
from ..document import Node, get_schemas, iter_operations
from ..passes.media import MULTIPART
from .arguments import (
    build_body,
    build_parameters,
    extend_argument_types,
    find_query_styles,
    find_switch_name,
)
from .decoders import build_decoder
from .expressions import Names, build_annotation
from .identifiers import CALL_OPTIONS, TAKEN_CLASSES, class_name, dict_name
from .prose import format_line, format_prose
from .records import Group, OperationRecord
from .responses import (
    build_page_item_type,
    build_responses,
    build_result_type,
    describe_result,
    find_item_data,
    find_required_member,
    find_response_kind,
    find_stream_item,
    find_success_schemas,
)


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
    taken: set[str] = set(CALL_OPTIONS)
    members, by_place = build_parameters(normal, operation, names, taken)
    body = build_body(normal, operation, names, taken)
    item = find_stream_item(operation)
    row = behaviors.get(operation["operationId"], {})
    extend_argument_types(body.members, row, operation["operationId"])
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
        query_styles=find_query_styles(normal, operation),
        body_members={each.name: each.wire for each in body.members} if body.media_type else None,
        body_required=[each.name for each in body.members if each.required],
        body_media_type=body.media_type,
        body_argument=body.argument,
        body_needed=body.needed,
        body_files=body.files,
        responses=build_responses(normal, operation),
        response_kind=find_response_kind(normal, operation),
        result=build_result_type(normal, operation, names),
        result_description=describe_result(operation),
        error_statuses=[status for status in operation["responses"] if status[:1] in ("4", "5")],
        item=build_annotation(normal, item, names) if item is not None else None,
        item_decoder=(build_decoder(normal, item) or "Mapped()") if item is not None else None,
        item_data=find_item_data(normal, item) if item is not None else None,
        item_member=find_required_member(normal, [item]) if item is not None else None,
        required_member=find_required_member(normal, find_success_schemas(operation)),
        sentinel=call["sentinel"],
        switch=call["stream_switch"],
        switch_name=find_switch_name(call["stream_switch"], body.members, taken),
        page_item=build_page_item_type(normal, operation, names),
        paging=call["paging"],
        security=operation["x-security"],
        required=[each.name for each in members if each.required],
        lists=body.lists,
        object_lists=body.object_lists,
        objects=body.objects,
        behavior={key: value for key, value in row.items() if key not in ARGUMENT_TYPES},
    )
