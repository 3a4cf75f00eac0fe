# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ToolCall`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .function_call import FunctionCall, FunctionCallDict

    class ToolCallDict(TypedDict, total=False):
        """`ToolCall` as a plain dict."""

        function: Required[FunctionCall | FunctionCallDict | JsonObject]
        id: str
        index: int
        type: str


class ToolCall(JsonModel):
    """A function call that the model requests. The service usually leaves `type` out."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("FunctionCall")}

    function: FunctionCall
    """The function to call, and its arguments."""
    id: str | None
    """Identifier of the call, which the tool message with the result repeats."""
    index: int | None
    """Position among the calls of the message, from 0."""
    type: str | None
    """Kind of the call. Defaults to function."""

    def __init__(
        self,
        *,
        function: FunctionCall | FunctionCallDict | JsonObject,
        id: str = UNSET,
        index: int = UNSET,
        type: str = UNSET,
    ) -> None:
        self._build(locals())
