"""Credentials that change: tokens of OAuth2 client credentials, and values of functions, which a 401 renews."""

from __future__ import annotations

import time
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from attrs import evolve

from .._errors.factory import ErrorFactory
from .._flow.limits import ERROR_BODY_LIMIT
from .._flow.request import Request, format_url
from .._options.credential import Credential
from .._options.secret import Secret
from .._options.tokens import RENEWAL_PAUSE, Token
from .._streaming.reading import read_whole
from ..authentication import Basic
from ..errors import ConnectionFailedError, SDKError, TimedOutError
from ..flow import Close, Flow, Response, Sleep, do
from .middleware_chain import close_on_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._flow.deadlines import Deadlines
    from .._options.tokens import Fetch, TokenSource
    from ..timeouts import TimeoutOptions

    Send = Callable[[Request, Deadlines], Flow[Response]]

_MESSAGE_LIMIT: Final = 1000
"""Characters of an error message."""

_CHECK_INTERVAL: Final = 0.005
_LONGEST_CHECK_INTERVAL: Final = 0.05
"""Seconds between two checks whether another call has fetched the token: the first, and the longest.

A `Sleep` works in threads, in tasks of several event loops and in forked processes, and ends if the client is closed.
"""


_LONGEST_WAIT: Final = 30.0
"""Seconds that a call waits for a token that another call fetches, at most; then it fetches one itself."""


def send_authorized(request: Request, deadlines: Deadlines, send: Send) -> Flow[Response]:
    """Return the response to a request with the tokens that its credentials need.

    If the service rejects a token with 401, it is fetched again, and the request is sent once more; also if a function
    that provides a credential returns another value than before.

    Args:
        request: The request, whose credentials may have a source in place of a value.
        deadlines: The deadlines of the call.
        send: Sends a request.
    """
    if not any(each.source is not None or each.renew is not None for each in request.credentials):
        response = yield from send(request, deadlines)
        return response
    authorized = yield from _add_tokens(request, deadlines, send)
    response = yield from send(authorized, deadlines)
    if response.status != 401:
        return response
    for each in authorized.credentials:
        if each.source is not None:
            each.source.store.reject(each.secret)
    if not request.replayable:
        return response
    provided: tuple[Credential, ...] = request.credentials
    if any(each.renew is not None for each in provided):
        yield from close_on_error([response], _read_body(response, deadlines))
        yield from do(Close(response))  # first, as the function may need the connection
        provided = yield from _renew_provided(provided)
        if provided == request.credentials and not any(each.source is not None for each in provided):
            return response
    else:
        yield from do(Close(response))
    renewed = yield from _add_tokens(evolve(request, credentials=provided), deadlines, send)
    response = yield from send(renewed, deadlines)
    return response


def _read_body(response: Response, deadlines: Deadlines) -> Flow[None]:
    """Read the body of a rejected request as far as possible, as it may be the response of the call."""
    body = b""
    with suppress(ConnectionFailedError):  # the status is reported even without a body
        body = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
    response.content = body


def _renew_provided(credentials: tuple[Credential, ...]) -> Flow[tuple[Credential, ...]]:
    """Return credentials with the values that their functions return now."""
    renewed: list[Credential] = []
    for each in credentials:
        new: Credential | None = None
        if each.renew is not None:
            new = yield from each.renew()
        # The response may repeat the old value, too.
        renewed.append(each if new is None or new == each else evolve(new, related=(*new.related, *each.secrets)))
    return tuple(renewed)


def _add_tokens(request: Request, deadlines: Deadlines, send: Send) -> Flow[Request]:
    credentials: list[Credential] = []
    for each in request.credentials:
        if each.source is None:
            credentials.append(each)
        else:
            token = yield from _provide_token(each.source, request, deadlines, send)
            credentials.append(each.with_secret(token))
    return evolve(request, credentials=tuple(credentials))


def _provide_token(source: TokenSource, request: Request, deadlines: Deadlines, send: Send) -> Flow[Secret]:
    """Return the token of a source. If it has none, one call fetches it, and the others wait for it."""
    store = source.store
    while True:
        token = store.token
        if token is not None and time.monotonic() < token.renew_at:
            return token.secret
        fetch, is_mine = store.begin()
        if is_mine:
            secret = yield from _renew(source, fetch, request, deadlines, send)
            return secret
        token = store.token
        if token is not None and time.monotonic() < token.expires_at:
            return token.secret
        interval = _CHECK_INTERVAL
        waits_until = time.monotonic() + _find_patience(request.timeouts)
        while not fetch.done:
            now = time.monotonic()
            deadlines.check(now)
            if now > waits_until:  # its limits may be longer, or its event loop may stand still
                store.abandon(fetch)
                break
            yield from do(Sleep(interval))
            interval = min(interval * 2, _LONGEST_CHECK_INTERVAL)
        if fetch.token is not None:
            return fetch.token.secret
        if fetch.failure is not None:
            raise copy(fetch.failure)


def _find_patience(timeouts: TimeoutOptions) -> float:
    """Return how many seconds a call waits for a token that another one fetches: as long as for its own request."""
    if timeouts.connect is None or timeouts.read is None:
        return _LONGEST_WAIT
    return min(timeouts.connect + timeouts.read, _LONGEST_WAIT)


def _renew(source: TokenSource, fetch: Fetch, request: Request, deadlines: Deadlines, send: Send) -> Flow[Secret]:
    """Fetch a token, keep it and return it; return the old one if that fails before its end."""
    store = source.store
    try:
        old = store.token
        if old is not None and time.monotonic() < old.renew_at:  # another call has renewed it meanwhile
            return old.secret
        try:
            token = yield from _fetch_token(source, request, deadlines, send)
        except SDKError as error:
            now = time.monotonic()
            if old is not None and now < old.expires_at:
                old.renew_at = now + RENEWAL_PAUSE
                return old.secret
            if not _concerns_one_call(error):
                fetch.failure = copy(error)
            raise
        fetch.token = token
        if store.token is None or store.token is old:  # otherwise a call that did not wait has fetched one meanwhile
            store.token = token
        return token.secret
    finally:
        store.end(fetch)


def _concerns_one_call(error: SDKError) -> bool:
    """Return True if a call failed by its own limits, or as its client was closed: another one may succeed."""
    if isinstance(error, TimedOutError):
        return error.phase in ("total", "first_token", "idle")
    return isinstance(error, ConnectionFailedError) and error.client_closed


def _fetch_token(source: TokenSource, request: Request, deadlines: Deadlines, send: Send) -> Flow[Token]:
    began = time.monotonic()
    token_request = _build_token_request(source, request)
    response = yield from send(token_request, deadlines)
    errors = ErrorFactory.from_response(response)
    body = yield from close_on_error([response], read_whole(response, deadlines, ERROR_BODY_LIMIT))
    place = f"the token endpoint {format_url(source.url)}"
    if not 200 <= response.status < 300:
        error = errors.build_api_error(body)
        description = error.body.get("error_description") if isinstance(error.body, dict) else None  # RFC 6749, 5.2
        details = f": {description}" if isinstance(description, str) and description else ""
        error.message = f"{place} responded: {error.message}{details}"[:_MESSAGE_LIMIT]
        error.args = (error.message,)
        if response.status in (400, 401, 403):
            error.hint = "check the id, the secret and the scopes of ClientCredentials"
        raise error
    deadlines.start_attempt(time.monotonic())  # the time of the fetch does not count as that of the response
    token = _read_token(body, began)
    if token is None:
        raise errors.build_decode_error(f"{place} returned no access_token; check the token URL", None)
    return token


def _build_token_request(source: TokenSource, request: Request) -> Request:
    form = {"grant_type": "client_credentials", **source.parameters}
    identity = Secret(source.client_id)
    if source.method == "body":
        form |= {"client_id": source.client_id, "client_secret": source.client_secret.reveal()}
        credentials = (Credential("body", "client_secret", source.client_secret),)
    else:
        # RFC 6749, 2.3.1: both are encoded as in a form before they become user name and password.
        encoded = Basic(_encode(identity), _encode(source.client_secret)).build_credential()
        credentials = (evolve(encoded, related=(*encoded.related, source.client_secret)),)
    agent = {name: value for name, value in request.headers.items() if name.lower() == "user-agent"}
    return Request(
        method="POST",
        url=source.url,
        headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json", **agent},
        content=urlencode(form).encode(),
        timeouts=request.timeouts,
        credentials=credentials,
    )


def _encode(secret: Secret) -> str:
    return urlencode({"": secret.reveal()})[1:]


def _read_token(body: bytes, began: float) -> Token | None:
    """Return the token of a successful response that was requested at a time; None if it contains none."""
    from openrouterkit_runtime.json import decode

    try:
        content: Any = decode(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or not isinstance(content.get("access_token"), str):
        return None
    secret = Secret(content["access_token"])
    try:
        lifetime = float(content["expires_in"])
    except (KeyError, TypeError, ValueError):
        lifetime = None
    valid = lifetime is None or 0 <= lifetime < float("inf")
    return Token.of(secret, began, lifetime if valid else None) if secret and secret.is_valid else None
