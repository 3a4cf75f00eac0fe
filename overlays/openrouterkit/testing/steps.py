"""The steps of a script: what the service replies to one request.

Beside the functions of this module, these values are steps: a text is the answer of a model; an int such as 429 is an
error response; a list is a stream; a dict or a model is a JSON body; bytes are a body; an exception is raised, or sent
as the response that it stands for; a function receives the `SentRequest`, and returns a step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .replies import Failure, Pause, ScriptError
from .step_types import Body, Chat, Conditional, ErrorReply, Events, Item, Step, ToolCall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
    body: Any = None,
    headers: Mapping[str, str] | None = None,
    delay: float = 0,
) -> ErrorReply:
    """Return an error of the service. An int is the same step: `429`.

    The clients of every service read the body that OpenRouter sends, and have the message, the type and the metadata
    in their errors. `body` is for tests of the shape that another service has.

    Args:
        kind: The HTTP status, or the name of an error that has one, such as "context_length_exceeded".
        message: The message. Defaults to the name, or the phrase of the status.
        error_type: The name of the error, if `kind` is a status.
        provider: The provider whose response failed.
        retry_after: Seconds to wait before the next attempt, sent as `Retry-After`.
        metadata: Further members of `metadata`.
        body: The whole body, such as `{"detail": "slow down"}`, a text or bytes, in place of the one that the other
            arguments describe. In a stream, it is the data of an event; for one with a name, write a `ServerSentEvent`.
        headers: Headers of the response.
        delay: Seconds before the response.

    Raises:
        ScriptError: No status is known for the name, or `body` is not the only description of the body.
    """
    waits = {} if retry_after is None else {"retry-after": f"{retry_after:g}"}
    headers = {**waits, **(headers or {})}
    if body is not None:
        members = {"message": message, "error_type": error_type, "provider": provider, "metadata": metadata}
        passed = ", ".join(name for name, value in members.items() if value is not None)
        if passed:
            raise ScriptError(
                f"error(..., body=...) has no {passed}, as the body is complete: write them into the body"
            )
        return ErrorReply(_find_status(kind) if isinstance(kind, str) else kind, body, headers, delay, unchanged=True)
    if isinstance(kind, str):
        status, error_type = _find_status(kind), error_type or kind
        message = message or kind.replace("_", " ")
    else:
        status = kind
    details: dict[str, Any] = {"error_type": error_type, "provider_name": provider}
    details = {name: value for name, value in details.items() if value is not None} | dict(metadata or {})
    described: dict[str, Any] = {"code": status, "message": message or _find_phrase(status)}
    if details:
        described["metadata"] = details
    return ErrorReply(status, {"error": described}, headers, delay)


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
