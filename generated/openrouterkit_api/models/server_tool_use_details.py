# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How often tools that run on the server were used while a request was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ServerToolUseDetails(JsonModel):
    """How often tools that run on the server were used while a request was answered."""

    __slots__ = ("tool_calls_executed", "tool_calls_requested", "web_search_requests")

    _members: ClassVar[Members] = {
        "tool_calls_executed": ("tool_calls_executed", None),
        "tool_calls_requested": ("tool_calls_requested", None),
        "web_search_requests": ("web_search_requests", None),
    }

    tool_calls_executed: int | None
    """Server tool calls that were run."""
    tool_calls_requested: int | None
    """Server tool calls the model asked for, run or not."""
    web_search_requests: int | None
    """Web searches made."""

    def __init__(
        self,
        *,
        tool_calls_executed: int | None = UNSET,
        tool_calls_requested: int | None = UNSET,
        web_search_requests: int | None = UNSET,
    ) -> None:
        self._assign(
            {
                "tool_calls_executed": tool_calls_executed,
                "tool_calls_requested": tool_calls_requested,
                "web_search_requests": web_search_requests,
            }
        )
