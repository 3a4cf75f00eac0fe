"""The requests to the proxy, and their expected outcomes."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from openrouterkit import user
from openrouterkit.errors import (
    BadRequestResponseError,
    InternalServerResponseError,
    NotFoundResponseError,
    OpenRouterError,
    ProviderOverloadedResponseError,
    ServiceUnavailableResponseError,
    TooManyRequestsResponseError,
)
from openrouterkit_api.operations import chat
from openrouterkit_api.operations import models as operations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MESSAGES: Final = [user("Say hello.")]
_HELLO: Final = "Hello from the mock: zäh, 你好."


@frozen
class Outcome:
    """The outcome of one call.

    Attributes:
        result: the object returned, or accumulated from the chunks of a stream; None if the call failed.
        error: the exception raised, if any.
        texts: the text of each chunk (of its first choice); None for a plain call.
        last_chunks: the number of chunks with `is_last` set.
    """

    result: Any = None
    error: Exception | None = None
    texts: list[str] | None = None
    last_chunks: int = 0

    def __str__(self) -> str:
        if self.error is not None:
            attempts = len(getattr(self.error, "attempts", ()))
            return f"{type(self.error).__name__}, attempts: {attempts}: {self.error}"
        return repr(getattr(self.result, "text", type(self.result).__name__))


@frozen
class Expected:
    """The expected outcome of a call.

    Attributes:
        text: the text of the answer, or a part of the error's message.
        error: the class of the error, None for a success.
        status: the status code of the error.
        attempts: the number of attempts.
        partial: the text received before the error.
        check: returns what is wrong with a result, or None.
    """

    text: str
    error: type[OpenRouterError] | None = None
    status: int = 200
    attempts: int = 1
    partial: str | None = None
    check: Callable[[Any], str | None] = lambda _: None

    def find_mismatch(self, outcome: Outcome, key: str) -> str | None:
        """Return a description of what is wrong with an outcome, or None."""
        if self.error is None:
            return self._check_result(outcome) if outcome.error is None else f"failed: {outcome}"
        error = outcome.error
        if not isinstance(error, OpenRouterError) or type(error) is not self.error:
            return f"expected {self.error.__name__}, got {outcome}"
        partial = None if error.partial is None else error.partial.text
        facts = {
            "status": (error.status_code, self.status),
            "attempts": (len(error.attempts), self.attempts),
            "partial text": (partial, self.partial),
            "unpickled message": (str(pickle.loads(pickle.dumps(error))), str(error)),  # noqa: S301 - pickled here
            "message": (str(error) if self.text not in str(error) else self.text, self.text),
            "key in the message": (key in str(error), False),
        }
        return _compare(facts)

    def _check_result(self, outcome: Outcome) -> str | None:
        result = outcome.result
        facts: dict[str, tuple[Any, Any]] = {"text": (getattr(result, "text", ""), self.text)}
        if outcome.texts is not None:
            facts["text of the chunks"] = ("".join(outcome.texts), self.text)
            facts["number of last chunks"] = (outcome.last_chunks, 1)
        return _compare(facts) or self.check(result)


@frozen
class Case:
    """A request that any client can send, as a plain call or as a stream.

    Attributes:
        name: the name in the table.
        send: makes the call with a client; returns an awaitable for an async client.
        plain: the expected outcome of the plain call.
        stream: opens the stream with a client; None for a request that cannot be streamed.
        streamed: the expected outcome of the stream; defaults to `plain`.
    """

    name: str
    send: Callable[[Any], Any]
    plain: Expected
    stream: Callable[[Any], Any] | None = None
    streamed: Expected = field()

    @streamed.default
    def _default_streamed(self) -> Expected:
        return self.plain


def build_cases() -> list[Case]:
    """Return all cases."""
    return [
        _chat("a plain answer", "plain", Expected(_HELLO)),
        _chat("two choices", "plain", Expected(_HELLO, check=_check_two_choices), n=2),
        _chat("usage", "plain", Expected(_HELLO, check=_check_usage), stream_options={"include_usage": True}),
        # The proxy's mock does not stream tool calls, only the text.
        _chat(
            "a tool call",
            "calling",
            Expected("This is a mock request", check=_check_tool_calls),
            Expected("This is a mock request"),
        ),
        Case("the list of models", lambda client: client.send(operations.list()), Expected("", check=_check_models)),
        _chat("an unknown model", "none", _bad_request("Invalid model name passed in model=mock/none")),
        _chat("no messages", "plain", _bad_request("Missing required parameter: 'messages'"), messages=None),
        _chat("an unknown role", "plain", Expected(_HELLO), messages=[{"role": "oracle", "content": "?"}]),
        _chat("a context that is too long", "full", _bad_request("this is a mock context window exceeded error")),
        _chat("a content filter", "filtered", _bad_request("content_filter_policy")),
        _chat(
            "a rate limit",
            "limited",
            Expected("this is a mock rate limit error", TooManyRequestsResponseError, 429, attempts=2),
        ),
        _chat(
            "an internal error",
            "broken",
            Expected("this is a mock internal server error", InternalServerResponseError, 500, attempts=2),
        ),
        _chat(
            "an overloaded provider",
            "overloaded",
            Expected("This is a mock error raised mid-stream", ProviderOverloadedResponseError, 529, attempts=2),
        ),
        _chat(
            "an error in the middle of a stream",
            "breaking",
            Expected("Not implemented yet!", InternalServerResponseError, 500, attempts=2),
            Expected("the mock broke off", ServiceUnavailableResponseError, 503, partial="Half an "),
        ),
        _chat("a wrong key", "plain", _bad_request("No connected db"), key="sk-wrong"),
        Case(
            "an unknown path",
            lambda client: client.request("GET", "/nowhere"),
            Expected("Not Found", NotFoundResponseError, 404),
        ),
    ]


def _bad_request(message: str) -> Expected:
    return Expected(message, BadRequestResponseError, 400)


def _chat(
    name: str, model: str, plain: Expected, streamed: Expected | None = None, *, key: str | None = None, **more: Any
) -> Case:
    request: Mapping[str, Any] = {"model": f"mock/{model}", "messages": MESSAGES, **more}
    request = {member: value for member, value in request.items() if value is not None}

    def with_key(client: Any) -> Any:
        return client if key is None else client.with_options(api_key=key)

    return Case(
        name,
        lambda client: with_key(client).send(chat.send(request)),
        plain,
        lambda client: with_key(client).stream(chat.send(request)),
        plain if streamed is None else streamed,
    )


def _compare(facts: Mapping[str, tuple[Any, Any]]) -> str | None:
    """Return a description of the facts whose actual value is not the expected one, or None."""
    mismatches = [
        f"{name}: expected {expected!r}, got {actual!r}"
        for name, (actual, expected) in facts.items()
        if actual != expected
    ]
    return "; ".join(mismatches) or None


def _check_two_choices(result: Any) -> str | None:
    contents = [choice.message.content for choice in result.choices]
    return None if contents == [_HELLO] * 2 else f"unexpected texts of the choices: {contents}"


def _check_usage(result: Any) -> str | None:
    usage = result.usage
    consistent = usage is not None and usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    return None if consistent else f"unexpected usage: {usage}"


def _check_tool_calls(result: Any) -> str | None:
    calls = [(call.function.name, call.function.arguments) for call in result.tool_calls]
    return None if calls == [("weather", '{"city": "Paris"}')] else f"unexpected tool calls: {calls}"


def _check_models(response: Any) -> str | None:
    names = [model.id for model in response.data]
    return None if "mock/plain" in names else f"mock/plain is missing from the models: {names}"
