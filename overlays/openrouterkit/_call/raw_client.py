"""The methods `request` and `request_stream` of the clients: requests by path, without an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from openrouterkit_runtime.unset import UNSET

from .._request.headers import hide_credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from .._streaming.event_stream import AsyncEventStream, EventStream
    from .._streaming.result_stream import AsyncResultStream, ResultStream
    from ..event_protocols import AccumulatingProtocol, EventProtocol
    from ..options import RequestOptions
    from ..responses import RawResponse
    from ..service import Service
    from ..sse import ServerSentEvent

C = TypeVar("C")


class RawClient:
    """Requests by path in sync code."""

    service: Service
    _settings: Settings
    _transport: Any

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> RawResponse:
        """Send a request by path and return the raw response.

        Use it for endpoints of the service that have no method in this SDK. Retries, limits and middleware apply as
        for every call.

            raw = client.request("POST", "/new-endpoint", json={"name": "Rex"})
            raw.json()

        Args:
            method: The HTTP method, such as GET or POST.
            path: The path below the base URL, or an absolute URL. Neither the key nor cookies are sent to another
                origin than that of the base URL.
            json: The body: JSON values, models, or objects of pydantic, dataclasses and similar libraries. None sends
                no body.
            content: The body as bytes, or as text that is sent in UTF-8, in place of `json`. Set its Content-Type in
                `headers`.
            query: Query parameters by name. A list sends one parameter per item; None sends none.
            headers: Headers to merge over the client's. A value of None removes a header.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            APIError: The status of the response is not a success, or `Service.read_error` finds an error in its body.
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        from ..flow import drive
        from .raw import RawCall, send_raw

        secret = self.service.secret_names
        # A traceback may show local variables.
        headers, query = hide_credentials(headers, secret), hide_credentials(query, secret)
        call = RawCall(method, path, json, content, query, headers, timeout, options)
        return drive(send_raw(self._settings, call), self._transport)

    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: None = None,
    ) -> EventStream[ServerSentEvent]: ...
    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: AccumulatingProtocol[C] | Callable[[], AccumulatingProtocol[C]],
    ) -> ResultStream[C, Any]: ...
    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: EventProtocol[C] | Callable[[], EventProtocol[C]],
    ) -> EventStream[C]: ...
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: EventProtocol[Any] | Callable[[], EventProtocol[Any]] | None = None,
    ) -> EventStream[Any]:
        """Send a request by path for an event stream, and return the stream.

        Use it for event streams that have no method in this SDK. The request is sent when the stream is first used.
        Retries, limits and middleware apply as for every stream.

            body = {"prompt": "Hello", "stream": True}
            with client.request_stream("POST", "/generate", json=body) as stream:
                for event in stream:
                    print(event.event, event.data)

        By default, each item is a `ServerSentEvent`; `event.json()` parses its data. `[DONE]`, or the end of the body
        as HTTP declares it, ends the stream, and events that are errors raise `APIError`. A protocol changes all of
        that. If it has an accumulator, the stream is a `ResultStream`.

        Args:
            method: The HTTP method, such as GET or POST.
            path: The path below the base URL, or an absolute URL. Credentials are sent to the origin of the base URL
                only.
            json: The body: JSON values, models, or objects of pydantic, dataclasses and similar libraries. None sends
                no body.
            content: The body as bytes, or as text that is sent in UTF-8, in place of `json`. Set its Content-Type in
                `headers`.
            query: Query parameters by name. A list sends one parameter per item; None sends none.
            headers: Headers to merge over the client's. A value of None removes a header.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
            protocol: A subclass of `event_protocols.EventProtocol`, or an object of one. With an
                `AccumulatingProtocol`, type checkers know that the stream is a `ResultStream`.

        Raises:
            ConfigurationError: The protocol is something else.
        """
        from .behavior import choose_stream_class
        from .raw import RawCall, build_raw_behavior, open_raw_stream

        secret = self.service.secret_names
        # A traceback may show local variables.
        headers, query = hide_credentials(headers, secret), hide_credentials(query, secret)
        call = RawCall(method, path, json, content, query, headers, timeout, options)
        behavior = build_raw_behavior(protocol)
        kind = choose_stream_class(behavior, asynchronous=False)
        stream: EventStream[Any] = kind(open_raw_stream(self._settings, call, behavior), self._transport)
        return stream


class AsyncRawClient:
    """Requests by path in async code."""

    service: Service
    _settings: Settings
    _transport: Any

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> RawResponse:
        """Send a request by path and return the raw response. See `Client.request`."""
        from ..flow import adrive
        from .raw import RawCall, send_raw

        secret = self.service.secret_names
        # A traceback may show local variables.
        headers, query = hide_credentials(headers, secret), hide_credentials(query, secret)
        call = RawCall(method, path, json, content, query, headers, timeout, options)
        return await adrive(send_raw(self._settings, call), self._transport)

    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: None = None,
    ) -> AsyncEventStream[ServerSentEvent]: ...
    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: AccumulatingProtocol[C] | Callable[[], AccumulatingProtocol[C]],
    ) -> AsyncResultStream[C, Any]: ...
    @overload
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: EventProtocol[C] | Callable[[], EventProtocol[C]],
    ) -> AsyncEventStream[C]: ...
    def request_stream(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        protocol: EventProtocol[Any] | Callable[[], EventProtocol[Any]] | None = None,
    ) -> AsyncEventStream[Any]:
        """Send a request by path for an event stream, and return the stream. See `Client.request_stream`."""
        from .behavior import choose_stream_class
        from .raw import RawCall, build_raw_behavior, open_raw_stream

        secret = self.service.secret_names
        # A traceback may show local variables.
        headers, query = hide_credentials(headers, secret), hide_credentials(query, secret)
        call = RawCall(method, path, json, content, query, headers, timeout, options)
        behavior = build_raw_behavior(protocol)
        kind = choose_stream_class(behavior, asynchronous=True)
        stream: AsyncEventStream[Any] = kind(open_raw_stream(self._settings, call, behavior), self._transport)
        return stream
