"""`Cache`: returns the response to an equal request without sending it again."""

from __future__ import annotations

import json
import logging
import os
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlsplit

from ..errors import ConfigurationError, SDKError
from ..flow import CallFunction, Response, do
from ..headers import Headers
from ..sse import ServerSentEvent
from .cache_stores import FolderStore, MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..flow import Flow, Request
    from .cache_stores import Store
    from .signatures import Handler, StreamEnd

__all__ = ["Cache"]

_logger: Final = logging.getLogger("openrouterkit.middleware")
_FORMAT: Final = 1
_KEPT_HEADERS: Final = ("content-type", "x-generation-id")
_MATTERING_HEADERS: Final = re.compile(r"accept|.*-(?:beta|version)", re.IGNORECASE)


class Cache:
    """Middleware that returns the response to an equal request, without sending it again.

        cache = Cache("responses", ttl=86400)
        client = OpenRouter(middleware=[cache])
        result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])
        print(result.response.headers.get("x-openrouterkit-cache"))  # "hit", or None for a response of the service

    Requests that ask a model are cached: POST requests whose JSON body has a `model`, and `messages`, `prompt` or
    `input`. Others, such as lists of models, are sent; for them, pass a `key`. Two requests are equal if method, URL,
    JSON body, and the headers `Accept`, `*-beta` and `*-version` are equal. Credentials make no difference: share a
    cache only among callers who may see each other's responses.

    A stream is stored once it was read to its end, and returned as a stream. Errors, streams that end early, bodies
    that cannot be decoded, and results that `RetryOptions` would have retried are never stored. If the store fails,
    the request is sent, and a warning is logged. Equal requests that are sent at the same time are all sent.

    `RequestOptions(context={"cache": False})` sends a request without looking into the cache, and stores nothing.

    Args:
        store: Where the entries are kept: None for memory (1000 entries, see `cache_stores.MemoryStore`), a path for a
            folder with a JSON file for each, or an object with `get(key)` and `set(key, text)`, such as a client of
            Redis; for async clients they may be async.
        ttl: Seconds after which an entry is not used any more. Defaults to no limit.
        key: A function that receives the request and returns the key of its entry, or None if it is not to be cached.
            `Cache.hash_request` returns the usual key, for requests of every kind.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    def __init__(
        self,
        store: Store | str | os.PathLike[str] | None = None,
        *,
        ttl: float | None = None,
        key: Callable[[Request], str | None] | None = None,
    ) -> None:
        if ttl is not None and (isinstance(ttl, bool) or not isinstance(ttl, int | float) or not ttl > 0):
            raise ConfigurationError(f"ttl must be a number of seconds above 0, or None, not {ttl!r:.100}")
        if key is not None and not callable(key):
            raise ConfigurationError(f"key must be a function, not {key!r:.100}")
        if store is None:
            store = MemoryStore()
        elif isinstance(store, str | os.PathLike):
            store = FolderStore(store)
        elif not all(callable(getattr(store, name, None)) for name in ("get", "set")):
            raise ConfigurationError(
                f"store must be a folder, an object with the methods get and set, or None for memory, not "
                f"{type(store).__name__}"
            )
        self._store: Store = store
        self._ttl = ttl
        self._find_key = key or _hash_inference

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Return a stored response, or send the request. See `openrouterkit.middleware.Middleware`."""
        if request.attempt:
            raise ConfigurationError(
                "Cache runs around calls, not around attempts: pass middleware=[Cache(...)] in place of "
                "attempt_middleware=[...]"
            )
        key = None if request.context.get("cache") is False else self._find_key(request)
        if key is None:
            response = yield from call_next(request)
            return response
        if not isinstance(key, str):
            raise ConfigurationError(f"the key of a Cache returned {type(key).__name__}: return a str, or None")
        stored = yield from self._load(key, request)
        if stored is not None:
            return stored
        response = yield from call_next(request)
        entry = _describe(request, response)
        if response.stream is None:
            if (body := response.json) is not None and _is_good(response):
                yield from self._save(key, {**entry, "body": body})
            return response
        if _is_unsatisfactory(response):
            return response
        events: list[ServerSentEvent] = []

        def on_end(end: StreamEnd) -> Flow[None]:
            if end.kind == "complete":
                yield from self._save(key, {**entry, "events": [_describe_event(event) for event in events]})

        return response.observed(on_event=events.append, on_end=on_end)

    @staticmethod
    def hash_request(request: Request) -> str | None:
        """Return the usual key of a request; None if its body is a file or a form.

        Args:
            request: The request. It may be of any kind.
        """
        return _hash(request, request.json)

    def _load(self, key: str, request: Request) -> Flow[Response | None]:
        """Return the stored response; None if there is none, it is too old, or it cannot be read."""
        text = yield from self._use_store("get", key)
        if not isinstance(text, str | bytes | bytearray):
            return None
        try:
            entry = json.loads(text)
            age = (datetime.now(UTC) - datetime.fromisoformat(entry["stored_at"])).total_seconds()
            if entry["format"] != _FORMAT or (self._ttl is not None and age >= self._ttl):
                return None
            return _build_response(request, entry, age)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None  # replaced by the response to this request

    def _save(self, key: str, entry: dict[str, Any]) -> Flow[None]:
        text = json.dumps(entry, indent=2, ensure_ascii=False)
        if not _is_encodable(text):
            text = json.dumps(entry, indent=2)
        yield from self._use_store("set", key, text)

    def _use_store(self, name: str, *arguments: str) -> Flow[Any]:
        function = getattr(self._store, name)
        if isinstance(self._store, MemoryStore):
            return function(*arguments)
        try:
            result = yield from do(CallFunction[Any](function, arguments))
        except SDKError:  # an exceeded limit, or an async function in sync code
            raise
        except Exception as error:  # noqa: BLE001 - a call must not fail because of its cache
            _logger.warning("the store of a Cache failed in %s(): %s: %s", name, type(error).__name__, error)
            return None
        return result


def _hash_inference(request: Request) -> str | None:
    """Return the key of a request that asks a model; None for others."""
    if request.method != "POST":
        return None
    body = request.json
    asks = isinstance(body, dict) and "model" in body and not body.keys().isdisjoint(("messages", "prompt", "input"))
    return _hash(request, body) if asks else None


def _hash(request: Request, body: Any) -> str | None:
    content = request.content
    if content is not None and not isinstance(content, bytes):
        return None
    if body is None and content:
        body = sha256(content).hexdigest()
    url, _, query = request.url.partition("?")
    headers = sorted(
        (name.lower(), value) for name, value in request.headers.items() if _MATTERING_HEADERS.fullmatch(name)
    )
    parts = [_FORMAT, request.method, url, sorted(parse_qsl(query, True)), request.stream, headers, _fold_numbers(body)]
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _fold_numbers(value: Any) -> Any:
    """Return a JSON value with whole numbers as int: 1 and 1.0 are the same number in JSON, and so the same request."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dict):
        return {name: _fold_numbers(member) for name, member in value.items()}
    return [_fold_numbers(each) for each in value] if isinstance(value, list) else value


def _is_good(response: Response) -> bool:
    """Return True if a plain response can be returned again: it has a result, which was not to be retried."""
    if _is_unsatisfactory(response):
        return False
    try:
        response.result()
    except SDKError:
        return False
    return True


def _is_unsatisfactory(response: Response) -> bool:
    """Return True if the response was to be retried, but there were no more attempts."""
    return bool(response.attempts) and response.attempts[-1].reason is not None


def _describe(request: Request, response: Response) -> dict[str, Any]:
    """Return the members of an entry, without the body of the response."""
    url = urlsplit(request.url)
    return {
        "format": _FORMAT,
        "stored_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request": {
            "method": request.method,
            "url": f"{url.scheme}://{url.netloc.rpartition('@')[2]}{url.path}",
            "body": request.json,
        },
        "status": response.status,
        "headers": {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers},
    }


def _describe_event(event: ServerSentEvent) -> dict[str, Any]:
    members = {"event": None if event.event == "message" else event.event, "id": event.id}
    try:
        data = {"json": json.loads(event.data)}
    except ValueError:
        data = {"data": event.data}
    return {**{name: value for name, value in members.items() if value is not None}, **data}


def _build_response(request: Request, entry: Mapping[str, Any], age: float) -> Response:
    if "events" in entry:
        content = b"".join(_build_event(event).encode() for event in entry["events"])
    else:
        content = _encode(entry["body"])
    headers = {**entry["headers"], "age": f"{max(age, 0):.0f}", "x-openrouterkit-cache": "hit"}
    return Response(request, int(entry["status"]), Headers(headers), content=content)


def _build_event(event: Mapping[str, Any]) -> ServerSentEvent:
    data = _encode(event["json"]) if "json" in event else event["data"].encode()
    return ServerSentEvent(data, event.get("event", "message"), event.get("id"))


def _encode(value: Any) -> bytes:
    """Return compact JSON, which has no line breaks."""
    return json.dumps(value, separators=(",", ":")).encode()


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
