"""The answer to any operation, from the examples that the contract gives."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ..contract.description import is_json
from ..contract.samples import sample
from ..exchange.answers import Answer, failed
from ..exchange.paging import page
from ..exchange.problems import stated_problem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..exchange.call import Call
    from ..service import Service

_STREAM = "text/event-stream"
_GONE = 410


def exemplary(service: Service, call: Call) -> Answer:
    """The first example of the operation's success, or a value that fits its schema where there is none.

    Lists are cut to the page that is asked for. An event stream, where one is asked for, has every example as an
    event. An operation that states 410 is gone, and says so.
    """
    operation = call.operation
    if operation.failure(_GONE) is not None:
        return failed(stated_problem(operation, _GONE, service.settings.retry_after))
    status, stated = operation.success
    content = stated.get("content", {})
    if not content:
        return Answer(None, status)
    media_type = _media_type(call, content)
    media = content[media_type]
    if media_type == _STREAM:
        events = _events(list(_values(media)), operation.stated["x-call"]["sentinel"])
        return Answer(events, status, _STREAM)
    value = example(media, service.contract.document)
    if is_json(media_type):
        return Answer(page(service.contract, call, value) if operation.paging else value, status, media_type)
    return Answer(value.encode() if isinstance(value, str) else encode_json(value), status, media_type)


def example(media: Mapping[str, Any], document: Mapping[str, Any]) -> Any:
    """A copy of the first example of a body; a value made up from the schema where there is none."""
    for value in _values(media):
        return deepcopy(value)
    return sample(media.get("schema", {}), document)


def _values(media: Mapping[str, Any]) -> Iterator[Any]:
    if "example" in media:
        yield media["example"]
    yield from (each["value"] for each in media.get("examples", {}).values() if "value" in each)


def _media_type(call: Call, content: Mapping[str, Any]) -> str:
    """The media type to answer in: a stream where its switch is on, else what `Accept` names first, or the first."""
    switch = call.operation.stated["x-call"]["stream_switch"]
    if switch and isinstance(call.body, dict) and call.body.get(switch) and _STREAM in content:
        return _STREAM
    whole = [kind for kind in content if kind != _STREAM] or list(content)
    accepted = [each.partition(";")[0].strip() for each in call.headers.get("accept", "").split(",")]
    return next((kind for kind in accepted if kind in whole), whole[0])


async def _events(values: list[Any], sentinel: str | None) -> AsyncIterator[bytes]:
    yield b": OPENROUTER PROCESSING\n\n"
    for value in values:
        if value != sentinel:
            yield b"data: " + encode_json(value) + b"\n\n"
    if sentinel is not None:
        yield b"data: " + sentinel.encode() + b"\n\n"
