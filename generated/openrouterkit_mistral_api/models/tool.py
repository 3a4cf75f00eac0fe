# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `Tool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .function import Function, FunctionDict

    class ToolDict(TypedDict, total=False):
        """`Tool` as a plain dict."""

        function: Required[Function | FunctionDict | JsonObject]
        type: Literal["function"]


class Tool(JsonModel):
    """A tool that your program runs."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("Function")}

    function: Function
    """The function."""
    type: Literal["function"] | None
    """Marks the tool as a function. Defaults to function."""

    def __init__(self, *, function: Function | FunctionDict | JsonObject, type: Literal["function"] = UNSET) -> None:
        self._build(locals())
