"""What the templates show: models, unions, enumerations, operations and namespaces as plain records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..document import Node
from .expressions import Names, words_outside_quotes
from .identifiers import BUILTINS

DECODERS = ("Each", "Kinds", "Mapped", "Nested", "Shaped", "Tagged", "Union", "decode_date", "decode_datetime")

_DECODER = re.compile(rf"\b({'|'.join(DECODERS)})\b(?!')")


@dataclass
class Member:
    """A member of an object, or a parameter of an operation."""

    name: str
    wire: str
    annotation: str
    argument: str
    decoder: str | None
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
    def decoders(self) -> list[str]:
        """The decoders that the module uses."""
        return _decoders_in(member.decoder for member in self.members)

    @property
    def wire_names(self) -> dict[str, str]:
        """The names on the wire that are not those of the attributes."""
        return {member.name: member.wire for member in self.members if member.name != member.wire}

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
    decoder: str | None
    names: Names


ENUMERATIONS = "_enumerations"
"""The module of all enumerations: each is a few lines, and nothing loads them at run time."""


@dataclass
class Enumeration:
    """A named enumeration."""

    name: str
    description: str
    open_type: str


@dataclass
class OperationRecord:
    """An operation: the function that describes it and the methods that send it.

    `switch` is the member that asks for the event stream, `switch_name` the argument for it. `result_variable` and
    `stream_variable` are type variables of the group's class, where a client returns classes of its own: see
    `Behavior`.
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
    item: str | None
    item_decoder: str | None
    sentinel: str | None
    switch: str | None
    switch_name: str | None
    page_item: str | None
    paging: Node | None
    needs_key: bool
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
        """The members as a method takes them: those of the path, those that must be given, the rest."""
        return sorted(self.members, key=lambda each: (each.name not in self.path_params, not self.is_required(each)))

    def is_required(self, member: Member) -> bool:
        """Whether a method must be given the member."""
        return member.required and (member.name in self.required or member.name in self.body_required)

    @property
    def names(self) -> list[str]:
        """The function and method that give the result, then those that give the stream, where there are any."""
        return [self.method, *([self.stream_method] if self.stream_method and not self.streams_only else [])]

    @property
    def operation_type(self) -> str:
        """The type of what the function returns."""
        return f"{self.operation_class}[{', '.join(filter(None, (self.result, self.item or self.page_item)))}]"

    @property
    def operation_class(self) -> str:
        """The class of what the function returns."""
        if self.item is not None:
            return "StreamingOperation"
        return "PagedOperation" if self.page_item else "Operation"

    @property
    def streams_only(self) -> bool:
        """Whether every response is an event stream."""
        return self.item is not None and self.result == "None"

    @property
    def complete_when(self) -> str:
        """What the event stream needs to be complete, see `Events`."""
        if "accumulator" in self.behavior:
            return "accumulated"
        return "closed" if self.sentinel is None else "sentinel"

    @property
    def body_alone(self) -> bool:
        """Whether the body can only be given whole."""
        return self.body_argument is not None and not self.body_members

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
    operations: list[OperationRecord]
    names: Names

    def variables(self, prefix: str) -> dict[str, str]:
        """The type variables of a class, which a client sets to classes of its own, with what they are by default."""
        found: dict[str, str] = {}
        for each in self.operations:
            if each.result_variable:
                found[each.result_variable] = each.result
            if each.stream_variable:
                found[f"{prefix}{each.stream_variable}"] = f"{prefix}EventStream[{each.item}]"
        return found

    @property
    def hidden(self) -> frozenset[str]:
        """The builtins that the functions and methods hide from the types of their module and class."""
        return BUILTINS & {name for operation in self.operations for name in operation.names}

    @property
    def decoders(self) -> list[str]:
        """The decoders that the module uses."""
        by_type = [found for operation in self.operations for found in operation.responses.values()]
        texts = [text for found in by_type for text in found.values()]
        return _decoders_in([*texts, *(operation.item_decoder for operation in self.operations)])


@dataclass
class Constructor:
    """A function that returns an object of `model`, built from keywords.

    The keywords are members of `settings`: of the model itself, or of the model of its member `inside`.
    """

    name: str
    docstring: str
    model: Model
    settings: Model
    inside: Member | None

    @property
    def keywords(self) -> list[Member]:
        """The members that callers choose: all but the tags, which have one value."""
        return [member for member in self.settings.ordered if member.default is None]

    @property
    def models(self) -> dict[str, str]:
        """The classes that the function calls, with the modules that define them."""
        return {model.name: model.module for model in (self.model, self.settings)}


@dataclass
class ConstructorModule:
    """The constructors of a module; `names` are those of their types."""

    name: str
    constructors: list[Constructor]
    names: Names

    @property
    def words(self) -> set[str]:
        """The names in the types of the keywords."""
        types = [keyword.argument for each in self.constructors for keyword in each.keywords]
        return {word for text in types for word in words_outside_quotes(text)}


@dataclass
class Package:
    """Everything that is rendered."""

    models: list[Model]
    unions: list[UnionAlias]
    enumerations: list[Enumeration]
    groups: list[Group]
    base_url: str
    constructors: list[ConstructorModule]


def _decoders_in(texts: Iterable[str | None]) -> list[str]:
    found: set[str] = set()
    for text in texts:
        found.update(_DECODER.findall(text or ""))
    return sorted(found)
