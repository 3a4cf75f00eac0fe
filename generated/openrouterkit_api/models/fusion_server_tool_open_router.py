# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Server tool that puts the prompt to a panel of models at once and has a judge compare their answers,
for the model to write its own from. Every model called is billed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .fusion_server_tool_config import FusionServerToolConfig, FusionServerToolConfigDict


class FusionServerToolOpenRouterDict(TypedDict, total=False):
    """A `FusionServerToolOpenRouter` as a plain dict."""

    parameters: FusionServerToolConfig | FusionServerToolConfigDict | Mapping[str, Any]
    type: Required[Literal["openrouter:fusion"]]


class FusionServerToolOpenRouter(JsonModel):
    """Server tool that puts the prompt to a panel of models at once and has a judge compare their answers,
    for the model to write its own from. Every model called is billed.
    """

    __slots__ = ("parameters", "type")

    _members: ClassVar[Members] = {
        "parameters": ("parameters", Nested("FusionServerToolConfig")),
        "type": ("type", None),
    }

    parameters: FusionServerToolConfig | None
    """The panel, the judge, and their limits."""
    type: Literal["openrouter:fusion"]
    """Chooses this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:fusion"] = "openrouter:fusion",
        parameters: FusionServerToolConfig | FusionServerToolConfigDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "parameters": parameters,
            }
        )
