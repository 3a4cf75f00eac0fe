"""The results of chat calls: models with shortcuts.

`ChatCompletion` and `ChatCompletionChunk` are those of OpenRouter. The mixins `Completion` and `Chunk` give the same
shortcuts to the models of any other service, and `HasResponse` gives the HTTP response to any result:

    class Reply(Completion[models.AssistantMessage], models.ChatReply): ...

    class ReplyChunk(Chunk[models.Delta], models.ChatReplyChunk): ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit_api.models import ChatResult, ChatStreamChunk

from ._results.completions import Chunk, Completion
from ._results.has_response import HasResponse

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatAssistantMessage, ChatStreamDelta  # noqa: F401 - type arguments, in quotes

    from .responses import CallResponse
    from .tool_calls import ToolCall

__all__ = ["ChatCompletion", "ChatCompletionChunk", "Chunk", "Completion", "HasResponse"]


class ChatCompletion(Completion["ChatAssistantMessage"], ChatResult):
    """The result of `chat.send`: all members of `ChatResult`, and shortcuts to the first choice.

        result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])
        print(result.text, result.cost, result.response.generation_id)

    Members that the service left out are None. Read members that this version does not know by their name:
    `result["new_member"]`.
    """

    __slots__ = ("_latency", "_response")

    _latency: float | None
    _response: CallResponse | None

    @property
    def assistant_message(self) -> ChatAssistantMessage:
        """The message of the first choice, ready to append to the messages of the next call.

        If the response has no message, the result is a message with content None.
        """
        from openrouterkit_api.models import ChatAssistantMessage

        message = super().assistant_message
        return ChatAssistantMessage(content=None) if message is None else message

    @property
    def tool_calls(self) -> list[ToolCall]:
        """The tool calls of the first choice; [] if it has none. Items that are not JSON objects are left out.

        They share their data with those of `assistant_message`.
        """
        return super().tool_calls


class ChatCompletionChunk(Chunk["ChatStreamDelta"], ChatStreamChunk):
    """A chunk of a chat stream: all members of `ChatStreamChunk`, and shortcuts to the first choice.

        for chunk in client.chat.stream(model="openai/gpt-4o-mini", messages=[user("Hello")]):
            print(chunk.text, end="")

    Members that the service left out are None.
    """

    __slots__ = ("_timing",)

    _timing: tuple[float, float, bool]
