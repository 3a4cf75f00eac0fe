# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `StopServerToolsWhenStepCountIs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class StopServerToolsWhenStepCountIsDict(TypedDict, total=False):
        """`StopServerToolsWhenStepCountIs` as a plain dict."""

        step_count: Required[int]
        type: Required[Literal["step_count_is"]]


class StopServerToolsWhenStepCountIs(JsonModel):
    """Ends the rounds after a number of steps."""

    step_count: int
    """Number of steps after which to end."""
    type: Literal["step_count_is"]
    """Selects this condition."""

    def __init__(self, *, type: Literal["step_count_is"] = "step_count_is", step_count: int) -> None:
        self._build(locals())
