"""The arguments of an operation: its parameters, and what describes its body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..behaviors import ARGUMENT_TYPES
from ..document import NULL, Node, flatten_variants, get_reference_name, get_schemas, get_variants
from ..passes.media import MULTIPART, choose_media_type, is_json
from ..problems import CodegenError
from .expressions import Names, build_argument_type, find_kind, find_kinds, join_types
from .identifiers import argument_name, snake_case
from .prose import format_line, format_prose
from .records import Member
from .schemas import build_member

_LONGEST_DEFAULT = 40  # characters
_OBJECTS = {"model", "map", "any"}


def build_parameters(
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
        each.name = parameter.get("x-name") or argument_name(snake_case(parameter["name"]))
        taken.add(each.name)
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


def find_query_styles(normal: Node, operation: Node) -> dict[str, str]:
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


@dataclass
class BodyParts:
    """The fields of an `OperationRecord` that describe the body."""

    media_type: str | None = None
    members: list[Member] = field(default_factory=list)
    argument: str | None = None
    needed: bool = False
    files: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    object_lists: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)


def build_body(normal: Node, operation: Node, names: Names, taken: set[str]) -> BodyParts:
    """Return what describes the body of an operation; the names of its members are added to `taken`."""
    request_body = operation.get("requestBody") or {}
    content = request_body.get("content") or {}
    if not content:
        return BodyParts()
    media_type = choose_media_type(content)
    schema = content[media_type].get("schema") or {}
    target = get_schemas(normal).get(get_reference_name(schema) or "", schema)
    files = [wire for wire, inner in (target.get("properties") or {}).items() if _is_file(inner)]
    members = []
    lists, object_lists, objects = [], [], []
    if find_kind(normal, schema) == "model":
        required = set(target.get("required") or ())
        agreed: dict[str, str] = operation["x-call"].get("body_names", {})
        for wire, inner in target["properties"].items():
            each = build_member(normal, wire, inner, required=wire in required, names=names)
            each.name = agreed.get(wire) or argument_name(wire)
            taken.add(each.name)
            each.description = _add_default(each.description, inner)
            members.append(each)
            kinds = find_kinds(normal, inner)
            if kinds == {"array"}:
                lists.append(each.name)
                object_lists += [each.name] if _has_only_objects(normal, inner) else []
            elif kinds & _OBJECTS:
                objects.append(each.name)
    needed = bool(request_body.get("required")) and not members
    whole_type = build_argument_type(normal, schema, names)
    if whole_type == "Any" and not schema and not is_encoded(media_type):
        whole_type = "FileInput"
    if media_type == MULTIPART:
        lists, object_lists = [], []
    else:
        files = []
    return BodyParts(media_type, members, whole_type, needed, files, lists, object_lists, objects)


def _has_only_objects(normal: Node, schema: Node) -> bool:
    """Return True if all items of an array are objects."""
    arrays = [each for each in flatten_variants(normal, {"anyOf": [schema]}) if each != NULL]
    return all(find_kinds(normal, each.get("items") or {}) <= {"model", "map"} for each in arrays)


def _is_file(schema: Node) -> bool:
    """Return True if the member of a form is a file or a list of files."""
    inner = schema.get("items") if schema.get("type") == "array" else schema
    return any(each.get("format") == "binary" for each in [inner or {}, *get_variants(inner or {})])


def is_encoded(media_type: str) -> bool:
    """Return True if a body of this media type is encoded from plain values; the other bodies are files."""
    is_plain = media_type.startswith(("text/", "multipart/")) or media_type.endswith(("xml", "urlencoded"))
    return is_plain or is_json(media_type)


def extend_argument_types(members: list[Member], row: Mapping[str, str], identity: str) -> None:
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


def find_switch_name(switch: str | None, members: list[Member], taken: set[str]) -> str | None:
    """Return the keyword argument of the member that requests the event stream, None without such a member."""
    if switch is None:
        return None
    known = next((each.name for each in members if each.wire == switch), None)
    name = argument_name(switch)
    while known is None and name in taken:
        name = f"{name}_"
    return known or name
