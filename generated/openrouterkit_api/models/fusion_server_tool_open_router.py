# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `FusionServerToolOpenRouter`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .fusion_server_tool_config import FusionServerToolConfig, FusionServerToolConfigDict

    class FusionServerToolOpenRouterDict(TypedDict, total=False):
        """`FusionServerToolOpenRouter` as a plain dict."""

        parameters: FusionServerToolConfig | FusionServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:fusion"]]


class FusionServerToolOpenRouter(JsonModel):
    """Server tool that puts the prompt to a panel of models at once and has a judge compare their answers,
    for the model to write its own from. Every model called is billed.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("FusionServerToolConfig")}

    parameters: FusionServerToolConfig | None
    """The panel, the judge, and their limits."""
    type: Literal["openrouter:fusion"]
    """Chooses this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:fusion"] = "openrouter:fusion",
        parameters: FusionServerToolConfig | FusionServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
