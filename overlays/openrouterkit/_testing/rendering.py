"""Turns a step of a script into the reply to a request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import iscoroutine, iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final

from ..testing.replies import Failure, Reply, ScriptError, build_reply
from ..testing.step_types import Body, Chat, Conditional, ErrorReply, Events, ToolCall
from ..testing.steps import completion, error, stream

if TYPE_CHECKING:
    from ..testing.requests import SentRequest
    from ..testing.step_types import Step

_MAX_FUNCTIONS: Final = 20
"""How many functions may return each other before this is a mistake."""


def render_step(step: Step, request: SentRequest, number: int) -> Reply:
    """Return the reply of a step to a request.

    Args:
        step: The step.
        request: The request.
        number: The number of the request, for the ids.

    Raises:
        ScriptError: The step is of an unknown type, or does not fit the request.
    """
    step = _run_functions(step, request)
    if isinstance(step, Reply):
        return step
    if isinstance(step, Failure):
        return Reply(failure=step)
    if isinstance(step, ErrorReply):
        return build_reply(step.body, step.status, step.headers, step.delay)
    if isinstance(step, Body):
        return build_reply(_convert_body(step.body), step.status, step.headers, step.delay)
    if isinstance(step, Events):
        from .chats import render_events

        return render_events(step)
    if isinstance(step, Chat):
        if not request.is_chat:
            raise ScriptError(
                f"{request} is no chat, as its body has no messages: as the step, write a dict, reply() or events()"
            )
        from .chats import render_chat

        return render_chat(step, request, number)
    return _render_whole(step, request)


def check_step(step: Any, place: str) -> None:
    """Check what can be checked of a step before its request.

    Args:
        step: The step.
        place: Where the step is, for the error message.

    Raises:
        ScriptError: The step is of an unknown type, or an invalid status.
    """
    try:
        simple = _simplify(step)
    except ScriptError as error:
        error.args = (f"{place} does not fit: {error}",)
        raise
    known = isinstance(simple, Reply | Failure | ErrorReply | Body | Events | Chat | Conditional | Mapping)
    if not known and not callable(simple) and not hasattr(simple, "to_dict"):
        raise ScriptError(f"{place} does not fit: {_describe_steps(step)}")


def _describe_steps(step: object) -> str:
    return (
        f"a step is a text, a dict, a model, a list, a status, an exception, a function, or what the functions of "
        f"openrouterkit.testing return, not {step!r:.100}"
    )


def _run_functions(step: Any, request: SentRequest) -> Any:
    """Return the step that a function returns, or a simple form of a step."""
    for _ in range(_MAX_FUNCTIONS):
        simple = _simplify(step)
        if simple is not step:
            return simple
        if isinstance(step, Conditional):
            step = step.step
        elif callable(step):
            if iscoroutinefunction(step):
                raise ScriptError(f"{step!r:.100} is async: write the function of a script with def")
            step = step(request)
            if iscoroutine(step):
                step.close()
                raise ScriptError("the function of a script returned a coroutine: write it with def, without await")
        else:
            return step
    raise ScriptError("the functions of a script return functions without end")


def _simplify(step: Any) -> Any:
    """Return the step that a value stands for; the value itself if it is none of these."""
    from .exceptions import convert_exception

    if isinstance(step, str):
        return completion(step)
    if isinstance(step, int) and not isinstance(step, bool):
        if not 100 <= step <= 599:
            raise ScriptError(f"a number as a step is a status, such as 429, not {step}: write a text as a str")
        return error(step)
    if isinstance(step, ToolCall):
        return stream(step)
    if isinstance(step, bytes | bytearray):
        return Body(bytes(step))
    if isinstance(step, BaseException) or (isinstance(step, type) and issubclass(step, BaseException)):
        return _simplify(convert_exception(step))
    if isinstance(step, Sequence) and not isinstance(step, Mapping):
        return stream(*step)
    return step


def _render_whole(step: Any, request: SentRequest) -> Reply:
    """Return the reply of a dict or a model."""
    body = _convert_body(step)
    if not isinstance(body, dict):
        raise ScriptError(_describe_steps(step))
    choices = body.get("choices")
    if request.is_stream and isinstance(choices, list) and any("message" in each for each in choices):
        from .chats import split_completion

        return _render_chunks(split_completion(body))
    return build_reply(body)


def _render_chunks(chunks: list[dict[str, Any]]) -> Reply:
    from .chats import DONE, STREAM_HEADERS
    from .json_texts import encode_json

    events = tuple(b"data: " + encode_json(chunk) + b"\n\n" for chunk in chunks)
    return Reply(200, STREAM_HEADERS, (*events, DONE))


def _convert_body(body: Any) -> Any:
    if isinstance(body, Mapping):
        return dict(body)
    return body.to_dict() if hasattr(body, "to_dict") else body
