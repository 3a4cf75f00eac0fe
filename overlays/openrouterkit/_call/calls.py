"""Every kind of call a client makes, as a flow over its settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar, cast

from attrs import evolve

import openrouterkit_api
from openrouterkit_api import UNSET

from .._errors.factory import Failures
from ..errors import ConfigurationError, DecodeError
from ..options import RequestOptions
from .attempts import Rules, answered
from .urls import absolute

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.sender import Timeout

    from .._streaming.parser import StreamState
    from ..flow import Flow, Response
    from ..responses import RawResponse
    from .settings import Settings

T = TypeVar("T")

_CHAT: Final = "sendChatCompletionRequest"


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


def is_chat(operation: Operation[Any]) -> bool:
    """Whether an operation's answers are `ChatCompletion`s, and its stream a `ChatStream`."""
    return operation.id == _CHAT


def sent(settings: Settings, operation: Operation[T], timeout: Any, options: Any) -> Flow[T]:
    """A plain call: the answer as the contract's model."""
    call = settings.of_call(timeout, _own(options))
    request = yield from call.request(operation, stream=False)
    response = yield from answered(request, _plain_rules(call, operation))
    return read_answer(operation, response)


def opened(settings: Settings, operation: StreamingOperation[Any, Any], timeout: Any, options: Any) -> Flow[Response]:
    """A stream's opening: the answer, with its first event read.

    Raises:
        ConfigurationError: at once, the operation has no event stream.
    """
    if operation.events is None:
        raise ConfigurationError(f"{operation.endpoint.name} has no event stream: use send() in place of stream()")
    return _opened(settings, operation, timeout, options)


def _opened(settings: Settings, operation: StreamingOperation[Any, Any], timeout: Any, options: Any) -> Flow[Response]:
    call = settings.of_call(timeout, _own(options))
    request = yield from call.request(operation.streamed(), stream=True)
    rules = Rules(
        call.retries,
        call.middleware,
        is_empty=(lambda response: response.state.empty) if is_chat(operation) else None,
        new_state=partial(_new_state, call, operation),
    )
    response = yield from answered(request, rules)
    return response


def fetching(settings: Settings, timeout: Any, options: Any) -> Callable[[PagedOperation[Any, Any]], Flow[Any]]:
    """Calls for the pages of a listing."""

    def fetch(operation: PagedOperation[Any, Any]) -> Flow[Any]:
        return sent(settings, operation, timeout, options)

    return fetch


def requested(settings: Settings, method: str, path: str, given: RawParams) -> Flow[RawResponse]:
    """A call by path."""
    from ..responses import RawResponse

    _check_known(given)
    call = settings.of_call(given.get("timeout", UNSET), _own(given.get("options")))
    call = evolve(call, query={**_mapping("query", given.get("query")), **call.query})
    headers: dict[str, str | None] = {}
    content = _content(given)
    if given.get("json") is not None:
        headers["Content-Type"] = "application/json"
    request = yield from call.request_to(
        method.upper(),
        absolute(call.base_url, path),
        usual={"accept": ("Accept", "application/json")},
        headers={**headers, **_mapping("headers", given.get("headers"))},
        content=content,
        needs_key=True,
    )
    response = yield from answered(request, Rules(call.retries, call.middleware, checks_body=False))
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
        raise ConfigurationError(f"{name} is a mapping of names to values, not {type(given).__name__}")
    return given or {}


def _content(given: RawParams) -> bytes | None:
    value, content = given.get("json"), given.get("content")
    if content is None:
        if value is None:
            return None
        from openrouterkit_runtime.json import encode as encode_json

        return encode_json(value)
    if value is not None:
        raise ConfigurationError("json and content are both the body: give one of them")
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise ConfigurationError(f"content is bytes or text, not {type(content).__name__}: give other things as json")


def read_answer(operation: Operation[T], response: Response) -> T:
    """A success, read as the contract states it.

    Raises:
        DecodeError: it is empty where the contract states content, not JSON where it states JSON, not the kind of JSON.
    """
    content = response.content or b""
    headers: Mapping[str, str] = response.headers
    if not content.strip():
        stated = operation.responses.by_status.get(str(response.status))
        if stated is not None and not stated:
            return operation.read(response.status, headers, content)
        raise _unreadable(response, "is empty")
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if operation.accept == "application/json":
        if not media_type.endswith("json"):
            if content.lstrip()[:1] not in (b"{", b"["):
                raise _unreadable(response, f"is {media_type[:100] or 'of no stated type'} where JSON must be")
            media_type = "application/json"
        headers = {"content-type": media_type}
    result, wrong = _read(operation, response.status, headers, content)
    if wrong:
        raise _unreadable(response, wrong)
    wanted = operation.endpoint.response_kind if operation.accept == "application/json" else None
    if wanted is not None and (came := _kind(result)) != wanted:
        raise _unreadable(response, f"is a JSON {came} where a JSON {wanted} must be")
    return _as_completion(result, response) if is_chat(operation) else cast("T", result)


def _read(operation: Operation[Any], status: int, headers: Mapping[str, str], content: bytes) -> tuple[Any, str | None]:
    """What an answer holds, or what is wrong with it: told, not raised, or the error's context would keep the body."""
    try:
        return operation.read(status, headers, content), None
    except ValueError as error:  # a DecodeError, perhaps that of a standalone package
        return None, f"cannot be read: {error}"
    except RecursionError:
        return None, "is nested too deeply to be read"


def _kind(value: Any) -> str:
    if isinstance(value, dict) or hasattr(value, "to_dict"):
        return "object"
    names = {list: "array", str: "text", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _as_completion(result: Any, response: Response) -> Any:
    from ..responses import CallResponse
    from ..results import ChatCompletion

    completion = ChatCompletion._adopt(result._data)  # noqa: SLF001 - nobody else holds it
    return completion.came_with(CallResponse.of(response), response.latency)


def _unreadable(response: Response, how: str) -> DecodeError:
    how = f"the body of the answer with status {response.status} {how}"
    error = Failures.of(response).undecodable(how, response.content)
    error.attempts = response.attempts
    return error


def _plain_rules(call: Settings, operation: Operation[Any]) -> Rules:
    chat = is_chat(operation)
    return Rules(call.retries, call.middleware, is_empty=_is_empty if chat else None, errors_without_choices=chat)


def _is_empty(response: Response) -> bool:
    from ..results import ChatCompletion, says_nothing

    try:
        return says_nothing(ChatCompletion.from_json(response.content or b""))
    except (openrouterkit_api.DecodeError, RecursionError):
        return False


def _new_state(
    call: Settings, operation: StreamingOperation[Any, Any], response: Response, sent: float, began: float
) -> StreamState[Any]:
    from .._streaming.parser import ChatStreamState, StreamState

    # Without the response itself, which holds the state: a stream that is dropped is to be freed, and closed, at once.
    failures = Failures.of(response)
    events = operation.events
    assert events is not None
    settings: dict[str, Any] = {
        "sentinel": events.sentinel,
        "on_keepalive": call.on_keepalive,
        "keeps_incomplete": call.on_incomplete == "return",
        "sent": sent,
        "began": began,
    }
    if is_chat(operation):
        return ChatStreamState(failures, awaits_content=call.retries.empty, **settings)
    return StreamState(events.read, failures, **settings)


def _own(options: Any) -> RequestOptions | None:
    if options is None or isinstance(options, RequestOptions):
        return options
    raise ConfigurationError(f"options is RequestOptions, not {type(options).__name__}")
