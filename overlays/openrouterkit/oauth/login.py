"""A login as a flow: the browser, the callback or what is pasted, the exchange of the code for a key."""

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

V = TypeVar("V")

_GLANCE: Final = 0.05
# Without scripts, no page of the service can be used.
_TEXT_BROWSERS: Final = ("www-browser", "links", "elinks", "lynx", "w3m")


@frozen
class Login:
    """What a login brings.

    Attributes:
        key: the user's API key, hidden; `key.reveal()` is its text, to be stored where secrets are. A client with it:
            `client.with_options(api_key=login.key)`.
        user_id: the account it belongs to, None where the service does not tell.
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
    """A whole login. See `OAuth.login`; `page` are arguments of `authorize_url`.

    Raises:
        LoginError: the user or the service refused, or nothing came.
        ConfigurationError: there is nothing to open a browser with and nobody to paste, or an invalid setting.
        OpenRouterError: of the exchange.
    """
    if browser is not None and paste is not None:
        raise ConfigurationError("login opens a browser or has a code pasted: give browser or paste, not both")
    if timeout is not None and not 0 < timeout < math.inf:
        raise ConfigurationError(f"the timeout of login is seconds, more than 0, or None: not {timeout!r}")
    challenge = Challenge()
    state = secrets.token_urlsafe(24)
    base_url = settings.for_call(UNSET, options).base_url
    with Listener(host, port, state) as listener:
        url = authorize_url(listener.expected, challenge, base_url=base_url, **page)
        if paste is None and (yield from _opened(browser or open_browser, url)):
            code = yield from _heard(listener, timeout)
        else:
            code = yield from _pasted(listener, state, paste or ask, url)
    login = yield from exchange_code(settings, code, challenge, options=options)
    return login


def _opened(browser: Callable[[str], Any], url: str) -> Flow[bool]:
    from webbrowser import Error

    try:
        answer = yield from do(CallFunction[Any](browser, (url,)))
    except (OSError, Error):
        return False
    return answer is not False


def _heard(listener: Listener, timeout: float | None) -> Flow[Secret]:
    end = math.inf if timeout is None else time.monotonic() + timeout
    while (code := listener.take()) is None:
        left = end - time.monotonic()
        if left <= 0:
            refused = f" ({listener.refused} that came were not of this login)" if listener.refused else ""
            raise LoginError(
                f"nobody came back from the browser in {timeout:g} s{refused}: log in again, with a longer timeout=, "
                f"or with paste= where the browser is on another machine",
                "timed_out",
            )
        # A glance now and then, and no lock to wait at, so that cancelling a task or Ctrl-C ends it at once.
        yield from do(Sleep(min(_GLANCE, left)))
    return code


def _pasted(listener: Listener, state: str, paste: Callable[[str], Any], url: str) -> Flow[Secret]:
    given = yield from do(CallFunction[Any](paste, (url,)))
    heard = listener.take()
    if heard is not None:
        return heard
    text = given.strip() if isinstance(given, str) else ""
    if any(mark in text for mark in ("?", "://", "code=", "error=")):
        return Secret(read_callback(text, state))
    if not text or not text.isprintable() or " " in text:
        raise LoginError("what was pasted is neither a code nor a callback URL: log in again", "no_code")
    # A bare code has no state. The exchange refuses one that was not given for this verifier.
    return Secret(text)


def open_browser(url: str) -> bool:
    """Whether a browser with a window could be opened at a URL."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return getattr(browser, "basename", "") not in _TEXT_BROWSERS and browser.open(url)


def ask(url: str) -> str:
    """What the user pastes on the terminal, having been shown a URL.

    Raises:
        ConfigurationError: there is no terminal to ask on.
    """
    prompt = (
        f"\nTo log in, open this address in a browser, on any machine:\n\n{url}\n\n"
        "Afterwards the browser goes to a page that may not load. Paste that page's address here, or only the code "
        "in it.\n(If the page says that you are logged in, just press Enter.)\n> "
    )
    try:
        return input(prompt)
    except (EOFError, OSError, RuntimeError):
        raise ConfigurationError(
            "no browser could be opened, and there is no terminal to paste a code on: give login(paste=...) a function "
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
    """The exchange of a code for a key. The client's own key does not go with it: it may be what a login replaces."""
    from openrouterkit_api.operations.oauth import exchange_auth_code

    held = code if isinstance(code, Secret) else Secret(code)
    if not held:
        raise ConfigurationError("there is no code to exchange: read it from the callback URL with read_callback")
    operation = exchange_auth_code(
        code=held.reveal(),
        code_verifier=challenge.verifier.reveal(),
        code_challenge_method=challenge.code_challenge_method,
    )
    operation = evolve(operation, content=_Unshown(operation.encode() or b""))
    try:
        answer = yield from send(evolve(settings, key=None), operation, timeout, options)
    except OpenRouterError as error:
        _hide(error, (held.reveal(), challenge.verifier.reveal()))
        # Without the frames that read the answer: their variables have what was just hidden.
        raise error.with_traceback(None)  # noqa: B904 - it is the same error
    key = getattr(answer, "key", None)  # an array is read as it is
    if not isinstance(key, str) or not key.strip():
        raise DecodeError("the service answered the exchange of the code with no key: log in again")
    return Login(Secret(key), answer.user_id)


class _Unshown(bytes):
    """A body that no repr shows, where tools print the variables of a traceback."""

    def __repr__(self) -> str:
        return "b'***'"


def _hide(error: OpenRouterError, words: tuple[str, ...]) -> None:
    """Take what is secret out of an error, should the service have sent it back."""
    if isinstance(error, DecodeError):
        error.body = None  # which may well be a key, in a form nobody expects
    error.args = _hidden(error.args, words)
    for name, value in vars(error).items():
        setattr(error, name, _hidden(value, words))


def _hidden(value: Any, words: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        for word in words:
            value = value.replace(word, "***")
        return value
    if isinstance(value, Attempt):
        return evolve(value, error=_hidden(value.error, words))
    if isinstance(value, list | tuple):
        return type(value)(_hidden(item, words) for item in value)
    if hasattr(value, "items"):
        return type(value)({_hidden(name, words): _hidden(item, words) for name, item in value.items()})
    return value
