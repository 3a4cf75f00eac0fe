"""The data of the templates: models, unions, enumerations, operations and groups as plain records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..document import Node
from .expressions import Names, find_names
from .identifiers import BUILTINS

DECODERS = ("Each", "Kinds", "Mapped", "Nested", "Shaped", "Tagged", "Union", "decode_date", "decode_datetime")

_DECODER = re.compile(rf"\b({'|'.join(DECODERS)})\b(?!')")


@dataclass
class Member:
    """A member of an object, or a parameter of an operation.

    Attributes:
        name: The attribute or keyword argument.
        wire: The name in JSON, in the query or in a header.
        annotation: The type of the attribute.
        argument: The type of the keyword argument.
        decoder: The expression that decodes the value, None if the attribute returns the value unchanged.
        description: The description, safe inside a docstring.
        required: True if the document requires it.
        default: The expression for its only valid value, None if it has several.
        decimal: The property that returns the value as a Decimal, None if the value is not a decimal number.
    """

    name: str
    wire: str
    annotation: str
    argument: str
    decoder: str | None
    description: str
    required: bool
    default: str | None
    decimal: str | None = None


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
    def decoders(self) -> list[str]:
        """The decoders that the module imports."""
        return _find_decoders(member.decoder for member in self.members)

    @property
    def wire_names(self) -> dict[str, str]:
        """Attribute -> name in JSON, for the members where the two differ."""
        return {member.name: member.wire for member in self.members if member.name != member.wire}

    @property
    def ordered(self) -> list[Member]:
        """The members in the order of the constructor's keywords: constants, then required ones, then the rest."""
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
    decoder: str | None
    names: Names


ENUMERATIONS = "_enumerations"
"""The module of all enumerations: each is a few lines, and only type checkers import them."""


@dataclass
class Enumeration:
    """A named enumeration."""

    name: str
    description: str
    open_type: str


@dataclass
class OperationRecord:
    """An operation: the function that describes its request and the methods that send it.

    `switch` is the member that requests the event stream, `switch_name` the keyword argument for it.
    `result_description` describes the successful response, `error_statuses` lists the documented errors.
    `result_variable` and `stream_variable` are type variables of the group's class, for clients that return their own
    classes; see `Behavior`. `item_data`, `item_member` and `required_member` are explained in `Events` and `Responses`.
    """

    id: str
    group: str
    method: str
    stream_method: str | None
    title: str
    description: str
    members: list[Member]
    path_params: dict[str, str]
    query_params: dict[str, str]
    header_params: dict[str, str]
    query_styles: dict[str, str]
    body_members: dict[str, str] | None
    body_required: list[str]
    body_media_type: str | None
    body_argument: str | None
    body_needed: bool
    body_files: list[str]
    responses: dict[str, dict[str, str | None]]
    response_kind: str | None
    result: str
    result_description: str
    error_statuses: list[str]
    item: str | None
    item_decoder: str | None
    item_data: str | None
    item_member: str | None
    required_member: str | None
    sentinel: str | None
    switch: str | None
    switch_name: str | None
    page_item: str | None
    paging: Node | None
    security: list[list[str]] | None
    required: list[str]
    lists: list[str]
    object_lists: list[str]
    objects: list[str]
    behavior: Mapping[str, str]
    verb: str = ""
    path: str = ""
    result_variable: str | None = None
    stream_variable: str | None = None

    @property
    def arguments(self) -> list[Member]:
        """The members in the order of a method's arguments: path parameters, required ones, then the rest."""
        return sorted(self.members, key=lambda each: (each.name not in self.path_params, not self.is_required(each)))

    def is_required(self, member: Member) -> bool:
        """Return True if the methods require the member as an argument."""
        return member.required and (member.name in self.required or member.name in self.body_required)

    @property
    def names(self) -> list[str]:
        """The name of the method that returns the result, then of the one that returns the stream, if any."""
        return [self.method, *([self.stream_method] if self.stream_method and not self.streams_only else [])]

    @property
    def operation_type(self) -> str:
        """The return type of the function, with its type arguments."""
        return f"{self.operation_class}[{', '.join(filter(None, (self.result, self.item or self.page_item)))}]"

    @property
    def operation_class(self) -> str:
        """The class of the return type."""
        if self.item is not None:
            return "StreamingOperation"
        return "PagedOperation" if self.page_item else "Operation"

    @property
    def streams_only(self) -> bool:
        """True if every response is an event stream."""
        return self.item is not None and self.result == "None"

    @property
    def complete_when(self) -> str:
        """When the event stream is complete; see `Events`."""
        if self.behavior.keys() & {"accumulator", "protocol"}:
            return "accumulated"
        return "closed" if self.sentinel is None else "sentinel"

    @property
    def positional(self) -> Collection[str]:
        """The arguments that methods also accept by position: path parameters, unless an optional body is first."""
        return () if self.body_alone and not self.body_needed else self.path_params

    @property
    def body_alone(self) -> bool:
        """True if the body has no keyword arguments for its members."""
        return self.body_argument is not None and not self.body_members

    @property
    def accepts_body(self) -> bool:
        """True if the function accepts the whole body as its first argument."""
        return self.body_argument is not None


@dataclass
class Group:
    """The operations of a tag."""

    name: str
    class_name: str
    description: str
    operations: list[OperationRecord]
    names: Names

    def variables(self, prefix: str) -> dict[str, str]:
        """The type variables of the group's class and their defaults; a client sets them to its own classes."""
        found: dict[str, str] = {}
        for each in self.operations:
            if each.result_variable:
                found[each.result_variable] = each.result
            if each.stream_variable:
                found[f"{prefix}{each.stream_variable}"] = f"{prefix}EventStream[{each.item}]"
        return found

    @property
    def hidden(self) -> frozenset[str]:
        """The builtins that are shadowed in types because a function or method has the same name."""
        return BUILTINS & {name for operation in self.operations for name in operation.names}

    @property
    def decoders(self) -> list[str]:
        """The decoders that the module imports."""
        by_type = [decoders for operation in self.operations for decoders in operation.responses.values()]
        texts = [text for decoders in by_type for text in decoders.values()]
        return _find_decoders([*texts, *(operation.item_decoder for operation in self.operations)])


@dataclass
class Constructor:
    """A function that returns a `model` built from keyword arguments.

    The keywords are the members of `settings`, which is the model itself or the model of its member `inside`.
    """

    name: str
    docstring: str
    model: Model
    settings: Model
    inside: Member | None

    @property
    def keywords(self) -> list[Member]:
        """The members that are keyword arguments: all except constants."""
        return [member for member in self.settings.ordered if member.default is None]

    @property
    def models(self) -> dict[str, str]:
        """The classes that the function creates, with the modules that define them."""
        return {model.name: model.module for model in (self.model, self.settings)}


@dataclass
class ConstructorModule:
    """A module of constructors; `names` are the schemas in their types."""

    name: str
    constructors: list[Constructor]
    names: Names

    @property
    def words(self) -> set[str]:
        """The names in the types of the keyword arguments."""
        types = [keyword.argument for each in self.constructors for keyword in each.keywords]
        return {word for text in types for word in find_names(text)}


@dataclass
class Webhook:
    """A request that the service sends, and the function that reads its body."""

    function: str
    name: str
    description: str
    annotation: str
    decoder: str | None


@dataclass
class Webhooks:
    """The requests that the service sends; `names` are the schemas in their types."""

    functions: list[Webhook]
    names: Names

    @property
    def decoders(self) -> list[str]:
        """The decoders that the module imports."""
        return _find_decoders(each.decoder for each in self.functions)


@dataclass
class Package:
    """The records of a whole package."""

    models: list[Model]
    unions: list[UnionAlias]
    enumerations: list[Enumeration]
    groups: list[Group]
    base_url: str
    constructors: list[ConstructorModule]
    schemes: Mapping[str, Node]
    security: list[list[str]] | None
    webhooks: Webhooks


def _find_decoders(texts: Iterable[str | None]) -> list[str]:
    """Return the names of the decoders in the expressions, sorted."""
    found: set[str] = set()
    for text in texts:
        found.update(_DECODER.findall(text or ""))
    return sorted(found)
