"""The turn that a model is to take: what it was asked, by whom, with which tools."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...exchange.call import Call
    from ...service import Service

_KINDS = {
    "image_url": "image",
    "input_audio": "recording",
    "video_url": "video",
    "input_video": "video",
    "file": "file",
}


class Turn:
    """A request for a completion, seen by one model.

    Args:
        service: the server.
        call: the request, checked.
        model: the model asked, which is not always the first that the request names.
    """

    def __init__(self, service: Service, call: Call, model: str) -> None:
        self.service = service
        self.call = call
        self.model = model
        self.request: Mapping[str, Any] = call.body

    @property
    def messages(self) -> Sequence[Mapping[str, Any]]:
        """The conversation."""
        messages: Sequence[Mapping[str, Any]] = self.request["messages"]
        return messages

    @cached_property
    def last_text(self) -> str:
        """The text of the user's last message; of the last message of all, where the user has said nothing."""
        said = [each for each in self.messages if each["role"] == "user"] or self.messages
        return text_of(said[-1].get("content"))

    @cached_property
    def attachments(self) -> str:
        """What the user's last message holds beside text, in words, as "1 image and 2 files"; "" for nothing."""
        said = [each for each in self.messages if each["role"] == "user"]
        content = said[-1].get("content") if said else None
        kinds = [_KINDS.get(part["type"], "") for part in content or [] if isinstance(part, dict)]
        counts = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds) if kind}
        return " and ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())

    @cached_property
    def results(self) -> list[tuple[str, str]]:
        """The results of tools at the end of the conversation: (name of the tool, text)."""
        found = []
        for message in reversed(self.messages):
            if message["role"] != "tool":
                break
            name = self._called(message["tool_call_id"]) or message.get("name") or "tool"
            found.append((name, text_of(message.get("content"))))
        return found[::-1]

    def _called(self, tool_call_id: str) -> str | None:
        for message in self.messages:
            for call in message.get("tool_calls") or []:
                if call.get("id") == tool_call_id:
                    return str(call["function"]["name"])
        return None

    @cached_property
    def tool(self) -> Mapping[str, Any] | None:
        """The function to call, as it was offered: the one that `tool_choice` names, else the first; None for none."""
        choice = self.request.get("tool_choice")
        offered: list[Mapping[str, Any]] = [
            each["function"] for each in self.request.get("tools") or [] if each["type"] == "function"
        ]
        if choice == "none" or (isinstance(choice, dict) and choice["type"] != "function"):
            return None
        if isinstance(choice, dict):
            return next(each for each in offered if each["name"] == choice["function"]["name"])
        return offered[0] if offered else None


def text_of(content: Any) -> str:
    """The text of a message's content."""
    if isinstance(content, str):
        return content
    return " ".join(part["text"] for part in content or [] if part["type"] == "text")
