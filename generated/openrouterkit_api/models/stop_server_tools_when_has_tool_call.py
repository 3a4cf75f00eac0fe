# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `StopServerToolsWhenHasToolCall`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class StopServerToolsWhenHasToolCallDict(TypedDict, total=False):
        """`StopServerToolsWhenHasToolCall` as a plain dict."""

        tool_name: Required[str]
        type: Required[Literal["has_tool_call"]]


class StopServerToolsWhenHasToolCall(JsonModel):
    """Ends the rounds after a certain tool was called."""

    tool_name: str
    """Name of the tool, at least 1 character."""
    type: Literal["has_tool_call"]
    """Selects this condition."""

    def __init__(self, *, type: Literal["has_tool_call"] = "has_tool_call", tool_name: str) -> None:
        self._build(locals())
