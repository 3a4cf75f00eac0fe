"""The steps of a script: what the service replies to one request.

Beside the functions of this module, these values are steps: a text is the answer of a model; an int such as 429 is an
error response; a list is a stream; a dict or a model is a JSON body; bytes are a body; an exception is raised, or sent
as the response that it stands for; a function receives the `SentRequest`, and returns a step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeAlias

from attrs import field, frozen

from ..errors import APIError, ConnectionFailedError
from ..sse import ServerSentEvent
from .replies import Failure, Pause, Reply, ScriptError
from .requests import SentRequest

__all__ = [
    "Item",
    "Step",
    "completion",
    "connection_error",
    "error",
    "events",
    "pause",
    "reply",
    "stream",
    "timeout",
    "tool_call",
    "when",
]

LimitedPhase = Literal["connect", "pool", "write", "read"]

_TIMEOUTS: Mapping[str, str] = {
    "connect": "ConnectTimeout",
    "pool": "PoolTimeout",
    "write": "WriteTimeout",
    "read": "ReadTimeout",
}


class Model(Protocol):
    """A model of a generated package, or another object with a method `to_dict`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON of the object."""
        raise NotImplementedError


@frozen
class ToolCall:
    """A tool call of the model; see `tool_call`.

    Attributes:
        name: The name of the function.
        arguments: The arguments as JSON text.
        id: The id of the call; None to number the calls.
    """

    name: str
    arguments: str
    id: str | None = None


@frozen
class ErrorReply:
    """An error of the service; see `error`.

    Attributes:
        status: The HTTP status.
        body: The JSON body.
        headers: The headers.
        delay: Seconds before the headers.
    """

    status: int
    body: Any
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0


@frozen
class Chat:
    """The answer of a model, whole or as a stream; see `completion` and `stream`.

    Attributes:
        items: The pieces of the answer.
        finish_reason: Why the answer ends; None for "tool_calls" after a tool call, else "stop".
        usage: Members of the usage, which replace the counted ones.
        cost: The cost in US dollars; None for that of `usage`.
        model: The model; None for the requested one.
        complete: False if the response ends before the finish reason.
        headers: The headers.
        delay: Seconds before the headers.
    """

    items: tuple[Item, ...]
    finish_reason: str | None = None
    usage: Mapping[str, Any] = field(factory=dict)
    cost: float | None = None
    model: str | None = None
    complete: bool = True
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0


@frozen
class Events:
    """A stream that is no chat; see `events`.

    Attributes:
        items: The events, pauses and failures.
        headers: The headers.
        delay: Seconds before the headers.
    """

    items: tuple[Item, ...]
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0


@frozen
class Body:
    """A body of any kind; see `reply`.

    Attributes:
        body: Bytes, text, or a JSON value.
        status: The HTTP status.
        headers: The headers.
        delay: Seconds before the headers.
    """

    body: Any
    status: int = 200
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0


@frozen
class Conditional:
    """A step for certain requests only; see `when`.

    Attributes:
        match: Returns True for a request that the step replies to.
        step: The step.
    """

    match: Callable[[SentRequest], bool]
    step: Step


Item: TypeAlias = (
    str
    | int
    | bytes
    | Mapping[str, Any]
    | Model
    | ToolCall
    | ServerSentEvent
    | Pause
    | Failure
    | ErrorReply
    | BaseException
)
"""A piece of a stream."""
Step: TypeAlias = (
    str
    | int
    | bytes
    | Mapping[str, Any]
    | Model
    | Sequence[Item]
    | ToolCall
    | Failure
    | ErrorReply
    | BaseException
    | type[APIError | ConnectionFailedError]
    | Chat
    | Events
    | Body
    | Reply
    | Conditional
    | Callable[[SentRequest], "Step"]
)
"""What a script replies to one request."""


def completion(
    content: str = "",
    *,
    reasoning: str = "",
    tool_calls: Sequence[ToolCall] = (),
    finish_reason: str | None = None,
    usage: Mapping[str, Any] | None = None,
    cost: float | None = None,
    model: str | None = None,
    headers: Mapping[str, str] | None = None,
    delay: float = 0,
) -> Chat:
    """Return the answer of a model: a step that sends it whole or, word by word, as a stream, as the request asks.

    Args:
        content: The text.
        reasoning: The reasoning before the text.
        tool_calls: Tool calls; see `tool_call`.
        finish_reason: Why the answer ends. Defaults to "tool_calls" if there are any, else "stop".
        usage: Members of the usage; the others are counted, with a word as a token.
        cost: The cost in US dollars. Defaults to 0.
        model: The model of the response. Defaults to the requested model.
        headers: Headers of the response.
        delay: Seconds before the response.
    """
    items: list[Item] = [{"reasoning": word} for word in split_words(reasoning)]
    return Chat(
        items=(*items, *split_words(content), *tool_calls),
        finish_reason=finish_reason,
        usage=usage or {},
        cost=cost,
        model=model,
        headers=headers or {},
        delay=delay,
    )


def tool_call(name: str, arguments: Mapping[str, Any] | str | None = None, *, id: str | None = None) -> ToolCall:  # noqa: A002 - the name in the API
    """Return a tool call: a step of its own, an item of `stream`, or one of the `tool_calls` of `completion`.

    Args:
        name: The name of the function.
        arguments: The arguments; a text is sent unchanged, so that it may be invalid JSON. Defaults to none, {}.
        id: The id of the call. Defaults to "call_1", "call_2" and so on.
    """
    from .._testing.json_texts import encode_json

    text = arguments if isinstance(arguments, str) else encode_json(dict(arguments or {})).decode()
    return ToolCall(name, text, id)


def stream(
    *items: Item,
    finish_reason: str | None = None,
    usage: Mapping[str, Any] | None = None,
    cost: float | None = None,
    model: str | None = None,
    complete: bool = True,
    headers: Mapping[str, str] | None = None,
    delay: float = 0,
) -> Chat:
    """Return the answer of a model in the pieces of a stream. A request without streaming gets them as one result.

    A list is the same step without options: `["Par", "is"]`.

    Args:
        items: The pieces. A text is content; a dict is a delta, such as `{"reasoning": "Hm"}`, or a whole chunk with
            `choices`; `tool_call(...)` is a tool call; `pause(0.1)` lets time pass; an int or `error(...)` is an error
            event; `connection_error()` breaks the connection, and `timeout()` lets the limit of a read pass; bytes are
            sent unchanged, and a `ServerSentEvent` is one event. An error ends the stream.
        finish_reason: Why the answer ends. Defaults to "tool_calls" after a tool call, else "stop".
        usage: Members of the usage; the others are counted, with a word as a token.
        cost: The cost in US dollars. Defaults to 0.
        model: The model of the response. Defaults to the requested model.
        complete: False to end the body after the items, without finish reason and `[DONE]`.
        headers: Headers of the response.
        delay: Seconds before the response.
    """
    return Chat(items, finish_reason, usage or {}, cost, model, complete, headers or {}, delay)


def events(*items: Item, headers: Mapping[str, str] | None = None, delay: float = 0) -> Events:
    """Return a stream of events that is no chat.

    Args:
        items: The events. A text is the data of an event; a dict or a model is sent as JSON; a `ServerSentEvent` has a
            name; the others are those of `stream`. Nothing is added: pass the sentinel, such as "[DONE]", as the last.
        headers: Headers of the response.
        delay: Seconds before the response.
    """
    return Events(items, headers or {}, delay)


def reply(body: Any = None, *, status: int = 200, headers: Mapping[str, str] | None = None, delay: float = 0) -> Body:
    """Return a response with any body, status and headers.

    Args:
        body: Bytes, a text, a model, or a JSON value. Defaults to an empty body.
        status: The HTTP status.
        headers: The headers; a Content-Type that fits the body is added.
        delay: Seconds before the response.
    """
    return Body(body, status, headers or {}, delay)


def error(
    kind: int | str,
    message: str | None = None,
    *,
    error_type: str | None = None,
    provider: str | None = None,
    retry_after: float | None = None,
    metadata: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    delay: float = 0,
) -> ErrorReply:
    """Return an error of the service, in the form of OpenRouter's and OpenAI's bodies. An int is the same step: `429`.

    Args:
        kind: The HTTP status, or the name of an error that has one, such as "context_length_exceeded".
        message: The message. Defaults to the name, or the phrase of the status.
        error_type: The name of the error, if `kind` is a status.
        provider: The provider whose response failed.
        retry_after: Seconds to wait before the next attempt, sent as `Retry-After`.
        metadata: Further members of `metadata`.
        headers: Headers of the response.
        delay: Seconds before the response.

    Raises:
        ScriptError: No status is known for the name.
    """
    if isinstance(kind, str):
        status, error_type = _find_status(kind), error_type or kind
        message = message or kind.replace("_", " ")
    else:
        status = kind
    details: dict[str, Any] = {"error_type": error_type, "provider_name": provider}
    details = {name: value for name, value in details.items() if value is not None} | dict(metadata or {})
    body: dict[str, Any] = {"code": status, "message": message or _find_phrase(status)}
    if details:
        body["metadata"] = details
    waits = {} if retry_after is None else {"retry-after": f"{retry_after:g}"}
    return ErrorReply(status, {"error": body}, {**waits, **(headers or {})}, delay)


def connection_error(message: str = "", *, when: Literal["connect", "read"] = "connect") -> Failure:
    """Return a failed connection.

    In a stream, it breaks the connection at this place, whatever `when` is.

    Args:
        message: The text of the error.
        when: "connect": no connection is opened. "read": the connection ends before the response.
    """
    return Failure("ConnectError" if when == "connect" else "ReadError", message)


def timeout(phase: LimitedPhase = "read") -> Failure:
    """Return a service that does not respond until a limit of the client is exceeded, without the wait.

    The error names the limit that would be exceeded first. To exceed a limit in real time, use `pause` and `delay`.

    Args:
        phase: What takes too long: connect, pool, write or read.
    """
    return Failure(_TIMEOUTS[phase])


def pause(seconds: float) -> Pause:
    """Return a time in which a stream sends nothing; the limits of the client apply to it."""
    return Pause(seconds)


def when(match: Callable[[SentRequest], bool], step: Step) -> Conditional:
    """Return a step for the first request that a function accepts, so that requests may arrive in any order.

        Script([when(lambda request: request.model == "a/large", "Rome"), when(lambda request: ..., "Paris")])

    Args:
        match: A function that receives the `SentRequest`, and returns True if the step replies to it.
        step: The step.
    """
    return Conditional(match, step)


def split_words(text: str) -> list[str]:
    """Return the words of a text, each with the blanks before it, so that joined they are the text."""
    import re

    return re.findall(r"\s*\S+(?:\s+\Z)?|\s+\Z", text)


def _find_status(name: str) -> int:
    from .._errors.error_body import STATUS_BY_TYPE

    status = STATUS_BY_TYPE.get(name)
    if status is None:
        known = ", ".join(sorted(STATUS_BY_TYPE))
        raise ScriptError(
            f"no status is known for the error {name!r}: write error(400, error_type={name!r}), or one of {known}"
        )
    return status


def _find_phrase(status: int) -> str:
    from http import HTTPStatus

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return {524: "A Timeout Occurred", 529: "Overloaded"}.get(status, f"Status {status}")
