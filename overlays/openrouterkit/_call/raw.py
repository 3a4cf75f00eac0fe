"""Requests by path, for what has no method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from attrs import evolve

from openrouterkit_api import UNSET

from .._request.build import build_request
from .._request.urls import absolute
from ..errors import ConfigurationError
from .attempts import CallPolicy, send_with_retries

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from ..flow import Flow
    from ..options import RequestOptions
    from ..responses import RawResponse


class RawParams(TypedDict, total=False):
    """What a request by path takes."""

    json: Any
    """The body: plain JSON, models, anything with `to_dict`. None is no body."""
    content: bytes | str | None
    """The body as it is, text as UTF-8, in place of `json`; give its Content-Type among the headers."""
    query: Mapping[str, Any] | None
    """By name; a list gives one parameter an item, None none."""
    headers: Mapping[str, str | None] | None
    timeout: Timeout
    options: RequestOptions | None


def send_raw(settings: Settings, method: str, path: str, given: RawParams) -> Flow[RawResponse]:
    """The response to a request by path. See `OpenRouter.request`."""
    from ..responses import RawResponse

    _check_known(given)
    call = settings.for_call(given.get("timeout", UNSET), given.get("options"))
    call = evolve(call, query={**_mapping("query", given.get("query")), **call.query})
    headers: dict[str, str | None] = {}
    content = _content(given)
    if given.get("json") is not None:
        headers["Content-Type"] = "application/json"
    request = yield from build_request(
        call,
        method.upper(),
        absolute(call.base_url, path),
        defaults={"accept": ("Accept", "application/json")},
        headers={**headers, **_mapping("headers", given.get("headers"))},
        content=content,
        needs_key=True,
    )
    response = yield from send_with_retries(request, CallPolicy(call.retries, call.middleware, finds_errors=False))
    return RawResponse.of(response)


def _check_known(given: RawParams) -> None:
    for name in given:
        if name not in RawParams.__annotations__:
            from difflib import get_close_matches

            also = {"params": "query", "data": "content", "body": "json", "extra_headers": "headers"}
            meant = also.get(name) or "".join(get_close_matches(name, RawParams.__annotations__, 1))
            hint = f"did you mean {meant!r}?" if meant else f"it takes {', '.join(RawParams.__annotations__)}"
            raise TypeError(f"request() does not take {name!r}; {hint}")


def _mapping(name: str, given: Any) -> Mapping[str, Any]:
    if given is not None and not isinstance(given, Mapping):
        raise ConfigurationError(f"{name} must be a mapping of names to values, not {type(given).__name__}")
    return given or {}


def _content(given: RawParams) -> bytes | None:
    value, content = given.get("json"), given.get("content")
    if content is None:
        if value is None:
            return None
        from openrouterkit_runtime.json import encode

        return encode(value)
    if value is not None:
        raise ConfigurationError("json and content are both the body: give one of them")
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise ConfigurationError(f"content is bytes or text, not {type(content).__name__}: give other things as json")
