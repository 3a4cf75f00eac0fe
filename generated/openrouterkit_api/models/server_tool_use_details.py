# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ServerToolUseDetails`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ServerToolUseDetails(JsonModel):
    """Number of uses of server tools during a request."""

    tool_calls_executed: int | None
    """Number of server tool calls that were run."""
    tool_calls_requested: int | None
    """Number of server tool calls that the model requested, whether or not they were run."""
    web_search_requests: int | None
    """Number of web searches."""

    def __init__(
        self,
        *,
        tool_calls_executed: int | None = UNSET,
        tool_calls_requested: int | None = UNSET,
        web_search_requests: int | None = UNSET,
    ) -> None:
        self._build(locals())
