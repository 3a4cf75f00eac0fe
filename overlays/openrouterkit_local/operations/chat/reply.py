"""The reply of a model, independent of how it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

ToolCall = Mapping[str, Any]
Failure = Literal["error-at-start", "error-in-middle", "truncated"]


@frozen
class Reply:
    """The reply of a model.

    Attributes:
        content: The text; None for tool calls without text.
        reasoning: The reasoning text, None without reasoning.
        tool_calls: The tool calls, as `{"id", "type", "function": {"name", "arguments"}}`.
        finish_reason: The finish reason.
        signature: The signature of the reasoning, None without reasoning.
        hidden: True to omit the reasoning from the response; its tokens count nevertheless.
        wait: Seconds before the reply, in which only keep-alives are sent.
        failure: How the response fails: with an error before the first word ("error-at-start") or after half of the
            reply ("error-in-middle"), or by ending after half of it without an error ("truncated"). None if it does not
            fail.
        members: Further members of the message, sent unchanged.
        reasoning_member: The member of the message that contains the reasoning. Any but `reasoning` has no details.
        searches: How many web searches the reply took.
    """

    content: str | None = ""
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    finish_reason: str = "stop"
    signature: str | None = None
    hidden: bool = False
    wait: float = 0.0
    failure: Failure | None = None
    members: Mapping[str, Any] = field(factory=dict)
    reasoning_member: str = "reasoning"
    searches: int = 0

    @property
    def texts(self) -> list[str | None]:
        """All texts that count as completion tokens."""
        return [self.content, self.reasoning, *(call["function"]["arguments"] for call in self.tool_calls)]

    @property
    def has_details(self) -> bool:
        """Whether the reasoning is also sent as `reasoning_details`."""
        return self.reasoning_member == "reasoning"

    @property
    def signature_member(self) -> dict[str, str]:
        """The signature as a member of a detail; {} for reasoning that is not signed."""
        return {} if self.signature is None else {"signature": self.signature}

    def build_message(self) -> dict[str, Any]:
        """Return the reply as a message of a whole response."""
        message: dict[str, Any] = {"role": "assistant", "content": self.content, "refusal": None, "reasoning": None}
        if self.reasoning is not None and not self.hidden:
            message[self.reasoning_member] = self.reasoning
            if self.has_details:
                message["reasoning_details"] = [build_reasoning_detail(text=self.reasoning, **self.signature_member)]
        if self.tool_calls:
            message["tool_calls"] = [{"index": index, **call} for index, call in enumerate(self.tool_calls)]
        return {**message, **self.members}


def build_reasoning_detail(**members: Any) -> dict[str, Any]:
    """Return an item of `reasoning_details` with the members `text`, `signature` or both."""
    return {"type": "reasoning.text", **members, "format": "unknown", "index": 0}
