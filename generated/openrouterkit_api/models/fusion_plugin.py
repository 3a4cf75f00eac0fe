# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FusionPlugin`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import FusionPluginPreset
    from .fusion_plugin_tool import FusionPluginTool, FusionPluginToolDict

    class FusionPluginDict(TypedDict, total=False):
        """`FusionPlugin` as a plain dict."""

        analysis_models: Sequence[str]
        enabled: bool
        id: Required[Literal["fusion"]]
        max_tool_calls: int
        model: str
        preset: FusionPluginPreset
        tools: Sequence[FusionPluginTool | FusionPluginToolDict | JsonObject]


class FusionPlugin(JsonModel):
    """Settings of fusion runs, started by the model openrouter/fusion or the tool openrouter:fusion: a
    panel of models answers, and a judge combines their answers. All models that are used are billed.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"analysis_models": Each(), "tools": Each(Nested("FusionPluginTool"))}

    analysis_models: list[str] | None
    """Models of the panel, as provider/model, 1 to 8 of them. Defaults to a panel of the service."""
    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    id: Literal["fusion"]
    """Selects this plugin."""
    max_tool_calls: int | None
    """Maximum number of rounds of tool calls of each panel model and the judge, from 1 to 16."""
    model: str | None
    """The model that judges and writes the final answer, as provider/model. By default, the service
    chooses one.
    """
    preset: FusionPluginPreset | None
    """A predefined panel and judge; analysis_models and model take precedence over it."""
    tools: list[FusionPluginTool] | None
    """Server tools that the panel and the judge may use, at most 8. Defaults to web search and web fetch;
    an empty list means none.
    """

    def __init__(
        self,
        *,
        id: Literal["fusion"] = "fusion",
        analysis_models: Sequence[str] = UNSET,
        enabled: bool = UNSET,
        max_tool_calls: int = UNSET,
        model: str = UNSET,
        preset: FusionPluginPreset = UNSET,
        tools: Sequence[FusionPluginTool | FusionPluginToolDict | JsonObject] = UNSET,
    ) -> None:
        self._build(locals())
