"""The cases of the package `mistralai`."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any, Final

from .case import Call, Cases, Kind, Raises, Steps, expect
from .requests import ARGUMENTS, FORMAT, HELLO, KINDS, REASONING, STORY_BEGINNING, TOOLS

# Imported by name, because they are installed only in the environment of the package.
errors: Any = import_module("mistralai.client.errors")

CASES: Final = Cases()
_CHAT: Final = "createChatCompletion"


def _chat(model: str, kind: Kind = "result", messages: Any = HELLO, **more: Any) -> Call:
    method = "chat.stream" if kind == "chunks" else "chat.complete"
    return Call(method, {"model": model, "messages": messages, **more}, kind)


def _join(received: Any, name: str) -> str:
    """Return the texts or the thoughts of a completion, or of the chunks of a stream."""
    chunks = received if isinstance(received, list) else [received]
    contents = [getattr(chunk.choices[0], "delta", None) or chunk.choices[0].message for chunk in chunks]
    parts = [part for message in contents for part in _list_parts(message.content)]
    return "".join(text for kind, text in parts if kind == name)


def _list_parts(content: Any) -> list[tuple[str, str]]:
    if not isinstance(content, list):
        return [("text", content or "")]
    return [
        ("text", part.text) if part.type == "text" else ("thinking", "".join(each.text for each in part.thinking))
        for part in content
    ]


@CASES.case(_CHAT, "text, whole and streamed")
def read_text() -> Steps:
    """Both have the same text and usage; only the last chunk has the usage and the finish reason."""
    for kind in KINDS:
        received = yield _chat("local/echo", kind)
        expect(_join(received, "text"), "Hello there")
        last = received[-1] if isinstance(received, list) else received
        expect(last.choices[0].finish_reason, "stop")
        expect(last.usage.total_tokens, 4)


@CASES.case(_CHAT, "a story in many chunks")
def read_story() -> Steps:
    """Every chunk is decoded."""
    chunks = yield _chat("local/story", "chunks")
    expect(_join(chunks, "text").startswith(STORY_BEGINNING), True)


@CASES.case(_CHAT, "reasoning")
def read_reasoning() -> Steps:
    """Reasoning is in parts of the content."""
    for kind in KINDS:
        received = yield _chat("local/reasoning", kind)
        expect((_join(received, "thinking"), _join(received, "text")), (REASONING, "Hello there"))


@CASES.case(_CHAT, "tool calls and their results")
def call_tools() -> Steps:
    """The assistant message is sent back as it was received."""
    result = yield _chat("local/tools", tools=TOOLS, tool_choice="any")
    message = result.choices[0].message
    expect(json.loads(message.tool_calls[0].function.arguments), ARGUMENTS)
    answer = {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "sunny"}
    result = yield _chat("local/tools", messages=[*HELLO, message, answer], tools=TOOLS)
    expect(_join(result, "text"), "The tool weather says: sunny")
    chunks = yield _chat("local/tools", "chunks", tools=TOOLS)
    expect(chunks[-1].choices[0].delta.tool_calls[0].function.name, "weather")


@CASES.case(_CHAT, "a JSON schema, and several choices")
def read_json() -> Steps:
    """The answer follows the schema; the choices have indexes."""
    result = yield _chat("local/json", response_format=FORMAT, n=2, random_seed=1)
    expect([json.loads(choice.message.content) for choice in result.choices], [ARGUMENTS] * 2)
    expect([choice.index for choice in result.choices], [0, 1])


@CASES.case(_CHAT, "errors")
def read_errors() -> Steps:
    """Errors are those of the package."""
    for status in (400, 401, 403, 404, 429, 500, 503):
        with Raises(errors.SDKError, f"Status {status}"):
            yield _chat(f"local/error-{status}")
    for model, messages in (("local/error-422", HELLO), ("local/echo", [])):
        with Raises(errors.HTTPValidationError, "messages"):
            yield _chat(model, messages=messages)


@CASES.case("createEmbeddings", "numbers")
def embed() -> Steps:
    """Vectors have the requested dimension."""
    created = yield Call("embeddings.create", {"model": "local/embed", "inputs": ["a", "b"], "output_dimension": 8})
    expect([(each.index, len(each.embedding)) for each in created.data], [(0, 8), (1, 8)])


@CASES.case("listModels", "all models")
def list_models() -> Steps:
    """Models are decoded as models of the service."""
    listed = yield Call("models.list")
    expect("local/echo" in [each.id for each in listed.data], True)
    expect({type(each).__name__ for each in listed.data}, {"BaseModelCard"})


@CASES.case("getModel", "a model by its id")
def get_model() -> Steps:
    """The package does not encode the slash of an id."""
    model = yield Call("models.retrieve", {"model_id": "local/echo"})
    expect((model.id, model.capabilities.completion_chat), ("local/echo", True))
