"""What a model says in one turn, before it is cut into chunks or laid into an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

ToolCall = Mapping[str, Any]


@frozen
class Reply:
    """What a model says.

    Attributes:
        content: the text; None beside tool calls.
        reasoning: what it thought before, None where it does not think.
        tool_calls: the calls it wants made, as `{"id", "type", "function": {"name", "arguments"}}`.
        finish_reason: why it stopped.
        signature: of the reasoning, None without.
        hidden: whether the reasoning is left out of the answer, though it counts.
        wait: seconds of silence before the answer.
        breaks: where it does not come to its end: "start" fails before the first word, "error" in the middle, "cut"
            breaks off and says nothing.
        members: others of the message, which go out as they are.
    """

    content: str | None = ""
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    finish_reason: str = "stop"
    signature: str | None = None
    hidden: bool = False
    wait: float = 0.0
    breaks: str | None = None
    members: Mapping[str, Any] = field(factory=dict)

    @property
    def texts(self) -> list[str | None]:
        """All that counts as tokens of the completion."""
        return [self.content, self.reasoning, *(call["function"]["arguments"] for call in self.tool_calls)]

    def message(self) -> dict[str, Any]:
        """The reply as the message of a whole answer."""
        message: dict[str, Any] = {"role": "assistant", "content": self.content, "refusal": None, "reasoning": None}
        if self.reasoning is not None and not self.hidden:
            message["reasoning"] = self.reasoning
            message["reasoning_details"] = [detail(text=self.reasoning, signature=self.signature)]
        if self.tool_calls:
            message["tool_calls"] = [{"index": index, **call} for index, call in enumerate(self.tool_calls)]
        return {**message, **self.members}


def detail(**members: Any) -> dict[str, Any]:
    """A block of reasoning, or a piece of one, with what is given of `text` and `signature`."""
    return {"type": "reasoning.text", **members, "format": "unknown", "index": 0}
