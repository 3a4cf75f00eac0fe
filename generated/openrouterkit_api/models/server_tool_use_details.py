# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ServerToolUseDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ServerToolUseDetails(JsonModel):
    """How often tools that run on the server were used while a request was answered."""

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
        self._build(locals())
