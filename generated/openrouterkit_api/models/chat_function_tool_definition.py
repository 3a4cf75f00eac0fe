# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFunctionToolDefinition`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class ChatFunctionToolDefinitionDict(TypedDict, total=False):
        """`ChatFunctionToolDefinition` as a plain dict."""

        description: str
        name: Required[str]
        parameters: Mapping[str, Any]
        strict: bool | None


class ChatFunctionToolDefinition(JsonModel):
    """The description of a function for the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Mapped()}

    description: str | None
    """What the function does and when to use it. The model decides by this text."""
    name: str
    """Name of the function: letters, digits, underscores and dashes, at most 64 characters."""
    parameters: dict[str, Any] | None
    """JSON Schema of the arguments, an object schema. Absent for a function without parameters."""
    strict: bool | None
    """Whether the arguments must follow the schema exactly, if the provider can enforce it. Defaults to
    false.
    """

    def __init__(
        self, *, name: str, description: str = UNSET, parameters: Mapping[str, Any] = UNSET, strict: bool | None = UNSET
    ) -> None:
        self._build(locals())
