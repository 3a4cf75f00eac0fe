# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModerationPlugin`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ModerationPluginDict(TypedDict, total=False):
        """`ModerationPlugin` as a plain dict."""

        id: Required[Literal["moderation"]]


class ModerationPlugin(JsonModel):
    """Checks the prompt for harmful content before the model receives it."""

    id: Literal["moderation"]
    """Selects this plugin."""

    def __init__(self, *, id: Literal["moderation"] = "moderation") -> None:
        self._build(locals())
