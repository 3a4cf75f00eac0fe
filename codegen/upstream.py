"""The only module that imports openapi-python-client, which is pinned: its names, checks, templates and parser.

Generating a package uses its names for Python, its check of the document, and the environment of its templates. Its
parser is only used by `codegen.second_reading`, which compares what it reads with the generated package.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from openapi_python_client import Project, strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema import OpenAPI
from openapi_python_client.schema.untrusted_string import UntrustedString
from pydantic import ValidationError

from .document import Node
from .problems import CodegenError

snake_case = strings.snake_case
pascal_case = strings.pascal_case


def spell_class(name: str, prefix: str) -> str:
    """Return a name as the name of a class; one that is not a Python name without it gets the prefix."""
    return strings.ClassName(name, prefix)


def escape_docstring(text: str) -> str:
    """Return a text that is safe inside a docstring."""
    return str(strings.safe_for_docstring(text))


def find_invalid_part(document: Node) -> str | None:
    """Return its message about the parts of a document that it cannot read, None if it can read all of them."""
    try:
        OpenAPI.model_validate(document)
    except ValidationError as error:
        return str(error)
    return None


def build_environment(folder: Path, templates: Path) -> jinja2.Environment:
    """Return the environment of its templates, in which those of a folder replace its own.

    Args:
        folder: The folder of the package that they render.
        templates: The folder with the templates.
    """
    nothing = UntrustedString("")
    data = GeneratorData(nothing, None, nothing, [], [], {}, [])
    return Project(openapi=data, config=_configure(folder), custom_template_path=templates).env


def _configure(folder: Path | None) -> Config:
    settings = ConfigFile(literal_enums=True, post_hooks=[], use_path_prefixes_for_title_model_names=False)
    return Config.from_sources(settings, MetaType.NONE, folder or Path(), "utf-8", True, folder)


@dataclass(frozen=True)
class ParsedValue:
    """A member, a parameter or a body, as its parser reads it.

    Attributes:
        wire: The name in the document.
        kind: `model`, `enumeration`, `constant`, `union`, `list`, or `scalar`.
        name: The name of the class or of the scalar type; the constant.
        inside: The variants of a union, the items of a list, or the values of an object that are not listed.
        required: Whether the document requires it.
    """

    wire: str
    kind: str
    name: str
    inside: tuple[ParsedValue, ...]
    required: bool


@dataclass(frozen=True)
class ParsedOperation:
    """An operation, as its parser reads it: the parameters, the bodies by media type, the responses by status."""

    parameters: list[ParsedValue]
    bodies: dict[str, ParsedValue]
    responses: dict[str, ParsedValue]


@dataclass(frozen=True)
class Parsed:
    """What its parser reads from a document: operations by id, members and values by class; messages about the rest."""

    operations: dict[str, ParsedOperation]
    models: dict[str, list[ParsedValue]]
    enumerations: dict[str, frozenset[str]]
    errors: list[str]


def parse(document: Node) -> Parsed:
    """Return what its parser reads from a document.

    Raises:
        CodegenError: It cannot read the document at all.
    """
    data = GeneratorData.from_dict(document, config=_configure(None))
    if not isinstance(data, GeneratorData):
        raise CodegenError("", f"openapi-python-client cannot read the document: {data.detail}", "correct this part")
    collections = data.endpoint_collections_by_tag.values()
    errors = [*data.errors, *(error for each in collections for error in each.parse_errors)]
    return Parsed(
        {endpoint.name: _parse_endpoint(endpoint) for each in collections for endpoint in each.endpoints},
        {each.class_info.name: _parse_members(each) for each in data.models},
        {each.class_info.name: frozenset(map(str, each.values)) for each in data.enums},
        [" ".join(f"{error.header} {error.detail or ''}".split()) for error in errors],
    )


def _parse_endpoint(endpoint: Endpoint) -> ParsedOperation:
    return ParsedOperation(
        [_parse_value(each) for _, each in endpoint.iter_all_parameters()],
        {each.content_type.get_untrusted_value(): _parse_value(each.prop) for each in endpoint.bodies},
        {each.status_code.pattern: _parse_value(each.prop) for each in endpoint.responses},
    )


def _parse_members(model: ModelProperty) -> list[ParsedValue]:
    return [_parse_value(each) for each in [*(model.required_properties or ()), *(model.optional_properties or ())]]


def _parse_value(value: PropertyProtocol) -> ParsedValue:
    kind, name = "scalar", value.get_type_string(no_optional=True).as_unembedded_code()
    inside: Sequence[PropertyProtocol] = ()
    match value:
        case ModelProperty():
            kind, name = "model", value.class_info.name
            inside = [value.additional_properties] if value.additional_properties else ()
        case LiteralEnumProperty():
            kind, name = "enumeration", value.class_info.name
        case ConstProperty():
            kind, name = "constant", str(value.value.raw_value)
        case UnionProperty():
            kind, inside = "union", value.inner_properties
        case ListProperty():
            kind, inside = "list", [value.inner_property]
    wire = value.name.get_untrusted_value()
    return ParsedValue(wire, kind, name, tuple(map(_parse_value, inside)), value.required)
