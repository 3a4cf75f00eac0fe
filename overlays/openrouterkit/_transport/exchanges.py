"""The exchanges of a client that are under way, and how other threads end them."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from ..errors import ConfigurationError
from .forks import register
from .sockets import shut_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from .http2.streams import Http2Stream

CLIENT_CLOSED: Final = "the client is closed; create a new client, or close this one after the last call"
"""Error message for a request over a closed client."""


class OpenExchange:
    """An exchange under way: from sending the request to the end of the response body.

    Attributes:
        at: Monotonic time in seconds at which the watchdog shuts the socket down; infinite for never.
        sock: The socket; None before the connection is open, and if other requests share the connection.
        fired: True if a deadline ended the exchange.
        interrupted: True if `interrupt` was called.
        client_closed: True if it was called because the client was closed.
        stream: The stream of HTTP/2, of an exchange of sync code; None before it is known, and for HTTP/1.1.
        sent_at: Monotonic time in seconds at which the request was sent; infinite before, or if it is not known.
    """

    __slots__ = ("_waker", "at", "client_closed", "fired", "interrupted", "sent_at", "sock", "stream")

    def __init__(self) -> None:
        self.at = math.inf
        self.sock: Any = None
        self.fired = False
        self.interrupted = False
        self.client_closed = False
        self.stream: Http2Stream | None = None
        self.sent_at = math.inf
        self._waker: Callable[[], Any] | None = None

    def set_socket(self, sock: Any) -> None:
        """Set the socket of the connection; None if other requests share the connection."""
        self.sock = sock
        if self.interrupted:
            shut_down(sock)

    def set_waker(self, waker: Callable[[], Any] | None) -> None:
        """Set a function that wakes up the thread or task that waits for something else than the socket."""
        self._waker = waker
        if waker is not None and self.interrupted:
            waker()

    def wake(self) -> None:
        """Run the function set by `set_waker`."""
        waker = self._waker
        if waker is not None:
            waker()

    def interrupt(self) -> None:
        """Wake up the thread or task of the exchange, and shut its socket down now, or as soon as it is set."""
        self.interrupted = True
        self.wake()
        shut_down(self.sock)


class OpenExchanges:
    """The exchanges of one client that are under way.

    Args:
        parent: The exchanges of the client from which this client is derived. If they are closed, so are these.
    """

    def __init__(self, parent: OpenExchanges | None = None) -> None:
        self._open: set[OpenExchange] = set()
        self._parent = parent
        self._derived: WeakSet[OpenExchanges] = WeakSet()
        self._lock = threading.RLock()  # reentrant, as a signal handler may close the client
        self._closed = threading.Event()
        register(self)

    @property
    def closed(self) -> bool:
        """True if the client is closed."""
        return self._closed.is_set()

    @property
    def is_derived(self) -> bool:
        """True if the client shares its connections with the client it is derived from."""
        return self._parent is not None

    def __len__(self) -> int:
        return len(self._open) + sum(map(len, self._list_derived()))

    def _list_derived(self) -> list[OpenExchanges]:
        with self._lock:
            return list(self._derived)

    def derive(self) -> OpenExchanges:
        """Return the exchanges of a derived client."""
        derived = OpenExchanges(self)
        with self._lock:
            self._derived.add(derived)
        if self.closed:
            derived.close()
        return derived

    def start(self) -> OpenExchange:
        """Return a new exchange.

        Raises:
            ConfigurationError: The client is closed.
        """
        exchange = OpenExchange()
        self._open.add(exchange)
        if self.closed:  # checked after the exchange was added, so that `close` of another thread cannot miss it
            self._open.discard(exchange)
            raise ConfigurationError(CLIENT_CLOSED)
        return exchange

    def finish(self, exchange: OpenExchange) -> None:
        """Remove an exchange that has ended."""
        with self._lock:
            self._open.discard(exchange)

    def close(self) -> None:
        """Interrupt all exchanges, and reject new ones."""
        self._closed.set()
        for derived in self._list_derived():
            derived.close()
        exchanges = list(self._open)
        for exchange in exchanges:  # all first: as soon as one has ended, another would be sent over its connection
            exchange.client_closed = exchange.interrupted = True
        for exchange in exchanges:
            with self._lock:  # once an exchange has ended, another client may use its socket
                if exchange in self._open:
                    exchange.interrupt()

    def wait_closed(self, seconds: float) -> bool:
        """Wait until the client is closed, or the seconds have passed; return True if it is closed."""
        return self._closed.wait(seconds)

    def reset_after_fork(self) -> None:
        """Forget the exchanges of the parent process."""
        closed = self.closed
        self._open = set()
        self._lock = threading.RLock()
        self._closed = threading.Event()
        if closed:
            self._closed.set()
