"""Constructors of messages. Each returns the contract's model for its role.

    from openrouterkit import assistant, system, tool, user

    messages = [system("Be terse."), user("Capital of France?"), user("What is this?", content.image(pixel))]

Content is a str, or several parts, as arguments or as a list that mixes parts, strs and dicts; there a str becomes a
text part. `openrouterkit.content` builds parts. Plain dicts, and objects of pydantic and similar libraries, are
accepted wherever messages and parts are.
"""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET
from openrouterkit_runtime.foreign_values import is_object
from openrouterkit_runtime.plain import to_plain

from ..errors import DecodeError, InvalidArgumentError
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

__all__ = ["assistant", "developer", "from_dict", "system", "tool", "user"]


def system(content: TextContent, *more: str | TextPart, name: str = UNSET) -> ChatSystemMessage:
    """Return a system message: instructions for the whole conversation, usually its first message.

    Args:
        content: The instructions as a str, or as text parts, which can have cache breakpoints.
        *more: Further text parts.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.

    Raises:
        InvalidArgumentError: The content is neither a str nor parts.
    """
    return api.models.ChatSystemMessage(content=_convert_content(content, more), name=name)


def developer(content: TextContent, *more: str | TextPart, name: str = UNSET) -> ChatDeveloperMessage:
    """Return a developer message: instructions from the developer of the application.

    Newer OpenAI models expect it in place of a system message; other models treat both the same way.

    Args:
        content: The instructions as a str, or as text parts, which can have cache breakpoints.
        *more: Further text parts.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.

    Raises:
        InvalidArgumentError: The content is neither a str nor parts.
    """
    return api.models.ChatDeveloperMessage(content=_convert_content(content, more), name=name)


def user(content: Content, *more: str | Part, name: str = UNSET) -> ChatUserMessage:
    """Return a user message: the text, images and files of the user.

        user("What is in this image?", content.image(Path("cat.png")))

    Args:
        content: A str, a part, or a list of parts: text, images, audio, videos, files. Which kinds are accepted depends
            on the model.
        *more: Further parts.
        name: A name that distinguishes participants of the same role. Not all providers pass it on.

    Raises:
        InvalidArgumentError: The content is neither a str nor parts.
    """
    return api.models.ChatUserMessage(content=_convert_content(content, more), name=name)


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

    Raises:
        InvalidArgumentError: The content is neither a str nor parts.
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


def tool(content: Content, *more: str | Part, tool_call_id: str, name: str = UNSET) -> ChatToolMessage:
    """Return a tool message: the result of one tool call.

        for call in result.tool_calls:
            messages.append(tool(json.dumps(run(**call.arguments)), tool_call_id=call.id))

    Args:
        content: The result as a str (often JSON), or parts if the model accepts them.
        *more: Further parts.
        tool_call_id: The id of the tool call.
        name: The name of the function; some providers require it.

    Raises:
        InvalidArgumentError: The content is neither a str nor parts, such as a dict with the result.
    """
    remedy = "pass the result as text, such as json.dumps(result)"
    parts = _convert_content(content, more, remedy)
    return api.models.ChatToolMessage(content=parts, tool_call_id=tool_call_id, name=name)


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


_REMEDY = "pass text, or parts such as content.image(...)"


def _convert_content(content: Any, more: tuple[Any, ...] = (), remedy: str = _REMEDY) -> Any:
    """Return the content of a message: None and a single str unchanged, anything else as a list of parts."""
    if not more and (content is None or content is UNSET or isinstance(content, str)):
        return content
    parts = [content] if isinstance(content, str) or is_object(content) else _list_parts(content, remedy)
    return [_convert_part(part, remedy) for part in (*parts, *more)]


def _list_parts(content: Any, remedy: str) -> list[Any]:
    # KeysView is rejected because the keys of a message are strings and would become text parts.
    if not isinstance(content, Iterable) or isinstance(content, bytes | bytearray | memoryview | KeysView):
        raise InvalidArgumentError(f"{type(content).__name__} cannot be the content of a message; {remedy}")
    return list(content)


def _convert_part(part: Any, remedy: str) -> Any:
    if isinstance(part, str):
        return text(part)
    if not is_object(part):
        raise InvalidArgumentError(f"{type(part).__name__} cannot be part of a message's content; {remedy}")
    if not isinstance(part, Mapping | api.JsonModel):
        part = to_plain(part)
    if "type" not in part:
        kind = "a message" if "role" in part else f"{type(part).__name__} without 'type'"
        raise InvalidArgumentError(f"{kind} cannot be part of a message's content; {remedy}")
    return part
