"""Conditions that end the rounds of server tools, for the keyword `stop_server_tools_when`, a list of them.

One that holds is enough. Calls already asked for still run, then the model answers once more without tools, so that
limits can be exceeded by that much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import openrouterkit_api as api

if TYPE_CHECKING:
    from openrouterkit_api.models import (
        StopServerToolsWhenFinishReasonIs,
        StopServerToolsWhenHasToolCall,
        StopServerToolsWhenMaxCost,
        StopServerToolsWhenMaxTokensUsed,
        StopServerToolsWhenStepCountIs,
    )


def step_count_is(step_count: int) -> StopServerToolsWhenStepCountIs:
    """A condition that ends the rounds after that many steps."""
    return api.models.StopServerToolsWhenStepCountIs(step_count=step_count)


def has_tool_call(tool_name: str) -> StopServerToolsWhenHasToolCall:
    """A condition that ends the rounds once the tool of that name has been called."""
    return api.models.StopServerToolsWhenHasToolCall(tool_name=tool_name)


def max_tokens_used(max_tokens: int) -> StopServerToolsWhenMaxTokensUsed:
    """A condition that ends the rounds once they have used more tokens than that, input and output taken together."""
    return api.models.StopServerToolsWhenMaxTokensUsed(max_tokens=max_tokens)


def max_cost(dollars: float) -> StopServerToolsWhenMaxCost:
    """A condition that ends the rounds once they have cost more US dollars than that together."""
    return api.models.StopServerToolsWhenMaxCost(max_cost_in_dollars=dollars)


def finish_reason_is(reason: str) -> StopServerToolsWhenFinishReasonIs:
    """A condition that ends the rounds once the model finishes for that reason, such as length."""
    return api.models.StopServerToolsWhenFinishReasonIs(reason=reason)
