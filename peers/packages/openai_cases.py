"""The cases of the package `openai`."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any, Final

from .case import Call, Cases, Kind, Raises, Steps, expect
from .requests import (
    ARGUMENTS,
    FORMAT,
    HELLO,
    KINDS,
    PARTS,
    PARTS_ECHO,
    REASONING,
    STORY_BEGINNING,
    TOOLS,
    make_new_messages,
)

# Imported by name, because they are installed only in the environment of the package.
openai: Any = import_module("openai")
pydantic: Any = import_module("pydantic")

CASES: Final = Cases()
_CHAT: Final = "sendChatCompletionRequest"
_STATUS_ERRORS: Final[dict[int, Any]] = {
    400: openai.BadRequestError,
    401: openai.AuthenticationError,
    402: openai.APIStatusError,
    403: openai.PermissionDeniedError,
    404: openai.NotFoundError,
    408: openai.APIStatusError,
    409: openai.ConflictError,
    413: openai.APIStatusError,
    422: openai.UnprocessableEntityError,
    429: openai.RateLimitError,
    500: openai.InternalServerError,
    502: openai.InternalServerError,
    503: openai.InternalServerError,
    524: openai.InternalServerError,
    529: openai.InternalServerError,
}
_Forecast: Any = pydantic.create_model("Forecast", city=(str, ...), days=(int, ...))


def _chat(
    model: str,
    messages: Any = HELLO,
    kind: Kind = "result",
    method: str = "chat.completions.create",
    options: dict[str, Any] | None = None,
    **more: Any,
) -> Call:
    arguments = {"model": model, "messages": messages, **more}
    return Call(method, {**arguments, "stream": True} if kind == "chunks" else arguments, kind, options or {})


@CASES.case(_CHAT, "a chat")
def chat() -> Steps:
    """A plain answer, its usage and the cost, which the package keeps as an unknown member."""
    result = yield _chat("local/echo")
    expect((result.choices[0].message.content, result.choices[0].finish_reason), ("Hello there", "stop"))
    expect((result.model, result.object, result.id[:4]), ("local/echo", "chat.completion", "gen-"))
    expect((result.usage.prompt_tokens, result.usage.total_tokens), (2, 4))
    expect(result.usage.cost > 0, True)


@CASES.case(_CHAT, "a chat, its headers")
def headers() -> Steps:
    """The raw response has the id of the generation as a header."""
    response = yield _chat("local/echo", method="chat.completions.with_raw_response.create")
    expect(response.headers["x-generation-id"], response.parse().id)


@CASES.case(_CHAT, "a stream")
def stream() -> Steps:
    """The texts of the chunks, one finish reason, and the usage in the last chunk."""
    chunks = yield _chat("local/story", kind="chunks", stream_options={"include_usage": True})
    choices = [chunk.choices[0] for chunk in chunks if chunk.choices]
    text = "".join(choice.delta.content or "" for choice in choices)
    expect(text.startswith(STORY_BEGINNING), True)
    expect([choice.finish_reason for choice in choices if choice.finish_reason], ["stop"])
    expect([bool(chunk.usage) for chunk in chunks], [False] * (len(chunks) - 1) + [True])


@CASES.case(_CHAT, "a stream, accumulated")
def accumulated_stream() -> Steps:
    """The text that the package accumulates."""
    result = yield _chat("local/story", kind="final", method="chat.completions.stream")
    expect(result.choices[0].message.content.startswith(STORY_BEGINNING), True)


@CASES.case(_CHAT, "a tool call and its result")
def tool_call() -> Steps:
    """The message of the tool call, sent back with the result of the tool."""
    first = yield _chat("local/tools", tools=TOOLS)
    message = first.choices[0].message
    (call,) = message.tool_calls
    expect((first.choices[0].finish_reason, message.content), ("tool_calls", None))
    expect((call.function.name, json.loads(call.function.arguments)), ("weather", ARGUMENTS))
    result = {"role": "tool", "tool_call_id": call.id, "content": "18 degrees"}
    second = yield _chat("local/tools", [*HELLO, message, result], tools=TOOLS)
    expect(second.choices[0].message.content, "The tool weather says: 18 degrees")


@CASES.case(_CHAT, "a streamed tool call")
def streamed_tool_call() -> Steps:
    """The tool call that the package accumulates, also with `parallel_tool_calls` and `tool_choice`."""
    choice = {"type": "function", "function": {"name": "weather"}}
    more: dict[str, Any] = {"tools": TOOLS, "tool_choice": choice, "parallel_tool_calls": False}
    result = yield _chat("local/tools", kind="final", method="chat.completions.stream", **more)
    (call,) = result.choices[0].message.tool_calls
    expect((call.function.name, json.loads(call.function.arguments)), ("weather", ARGUMENTS))


@CASES.case(_CHAT, "reasoning")
def reasoning() -> Steps:
    """The reasoning, which the package keeps as an unknown member, sent back with its signature."""
    first = yield _chat("local/reasoning", reasoning_effort="low")
    message = first.choices[0].message
    expect((message.content, message.reasoning), ("Hello there", REASONING))
    expect(first.usage.completion_tokens_details.reasoning_tokens, 9)
    second = yield _chat("local/reasoning", [*HELLO, message.to_dict(), *HELLO])
    expect(second.choices[0].message.reasoning.startswith(f"Before, I thought: {REASONING}"), True)


@CASES.case(_CHAT, "streamed reasoning")
def streamed_reasoning() -> Steps:
    """The parts of the reasoning, requested by a member that the package does not know."""
    chunks = yield _chat("local/reasoning", kind="chunks", extra_body={"reasoning": {"effort": "low"}})
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    expect("".join(getattr(delta, "reasoning", None) or "" for delta in deltas), REASONING)
    expect("".join(delta.content or "" for delta in deltas), "Hello there")


@CASES.case(_CHAT, "images, audio and a file")
def content_parts() -> Steps:
    """All content parts of the package, and a part of an unknown type."""
    result = yield _chat("local/echo", [{"role": "user", "content": PARTS}])
    expect(result.choices[0].message.content, PARTS_ECHO)
    result = yield _chat("local/echo", [{"role": "user", "content": [{"type": "hologram"}]}])
    expect(result.choices[0].message.content, "I see 1 attachment.")


@CASES.case(_CHAT, "structured output")
def structured_output() -> Steps:
    """JSON for a schema, and an object of a pydantic model, as a plain answer and as a stream."""
    result = yield _chat("local/json", response_format=FORMAT)
    expect(json.loads(result.choices[0].message.content), ARGUMENTS)
    result = yield _chat("local/json", method="chat.completions.parse", response_format=_Forecast)
    expect(result.choices[0].message.parsed, _Forecast(city="Paris", days=1))
    result = yield _chat("local/json", kind="final", method="chat.completions.stream", response_format=_Forecast)
    expect(result.choices[0].message.parsed, _Forecast(city="Paris", days=1))


@CASES.case(_CHAT, "several choices and limits")
def choices_and_limits() -> Steps:
    """`n`, `stop`, `max_tokens`, and parameters without an effect."""
    result = yield _chat("local/echo", n=2, max_completion_tokens=1, temperature=0.5, seed=1, logprobs=False, user="u")
    found = [(choice.index, choice.message.content, choice.finish_reason) for choice in result.choices]
    expect(found, [(0, "Hello", "length"), (1, "Hello", "length")])
    result = yield _chat("local/echo", stop=[" there"], service_tier="auto", metadata={"a": "b"})
    expect(result.choices[0].message.content, "Hello")


@CASES.case(_CHAT, "tools of other types")
def other_tools() -> Steps:
    """A tool type of the package that the service does not know is ignored."""
    result = yield _chat("local/tools", tools=[{"type": "custom", "custom": {"name": "grammar"}}, *TOOLS])
    expect(result.choices[0].message.tool_calls[0].function.name, "weather")


@CASES.case(_CHAT, "errors by status")
def status_errors() -> Steps:
    """The class, status and body of every error, as a plain call and as a stream."""
    for status, error_class in _STATUS_ERRORS.items():
        for kind in KINDS:
            with Raises(error_class) as raised:
                yield _chat(f"local/error-{status}", kind=kind)
            expect((raised.error.status_code, raised.error.body["code"]), (status, status))
            expect(bool(raised.error.body["message"]), True)


@CASES.case(_CHAT, "an invalid request")
def invalid_request() -> Steps:
    """The message names the invalid member; conflicting members return 422."""
    with Raises(openai.BadRequestError, 'messages.0.role: must be one of "system"'):
        yield _chat("local/echo", [{"role": "usr", "content": "x"}])
    with Raises(openai.UnprocessableEntityError, "add it to tools"):
        yield _chat("local/echo", tool_choice={"type": "function", "function": {"name": "none"}})
    with Raises(openai.NotFoundError, "No endpoints found for no/such"):
        yield _chat("no/such")


@CASES.case(_CHAT, "errors in a stream")
def stream_errors() -> Steps:
    """An error in the first event, and one after half of the words."""
    for model in ("local/error-in-200", "local/error-mid-stream"):
        with Raises(openai.APIError, "Rate limit exceeded"):
            yield _chat(model, kind="chunks")


@CASES.case(_CHAT, "retries")
def retries() -> Steps:
    """The package retries 429 and 503, and reads `Retry-After`."""
    result = yield _chat("local/flaky", make_new_messages(), options={"max_retries": 2})
    expect(result.choices[0].message.content[:5], "call ")


@CASES.case(_CHAT, "a slow reply and a timeout")
def slow_reply() -> Steps:
    """A slow model sends only keep-alives until its reply, here one per second, which is too slow for the timeout."""
    result = yield _chat("local/slow-0.2", timeout=10)
    expect(result.choices[0].message.content, "Hello there")
    with Raises(openai.APITimeoutError):
        yield _chat("local/slow-4", timeout=0.3)


@CASES.case("createEmbeddings", "embeddings")
def embeddings() -> Steps:
    """Base64, which the package requests and decodes by default, and numbers."""
    inputs = ["a b", "a b c", "x"]
    encoded = yield Call("embeddings.create", {"model": "local/embed", "input": inputs, "dimensions": 64})
    numbers = yield Call(
        "embeddings.create", {"model": "local/embed", "input": inputs, "dimensions": 64, "encoding_format": "float"}
    )
    expect([item.index for item in encoded.data], [0, 1, 2])
    expect([item.embedding for item in encoded.data], [item.embedding for item in numbers.data])
    expect((len(numbers.data[0].embedding), numbers.usage.prompt_tokens), (64, 6))
    with Raises(openai.RateLimitError):
        yield Call("embeddings.create", {"model": "local/error-429", "input": "x"})


@CASES.case("getModels", "the list of models")
def models() -> Steps:
    """All models, which the package reads as one page."""
    listed = yield Call("models.list", {}, "pages")
    echo = next(model for model in listed if model.id == "local/echo")
    expect((echo.name, echo.pricing["prompt"]), ("Local: Echo", "0.0000001"))


@CASES.case("retrieveModel", "a model")
def model() -> Steps:
    """A model, by its name with an encoded slash."""
    for name in ("local/echo", "openai/gpt-4o-mini", "local/echo:free"):
        found = yield Call("models.retrieve", {"model": name})
        expect((found.id, found.object, found.owned_by), (name, "model", name.partition("/")[0]))
    with Raises(openai.NotFoundError, "No endpoints found for no/such"):
        yield Call("models.retrieve", {"model": "no/such"})
