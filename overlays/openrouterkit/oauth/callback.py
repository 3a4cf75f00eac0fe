"""The end of a login: the callback URL, and the local server that receives it."""

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

__all__ = ["LoginError", "LoginFailure", "read_callback"]

LoginFailure = Literal["denied", "refused", "state", "no_code", "timed_out"]
"""Why a login failed; see `LoginError`."""

_PATH: Final = "/callback"
_ADDRESS: Final = "127.0.0.1"
_HOSTS: Final = ("localhost", _ADDRESS)
# Seconds between two checks for the end of the server.
_POLL_INTERVAL: Final = 0.05
# Seconds that a connection may take to send its request.
_READ_TIMEOUT: Final = 10.0


class LoginError(OpenRouterError):
    """A login failed before a code could be exchanged.

    Args:
        message: The text of the error.
        reason: Why the login failed.

    Attributes:
        reason: "denied" if the user denied it, "refused" if the service reported another error, "state" if the
            callback belongs to another login, "no_code" if the callback has no code, "timed_out" if no callback
            arrived in time.
    """

    def __init__(self, message: str = "", reason: LoginFailure = "refused") -> None:
        super().__init__(message, reason)
        self.reason: LoginFailure = reason

    def __str__(self) -> str:
        return str(self.args[0])


def read_callback(url: str, state: str | None) -> str:
    """Return the code of a callback URL.

    Args:
        url: The URL that the browser requested: the whole URL, its path and query, or only its query.
        state: The state that was passed to `authorize_url`; None if none was passed.

    Raises:
        LoginError: The state differs, the user or the service denied the login, or there is no code; see its `reason`.
    """
    whole = url.partition("#")[0]
    query = whole.partition("?")[2] if "?" in whole else whole
    # Some services append "?code=..." to a URL that already has a query.
    parameters = parse_qs(query.replace("?", "&"))
    if state is not None and not compare_digest(_encode(_get_single(parameters, "state")), _encode(state)):
        raise LoginError("the callback belongs to another login: state is wrong or missing; log in again", "state")
    error = _get_single(parameters, "error")
    if error == "access_denied":
        raise LoginError("the login was denied in the browser; log in again and allow it", "denied")
    if error:
        description = _get_single(parameters, "error_description")
        raise LoginError(f"the service refused the login: {ascii(error)[:100]} {ascii(description)[:300]}".rstrip(" '"))
    code = _get_single(parameters, "code")
    if not code:
        raise LoginError("the callback has no code; log in again", "no_code")
    return code


def _get_single(parameters: dict[str, list[str]], name: str) -> str:
    """Return the value of a query parameter; "" if it is absent or repeated."""
    values = parameters.get(name, [])
    return values[0] if len(values) == 1 else ""


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # pasted text may contain surrogates


class Listener:
    """A local server that waits for the callback of one login. It is a context manager.

    Args:
        host: The host in the callback URL, "localhost" or "127.0.0.1".
        port: The port to listen on; 0 selects a free one.
        state: The state that the callback must contain.

    Attributes:
        callback_url: The callback URL without the state.
        rejected: The number of callbacks that belong to another login, or have no code.

    Raises:
        ConfigurationError: The host is invalid, or the port cannot be bound.
    """

    def __init__(self, host: str, port: int, state: str) -> None:
        if host not in _HOSTS:
            raise ConfigurationError(f"the host of login must be one of {_HOSTS}, not {host!r:.100}")
        self.rejected = 0
        self._state = state
        self._lock = threading.Lock()
        self._outcome: Secret | LoginError | None = None
        self._server = _build_server(port, self)
        self.callback_url = f"http://{host}:{self._server.server_address[1]}{_PATH}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_INTERVAL,), name="openrouterkit login", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def expected_url(self) -> str:
        """The callback URL with the state."""
        return add_state(self.callback_url, self._state)

    def get_code(self) -> Secret | None:
        """Return the code of the callback; None if it has not arrived yet.

        Raises:
            LoginError: The user or the service denied the login.
        """
        with self._lock:
            if isinstance(self._outcome, LoginError):
                raise self._outcome
            return self._outcome

    def evaluate(self, target: str) -> tuple[int, str, Secret | LoginError | None]:
        """Evaluate a request. Return the status and the text of the page, and the outcome of the login if it has one.

        Args:
            target: The path and query of the request.
        """
        if _parse_path(target) != _PATH:
            return 404, "Not found.", None
        try:
            code = read_callback(target, self._state)
        except LoginError as error:
            if error.reason in ("state", "no_code"):
                # The login continues, so that requests of other programs cannot end it.
                self.rejected += 1
                return 400, "This login was not started here. Please start again.", None
            text = "The login was not allowed. You can close this page."
            return 200, text, error.with_traceback(None)
        return 200, "You are logged in. You can close this page and go back to the program.", Secret(code)

    @contextmanager
    def store_outcome(self, outcome: Secret | LoginError | None) -> Iterator[None]:
        """Store the outcome of a callback at the end of the block, which sends the page. Only the first one counts.

        `get_code` waits until the block ends: the program may exit as soon as it has the code, so the page must be sent
        first.
        """
        with self._lock:
            try:
                yield
            finally:
                self._outcome = self._outcome or outcome


def _parse_path(target: str) -> str:
    try:
        return urlsplit(target).path
    except ValueError:
        return ""


def _build_server(port: int, listener: Listener) -> TCPServer:
    from socketserver import ThreadingTCPServer

    class Server(ThreadingTCPServer):
        # On other systems than POSIX, this would allow another program to bind the same port.
        allow_reuse_address = os.name == "posix"
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Print no traceback: a browser that disconnects is not an error."""

    try:
        return Server((_ADDRESS, port), _build_handler(listener))
    except (OSError, OverflowError) as error:
        raise ConfigurationError(
            f"login cannot listen on {_ADDRESS}, port {port}: {error}; pass port=0 for a free one"
        ) from None


_HTML: Final = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Log in</title></head>'
    "<body><p>{}</p></body></html>"
)
_HEADERS: Final = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the URL contains the code
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}


def _build_handler(listener: Listener) -> type[BaseHTTPRequestHandler]:
    from http.server import BaseHTTPRequestHandler

    class Handler(BaseHTTPRequestHandler):
        timeout = _READ_TIMEOUT

        def do_GET(self) -> None:
            status, text, outcome = listener.evaluate(self.path)
            with listener.store_outcome(outcome):
                self._send_page(status, text)

        def _reject(self) -> None:
            self._send_page(405, "Only GET requests are accepted.", Allow="GET")

        do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _reject  # noqa: N815 - names of http.server

        def _send_page(self, status: int, text: str, **headers: str) -> None:
            page = _HTML.format(text).encode()
            self.send_response_only(status)
            for name, value in {**_HEADERS, **headers, "Content-Length": str(len(page))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(page)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as in the base class
            """Log nothing, because the URL contains the code."""

    return Handler
