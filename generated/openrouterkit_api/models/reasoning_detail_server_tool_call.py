# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ReasoningDetailServerToolCall`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningFormat

    class ReasoningDetailServerToolCallDict(TypedDict, total=False):
        """`ReasoningDetailServerToolCall` as a plain dict."""

        arguments: Required[str]
        format: ReasoningFormat | None
        id: str | None
        index: int
        result: Required[str]
        tool_call_id: str | None
        tool_name: Required[str]
        type: Required[Literal["reasoning.server_tool_call"]]


class ReasoningDetailServerToolCall(JsonModel):
    """Record of a server tool that ran during the completion. Send it back in a later turn to inform the
    model of the call and its result.
    """

    arguments: str
    """Arguments of the call, as a JSON string."""
    format: ReasoningFormat | None
    """The provider's format of the block, which determines where it can be sent back; null if unknown."""
    id: str | None
    """The provider's id of the block, or null if it has none."""
    index: int | None
    """Position among the blocks. In a stream, pieces with the same index and type belong together."""
    result: str
    """Result of the tool, as a string, usually JSON."""
    tool_call_id: str | None
    """Id of the call, or null if it had none."""
    tool_name: str
    """The tool that ran, such as openrouter:fusion."""
    type: Literal["reasoning.server_tool_call"]
    """Marks the block as the record of a server tool call."""

    def __init__(
        self,
        *,
        type: Literal["reasoning.server_tool_call"] = "reasoning.server_tool_call",
        arguments: str,
        result: str,
        tool_name: str,
        format: ReasoningFormat | None = UNSET,
        id: str | None = UNSET,
        index: int = UNSET,
        tool_call_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
