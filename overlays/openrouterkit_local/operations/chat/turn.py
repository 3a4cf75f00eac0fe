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

    @property
    def last_content(self) -> Any:
        """The content of the last user message; None without one."""
        messages = [each for each in self.messages if each["role"] == "user"]
        return messages[-1].get("content") if messages else None

    def uses_plugin(self, name: str) -> bool:
        """Return True if the request has a plugin that is not disabled."""
        return any(
            each.get("id") == name and each.get("enabled") is not False for each in self.body.get("plugins") or []
        )

    @cached_property
    def attachments(self) -> str:
        """The attachments of the last user message, such as "1 image and 2 files"; "" without attachments."""
        content = self.last_content
        parts = [] if content is None or isinstance(content, str) else content
        kinds = [_ATTACHMENTS.get(part["type"], _UNKNOWN_ATTACHMENT) for part in parts if part["type"] != "text"]
        counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
        return " and ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())

    @cached_property
    def tool_results(self) -> list[tuple[str, str]]:
        """The tool results since the last text of the conversation, as pairs of tool name and text."""
        results: list[tuple[str, str]] = []
        for message in reversed(self.messages):
            if message["role"] == "assistant" and message.get("tool_calls") and results:
                continue
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

    @property
    def must_call_tool(self) -> bool:
        """Whether `tool_choice` forces a tool call."""
        choice = self.body.get("tool_choice")
        return choice == "required" or isinstance(choice, dict)

    @cached_property
    def called_tools(self) -> set[str]:
        """The names of the tools that the model has called since the last user message."""
        names: set[str] = set()
        for message in self.messages:
            if message["role"] == "user":
                names.clear()
            names.update(call["function"]["name"] for call in message.get("tool_calls") or [])
        return names

    @cached_property
    def user_texts(self) -> list[str]:
        """The texts of all user messages, in order."""
        return [join_text(message.get("content")) for message in self.messages if message["role"] == "user"]


def join_text(content: Any) -> str:
    """Return the text of a message's content, with text parts joined by spaces."""
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content or [] if part["type"] == "text")
