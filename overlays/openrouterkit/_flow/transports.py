"""The interfaces of what performs the effects that need the network, in sync and in async code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .cancellation import Cancellation
    from .deadlines import Deadlines
    from .request import Request
    from .response import Response


class Transport(Protocol):
    """Performs the effects that need the network, in sync code."""

    def exchange(self, request: Request, deadlines: Deadlines, cancellation: Cancellation | None = None) -> Response:
        """Perform an `Exchange`: send the request and return the response once its headers are received.

        Args:
            request: The request.
            deadlines: The deadlines of the call.
            cancellation: Allows another thread to cancel the request.
        """
        ...

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `Read`: return the data of one network read; b"" at the end of the body.

        Args:
            response: A response with an open body.
            deadlines: The deadlines of the call.
        """
        ...

    def close(self, response: Response) -> None:
        """Perform a `Close`: close the body of the response."""
        ...

    def sleep(self, seconds: float) -> None:
        """Perform a `Sleep`: wait, but no longer than the client is open."""
        ...


class AsyncTransport(Protocol):
    """Performs the effects that need the network, in async code."""

    async def exchange(self, request: Request, deadlines: Deadlines) -> Response:
        """Perform an `Exchange`. See `Transport.exchange`."""
        ...

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `Read`. See `Transport.read`."""
        ...

    async def close(self, response: Response) -> None:
        """Perform a `Close`. See `Transport.close`."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Perform a `Sleep`. See `Transport.sleep`."""
        ...
