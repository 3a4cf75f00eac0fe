"""Responses built from the examples in the contract, for operations without a handler."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ..contract.document import is_json
from ..contract.samples import build_sample
from ..exchange.errors import build_example_error
from ..exchange.paging import select_page
from ..exchange.responses import LocalResponse, build_error_response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..exchange.requests import ValidRequest
    from ..service import Service

_STREAM = "text/event-stream"
_GONE = 410


def build_example_response(service: Service, request: ValidRequest) -> LocalResponse:
    """Return the first example of the operation's success response, or a sample of its schema without an example.

    Lists are reduced to the requested page. An event stream contains every example as an event. Operations that
    declare status 410 always return it.
    """
    operation, document = request.operation, service.contract.document
    if operation.find_response(_GONE) is not None:
        return build_error_response(build_example_error(operation, _GONE, service.settings.retry_after))
    status, response = operation.success
    content = response.get("content", {})
    if not content:
        return LocalResponse(None, status)
    media_type = _choose_media_type(request, content)
    media = content[media_type]
    if media_type == _STREAM:
        values = list(_iter_examples(media)) or [build_example(media, document)]
        events = _stream_events(values, operation.definition["x-call"]["sentinel"])
        return LocalResponse(events, status, _STREAM)
    value = build_example(media, document)
    if is_json(media_type):
        body = select_page(service.contract, request, value) if operation.paging else value
        return LocalResponse(body, status, media_type)
    return LocalResponse(value.encode() if isinstance(value, str) else encode_json(value), status, media_type)


def build_example(media: Mapping[str, Any], document: Mapping[str, Any]) -> Any:
    """Return a copy of the first example of a media type object, or a sample of its schema without an example."""
    for value in _iter_examples(media):
        return deepcopy(value)
    return build_sample(media.get("itemSchema") or media.get("schema", {}), document)


def _iter_examples(media: Mapping[str, Any]) -> Iterator[Any]:
    if "example" in media:
        yield media["example"]
    yield from (each["value"] for each in media.get("examples", {}).values() if "value" in each)


def _choose_media_type(request: ValidRequest, content: Mapping[str, Any]) -> str:
    """Return the media type of the response.

    It is an event stream if the request sets the operation's stream switch, else the first acceptable type in `Accept`,
    else the first type in the contract.
    """
    switch = request.operation.definition["x-call"]["stream_switch"]
    if switch and isinstance(request.body, dict) and request.body.get(switch) and _STREAM in content:
        return _STREAM
    candidates = [each for each in content if each != _STREAM] or list(content)
    accepted = [each.partition(";")[0].strip() for each in request.headers.get("accept", "").split(",")]
    return next((each for each in accepted if each in candidates), candidates[0])


async def _stream_events(values: list[Any], sentinel: str | None) -> AsyncIterator[bytes]:
    yield b": OPENROUTER PROCESSING\n\n"
    for value in values:
        if value != sentinel:
            yield b"data: " + encode_json(value) + b"\n\n"
    if sentinel is not None:
        yield b"data: " + sentinel.encode() + b"\n\n"
