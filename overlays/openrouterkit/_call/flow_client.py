"""The methods `build_flow` and `build_stream` of the clients: calls as parts of a flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import Operation, StreamingOperation
    from openrouterkit_runtime.sender import Options, Timeout

    from .._request.settings import Settings
    from .._streaming.flow_stream import FlowStream
    from ..flow import Flow

T = TypeVar("T")
C = TypeVar("C")
S = TypeVar("S")


class FlowClient:
    """Builds flows that are calls of this client; they are the same for sync and async clients."""

    _settings: Settings
    _transport: Any

    def build_flow(
        self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Flow[T]:
        """Return a flow that sends an operation and returns its typed response, as `send` does.

        A longer flow contains it, and `client.run` runs both, in sync and async code:

            def rename(client, id, name):
                pet = yield from client.build_flow(operations.pets.get(id=id))
                return (yield from client.build_flow(operations.pets.put(id=id, name=name, kind=pet.kind)))

            client.run(rename(client, "rex", "Max"))

        Args:
            operation: An operation from the `operations` of a generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
        """
        from .calls import send

        return send(self._settings, operation, timeout, options)

    def build_stream(
        self, operation: StreamingOperation[T, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> FlowStream[C, T]:
        """Return the event stream of an operation, to be read by a flow.

        Args:
            operation: A streaming operation from the `operations` of a generated package.
            timeout: The timeout of this call; see `build_flow`.
            options: The `RequestOptions` of this call.

        Raises:
            ConfigurationError: The operation has no event stream.
        """
        from .._streaming.flow_stream import FlowStream
        from .calls import open_stream

        return FlowStream(open_stream(self._settings, operation, timeout, options))

    def _build_own_stream(self, kind: Callable[[Any, Any], S], content: Any) -> S:
        """Return a stream of a class of this package.

        Args:
            kind: The class.
            content: Its first argument; the second is the transport.
        """
        return kind(content, self._transport)
