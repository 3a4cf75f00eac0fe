# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ResponseHealingPlugin`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ResponseHealingPluginDict(TypedDict, total=False):
        """`ResponseHealingPlugin` as a plain dict."""

        enabled: bool
        id: Required[Literal["response-healing"]]


class ResponseHealingPlugin(JsonModel):
    """Repairs malformed JSON in the answer, such as missing brackets, if response_format requests JSON.
    Does not apply to streams.
    """

    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    id: Literal["response-healing"]
    """Selects this plugin."""

    def __init__(self, *, id: Literal["response-healing"] = "response-healing", enabled: bool = UNSET) -> None:
        self._build(locals())
