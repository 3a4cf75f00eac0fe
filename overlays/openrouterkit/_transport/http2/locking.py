"""Lets threads share a connection with HTTP/2: httpcore uses the state of h2 and its own dicts without a lock."""

from __future__ import annotations

import threading
from typing import Any, Final

_installing: Final = threading.Lock()


def lock_connection(connection: Any) -> None:
    """Let threads share an HTTP/2 connection of sync httpcore; do nothing if they can already.

    If this breaks: calls of several threads over one connection fail.
    """
    import ssl

    from .tls import LockedTlsStream

    with _installing:
        state = connection._h2_state  # noqa: SLF001 - see the docstring
        if not isinstance(state, LockedState):
            connection._h2_state = locked = LockedState(state)  # noqa: SLF001 - see the docstring
            connection._events = StreamEvents(connection, locked)  # noqa: SLF001 - see the docstring
            stream = connection._network_stream  # noqa: SLF001 - see the docstring
            tls_in_tls = isinstance(stream.get_extra_info("ssl_object"), ssl.SSLObject)  # through an https:// proxy
            if isinstance(stream.get_extra_info("socket"), ssl.SSLSocket) and not tls_in_tls:
                connection._network_stream = LockedTlsStream(stream)  # noqa: SLF001 - see the docstring


class LockedState:
    """The state of h2 with a lock around each method, and around two pairs of methods.

    - `get_next_available_stream_id` and `send_headers`: streams must be opened in the order of their ids, so
      `send_headers` waits until those of lower ids were sent, or will not be sent.
    - `local_flow_control_window` and `send_data`: the window is one for all streams, so a thread that was told how much
      it may send has sent it before the next thread is told.

    No lock is held between the methods of a pair: httpcore acquires locks of its own there if it fails.

    Args:
        state: The state of h2.
    """

    def __init__(self, state: Any) -> None:
        self._state = state
        self._changed = threading.Condition(threading.RLock())
        self._unopened: list[int] = []
        self._cancelled: set[int] = set()
        self._sending: int | None = None

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._state, name)
        if not callable(value):
            return value

        def run(*args: Any, **keywords: Any) -> Any:
            with self._changed:
                return value(*args, **keywords)

        return run

    def get_next_available_stream_id(self) -> int:
        """Return the id of a new stream. `send_headers` or `forget` must follow."""
        with self._changed:
            number: int = max([self._state.get_next_available_stream_id(), *(each + 2 for each in self._unopened[-1:])])
            self._unopened.append(number)
            return number

    def send_headers(self, stream_id: int, *args: Any, **keywords: Any) -> None:
        """Open a stream, after those with lower ids.

        Raises:
            InterruptedError: `reset_stream` was called before.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._unopened or self._unopened[0] >= stream_id)
            try:
                if stream_id in self._cancelled:
                    raise InterruptedError("the call ended before its request was sent")
                self._state.send_headers(stream_id, *args, **keywords)
            finally:
                self.forget(stream_id)

    def reset_stream(self, stream_id: int, error_code: Any = 0) -> None:
        """Reset a stream; if it is not open yet, do not open it."""
        with self._changed:
            if stream_id in self._unopened:
                self._cancelled.add(stream_id)
            else:
                self._state.reset_stream(stream_id, error_code)

    def local_flow_control_window(self, stream_id: int) -> int:
        """Return how many bytes may be sent. If it is not 0, `send_data` or `forget` must follow."""
        with self._changed:
            self._changed.wait_for(lambda: self._sending in (None, stream_id))
            window: int = self._state.local_flow_control_window(stream_id)
            self._set_sending(stream_id if window > 0 else None)
            return window

    def send_data(self, stream_id: int, *args: Any, **keywords: Any) -> None:
        """Send data, at most as much as `local_flow_control_window` returned."""
        with self._changed:
            try:
                self._state.send_data(stream_id, *args, **keywords)
            finally:
                self._set_sending(None)

    def forget(self, stream_id: int) -> None:
        """Let other streams go on, if they wait for this one."""
        with self._changed:
            self._cancelled.discard(stream_id)
            if stream_id in self._unopened:
                self._unopened.remove(stream_id)
                self._changed.notify_all()
            if self._sending == stream_id:
                self._set_sending(None)

    def _set_sending(self, stream_id: int | None) -> None:
        self._sending = stream_id
        self._changed.notify_all()


class StreamEvents(dict[int, list[Any]]):
    """The events of each open stream, which replace the dict of httpcore.

    Args:
        connection: The connection of httpcore.
        state: The state of the connection.
    """

    def __init__(self, connection: Any, state: LockedState) -> None:
        super().__init__(connection._events)  # noqa: SLF001 - see `lock_connection`
        self._connection = connection
        self._state = state

    def __missing__(self, number: int) -> list[Any]:
        # The thread that reads for all streams has checked whether the stream is open; meanwhile it was closed.
        return []

    def __setitem__(self, number: int, events: list[Any]) -> None:
        super().__setitem__(number, events)
        connection = self._connection
        with connection._state_lock:  # noqa: SLF001 - see `lock_connection`
            # The last other stream may have ended, and marked the connection as idle, which allows to close it.
            states = type(connection._state)  # noqa: SLF001 - see `lock_connection`
            if connection._state == states.IDLE:  # noqa: SLF001 - see `lock_connection`
                connection._state = states.ACTIVE  # noqa: SLF001 - see `lock_connection`
                connection._expire_at = None  # noqa: SLF001 - see `lock_connection`

    def __delitem__(self, number: int) -> None:
        super().__delitem__(number)
        self._state.forget(number)
