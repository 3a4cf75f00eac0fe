"""Where a login comes back: the callback URL, and who listens for it on this machine."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, Final, Literal, Self
from urllib.parse import parse_qs, urlsplit

from .._options.secret import Secret
from ..errors import ConfigurationError, OpenRouterError
from .pkce import add_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler
    from socketserver import TCPServer

LoginFailure = Literal["denied", "refused", "state", "no_code", "timed_out"]

_PATH: Final = "/callback"
_ADDRESS: Final = "127.0.0.1"
_NAMES: Final = ("localhost", _ADDRESS)
_WAKE: Final = 0.05
_PATIENCE: Final = 10.0


class LoginError(OpenRouterError):
    """A login ended without a code to exchange.

    Attributes:
        reason: "denied" by the user; "refused" by the service, for another reason that the message has; "state" where
            the callback is not of this login; "no_code" where there is none in it; "timed_out".
    """

    def __init__(self, message: str = "", reason: LoginFailure = "refused") -> None:
        super().__init__(message, reason)
        self.reason: LoginFailure = reason

    def __str__(self) -> str:
        return str(self.args[0])


def read_callback(url: str, state: str | None) -> str:
    """The code that a callback URL brings.

    Args:
        url: as the browser came back to it: whole, from its path on, or only its query.
        state: given to `authorize_url`; None where none was.

    Raises:
        LoginError: the state is not this one, the user or the service refused, or there is no code.
    """
    whole = url.partition("#")[0]
    query = whole.partition("?")[2] if "?" in whole else whole
    # A service that adds its parameters without looking puts a second question mark into a URL that has a query.
    given = parse_qs(query.replace("?", "&"))
    if state is not None and not compare_digest(_bytes(_only(given, "state")), _bytes(state)):
        raise LoginError("the callback is not of this login: its state is another, or missing; log in again", "state")
    error = _only(given, "error")
    if error == "access_denied":
        raise LoginError("the login was denied in the browser: no key was given", "denied")
    if error:
        description = _only(given, "error_description")
        raise LoginError(f"the login was refused: {ascii(error)[:100]} {ascii(description)[:300]}".rstrip(" '"))
    code = _only(given, "code")
    if not code:
        raise LoginError("the callback has no code: log in again", "no_code")
    return code


def _only(given: dict[str, list[str]], name: str) -> str:
    values = given.get(name, [])
    return values[0] if len(values) == 1 else ""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # a terminal may give what is no Unicode


class Listener:
    """A server on 127.0.0.1 for one callback. A context manager: it listens from the beginning to the end of the block.

    Args:
        host: the name for this machine in the callback URL, "localhost" or "127.0.0.1".
        port: 0 for one that is free.
        state: that the callback must have.

    Attributes:
        callback_url: what the browser must come back to, but for the state.
        refused: how many callbacks were not of this login.

    Raises:
        ConfigurationError: another host, or the port cannot be listened on.
    """

    def __init__(self, host: str, port: int, state: str) -> None:
        if host not in _NAMES:
            raise ConfigurationError(f"login listens on this machine only: host is one of {_NAMES}, not {host!r:.100}")
        self.refused = 0
        self._state = state
        self._lock = threading.Lock()
        self._outcome: Secret | LoginError | None = None
        self._server = _server(port, self)
        self.callback_url = f"http://{host}:{self._server.server_address[1]}{_PATH}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_WAKE,), name="openrouterkit login", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def expected(self) -> str:
        """The callback URL with its state."""
        return add_state(self.callback_url, self._state)

    def take(self) -> Secret | None:
        """The code, None as long as there is none.

        Raises:
            LoginError: the user or the service refused.
        """
        with self._lock:
            if isinstance(self._outcome, LoginError):
                raise self._outcome
            return self._outcome

    def judge(self, target: str) -> tuple[int, str, Secret | LoginError | None]:
        """Status and words for the browser that asks for this, and what it means for the login."""
        if _path_of(target) != _PATH:
            return 404, "There is nothing here.", None
        try:
            code = read_callback(target, self._state)
        except LoginError as error:
            if error.reason in ("state", "no_code"):
                # Whoever else asks must not be able to end the login, so it goes on.
                self.refused += 1
                return 400, "This is not the login that was begun here. Please begin again.", None
            words = "The login was not allowed. You can close this page."
            return 200, words, error.with_traceback(None)
        return 200, "You are logged in. You can close this page and go back to the program.", Secret(code)

    @contextmanager
    def settling(self, outcome: Secret | LoginError | None) -> Iterator[None]:
        """Take in what a callback meant, once its page is shown; the first that meant something stands.

        The program may end as soon as it has the code, and whoever has seen the page may rely on it: so nobody takes
        the outcome in between.
        """
        with self._lock:
            try:
                yield
            finally:
                self._outcome = self._outcome or outcome


def _path_of(target: str) -> str:
    try:
        return urlsplit(target).path
    except ValueError:
        return ""


def _server(port: int, listener: Listener) -> TCPServer:
    from socketserver import ThreadingTCPServer

    class Server(ThreadingTCPServer):
        # Elsewhere than on POSIX this would let another program take the port over.
        allow_reuse_address = os.name == "posix"
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A browser that went away is nobody's trouble, and a traceback on the screen is everybody's."""

    try:
        return Server((_ADDRESS, port), _handler(listener))
    except (OSError, OverflowError) as error:
        raise ConfigurationError(
            f"login cannot listen on {_ADDRESS}, port {port}: {error}; port=0 takes a free one"
        ) from None


_HTML: Final = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Log in</title></head>'
    "<body><p>{}</p></body></html>"
)
_HEADERS: Final = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address has the code
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}


def _handler(listener: Listener) -> type[BaseHTTPRequestHandler]:
    from http.server import BaseHTTPRequestHandler

    class Handler(BaseHTTPRequestHandler):
        timeout = _PATIENCE

        def do_GET(self) -> None:
            status, words, outcome = listener.judge(self.path)
            with listener.settling(outcome):
                self._show(status, words)

        def _refuse(self) -> None:
            self._show(405, "Only GET is answered here.", Allow="GET")

        do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 - the names http.server has

        def _show(self, status: int, words: str, **headers: str) -> None:
            page = _HTML.format(words).encode()
            self.send_response_only(status)
            for name, value in {**_HEADERS, **headers, "Content-Length": str(len(page))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(page)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as its base class has it
            """Nothing: the address has the code."""

    return Handler
