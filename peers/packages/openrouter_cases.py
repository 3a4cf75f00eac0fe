"""The cases of the package `openrouter`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
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
errors: Any = import_module("openrouter.errors")
utils: Any = import_module("openrouter.utils")

CASES: Final = Cases()
_CHAT: Final = "sendChatCompletionRequest"
_STATUS_ERRORS: Final[dict[int, Any]] = {
    400: errors.BadRequestResponseError,
    401: errors.UnauthorizedResponseError,
    402: errors.PaymentRequiredResponseError,
    403: errors.ForbiddenResponseError,
    404: errors.NotFoundResponseError,
    408: errors.RequestTimeoutResponseError,
    413: errors.PayloadTooLargeResponseError,
    418: errors.OpenRouterDefaultError,
    422: errors.UnprocessableEntityResponseError,
    429: errors.TooManyRequestsResponseError,
    500: errors.InternalServerResponseError,
    502: errors.BadGatewayResponseError,
    503: errors.ServiceUnavailableResponseError,
    524: errors.EdgeNetworkTimeoutResponseError,
    529: errors.ProviderOverloadedResponseError,
}
_HASH: Final = "6f1e0d9c8b7a6958"


def _chat(model: str, messages: Any = HELLO, kind: Kind = "result", **more: Any) -> Call:
    arguments = {"model": model, "messages": messages, **more}
    return Call("chat.send", {**arguments, "stream": True} if kind == "chunks" else arguments, kind)


def _join(chunks: list[Any], name: str) -> str:
    """Return the joined values of a member of the deltas."""
    return "".join(getattr(choice.delta, name) or "" for chunk in chunks for choice in chunk.choices)


@CASES.case(_CHAT, "a chat")
def chat() -> Steps:
    """A plain answer, its usage and the cost."""
    result = yield _chat("local/echo", user="u", session_id="s", provider={"sort": "price"}, temperature=0.5)
    expect((result.choices[0].message.content, result.choices[0].finish_reason), ("Hello there", "stop"))
    expect((result.model, result.object, result.id[:4]), ("local/echo", "chat.completion", "gen-"))
    expect((result.usage.prompt_tokens, result.usage.total_tokens, result.usage.cost > 0), (2, 4, True))


@CASES.case(_CHAT, "a stream")
def stream() -> Steps:
    """The texts of the chunks, one finish reason, and the usage in the last chunk."""
    chunks = yield _chat("local/story", kind="chunks")
    expect(_join(chunks, "content").startswith(STORY_BEGINNING), True)
    reasons = [choice.finish_reason for chunk in chunks for choice in chunk.choices if choice.finish_reason]
    expect(reasons, ["stop"])
    expect([bool(chunk.usage) for chunk in chunks], [False] * (len(chunks) - 1) + [True])


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
    """The parts of the arguments of the tool that `tool_choice` names."""
    choice = {"type": "function", "function": {"name": "weather"}}
    chunks = yield _chat("local/tools", kind="chunks", tools=TOOLS, tool_choice=choice, parallel_tool_calls=False)
    calls = [call for chunk in chunks for choice in chunk.choices for call in choice.delta.tool_calls or []]
    expect((calls[0].function.name, calls[0].id[:5], {call.index for call in calls}), ("weather", "call_", {0}))
    expect(json.loads("".join(call.function.arguments or "" for call in calls)), ARGUMENTS)


@CASES.case(_CHAT, "reasoning")
def reasoning() -> Steps:
    """The reasoning, sent back with its signature."""
    first = yield _chat("local/reasoning", reasoning={"effort": "low"})
    message = first.choices[0].message
    expect((message.content, message.reasoning), ("Hello there", REASONING))
    expect((message.reasoning_details[0].type, message.reasoning_details[0].text), ("reasoning.text", REASONING))
    expect(first.usage.completion_tokens_details.reasoning_tokens, 9)
    second = yield _chat("local/reasoning", [*HELLO, message, *HELLO])
    expect(second.choices[0].message.reasoning.startswith(f"Before, I thought: {REASONING}"), True)


@CASES.case(_CHAT, "streamed reasoning")
def streamed_reasoning() -> Steps:
    """The parts of the reasoning and of the answer."""
    chunks = yield _chat("local/reasoning", kind="chunks")
    expect((_join(chunks, "reasoning"), _join(chunks, "content")), (REASONING, "Hello there"))
    details = [each for chunk in chunks for choice in chunk.choices for each in choice.delta.reasoning_details or []]
    expect(details[-1].signature[:6], "local-")


@CASES.case(_CHAT, "images, audio and a file")
def content_parts() -> Steps:
    """All kinds of content parts."""
    result = yield _chat("local/echo", [{"role": "user", "content": PARTS}])
    expect(result.choices[0].message.content, PARTS_ECHO)


@CASES.case(_CHAT, "structured output")
def structured_output() -> Steps:
    """JSON for a schema, and any JSON."""
    result = yield _chat("local/json", response_format=FORMAT)
    expect(json.loads(result.choices[0].message.content), ARGUMENTS)
    chunks = yield _chat("local/json", kind="chunks", response_format={"type": "json_object"})
    expect(json.loads(_join(chunks, "content")), {"echo": "Hello there"})


@CASES.case(_CHAT, "limits and fallback models")
def limits() -> Steps:
    """`max_tokens`, `stop`, and a model that replies in place of one that fails."""
    result = yield _chat("local/error-503", models=["no/such", "local/echo"], max_tokens=1)
    found = (result.model, result.choices[0].message.content, result.choices[0].finish_reason)
    expect(found, ("local/echo", "Hello", "length"))
    result = yield _chat("local/echo", stop=[" there"], plugins=[{"id": "web", "max_results": 3}])
    expect(result.choices[0].message.content, "Hello")


@CASES.case(_CHAT, "errors by status")
def status_errors() -> Steps:
    """The class, status and body of every error, as a plain call and as a stream."""
    for status, error_class in _STATUS_ERRORS.items():
        for kind in KINDS:
            with Raises(error_class) as raised:
                yield _chat(f"local/error-{status}", kind=kind)
            expect((raised.error.status_code, json.loads(raised.error.body)["error"]["code"]), (status, status))


@CASES.case(_CHAT, "an invalid request")
def invalid_request() -> Steps:
    """Conflicting members return 422, unknown models 404."""
    with Raises(errors.UnprocessableEntityResponseError, "add it to tools"):
        yield _chat("local/echo", tool_choice={"type": "function", "function": {"name": "none"}})
    with Raises(errors.NotFoundResponseError, "No endpoints found for no/such"):
        yield _chat("no/such")
    with Raises(errors.BadRequestResponseError, "messages: must have at least 1 items, not 0"):
        yield _chat("local/echo", [])


@CASES.case(_CHAT, "errors in a stream")
def stream_errors() -> Steps:
    """An error in the first event, and one after half of the words."""
    for model, text in (("local/error-in-200", ""), ("local/error-mid-stream", STORY_BEGINNING)):
        chunks = yield _chat(model, kind="chunks")
        expect((chunks[-1].error.code, _join(chunks, "content")[: len(STORY_BEGINNING)]), (429, text))


@CASES.case(_CHAT, "retries")
def retries() -> Steps:
    """The package retries 503, but not 429."""
    config = utils.RetryConfig("backoff", utils.BackoffStrategy(10, 50, 1.5, 5000), retry_connection_errors=False)
    messages = make_new_messages()
    with Raises(errors.TooManyRequestsResponseError):
        yield _chat("local/flaky", messages, retries=config)
    result = yield _chat("local/flaky", messages, retries=config)
    expect(result.choices[0].message.content[:5], "call ")


@CASES.case("createEmbeddings", "embeddings")
def embeddings() -> Steps:
    """Numbers and base64."""
    inputs = ["a b", "a b c"]
    numbers = yield Call("embeddings.generate", {"model": "local/embed", "input": inputs, "dimensions": 64})
    expect([(item.index, len(item.embedding)) for item in numbers.data], [(0, 64), (1, 64)])
    expect((numbers.model, numbers.usage.prompt_tokens), ("local/embed", 5))
    encoded = yield Call("embeddings.generate", {"model": "local/embed", "input": "x", "encoding_format": "base64"})
    expect(isinstance(encoded.data[0].embedding, str), True)


@CASES.case("listEmbeddingsModels", "the embedding models")
def embedding_models() -> Steps:
    """The only embedding model."""
    found = yield Call("embeddings.list_models", {}, "pages")
    expect([model.id for model in found], ["local/embed"])


@CASES.case("getModels", "the list of models, in pages and filtered")
def models() -> Steps:
    """Pages have the same items as the whole list."""
    whole = yield Call("models.list", {}, "pages")
    pages = yield Call("models.list", {"limit": 4}, "pages")
    expect([model.id for model in pages], [model.id for model in whole])
    expect("local/echo" in {model.id for model in whole}, True)
    reasoning_models = yield Call("models.list", {"supported_parameters": "reasoning"}, "pages")
    expect([model.id for model in reasoning_models], ["local/reasoning"])
    with Raises(errors.BadRequestResponseError, "limit: must be at least 1, not 0"):
        yield Call("models.list", {"limit": 0})


@CASES.case("listModelsUser", "the models of the user")
def user_models() -> Steps:
    """Pages of the models that the account may use."""
    found = yield Call("models.list_for_user", {"security": {"bearer": "local"}, "limit": 10}, "pages")
    expect("local/echo" in {model.id for model in found}, True)


@CASES.case("listModelsCount", "the number of models")
def model_count() -> Steps:
    """The length of the list of models."""
    whole = yield Call("models.list", {}, "pages")
    result = yield Call("models.count")
    expect(result.data.count, len(whole))


@CASES.case("getModel", "a model")
def model() -> Steps:
    """The model of the contract's example, a local model, and an unknown one."""
    for name in ("openai/gpt-4o-mini", "local/echo", "acme/made-up"):
        author, slug = name.split("/")
        result = yield Call("models.get", {"author": author, "slug": slug})
        expect(result.data.id, name)
    with Raises(errors.NotFoundResponseError, "No endpoints found for no/such"):
        yield Call("models.get", {"author": "no", "slug": "such"})


@CASES.case("listEndpoints", "the endpoints of a model")
def endpoints() -> Steps:
    """The endpoints of the contract's example."""
    result = yield Call("endpoints.list", {"author": "openai", "slug": "gpt-4o-mini"})
    expect([each.tag for each in result.data.endpoints], ["openai", "azure/eu"])
    expect(result.data.endpoints[0].native_tools["openrouter:web_search"].type, "web_search")
    expect(result.data.endpoints[1].service_tier, "priority")


@CASES.case("listEndpointsZdr", "the endpoints without data retention")
def zdr_endpoints() -> Steps:
    """The endpoint of the contract's example."""
    result = yield Call("endpoints.list_zdr_endpoints")
    expect([each.provider_name for each in result.data], ["Azure"])


@CASES.case("listProviders", "the providers")
def providers() -> Steps:
    """The first provider of the contract's example."""
    result = yield Call("providers.list")
    expect(result.data[0].slug, "northwind-ai")


@CASES.case("getGeneration", "the record of a generation")
def generation() -> Steps:
    """It is not found at first, and then has the tokens of the chat."""
    chat_result = yield _chat("local/echo")
    with Raises(errors.NotFoundResponseError, "its record is available shortly"):
        yield Call("generations.get_generation", {"id": chat_result.id})
    result = yield Call("generations.get_generation", {"id": chat_result.id})
    found = (result.data.id, result.data.tokens_prompt, result.data.total_cost, result.data.streamed)
    expect(found, (chat_result.id, 2, chat_result.usage.cost, False))


@CASES.case("listGenerationContent", "the content of a generation")
def generation_content() -> Steps:
    """Prompt and answer of the chat."""
    chat_result = yield _chat("local/echo")
    result = yield Call("generations.list_generation_content", {"id": chat_result.id})
    expect(result.data.output.completion, "Hello there")


@CASES.case("submitGenerationFeedback", "feedback on a generation")
def feedback() -> Steps:
    """The feedback is accepted."""
    arguments = {"generation_id": "gen-1", "category": "latency", "comment": "slow"}
    result = yield Call("generations.submit_feedback", arguments)
    expect(result.data.SUCCESS, True)


@CASES.case("getCredits", "the credits")
def credit_balance() -> Steps:
    """The credits of the contract's example."""
    result = yield Call("credits.get_credits")
    expect((result.data.total_credits, result.data.total_usage), (100.0, 42.25))


@CASES.case("getCurrentKey", "the key of the request")
def current_key() -> Steps:
    """The limit and the budget of the contract's example."""
    result = yield Call("api_keys.get_current_key_metadata")
    found = (result.data.limit, result.data.effective_budget.scope, result.data.free_model_daily_requests.remaining)
    expect(found, (25, "key_limit", 988))
    expect(result.data.effective_budget.resets_at, datetime(2026, 9, 1, tzinfo=UTC))


@CASES.case("list", "the list of keys")
def keys() -> Steps:
    """The keys of the contract's example, and the page after the last one."""
    result = yield Call("api_keys.list", {"offset": 0})
    expect([key.name for key in result.data][1:], ["Old notebook"])
    result = yield Call("api_keys.list", {"offset": 2, "include_disabled": True})
    expect(result.data, [])


@CASES.case("createKeys", "a new key")
def new_key() -> Steps:
    """The key, and its record."""
    expires = datetime(2027, 1, 1, tzinfo=UTC)
    arguments = {"name": "x", "limit": 5.5, "limit_reset": "monthly", "expires_at": expires}
    result = yield Call("api_keys.create", arguments)
    expect((result.key[:9], result.data.external_user), ("sk-or-v1-", None))


@CASES.case("getKey", "a key")
def key() -> Steps:
    """The key of the contract's example."""
    result = yield Call("api_keys.get", {"hash": _HASH})
    expect(result.data.last_used_at, datetime(2026, 8, 19, 17, 2, 11, tzinfo=UTC))


@CASES.case("updateKeys", "a changed key")
def changed_key() -> Steps:
    """The key of the contract's example."""
    result = yield Call("api_keys.update", {"hash": _HASH, "disabled": False, "limit": 40})
    expect((result.data.limit, result.data.limit_reset), (40, "weekly"))


@CASES.case("deleteKeys", "a deleted key")
def deleted_key() -> Steps:
    """The deletion is confirmed."""
    result = yield Call("api_keys.delete", {"hash": _HASH})
    expect(result.DELETED, True)


@CASES.case("createAuthKeysCode", "a code for a key")
def auth_code() -> Steps:
    """The code of the contract's example."""
    arguments = {"callback_url": "https://example.com/back", "code_challenge": "x" * 43, "limit": 3}
    result = yield Call("o_auth.create_auth_code", {**arguments, "code_challenge_method": "S256"})
    expect(result.data.id, "auth_code_9fK2mXw7RtB4")


@CASES.case("exchangeAuthCodeForAPIKey", "a key for a code")
def exchanged_code() -> Steps:
    """The key of the contract's example."""
    arguments = {"code": "auth_code_9fK2mXw7RtB4", "code_verifier": "x" * 43, "code_challenge_method": "S256"}
    result = yield Call("o_auth.exchange_auth_code_for_api_key", arguments)
    expect(result.key[:9], "sk-or-v1-")
