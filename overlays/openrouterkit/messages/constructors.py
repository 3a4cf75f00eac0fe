"""Constructors of messages. Each returns the contract's model for its role.

    from openrouterkit import assistant, system, tool, user

    messages = [system("Be terse."), user("Capital of France?")]

Content is a str, a part, or a list that mixes parts, strs and dicts; a str in a list becomes a text part.
`openrouterkit.content` builds parts. Plain dicts are accepted wherever messages and parts are.
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
    # api.JsonModel, because mypy infers list[JsonModel] for a list of different parts.
    Content: TypeAlias = str | Part | Sequence[str | Part | api.JsonModel]


def system(content: TextContent, *, name: str = UNSET) -> ChatSystemMessage:
    """Return a system message: instructions for the whole conversation, usually its first message.

    Args:
        content: The instructions as a str, or as text parts, which can have cache breakpoints.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.
    """
    return api.models.ChatSystemMessage(content=_convert_content(content), name=name)


def developer(content: TextContent, *, name: str = UNSET) -> ChatDeveloperMessage:
    """Return a developer message: instructions from the developer of the application.

    Newer OpenAI models expect it in place of a system message; other models treat both the same way.

    Args:
        content: The instructions as a str, or as text parts, which can have cache breakpoints.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.
    """
    return api.models.ChatDeveloperMessage(content=_convert_content(content), name=name)


def user(content: Content, *, name: str = UNSET) -> ChatUserMessage:
    """Return a user message: the text, images and files of the user.

        user(["What is in this image?", content.image("cat.png")])

    Args:
        content: A str, or parts: text, images, audio, videos, files. Which kinds are accepted depends on the model.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.
    """
    return api.models.ChatUserMessage(content=_convert_content(content), name=name)


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
    """Return an assistant message: an earlier answer of the model, as history.

    For an answer that you just received, append `result.assistant_message` instead, which is sent back unchanged.

    Args:
        content: The answer. None is sent as null, as required with tool calls and audio.
        tool_calls: The tool calls of the model. Each needs a `tool` message with its id.
        reasoning: The reasoning as plain text.
        reasoning_details: The reasoning in structured form, with signatures. If it is sent back unchanged, the model
            continues from it, which matters most between tool calls.
        reasoning_content: Another name for `reasoning` that some libraries use.
        refusal: The reason why the model declined to answer.
        annotations: Cited pages and parsed files. If they are sent back, files are not parsed again.
        images: The images that the model generated.
        audio: The spoken answer; `{"id": ...}` alone refers to an earlier one.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.
        model: The model that wrote the answer, as provider/model. The auto-router keeps using it if its plugin has
            `pin_model=True`.
    """
    return api.models.ChatAssistantMessage(
        content=_convert_content(content),
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
    """Return a tool message: the result of one tool call.

        for call in result.tool_calls:
            messages.append(tool(run(call.function), tool_call_id=call.id))

    Args:
        content: The result as a str (often JSON), or parts if the model accepts them.
        tool_call_id: The id of the tool call.
        name: The name of the function; some providers require it.
    """
    return api.models.ChatToolMessage(content=_convert_content(content), tool_call_id=tool_call_id, name=name)


def from_dict(data: Mapping[str, Any]) -> ChatMessages:
    """Return the message of a JSON object, as the model for its role. `from_dict(d).to_dict() == d` always holds.

    If the role is unknown or missing, the message is an `UnknownVariant`, which keeps the object.

    Args:
        data: A message as a dict, for example from stored JSON.

    Raises:
        DecodeError: The data is not a mapping.
    """
    if not isinstance(data, Mapping):
        raise DecodeError(f"a message must be a JSON object, not {type(data).__name__}")
    return api.models.read_chat_messages(dict(data))


def _convert_content(content: Any) -> Any:
    if content is None or content is UNSET or isinstance(content, str):
        return content
    if isinstance(content, Mapping) or hasattr(content, "to_dict"):
        return [_convert_part(content)]
    # KeysView is rejected because the keys of a message are strings and would become text parts.
    if isinstance(content, Iterable) and not isinstance(content, bytes | bytearray | memoryview | KeysView):
        return [_convert_part(part) for part in content]
    raise TypeError(
        f"the content of a message must be text or parts, not {type(content).__name__}; "
        f"convert it to a part, such as content.image(...) or content.file(...)"
    )


def _convert_part(part: Any) -> Any:
    if isinstance(part, str):
        return text(part)
    data = part if isinstance(part, Mapping | api.JsonModel) else getattr(part, "raw", None)
    if data is not None and "type" not in data and ("role" in data or isinstance(part, api.JsonModel)):
        kind = "a message" if "role" in data else type(part).__name__
        raise TypeError(f"{kind} cannot be part of a message's content; pass text, or parts such as content.image(...)")
    return part
