"""The public class `LocalServer`."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve

from openrouterkit.errors import ConfigurationError

from .app import App
from .contract.document import Contract, load_shipped_contract
from .dialects import find_dialect
from .operations.chat.script import check_reply
from .server_thread import ServerThread
from .service import Service
from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_runtime.model import JsonModel

    from .recording import RecordedRequest


class LocalServer:
    """A server that imitates OpenRouter or Mistral on a loopback address, in a background thread.

    Use it as a context manager, with `with` or `async with`, or call `start()` and `stop()`. Several servers can run at
    the same time.

        with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
            client.chat.send(model="local/echo", messages=[user("Hello")])

    Args:
        service: The service to imitate: "openrouter" or "mistral".
        host: A loopback address, or "localhost".
        port: The port, or 0 for any free port.
        pace: Seconds between two words of a stream.
        delay: Seconds before `local/slow` replies; until then it sends only keep-alives.
        retry_after: The wait in seconds that error responses request.
        generation_misses: How many lookups of a new generation return 404 before its record is available.
        rate_limit: The number of requests per window, after which requests fail with 429; defaults to no limit. With a
            limit, all responses have `X-RateLimit-*` headers.
        rate_window: The length of the window of the rate limit in seconds.
        contract: Another normalized contract, as codegen writes it; defaults to the contract shipped with the package.
        on_request: Called with each request in the server's thread, after its response is built.

    Raises:
        ConfigurationError: The service is not known, the host is not a loopback address, or a number is negative.
    """

    def __init__(
        self,
        *,
        service: str = "openrouter",
        host: str = "127.0.0.1",
        port: int = 0,
        pace: float = 0.0,
        delay: float = 1.0,
        retry_after: float = 0.1,
        generation_misses: int = 1,
        rate_limit: int | None = None,
        rate_window: float = 60.0,
        contract: Mapping[str, Any] | None = None,
        on_request: Callable[[RecordedRequest], None] | None = None,
    ) -> None:
        self._host = _check_loopback(host)
        self._port = port
        self._settings = Settings(pace, delay, retry_after, generation_misses, rate_limit, rate_window)
        self._initial_settings = evolve(self._settings)
        dialect = find_dialect(service)
        loaded = load_shipped_contract(dialect.package) if contract is None else Contract(contract)
        self._service = Service(dialect, loaded, self._settings)
        self._app = App(self._service, on_request)
        self._thread: ServerThread | None = None

    def __repr__(self) -> str:
        return f"LocalServer({self.base_url if self._thread else 'stopped'})"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    # Starting and stopping block for a few milliseconds only, so they run directly in the event loop.
    async def __aenter__(self) -> Self:
        return self.start()

    async def __aexit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> Self:
        """Start the server and return it. Does nothing else if it is already running.

            server = LocalServer().start()

        Raises:
            ConfigurationError: The server cannot listen on the port, for example because it is in use, or cannot start
                for another reason.
        """
        if self._thread is None:
            self._thread = ServerThread(self._app, self._host, self._port)
        return self

    def stop(self) -> None:
        """Stop the server and abort requests in progress. Does nothing if it is not running."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    @property
    def base_url(self) -> str:
        """The base URL to pass to a client, such as `http://127.0.0.1:49152/api/v1`; that of Mistral has no path.

        Raises:
            ConfigurationError: The server is not running.
        """
        if self._thread is None:
            raise ConfigurationError("the server is not running; use it in a with block or call start()")
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._thread.port}{self._service.contract.base_path}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables that point a client to this server: the base URL and a dummy API key.

        They are `OPENROUTER_BASE_URL` and `OPENROUTER_API_KEY`, or those of the service that the server imitates.
        """
        dialect = self._service.dialect
        return {dialect.url_variable: self.base_url, dialect.key_variable: "local"}

    @property
    def settings(self) -> Settings:
        """The mutable settings; changes apply from the next request on, until the next `reset`."""
        return self._settings

    @property
    def requests(self) -> list[RecordedRequest]:
        """All requests received since the server was created or last `reset`, in order."""
        return self._service.state.requests

    def script(self, *replies: str | Mapping[str, Any] | JsonModel) -> None:
        """Queue replies for the next chats, one reply per request, whichever model the request names.

            server.script("local/error-429", "Paris.")  # the first request fails, its retry succeeds

        Args:
            *replies: The text of a reply; an assistant message, as a mapping or as a model; or the name of a local
                model, which then replies to the request.

        Raises:
            ConfigurationError: A reply is something else, or contains an invalid tool call.
        """
        self._service.state.script.extend([check_reply(reply) for reply in replies])

    def reset(self) -> None:
        """Discard recorded requests, generations, counts and scripted replies, and restore the settings."""
        self._service.reset()
        self._settings.copy_from(self._initial_settings)


def _check_loopback(host: str) -> str:
    """Return the IP address of a loopback host.

    Raises:
        ConfigurationError: The host is not a loopback address.
    """
    if host == "localhost":
        return "127.0.0.1"
    try:
        is_loopback = ip_address(host).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise ConfigurationError(f"invalid host {host!r}: not a loopback address; use 127.0.0.1")
    return host
