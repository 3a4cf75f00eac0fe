"""Clients whose requests go to a script or a cassette: `Playing`, the base class of both."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from ..retries import RetryOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

    import httpx

    from .._testing.bodies import Recorder
    from .._testing.secrets import Secrets
    from ..client import AsyncClient, Client
    from ..openrouter import AsyncOpenRouter, OpenRouter
    from ..service import Service
    from .replies import Reply
    from .requests import SentRequest

__all__: list[str] = []

C = TypeVar("C")

KEY = "a-key-of-a-test"
"""The API key of clients that need one, where no request leaves the process."""


def make_credentials(service: Service | None) -> dict[str, Any]:
    """Return credentials for all security schemes of a service, as arguments of its client."""
    kinds = {} if service is None else {name: scheme.kind for name, scheme in service.own_schemes.items()}
    if len(kinds) < 2 and "basic" not in kinds.values():
        return {"api_key": KEY}
    return {"auth": {name: ("user", KEY) if kind == "basic" else KEY for name, kind in kinds.items()}}


class Playing:
    """Makes clients whose requests a script or a cassette replies to."""

    _needs_service = False
    """True if requests may reach the service."""

    def begin(self, request: SentRequest, secrets: Secrets) -> Reply | Recorder:
        """Return the reply to a request, or a recorder of the response of the service.

        Args:
            request: The request.
            secrets: The secrets of the request.
        """
        raise NotImplementedError

    @overload
    def client(self, kind: None = None, /, **options: Any) -> OpenRouter: ...
    @overload
    def client(self, kind: Service, /, **options: Any) -> Client: ...
    @overload
    def client(self, kind: Callable[..., C], /, **options: Any) -> C: ...
    def client(self, kind: Callable[..., Any] | Service | None = None, /, **options: Any) -> Any:
        """Return a client whose requests get their responses here.

            script.client(timeout=5)
            script.client(Pets, auth={"petToken": "a-token"})

        Args:
            kind: The class of the client, or a `Service`, for a `Client` of it. Defaults to `OpenRouter`.
            options: Arguments of the class. The defaults are credentials of no value, unless you pass `api_key` or
                `auth`, and retries without waits; a cassette that records leaves both to the class.
        """
        from ..client import Client
        from ..openrouter import OpenRouter

        return self._build_client(kind or OpenRouter, Client, self.http_client(), options)

    @overload
    def async_client(self, kind: None = None, /, **options: Any) -> AsyncOpenRouter: ...
    @overload
    def async_client(self, kind: Service, /, **options: Any) -> AsyncClient: ...
    @overload
    def async_client(self, kind: Callable[..., C], /, **options: Any) -> C: ...
    def async_client(self, kind: Callable[..., Any] | Service | None = None, /, **options: Any) -> Any:
        """Return an async client whose requests get their responses here. See `client`.

        Args:
            kind: The class of the client, or a `Service`, for an `AsyncClient` of it. Defaults to `AsyncOpenRouter`.
            options: Arguments of the class.
        """
        from ..client import AsyncClient
        from ..openrouter import AsyncOpenRouter

        return self._build_client(kind or AsyncOpenRouter, AsyncClient, self.async_http_client(), options)

    def _build_client(self, kind: Any, general: Any, http_client: Any, options: dict[str, Any]) -> Any:
        """Return a client of a class, or the general client of a service."""
        from ..service import Service

        defaults: dict[str, Any] = {"http_client": http_client}
        if not self._needs_service:
            defaults["retries"] = RetryOptions(initial_interval=0)
            if not options.keys() & {"api_key", "auth"}:
                defaults |= make_credentials(kind if isinstance(kind, Service) else getattr(kind, "service", None))
        arguments = {**defaults, **options}
        return general(kind, **arguments) if isinstance(kind, Service) else kind(**arguments)

    @overload
    def http_client(self, kind: None = None, /, **options: Any) -> httpx.Client: ...
    @overload
    def http_client(self, kind: Callable[..., C], /, **options: Any) -> C: ...
    def http_client(self, kind: Callable[..., Any] | None = None, /, **options: Any) -> Any:
        """Return a client of httpx or httpx2 whose requests get their responses here, for clients of other packages.

            openai.OpenAI(http_client=script.http_client())
            script.http_client(httpx2.Client, timeout=5)

        Args:
            kind: The class: `httpx2.Client`, or a subclass of it or of `httpx.Client`. Defaults to `httpx.Client`.
            options: Arguments of the class.

        Raises:
            TypeError: The class is not one of sync clients of httpx or httpx2.
        """
        http = _find_library(kind, "Client")
        from .._testing.transports import make_transport_class

        real: list[httpx.Client] = []

        def forward(request: httpx.Request) -> httpx.Response:
            if not real:  # with the proxies and certificates of the environment; nobody closes it, so it keeps nothing
                real.append(http.Client(limits=http.Limits(max_keepalive_connections=0)))
            return real[0].send(request, stream=True)

        return (kind or http.Client)(transport=make_transport_class(http.BaseTransport)(self, forward), **options)

    @overload
    def async_http_client(self, kind: None = None, /, **options: Any) -> httpx.AsyncClient: ...
    @overload
    def async_http_client(self, kind: Callable[..., C], /, **options: Any) -> C: ...
    def async_http_client(self, kind: Callable[..., Any] | None = None, /, **options: Any) -> Any:
        """Return an async client of httpx or httpx2 whose requests get their responses here. See `http_client`.

        Args:
            kind: The class: `httpx2.AsyncClient`, or a subclass. Defaults to `httpx.AsyncClient`.
            options: Arguments of the class.

        Raises:
            TypeError: The class is not one of async clients of httpx or httpx2.
        """
        http = _find_library(kind, "AsyncClient")
        from .._testing.transports import make_transport_class

        async def forward(request: httpx.Request) -> httpx.Response:
            # One per request, as event loops differ.
            client: httpx.AsyncClient = http.AsyncClient(limits=http.Limits(max_keepalive_connections=0))
            return await client.send(request, stream=True)

        transport = make_transport_class(http.AsyncBaseTransport)(self, forward)
        return (kind or http.AsyncClient)(transport=transport, **options)

    @contextmanager
    def intercept(self) -> Iterator[Self]:
        """Reply to the requests of all clients of httpx in this process, for code that creates its own client.

        It applies to every thread, and to clients that exist already; clients with a transport of their own, such as
        those of a script, keep it.
        """
        from .._testing.transports import play, play_async

        libraries = [sys.modules[name] for name in ("httpx", "httpx2") if name in sys.modules] or [
            import_module("httpx")
        ]
        replaced: list[tuple[Any, str, Any]] = []
        for library in libraries:
            for kind, name, send in (
                (library.HTTPTransport, "handle_request", play),
                (library.AsyncHTTPTransport, "handle_async_request", play_async),
            ):
                replaced.append((kind, name, getattr(kind, name)))
                setattr(kind, name, self._make_method(getattr(kind, name), send))
        try:
            yield self
        finally:
            for kind, name, original in reversed(replaced):
                setattr(kind, name, original)

    def _make_method(self, original: Any, send: Any) -> Any:
        def handle(transport: Any, request: Any) -> Any:
            return send(self, request, lambda request: original(transport, request))

        return handle


def _find_library(kind: Any, name: Literal["Client", "AsyncClient"]) -> Any:
    """Return the module that has the class of a client, or one of its base classes: httpx or httpx2.

    Args:
        kind: The class; None for that of httpx.
        name: The name of the class in the module.

    Raises:
        TypeError: It is no class of such clients.
    """
    import httpx

    if kind is None:
        return httpx
    from .._transport.libraries import load_library
    from ..client import AsyncClient, Client

    other = ""
    for base in kind.__mro__ if isinstance(kind, type) else ():
        package = base.__module__.partition(".")[0]
        if package in ("httpx", "httpx2"):
            http = load_library(package).http
            if issubclass(kind, getattr(http, name)):
                return http
            if issubclass(kind, http.Client | http.AsyncClient):
                other = "http_client" if name == "AsyncClient" else "async_http_client"
        if base in (Client, AsyncClient):
            other = "client" if base is Client else "async_client"
    method = "http_client" if name == "Client" else "async_http_client"
    remedy = f": write {other}({kind.__name__})" if other else ""
    raise TypeError(f"{method} needs a class such as httpx.{name}, not {kind!r:.100}{remedy}")
