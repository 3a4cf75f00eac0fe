"""What the templates show: models, unions, enumerations, operations and namespaces as plain records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .document import Node
from .expressions import Names
from .identifiers import BUILTINS

_READER = re.compile(r"\b(Nested|Each|Mapped|Tagged|Shaped|Kinds|Union|read_datetime|read_date)\b(?!')")


@dataclass
class Member:
    """A member of an object, or a parameter of an operation."""

    name: str
    wire: str
    annotation: str
    argument: str
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
    open_type: str


@dataclass
class Call:
    """An operation: the function that describes it and the methods that send it.

    `params` is the typed dict of its keywords, `changes` the one in which those of the body are not required.
    """

    id: str
    function: str
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
    answers: dict[str, dict[str, str | None]]
    result: str
    item: str | None
    item_reader: str | None
    sentinel: str | None
    switch: str | None
    page_item: str | None
    paging: Node | None
    needs_key: bool
    required: list[str]
    verb: str = ""
    path: str = ""
    params: str = ""
    changes: str = ""

    @property
    def operation_type(self) -> str:
        """The type of what the function gives."""
        return f"{self.operation_class}[{', '.join(filter(None, (self.result, self.item or self.page_item)))}]"

    @property
    def operation_class(self) -> str:
        """The class of what the function gives."""
        if self.item is not None:
            return "StreamingOperation"
        return "PagedOperation" if self.page_item else "Operation"

    @property
    def streams_only(self) -> bool:
        """Whether every answer is an event stream."""
        return self.item is not None and self.result == "None"

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
    calls: list[Call]
    names: Names

    @property
    def functions(self) -> frozenset[str]:
        """The builtins that the functions hide from the types of their module."""
        return BUILTINS & {call.function for call in self.calls}

    @property
    def methods(self) -> frozenset[str]:
        """The builtins that the methods hide from the types of their class."""
        return BUILTINS & {name for call in self.calls for name in (call.method, call.stream_method)}

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
