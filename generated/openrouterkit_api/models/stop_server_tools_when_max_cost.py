# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `StopServerToolsWhenMaxCost`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class StopServerToolsWhenMaxCostDict(TypedDict, total=False):
        """`StopServerToolsWhenMaxCost` as a plain dict."""

        max_cost_in_dollars: Required[float]
        type: Required[Literal["max_cost"]]


class StopServerToolsWhenMaxCost(JsonModel):
    """Ends the rounds when their total cost exceeds an amount."""

    max_cost_in_dollars: float
    """Maximum cost in US dollars, over all rounds."""
    type: Literal["max_cost"]
    """Selects this condition."""

    def __init__(self, *, type: Literal["max_cost"] = "max_cost", max_cost_in_dollars: float) -> None:
        self._build(locals())
