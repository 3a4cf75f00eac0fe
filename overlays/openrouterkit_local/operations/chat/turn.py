"""A request for a chat completion, as one model sees it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...exchange.requests import ValidRequest
    from ...service import Service

_ATTACHMENTS = {
    "image_url": "image",
    "input_audio": "recording",
    "video_url": "video",
    "input_video": "video",
    "file": "file",
}
_UNKNOWN_ATTACHMENT = "attachment"


class Turn:
    """A request for a chat completion, as one model sees it.

    Args:
        service: The contract, settings and state of the server.
        request: The valid request.
        model: The name of the model that replies; differs from `model` in the body for fallbacks and scripts.
    """

    def __init__(self, service: Service, request: ValidRequest, model: str) -> None:
        self.service = service
        self.request = request
        self.model = model
        self.body: Mapping[str, Any] = request.body

    @property
    def messages(self) -> Sequence[Mapping[str, Any]]:
        """The conversation."""
        messages: Sequence[Mapping[str, Any]] = self.body["messages"]
        return messages

    @cached_property
    def last_text(self) -> str:
        """The text of the last user message; of the last message, if there is no user message."""
        messages = [each for each in self.messages if each["role"] == "user"] or self.messages
        return join_text(messages[-1].get("content"))

    @cached_property
    def attachments(self) -> str:
        """The attachments of the last user message, such as "1 image and 2 files"; "" without attachments."""
        messages = [each for each in self.messages if each["role"] == "user"]
        content = messages[-1].get("content") if messages else None
        parts = [] if content is None or isinstance(content, str) else content
        kinds = [_ATTACHMENTS.get(part["type"], _UNKNOWN_ATTACHMENT) for part in parts if part["type"] != "text"]
        counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
        return " and ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())

    @cached_property
    def tool_results(self) -> list[tuple[str, str]]:
        """The tool results at the end of the conversation, as pairs of tool name and text."""
        results = []
        for message in reversed(self.messages):
            if message["role"] != "tool":
                break
            name = self._find_tool_name(message["tool_call_id"]) or message.get("name") or "tool"
            results.append((name, join_text(message.get("content"))))
        return results[::-1]

    def _find_tool_name(self, tool_call_id: str) -> str | None:
        for message in self.messages:
            for call in message.get("tool_calls") or []:
                if call.get("id") == tool_call_id:
                    return str(call["function"]["name"])
        return None

    @cached_property
    def selected_tool(self) -> Mapping[str, Any] | None:
        """The function that `tool_choice` names, else the first function in `tools`; None to call no tool."""
        choice = self.body.get("tool_choice")
        functions: list[Mapping[str, Any]] = [
            each["function"] for each in self.body.get("tools") or [] if each["type"] == "function"
        ]
        if choice == "none" or (isinstance(choice, dict) and choice["type"] != "function"):
            return None
        if isinstance(choice, dict):
            return next(each for each in functions if each["name"] == choice["function"]["name"])
        return functions[0] if functions else None


def join_text(content: Any) -> str:
    """Return the text of a message's content, with text parts joined by spaces."""
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content or [] if part["type"] == "text")
