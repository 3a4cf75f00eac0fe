# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FusionPluginTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .fusion_plugin_tool_parameter import FusionPluginToolParameter, FusionPluginToolParameterDict

    class FusionPluginToolDict(TypedDict, total=False):
        """`FusionPluginTool` as a plain dict."""

        parameters: Mapping[str, FusionPluginToolParameter | FusionPluginToolParameterDict | None]
        type: Required[str]


class FusionPluginTool(JsonModel):
    """A server tool that the panel and the judge of a fusion run may use."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Mapped(Union("FusionPluginToolParameter"))}

    parameters: dict[str, FusionPluginToolParameter | None] | None
    """Settings of the tool, as its type defines them."""
    type: str
    """Which server tool, such as openrouter:web_search."""

    def __init__(
        self,
        *,
        type: str,
        parameters: Mapping[str, FusionPluginToolParameter | FusionPluginToolParameterDict | None] = UNSET,
    ) -> None:
        self._build(locals())
