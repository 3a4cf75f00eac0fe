"""The server: a thread that answers on loopback for as long as it is wanted."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve

from openrouterkit.errors import ConfigurationError

from .app import App
from .contract.description import Contract, shipped
from .running import Running
from .service import Service
from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .recording import RecordedRequest


class LocalServer:
    """A server that speaks as the service does, on loopback, in a thread of its own.

    A context manager, `with` and `async with` alike; `start()` and `stop()` do the same. Several may run side by side.

    Args:
        host: a loopback address, or "localhost".
        port: 0 for one that is free.
        pace: seconds between two words of a stream.
        delay: seconds of silence of `local/slow`, save for keep-alives.
        retry_after: seconds that failures tell to wait.
        generation_misses: how often the record of a new generation is looked up in vain before it is there.
        contract: another contract in its normal form, as codegen writes it; the shipped one unless given.
        on_request: called with each request, in the server's thread, once its answer is known.

    Raises:
        ConfigurationError: the host is not this machine.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        pace: float = 0.0,
        delay: float = 1.0,
        retry_after: float = 0.1,
        generation_misses: int = 1,
        contract: Mapping[str, Any] | None = None,
        on_request: Callable[[RecordedRequest], None] | None = None,
    ) -> None:
        self._host = _loopback(host)
        self._port = port
        self._settings = Settings(pace, delay, retry_after, generation_misses)
        self._given = evolve(self._settings)
        self._service = Service(shipped() if contract is None else Contract(contract), self._settings)
        self._app = App(self._service, on_request)
        self._running: Running | None = None

    def __repr__(self) -> str:
        return f"LocalServer({self.base_url if self._running else 'stopped'})"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    # Starting and stopping take a few milliseconds: too little to be worth a thread of their own.
    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start answering. Does nothing where it already does.

        Raises:
            ConfigurationError: the port is taken.
        """
        if self._running is None:
            self._running = Running(self._app, self._host, self._port)

    def stop(self) -> None:
        """Stop answering, breaking off whatever is under way. Does nothing where it has stopped."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    @property
    def base_url(self) -> str:
        """What a client is to be given, as `http://127.0.0.1:49152/api/v1`.

        Raises:
            ConfigurationError: the server does not run.
        """
        if self._running is None:
            raise ConfigurationError("the server does not run: use it in a with block, or call start()")
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._running.port}{self._service.contract.base_path}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables that lead a client to this server, with a key that is none."""
        return {"OPENROUTER_BASE_URL": self.base_url, "OPENROUTER_API_KEY": "local"}

    @property
    def settings(self) -> Settings:
        """How it behaves; changes hold from the next request on, up to the next `reset`."""
        return self._settings

    @property
    def requests(self) -> list[RecordedRequest]:
        """All requests that came since the start or the last `reset`, in order."""
        return self._service.memory.requests

    def script(self, *said: str | Mapping[str, Any]) -> None:
        """Lay down what the next chats are answered with, one each, whichever model they name.

        Args:
            *said: a text; a whole assistant message; or the name of a local model, to have the next chat behave as
                that one does: `script("local/error-429", "Paris.")`.
        """
        self._service.memory.script.extend(said)

    def reset(self) -> None:
        """Be as new: forget requests, generations, failures counted and the script, and undo changes of settings."""
        self._service.forget()
        self._settings.become(self._given)


def _loopback(host: str) -> str:
    if host == "localhost":
        return "127.0.0.1"
    try:
        inside = ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise ConfigurationError(f"{host!r} is not this machine: the server takes loopback addresses only (127.0.0.1)")
    return host
