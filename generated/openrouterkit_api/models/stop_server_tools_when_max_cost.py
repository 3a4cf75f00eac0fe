# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Ends the rounds once they have cost more than an amount together."""

    max_cost_in_dollars: float
    """Cost in US dollars, over all rounds, beyond which to end."""
    type: Literal["max_cost"]
    """Chooses this condition."""

    def __init__(self, *, type: Literal["max_cost"] = "max_cost", max_cost_in_dollars: float) -> None:
        self._build(locals())
