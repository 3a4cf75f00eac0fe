"""Calls whose answer is a value: the flow of `chat.parse`, and the opening of `chat.parse_stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import frozen

from openrouterkit_runtime import json
from openrouterkit_runtime.plain import to_plain

from .._results.usages import add_usages
from ..errors import APIError, InvalidArgumentError, SDKError
from ..requests.remedies import convert_argument_error
from .corrections import Corrections
from .readers import Reader
from .results import Parsed
from .steps import choose_steps, find_tool_name, is_about_schema
from .targets import Target, build_target

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from ..chats.flows import ChatFlows
    from ..flow import Flow, Response
    from .steps import Step

R = TypeVar("R")

_REMEMBERED: Final = 256  # models per client
_OWN: Final = {
    "response_format": "pass response_type",
    "stream": "use parse_stream",
}
"""Parameters that parse sets itself, and what to write instead."""


@frozen
class Request:
    """What shall be parsed.

    Attributes:
        chat: The chat namespace.
        target: The type of the answer.
        parameters: The parameters of `send`, with messages as plain JSON.
        method: The name of a step, or "auto".
        repair: Whether small damage in an answer is repaired.
    """

    chat: ChatFlows
    target: Target
    parameters: dict[str, Any]
    method: str
    repair: bool

    def climb(self, call: Callable[[dict[str, Any]], Flow[R]]) -> Flow[tuple[R, Step]]:
        """Return what a call returns, and the first step whose request the service does not reject.

        Args:
            call: Returns the flow of a call with some parameters.

        Raises:
            APIError: The service rejects the last step, or failed for another reason.
        """
        memory = Memory(self.get_client(), self.parameters, self.target)
        steps = choose_steps(self.method, memory.recall())
        rejections: list[APIError] = []
        for step in steps:
            try:
                answer = yield from call(self.prepare(step))
            except APIError as error:
                more = self.get_client().service.parse_rejections.get(step.method, ())
                if step is steps[-1] or not step.is_rejected(error, more):
                    for above, rejection in zip(steps, rejections, strict=False):
                        error.add_note(f'The method "{above.method}" was rejected before: {rejection}')
                    raise
                rejections.append(error)
            else:
                if rejections:
                    memory.remember(step.method, only_schema=any(map(is_about_schema, rejections)))
                return answer, step
        raise AssertionError  # the last step returns or raises

    def get_client(self) -> Any:
        """Return the client of the chat namespace."""
        return self.chat._get_client()  # noqa: SLF001 - of this package

    def prepare(self, step: Step, further: Sequence[Any] = ()) -> dict[str, Any]:
        """Return the parameters of the request of a step.

        Args:
            step: The step.
            further: Messages at the end.
        """
        prepared = step.prepare(self.parameters, self.target)
        return {**prepared, "messages": [*prepared["messages"], *further]} if further else prepared

    def make_reader(self, step: Step) -> Reader:
        """Return the reader of the answers to a step."""
        name = find_tool_name(self.parameters.get("tools"), self.target) if step.method == "tool" else None
        return Reader(self.target, step.method, name, self.repair)


def build_request(
    chat: ChatFlows,
    kind: Any,
    parameters: Mapping[str, Any],
    *,
    method: str,
    strict: bool | None,
    repair: bool,
) -> Request:
    """Return what shall be parsed.

    Args:
        chat: The chat namespace.
        kind: The type of the value.
        parameters: The parameters of `send`.
        method: The name of a step, or "auto".
        strict: Whether the schema is that of strict mode; None if it is where that is possible.
        repair: Whether small damage in an answer is repaired.

    Raises:
        InvalidArgumentError: An argument is invalid, or the type has no schema.
    """
    for name, remedy in _OWN.items():
        if name in parameters:
            raise InvalidArgumentError(f"parse() does not accept {name}; {remedy}")
    choose_steps(method)
    messages = parameters.get("messages")
    if isinstance(messages, str | bytes | dict):
        name = type(messages).__name__
        raise InvalidArgumentError(f"parse() expects a list for messages, got {name}; pass messages=[...]")
    try:
        plain = {**parameters, "messages": to_plain(list(messages or ()))}
        if parameters.get("tools") is not None:
            plain["tools"] = list(parameters["tools"])
    except (TypeError, ValueError) as error:
        converted = convert_argument_error(error)
        raise converted from error
    return Request(chat, build_target(kind, strict=strict), plain, method, repair)


def parse(request: Request, max_corrections: int) -> Generator[Any, Any, Parsed[Any, Any]]:
    """Return the value in the answer of a model.

    Args:
        request: What shall be parsed.
        max_corrections: How often an invalid answer is returned to the model, with its errors.

    Raises:
        ParseError: No value can be read from the answer.
        SDKError: The first call failed. If a later one fails, it is the cause of an InvalidOutputError.
    """
    result, step = yield from request.climb(lambda parameters: request.chat.build_flow(**parameters))
    reader = request.make_reader(step)
    corrections = Corrections(reader, max_corrections)
    results, further = [result], list[Any]()
    while (found := corrections.read(results)) is None:
        further += corrections.write(result)
        try:
            result = yield from request.chat.build_flow(**request.prepare(step, further))
        except SDKError as error:  # the paid answers are in the error
            more = f"; the request for a correction failed: {error}"
            raise corrections.build_error(results, more) from error
        results.append(result)
    value, repairs = found
    return Parsed(value, tuple(results), add_usages(results), step.method, repairs, reader.find_text(result))


@frozen
class Memory:
    """The step that worked for a model, which later calls of the same client begin with.

    A step that was reached because the service rejected a schema is remembered for this schema alone.

    Attributes:
        client: The client.
        parameters: The parameters of the call.
        target: The type of the answer.
    """

    client: Any
    parameters: Mapping[str, Any]
    target: Target

    def recall(self) -> str | None:
        """Return the name of the step; None if no step is known."""
        methods = self._get_methods()
        return methods.get(self._get_key(only_schema=True)) or methods.get(self._get_key(only_schema=False))

    def remember(self, method: str, *, only_schema: bool) -> None:
        """Remember a step.

        Args:
            method: Its name.
            only_schema: Whether other schemas of the model begin with another step.
        """
        methods = self._get_methods()
        while len(methods) >= _REMEMBERED:
            methods.pop(next(iter(list(methods))), None)
        methods[self._get_key(only_schema=only_schema)] = method

    def _get_methods(self) -> dict[Any, str]:
        # An attribute of the client, so that derived clients share it, and a step of one thread is not lost.
        methods: dict[Any, str] = vars(self.client).setdefault("_parse_methods", {})
        return methods

    def _get_key(self, *, only_schema: bool) -> tuple[Any, ...]:
        given = self.parameters
        schema = hash(json.encode(self.target.schema)) if only_schema else None
        return self.client._settings.base_url, str(given.get("model")), str(given.get("models")), schema  # noqa: SLF001 - of this package


def open_ladder(request: Request, set_reader: Callable[[Reader], None]) -> Flow[Response]:
    """Return the response of a stream, opened at the first step that the service does not reject.

    Args:
        request: What shall be parsed.
        set_reader: Receives the reader of the answer.
    """
    response, step = yield from request.climb(request.chat._build_opening)  # noqa: SLF001 - of this package
    set_reader(request.make_reader(step))
    return response
