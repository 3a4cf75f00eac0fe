"""The login as a flow: open the browser, wait for the callback or a pasted code, exchange the code for a key."""

from __future__ import annotations

import math
import secrets
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve, frozen

from openrouterkit_api import UNSET

from .._call.calls import send
from .._flow.attempt import Attempt
from .._options.secret import Secret
from ..errors import ConfigurationError, DecodeError, OpenRouterError
from ..flow import CallFunction, Flow, Sleep, do
from .callback import Listener, LoginError, read_callback
from .pkce import Challenge, authorize_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from ..options import RequestOptions

__all__ = ["Login"]

V = TypeVar("V")

# Seconds between two checks for the callback.
_POLL_INTERVAL: Final = 0.05
# The login page needs JavaScript, which browsers in a terminal do not run.
_TEXT_BROWSERS: Final = ("www-browser", "links", "elinks", "lynx", "w3m")


@frozen
class Login:
    """The result of a login.

        login = client.oauth.login()
        client = client.with_options(api_key=login.key)

    Attributes:
        key: The API key of the user, hidden in its repr. `key.reveal()` returns the text; store it like a password.
        user_id: The id of the user's account; None if the service does not return it.
    """

    key: Secret
    user_id: str | None = None


def log_in(
    settings: Settings,
    *,
    browser: Callable[[str], Any] | None,
    paste: Callable[[str], Any] | None,
    host: str,
    port: int,
    timeout: float | None,
    options: RequestOptions | None,
    **page: Any,
) -> Flow[Login]:
    """Build the flow of a whole login. For the arguments see `OAuth.login`; `page` is passed to `authorize_url`.

    Raises:
        LoginError: The user or the service denied the login, or no callback arrived.
        ConfigurationError: No browser can be opened and there is no terminal, or a setting is invalid.
        OpenRouterError: The exchange of the code failed.
    """
    if browser is not None and paste is not None:
        raise ConfigurationError("browser and paste exclude each other; pass only one of them to login")
    if timeout is not None and not 0 < timeout < math.inf:
        raise ConfigurationError(f"the timeout of login must be a number of seconds above 0, or None, not {timeout!r}")
    challenge = Challenge()
    state = secrets.token_urlsafe(24)
    base_url = settings.for_call(UNSET, options).base_url
    with Listener(host, port, state) as listener:
        url = authorize_url(listener.expected_url, challenge, base_url=base_url, **page)
        if paste is None and (yield from _try_browser(browser or open_browser, url)):
            code = yield from _wait_for_code(listener, timeout)
        else:
            code = yield from _ask_for_code(listener, state, paste or ask, url)
    login = yield from exchange_code(settings, code, challenge, options=options)
    return login


def _try_browser(browser: Callable[[str], Any], url: str) -> Flow[bool]:
    """Open a URL with a browser function. Return False if it cannot."""
    from webbrowser import Error

    try:
        opened = yield from do(CallFunction[Any](browser, (url,)))
    except (OSError, Error):
        return False
    return opened is not False


def _wait_for_code(listener: Listener, timeout: float | None) -> Flow[Secret]:
    end = math.inf if timeout is None else time.monotonic() + timeout
    while (code := listener.get_code()) is None:
        left = end - time.monotonic()
        if left <= 0:
            rejected = f" ({listener.rejected} callbacks of other logins rejected)" if listener.rejected else ""
            raise LoginError(
                f"no callback from the browser within {timeout:g} s{rejected}; log in again with a longer timeout=, or "
                f"with paste= if the browser is on another machine",
                "timed_out",
            )
        # Poll instead of waiting for a lock, so that a cancelled task or Ctrl-C ends the wait at once.
        yield from do(Sleep(min(_POLL_INTERVAL, left)))
    return code


def _ask_for_code(listener: Listener, state: str, paste: Callable[[str], Any], url: str) -> Flow[Secret]:
    pasted = yield from do(CallFunction[Any](paste, (url,)))
    code = listener.get_code()
    if code is not None:
        return code
    text = pasted.strip() if isinstance(pasted, str) else ""
    if any(mark in text for mark in ("?", "://", "code=", "error=")):
        return Secret(read_callback(text, state))
    if not text or not text.isprintable() or " " in text:
        raise LoginError("the pasted text is neither a code nor a callback URL; log in again", "no_code")
    # A code alone has no state. The service rejects it if it was issued for another verifier.
    return Secret(text)


def open_browser(url: str) -> bool:
    """Open a URL in a browser with a window. Return False if there is none."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return getattr(browser, "basename", "") not in _TEXT_BROWSERS and browser.open(url)


def ask(url: str) -> str:
    """Print a URL on the terminal and return what the user pastes.

    Raises:
        ConfigurationError: There is no terminal.
    """
    prompt = (
        f"\nTo log in, open this URL in a browser, on any machine:\n\n{url}\n\n"
        "Afterwards the browser opens a page that may not load. Paste the URL of that page here, or only the code "
        "in it.\n(If the page reports that you are logged in, just press Enter.)\n> "
    )
    try:
        return input(prompt)
    except (EOFError, OSError, RuntimeError):
        raise ConfigurationError(
            "no browser can be opened and there is no terminal to paste a code; call login(paste=...) with a function "
            "that shows the user a URL and returns what they paste"
        ) from None


def exchange_code(
    settings: Settings,
    code: str | Secret,
    challenge: Challenge,
    *,
    timeout: Timeout = UNSET,
    options: RequestOptions | None = None,
) -> Flow[Login]:
    """Build the flow that exchanges a code for a key. The client's own key is not sent, as it may be an expired one.

    Args:
        settings: The settings of the client.
        code: The code from the callback.
        challenge: The challenge of the authorization URL.
        timeout: The timeout of the request.
        options: The `RequestOptions` of the request.

    Raises:
        ConfigurationError: The code is empty.
        DecodeError: The response has no key.
        OpenRouterError: The exchange failed.
    """
    from openrouterkit_api.operations.oauth import exchange_auth_code

    secret_code = code if isinstance(code, Secret) else Secret(code)
    if not secret_code:
        raise ConfigurationError("the code is empty; read it from the callback URL with read_callback")
    operation = exchange_auth_code(
        code=secret_code.reveal(),
        code_verifier=challenge.verifier.reveal(),
        code_challenge_method=challenge.code_challenge_method,
    )
    operation = evolve(operation, content=_HiddenBytes(operation.encode() or b""))
    try:
        response = yield from send(settings, operation, timeout, options)
    except OpenRouterError as error:
        _redact_error(error, (secret_code.reveal(), challenge.verifier.reveal()))
        # Drop the frames that decoded the response, because their local variables contain the secrets.
        raise error.with_traceback(None)  # noqa: B904 - it is the same error
    key = getattr(response, "key", None)  # a JSON array is returned as a list, without the attribute
    if not isinstance(key, str) or not key.strip():
        raise DecodeError("the response to the exchange of the code has no key; log in again")
    return Login(Secret(key), response.user_id)


class _HiddenBytes(bytes):
    """A body hidden in its repr, for tools that print the local variables of a traceback."""

    def __repr__(self) -> str:
        return "b'***'"


def _redact_error(error: OpenRouterError, confidential: tuple[str, ...]) -> None:
    """Replace confidential texts in an error, in case the response of the service contained them."""
    if isinstance(error, DecodeError):
        error.body = None  # it may contain the key in an unexpected form
    error.args = _redact(error.args, confidential)
    for name, value in vars(error).items():
        setattr(error, name, _redact(value, confidential))


def _redact(value: Any, confidential: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        for each in confidential:
            value = value.replace(each, "***")
        return value
    if isinstance(value, Attempt):
        return evolve(value, error=_redact(value.error, confidential))
    if isinstance(value, list | tuple):
        return type(value)(_redact(item, confidential) for item in value)
    if hasattr(value, "items"):
        return type(value)({_redact(name, confidential): _redact(item, confidential) for name, item in value.items()})
    return value
