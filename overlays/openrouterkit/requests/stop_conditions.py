"""Conditions that stop the use of server tools: constructors of items of the argument `stop_server_tools_when`.

    client.chat.send(..., stop_server_tools_when=[stop_conditions.step_count_is(5), stop_conditions.max_cost(0.10)])

One true condition is enough. Tool calls that the model has already requested still run, and then the model answers once
more without tools, so the final tokens and cost can exceed the limits.
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

__all__ = ["finish_reason_is", "has_tool_call", "max_cost", "max_tokens_used", "step_count_is"]


def step_count_is(step_count: int) -> StopServerToolsWhenStepCountIs:
    """Return a condition that is true after a number of steps.

    Args:
        step_count: The number of steps.
    """
    return api.models.StopServerToolsWhenStepCountIs(step_count=step_count)


def has_tool_call(tool_name: str) -> StopServerToolsWhenHasToolCall:
    """Return a condition that is true once the model has called a tool.

    Args:
        tool_name: The name of the tool.
    """
    return api.models.StopServerToolsWhenHasToolCall(tool_name=tool_name)


def max_tokens_used(max_tokens: int) -> StopServerToolsWhenMaxTokensUsed:
    """Return a condition that is true once the steps have used more than a number of tokens.

    Args:
        max_tokens: The number of input and output tokens together.
    """
    return api.models.StopServerToolsWhenMaxTokensUsed(max_tokens=max_tokens)


def max_cost(dollars: float) -> StopServerToolsWhenMaxCost:
    """Return a condition that is true once the steps have cost more than an amount.

    Args:
        dollars: The amount in US dollars.
    """
    return api.models.StopServerToolsWhenMaxCost(max_cost_in_dollars=dollars)


def finish_reason_is(reason: str) -> StopServerToolsWhenFinishReasonIs:
    """Return a condition that is true once a step ends with a finish reason.

    Args:
        reason: The finish reason, such as "length".
    """
    return api.models.StopServerToolsWhenFinishReasonIs(reason=reason)
