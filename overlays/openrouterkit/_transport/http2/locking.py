"""Lets threads share a connection with HTTP/2: httpcore uses the state of h2 and its own dicts without a lock."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

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
            connection._read_lock = ReadLock(connection._read_lock, locked)  # noqa: SLF001 - see the docstring
            stream = connection._network_stream  # noqa: SLF001 - see the docstring
            tls_in_tls = isinstance(stream.get_extra_info("ssl_object"), ssl.SSLObject)  # through an https:// proxy
            if isinstance(stream.get_extra_info("socket"), ssl.SSLSocket) and not tls_in_tls:
                connection._network_stream = LockedTlsStream(stream)  # noqa: SLF001 - see the docstring


class LockedState:
    """The state of h2 with a lock around each method, around two pairs of methods, and around reads.

    - `get_next_available_stream_id` and `send_headers`: streams must be opened in the order of their ids, so
      `send_headers` waits until those of lower ids were sent, or will not be sent.
    - `local_flow_control_window` and `send_data`: the window is one for all streams, so a thread that was told how much
      it may send has sent it before the next thread is told.

    One thread at a time reads for all. Before httpcore lets a thread read, it checks whether the thread still needs to;
    these checks wait until it does not, or until the thread is the one that reads. With the lock of httpcore alone, a
    thread waits for the next read even though its events were received.

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
        self._reader: int | None = None

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
            while True:
                self._changed.wait_for(lambda: self._sending in (None, stream_id))
                window: int = self._state.local_flow_control_window(stream_id)
                if window > 0:
                    self._set_sending(stream_id)
                    return window
                self._set_sending(None)
                if self._start_reading():
                    return window
                self._changed.wait()

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

    def wait_for_events(self, find_events: Callable[[], Any]) -> Any:
        """Return the events of a stream; nothing if there are none, and this thread is the one that reads."""
        with self._changed:
            while True:
                events = find_events()
                if events or self._start_reading():
                    return events
                self._changed.wait()

    def add_event(self, events: list[Any], event: Any) -> None:
        """Add an event that was not read from the connection, and wake the thread that waits for it."""
        with self._changed:
            events.append(event)
            self._changed.notify_all()

    def start_reading(self) -> None:
        """Wait until this thread is the one that reads. `stop_reading` must follow."""
        with self._changed:
            self._changed.wait_for(self._start_reading)

    def _start_reading(self) -> bool:
        if self._reader is None:
            self._reader = threading.get_ident()
        return self._reader == threading.get_ident()

    def stop_reading(self) -> None:
        """Let another thread read, and let all check what was received."""
        with self._changed:
            self._reader = None
            self._changed.notify_all()

    def _set_sending(self, stream_id: int | None) -> None:
        self._sending = stream_id
        self._changed.notify_all()


class ReadLock:
    """A lock that the thread holds that reads, which replaces that of httpcore.

    Args:
        lock: The lock of httpcore, which a thread may hold that uses it already.
        state: The state of the connection.
    """

    def __init__(self, lock: Any, state: LockedState) -> None:
        self._lock = lock
        self._state = state

    def __enter__(self) -> None:
        self._state.start_reading()
        self._lock.__enter__()

    def __exit__(self, *exc: object) -> None:
        self._lock.__exit__(*exc)
        self._state.stop_reading()


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

    def get(self, number: int, default: Any = None) -> Any:
        """Return the events of a stream. See `LockedState.wait_for_events`."""
        return self._state.wait_for_events(partial(super().get, number, default))

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
