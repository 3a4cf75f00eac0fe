"""The types of the steps of a script, and of the pieces of a stream; the functions of `steps` return them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from attrs import field, frozen

from ..errors import APIError, ConnectionFailedError
from ..sse import ServerSentEvent
from .replies import Failure, Pause, Reply
from .requests import SentRequest

__all__ = ["Item", "Step"]


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
        body: The body: a JSON value, text or bytes.
        headers: The headers.
        delay: Seconds before the headers.
        unchanged: True if an event of a chat contains nothing but the body.
    """

    status: int
    body: Any
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0
    unchanged: bool = False


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
