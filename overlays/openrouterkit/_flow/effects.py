"""What flows yield: effects, which a driver performs for them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

from attrs import define

from .response import Response

if TYPE_CHECKING:
    from .deadlines import Deadlines
    from .request import Request

R = TypeVar("R")


class Effect(Generic[R]):
    """An operation that the driver of a flow performs, with a result of type R."""

    __slots__ = ()

    def __iter__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"{name} is an effect, not a flow: write `yield from do({name}(...))`")


@define(eq=False)
class Exchange(Effect[Response]):
    """Send a request and receive the status and headers of the response; the body stays open."""

    request: Request
    deadlines: Deadlines


@define(eq=False)
class Read(Effect[bytes]):
    """Read the next bytes of an open body; b"" at its end."""

    response: Response
    deadlines: Deadlines


@define(eq=False)
class Close(Effect[None]):
    """Close an open body immediately; its connection is reused only if the body was read to its end."""

    response: Response


@define(eq=False)
class Sleep(Effect[None]):
    """Wait for a number of seconds."""

    seconds: float


@define(eq=False)
class CallFunction(Effect[R]):
    """Run a function. In async code an async function is awaited, and any other runs in a worker thread.

    The function sees the context variables of the caller.

    Attributes:
        function: The function.
        arguments: Its positional arguments.
        deadlines: Async code stops waiting for the function at `deadlines.expires_at` and raises TimedOutError. In sync
            code a function cannot be interrupted. None for no limit.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    deadlines: Deadlines | None = None


Flow = Generator[Effect[Any], Any, R]
"""A generator that yields effects and returns R."""


@define(eq=False)
class Gather(Effect[list[R]]):
    """Run flows concurrently, at most `limit` at a time; the results are in the order of the flows.

    The first error is raised. Flows that have not started by then are not started, and in async code the running flows
    are cancelled.
    """

    flows: Sequence[Flow[R]]
    limit: int = 8


def do(effect: Effect[R]) -> Flow[R]:
    """Return the result of an effect, with its type; use as `yield from do(effect)`."""
    result = yield effect
    return cast("R", result)
