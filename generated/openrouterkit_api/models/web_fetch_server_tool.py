# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebFetchServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .web_fetch_server_tool_config import WebFetchServerToolConfig, WebFetchServerToolConfigDict

    class WebFetchServerToolDict(TypedDict, total=False):
        """`WebFetchServerTool` as a plain dict."""

        parameters: WebFetchServerToolConfig | WebFetchServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:web_fetch"]]


class WebFetchServerTool(JsonModel):
    """Server tool that lets the model read a web page or PDF by its URL."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("WebFetchServerToolConfig")}

    parameters: WebFetchServerToolConfig | None
    """Settings and limits of the fetches."""
    type: Literal["openrouter:web_fetch"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:web_fetch"] = "openrouter:web_fetch",
        parameters: WebFetchServerToolConfig | WebFetchServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
