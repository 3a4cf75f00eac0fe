# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Server tool that sends the prompt to several models at once and lets a judge compare their answers,
    from which the model writes its own. All models that are used are billed.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("FusionServerToolConfig")}

    parameters: FusionServerToolConfig | None
    """The panel, the judge, and their limits."""
    type: Literal["openrouter:fusion"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:fusion"] = "openrouter:fusion",
        parameters: FusionServerToolConfig | FusionServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
