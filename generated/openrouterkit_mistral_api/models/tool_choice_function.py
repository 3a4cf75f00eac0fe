# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ToolChoiceFunction`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .function_name import FunctionName, FunctionNameDict

    class ToolChoiceFunctionDict(TypedDict, total=False):
        """`ToolChoiceFunction` as a plain dict."""

        function: Required[FunctionName | FunctionNameDict | JsonObject]
        type: str


class ToolChoiceFunction(JsonModel):
    """Requires the model to call one function."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("FunctionName")}

    function: FunctionName
    """The function."""
    type: str | None
    """Kind of the tool. Defaults to function."""

    def __init__(self, *, function: FunctionName | FunctionNameDict | JsonObject, type: str = UNSET) -> None:
        self._build(locals())
