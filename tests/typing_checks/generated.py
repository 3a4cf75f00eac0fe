"""The types that type checkers infer from the generated package. Checked by `make types`, never run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, assert_never, assert_type

from openrouterkit_api import Operation, PagedOperation, StreamingOperation, UnknownVariant, models, operations
from openrouterkit_api.namespaces.chat import AsyncChat, Chat
from openrouterkit_api.namespaces.models import AsyncModels, Models
from openrouterkit_runtime.sender import AsyncEventStream, AsyncPaging, AsyncSender, EventStream, Paging, Sender


def optional_members_may_be_none(result: models.ChatResult, chunk: models.ChatStreamChunk) -> None:
    assert_type(result.id, str)
    assert_type(result.usage, models.ChatUsage | None)
    if result.usage is not None:
        assert_type(result.usage.cost, float | None)
        assert_type(result.usage.total_tokens, int)
    assert_type(result.choices, list[models.ChatChoice])
    for choice in chunk.choices:
        assert_type(choice.delta.content, str | None)
        assert_type(choice.delta.tool_calls, list[models.ChatStreamToolCall] | None)


def match_narrows_a_union(message: models.ChatMessages) -> str:
    match message:
        case models.ChatToolMessage():
            return assert_type(message.tool_call_id, str)
        case models.ChatAssistantMessage():
            assert_type(message.tool_calls, list[models.ChatToolCall] | None)
        case UnknownVariant():
            assert_type(message.raw, dict[str, Any])
        case models.ChatUserMessage() | models.ChatSystemMessage() | models.ChatDeveloperMessage():
            assert_type(message.name, str | None)
        case _:
            assert_never(message)
    return ""


def a_tag_narrows_a_union(message: models.ChatMessages) -> None:
    if isinstance(message, UnknownVariant):
        return
    if message.role == "tool":
        assert_type(message, models.ChatToolMessage)
        assert_type(message.role, Literal["tool"])
    elif message.role == "user":
        assert_type(message, models.ChatUserMessage)
    elif message.role == "assistant":
        assert_type(message, models.ChatAssistantMessage)


def reading_a_union_returns_the_union(data: Mapping[str, Any]) -> None:
    assert_type(models.read_chat_messages(data), models.ChatMessages)


def arguments_may_mix_dicts_models_and_mappings(tool: Mapping[str, Any]) -> None:
    by_dict: models.ChatUserMessageDict = {"role": "user", "content": "hi"}
    operation = operations.chat.send(
        model="m",
        messages=[by_dict, {"role": "system", "content": "x"}, models.ChatUserMessage(content="hi"), tool],
        tools=[tool, models.ChatFunctionToolFunction(function={"name": "f"})],
        provider={"sort": "price", "order": ["openai"]},
        reasoning={"effort": "an effort unknown to the contract"},
        temperature=None,
        extra_body={"new": 1},
        extra_headers={"X-New": "1"},
    )
    assert_type(operation, StreamingOperation[models.ChatResult, models.ChatStreamChunk])
    assert_type(operation.with_stream(), StreamingOperation[models.ChatResult, models.ChatStreamChunk])


def a_request_may_be_passed_as_a_whole(request: models.ChatRequest, mapping: Mapping[str, Any]) -> None:
    operations.chat.send(request, temperature=0.5)
    operations.chat.send(mapping, messages=[])
    whole: models.ChatRequestDict = {"messages": [], "model": "m"}
    operations.chat.send(whole)


def enumerations_accept_other_strings(choice: models.ChatChoice, word: str) -> None:
    models.ChatRequestReasoning(effort=word)
    models.ChatRequestReasoning(effort="high")
    if choice.finish_reason == "stop":
        return
    choice.finish_reason = "something new"


def operations_have_typed_responses() -> None:
    listing = operations.models.list(limit=5)
    assert_type(listing, PagedOperation[models.ModelsListResponse, models.Model])
    assert_type(operations.models.get(author="a", slug="b"), Operation[models.ModelResponse])


def namespaces_return_the_types_of_operations(sender: Sender) -> None:
    chat, listed = Chat(sender), Models(sender)
    assert_type(chat.send(model="m", messages=[]), models.ChatResult)
    assert_type(chat.stream(model="m", messages=[], timeout=5), EventStream[models.ChatStreamChunk])
    assert_type(listed.list(timeout=None), Paging[models.Model, models.ModelsListResponse])
    for page in listed.list().pages():
        assert_type(page, models.ModelsListResponse)
    assert_type(listed.count(), models.ModelsCountResponse)


async def async_namespaces_return_the_same_types(sender: AsyncSender) -> None:
    chat, listed = AsyncChat(sender), AsyncModels(sender)
    assert_type(await chat.send(model="m", messages=[]), models.ChatResult)
    assert_type(chat.stream(model="m", messages=[]), AsyncEventStream[models.ChatStreamChunk])
    assert_type(listed.list(), AsyncPaging[models.Model, models.ModelsListResponse])
    async for page in listed.list().pages():
        assert_type(page, models.ModelsListResponse)
    assert_type(await listed.count(), models.ModelsCountResponse)
