"""What is asked of the proxy, and what must come of it."""

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
from openrouterkit_api.operations import models as operations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MESSAGES: Final = [user("Say hello.")]
_HELLO: Final = "Hello from the mock: zäh, 你好."


@frozen
class Outcome:
    """What came of one call.

    Attributes:
        result: what was returned, or added up of the chunks; None where it failed.
        error: what was raised.
        texts: of the chunks (of their first choice), where it was a stream.
        lasts: how many chunks said that they are the last.
    """

    result: Any = None
    error: Exception | None = None
    texts: list[str] | None = None
    lasts: int = 0

    def __str__(self) -> str:
        if self.error is not None:
            attempts = len(getattr(self.error, "attempts", ()))
            return f"{type(self.error).__name__}, attempts: {attempts}: {self.error}"
        return repr(getattr(self.result, "text", type(self.result).__name__))


@frozen
class Expected:
    """What must come of a call.

    Attributes:
        says: the answer's text, or a part of the error's message.
        error: the class of the error, None for a success.
        status: the error's.
        attempts: how many are made.
        partial: the text that had come before the error.
        holds: looks at a result; gives what is wrong with it, or None.
    """

    says: str
    error: type[OpenRouterError] | None = None
    status: int = 200
    attempts: int = 1
    partial: str | None = None
    holds: Callable[[Any], str | None] = lambda _: None

    def judge(self, outcome: Outcome, key: str) -> str | None:
        """What is wrong with an outcome, in words; None where nothing is."""
        if self.error is None:
            return self._judge_result(outcome) if outcome.error is None else f"failed: {outcome}"
        error = outcome.error
        if not isinstance(error, OpenRouterError) or type(error) is not self.error:
            return f"is no {self.error.__name__}, but {outcome}"
        partial = None if error.partial is None else error.partial.text
        facts = {
            "status": (error.status_code, self.status),
            "attempts": (len(error.attempts), self.attempts),
            "partial text": (partial, self.partial),
            "pickled and read back": (str(pickle.loads(pickle.dumps(error))), str(error)),  # noqa: S301 - our own
            "message": (self.says in str(error) or str(error), True),
            "key in the message": (key in str(error), False),
        }
        return _differing(facts)

    def _judge_result(self, outcome: Outcome) -> str | None:
        result = outcome.result
        facts: dict[str, tuple[Any, Any]] = {"text": (getattr(result, "text", ""), self.says)}
        if outcome.texts is not None:
            facts["text of the chunks"] = ("".join(outcome.texts), self.says)
            facts["last chunks"] = (outcome.lasts, 1)
        return _differing(facts) or self.holds(result)


@frozen
class Case:
    """One thing that is asked for, by any client, in one call or as a stream.

    Attributes:
        name: what it is about.
        send: makes the call, given a client; async clients give an awaitable.
        plain: what must come of it.
        stream: opens the stream, given a client; None where there is none.
        streamed: what must come of that; the same unless given.
    """

    name: str
    send: Callable[[Any], Any]
    plain: Expected
    stream: Callable[[Any], Any] | None = None
    streamed: Expected = field()

    @streamed.default
    def _same(self) -> Expected:
        return self.plain


def cases() -> list[Case]:
    """All of them."""
    return [
        _chat("an answer", "plain", Expected(_HELLO)),
        _chat("two choices", "plain", Expected(_HELLO, holds=_has_two_choices), n=2),
        _chat("usage", "plain", Expected(_HELLO, holds=_has_usage), stream_options={"include_usage": True}),
        # The proxy's mock streams no tool calls, only the text beside them.
        _chat(
            "a tool call",
            "calling",
            Expected("This is a mock request", holds=_calls_weather),
            Expected("This is a mock request"),
        ),
        Case("the list of models", lambda client: client.send(operations.list()), Expected("", holds=_lists_models)),
        _chat("an unknown model", "none", _bad("Invalid model name passed in model=mock/none")),
        _chat("no messages", "plain", _bad("Missing required parameter: 'messages'"), messages=None),
        _chat("messages of no known role", "plain", Expected(_HELLO), messages=[{"role": "oracle", "content": "?"}]),
        _chat("a context that is too long", "full", _bad("this is a mock context window exceeded error")),
        _chat("a content filter", "filtered", _bad("content_filter_policy")),
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
        _chat("a wrong key", "plain", _bad("No connected db"), key="sk-wrong"),
        Case(
            "an unknown path",
            lambda client: client.request("GET", "/nowhere"),
            Expected("Not Found", NotFoundResponseError, 404),
        ),
    ]


def _bad(says: str) -> Expected:
    return Expected(says, BadRequestResponseError, 400)


def _chat(
    name: str, model: str, plain: Expected, streamed: Expected | None = None, *, key: str | None = None, **more: Any
) -> Case:
    request: Mapping[str, Any] = {"model": f"mock/{model}", "messages": MESSAGES, **more}
    request = {member: value for member, value in request.items() if value is not None}

    def keyed(client: Any) -> Any:
        return client if key is None else client.with_options(api_key=key)

    return Case(
        name,
        lambda client: keyed(client).chat.send(request),
        plain,
        lambda client: keyed(client).chat.stream(request),
        plain if streamed is None else streamed,
    )


def _differing(facts: Mapping[str, tuple[Any, Any]]) -> str | None:
    wrong = [
        f"{what}: {found!r} where {wanted!r} must be" for what, (found, wanted) in facts.items() if found != wanted
    ]
    return "; ".join(wrong) or None


def _has_two_choices(result: Any) -> str | None:
    contents = [choice.message.content for choice in result.choices]
    return None if contents == [_HELLO] * 2 else f"the choices say {contents}"


def _has_usage(result: Any) -> str | None:
    usage = result.usage
    whole = usage is not None and usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    return None if whole else f"the usage is {usage}"


def _calls_weather(result: Any) -> str | None:
    calls = [(call.function.name, call.function.arguments) for call in result.tool_calls]
    return None if calls == [("weather", '{"city": "Paris"}')] else f"the tool calls are {calls}"


def _lists_models(listing: Any) -> str | None:
    names = [model.id for model in listing.data]
    return None if "mock/plain" in names else f"the models are {names}"
