"""Messages of a conversation, each the contract's model for its role.

    from openrouterkit import assistant, system, tool, user

    messages = [system("Be terse."), user("Capital of France?")]

Content is a text, one part, or a list of parts, texts and dicts, in any mixture: a text in a list becomes a text
part. Parts are made by `openrouterkit.content`. Plain dicts do as well wherever messages are taken.
"""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import DecodeError
from .content import text

if TYPE_CHECKING:
    from typing import TypeAlias

    from openrouterkit_api.models import (
        ChatAnnotation,
        ChatAnnotationDict,
        ChatAssistantImage,
        ChatAssistantImageDict,
        ChatAssistantMessage,
        ChatAudioOutput,
        ChatAudioOutputDict,
        ChatContentItems,
        ChatContentItemsDict,
        ChatContentText,
        ChatContentTextDict,
        ChatDeveloperMessage,
        ChatMessages,
        ChatSystemMessage,
        ChatToolCall,
        ChatToolCallDict,
        ChatToolMessage,
        ChatUserMessage,
        ReasoningDetailUnion,
        ReasoningDetailUnionDict,
    )

    TextPart: TypeAlias = ChatContentText | ChatContentTextDict | Mapping[str, Any]
    TextContent: TypeAlias = str | TextPart | Sequence[str | TextPart]
    Part: TypeAlias = ChatContentItems | ChatContentItemsDict
    # A checker that joins types calls a list of several parts a list of api.JsonModel.
    Content: TypeAlias = str | Part | Sequence[str | Part | api.JsonModel]


def system(content: TextContent, *, name: str = UNSET) -> ChatSystemMessage:
    """Instructions that govern the whole conversation, usually its first message.

    Args:
        content: a text, or text parts, which can carry cache breakpoints.
        name: tells participants of the same role apart; not all providers pass it on.
    """
    return api.models.ChatSystemMessage(content=_content(content), name=name)


def developer(content: TextContent, *, name: str = UNSET) -> ChatDeveloperMessage:
    """Instructions from the developer of the application.

    Newer OpenAI models take them in place of system messages; other models treat both alike.

    Args:
        content: a text, or text parts, which can carry cache breakpoints.
        name: tells participants of the same role apart; not all providers pass it on.
    """
    return api.models.ChatDeveloperMessage(content=_content(content), name=name)


def user(content: Content, *, name: str = UNSET) -> ChatUserMessage:
    """What the user says, shows or attaches.

    Args:
        content: a text, or parts: text, images, audio, videos, files. Which kinds are taken depends on the model.
        name: tells participants of the same role apart; not all providers pass it on.
    """
    return api.models.ChatUserMessage(content=_content(content), name=name)


def assistant(
    content: Content | None = None,
    *,
    tool_calls: Sequence[ChatToolCall | ChatToolCallDict | Mapping[str, Any]] = UNSET,
    reasoning: str | None = UNSET,
    reasoning_details: Sequence[ReasoningDetailUnion | ReasoningDetailUnionDict] = UNSET,
    reasoning_content: str | None = UNSET,
    refusal: str | None = UNSET,
    annotations: Sequence[ChatAnnotation | ChatAnnotationDict] = UNSET,
    images: Sequence[ChatAssistantImage | ChatAssistantImageDict | Mapping[str, Any]] = UNSET,
    audio: ChatAudioOutput | ChatAudioOutputDict | Mapping[str, Any] = UNSET,
    name: str = UNSET,
    model: str = UNSET,
) -> ChatAssistantMessage:
    """What the model answered, as history.

    An answer just received needs no rebuilding: append `result.assistant_message`, which goes back as it came.

    Args:
        content: the answer. None is sent as null, as it must be beside tool calls and audio.
        tool_calls: calls that the model asked for; each is to be answered by a `tool` message with its id.
        reasoning: its reasoning as plain text.
        reasoning_details: its reasoning in structured form, with signatures. Sent back unchanged it lets the model
            go on from it, above all between tool calls.
        reasoning_content: another name for reasoning, which some libraries use.
        refusal: why it declined to answer.
        annotations: pages it cited and files that were parsed for it; sent back, they save parsing these again.
        images: images it made.
        audio: its spoken answer; `{"id": ...}` alone refers to an earlier one.
        name: tells participants of the same role apart; not all providers pass it on.
        model: that wrote it, as provider/model; the auto-router stays with it when pin_model is set.
    """
    return api.models.ChatAssistantMessage(
        content=_content(content),
        tool_calls=tool_calls,
        reasoning=reasoning,
        reasoning_details=reasoning_details,
        reasoning_content=reasoning_content,
        refusal=refusal,
        annotations=annotations,
        images=images,
        audio=audio,
        name=name,
        model=model,
    )


def tool(content: Content, *, tool_call_id: str, name: str = UNSET) -> ChatToolMessage:
    """The result of one tool call, sent back to the model.

    Args:
        content: the result: a text (often JSON), or parts where the model takes them.
        tool_call_id: id of the call that this answers.
        name: of the function that was called; some providers want it.
    """
    return api.models.ChatToolMessage(content=_content(content), tool_call_id=tool_call_id, name=name)


def from_dict(data: Mapping[str, Any]) -> ChatMessages:
    """The message of a JSON object, of the class that its role says; `from_dict(d).to_dict() == d` for every one.

    A role that the contract does not know, or none, gives an `UnknownVariant`, which keeps the object.

    Raises:
        DecodeError: the data is not an object.
    """
    if not isinstance(data, Mapping):
        raise DecodeError(f"a message is read from a JSON object, not from {type(data).__name__}")
    return api.models.read_chat_messages(dict(data))


def _content(content: Any) -> Any:
    if content is None or content is UNSET or isinstance(content, str):
        return content
    if isinstance(content, Mapping) or hasattr(content, "to_dict"):
        return [_part(content)]
    # The keys of a message are strings, which would be taken for parts.
    if isinstance(content, Iterable) and not isinstance(content, bytes | bytearray | memoryview | KeysView):
        return [_part(part) for part in content]
    raise TypeError(
        f"a message has text or parts for content, not {type(content).__name__}: "
        f"make a part of it, such as content.image(...) or content.file(...)"
    )


def _part(part: Any) -> Any:
    if isinstance(part, str):
        return text(part)
    stated = part if isinstance(part, Mapping | api.JsonModel) else getattr(part, "raw", None)
    if stated is not None and "type" not in stated and ("role" in stated or isinstance(part, api.JsonModel)):
        kind = "a message" if "role" in stated else type(part).__name__
        raise TypeError(f"{kind} is no part of a message's content: give text, or parts such as content.image(...)")
    return part
