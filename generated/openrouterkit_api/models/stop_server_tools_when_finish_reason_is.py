# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `StopServerToolsWhenFinishReasonIs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class StopServerToolsWhenFinishReasonIsDict(TypedDict, total=False):
        """`StopServerToolsWhenFinishReasonIs` as a plain dict."""

        reason: Required[str]
        type: Required[Literal["finish_reason_is"]]


class StopServerToolsWhenFinishReasonIs(JsonModel):
    """Ends the rounds after the model stops for a certain reason."""

    reason: str
    """The finish reason, such as length."""
    type: Literal["finish_reason_is"]
    """Selects this condition."""

    def __init__(self, *, type: Literal["finish_reason_is"] = "finish_reason_is", reason: str) -> None:
        self._build(locals())
