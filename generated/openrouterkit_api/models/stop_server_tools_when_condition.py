# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A condition that ends the rounds of server tools."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    StopServerToolsWhenFinishReasonIsDict,
    StopServerToolsWhenHasToolCallDict,
    StopServerToolsWhenMaxCostDict,
    StopServerToolsWhenMaxTokensUsedDict,
    StopServerToolsWhenStepCountIsDict,
)
from ._unions import DECODERS
from .stop_server_tools_when_finish_reason_is import StopServerToolsWhenFinishReasonIs
from .stop_server_tools_when_has_tool_call import StopServerToolsWhenHasToolCall
from .stop_server_tools_when_max_cost import StopServerToolsWhenMaxCost
from .stop_server_tools_when_max_tokens_used import StopServerToolsWhenMaxTokensUsed
from .stop_server_tools_when_step_count_is import StopServerToolsWhenStepCountIs

StopServerToolsWhenCondition: TypeAlias = (
    StopServerToolsWhenStepCountIs
    | StopServerToolsWhenHasToolCall
    | StopServerToolsWhenMaxTokensUsed
    | StopServerToolsWhenMaxCost
    | StopServerToolsWhenFinishReasonIs
    | UnknownVariant
)
"""A condition that ends the rounds of server tools."""

StopServerToolsWhenConditionDict: TypeAlias = (
    StopServerToolsWhenStepCountIsDict
    | JsonObject
    | StopServerToolsWhenHasToolCallDict
    | StopServerToolsWhenMaxTokensUsedDict
    | StopServerToolsWhenMaxCostDict
    | StopServerToolsWhenFinishReasonIsDict
)
"""The values that arguments accept for a `StopServerToolsWhenCondition`, in addition to its models."""


def read_stop_server_tools_when_condition(data: Any) -> StopServerToolsWhenCondition:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("StopServerToolsWhenCondition", DECODERS["StopServerToolsWhenCondition"](owned(data)))
