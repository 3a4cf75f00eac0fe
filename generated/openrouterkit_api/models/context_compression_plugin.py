# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContextCompressionPlugin`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ContextCompressionPluginDict(TypedDict, total=False):
        """`ContextCompressionPlugin` as a plain dict."""

        enabled: bool
        engine: Literal["middle-out"]
        id: Required[Literal["context-compression"]]


class ContextCompressionPlugin(JsonModel):
    """Shortens prompts that exceed the model's context length, instead of rejecting them."""

    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    engine: Literal["middle-out"] | None
    """How prompts are shortened. Defaults to middle-out."""
    id: Literal["context-compression"]
    """Selects this plugin."""

    def __init__(
        self,
        *,
        id: Literal["context-compression"] = "context-compression",
        enabled: bool = UNSET,
        engine: Literal["middle-out"] = UNSET,
    ) -> None:
        self._build(locals())
