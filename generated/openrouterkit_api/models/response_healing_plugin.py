# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Repairs malformed JSON in the answer, such as missing brackets, when response_format asks for JSON.
    It does not act on streams.
    """

    enabled: bool | None
    """Whether the plugin acts on this request; false turns off one that the account has on by default.
    Default true.
    """
    id: Literal["response-healing"]
    """Chooses this plugin."""

    def __init__(self, *, id: Literal["response-healing"] = "response-healing", enabled: bool = UNSET) -> None:
        self._build(locals())
