"""Streams whose answer is a value, and that add it to a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._parsing.ladder import build_request
from .._parsing.streams import AsyncParsedStream, ParsedStream
from ..errors import ParseError
from .streams import Recorded, open_exchange

if TYPE_CHECKING:
    from .._parsing.ladder import Request
    from ..flow import AsyncTransport, Flow, Response, Transport
    from .exchanges import Exchange

__all__: list[str] = []

T_co = TypeVar("T_co", covariant=True)
C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)


def build_parsing(exchange: Exchange, response_type: Any) -> tuple[Exchange, Request]:
    """Return an exchange, and what is parsed of its answer.

    Args:
        exchange: The exchange, with the arguments of `chat.parse_stream`.
        response_type: The type.

    Raises:
        InvalidArgumentError: An argument is invalid, or the type has no JSON Schema.
    """
    options = {"method": "auto", "strict": None, "repair": True}
    given = exchange.request
    options |= {name: given.pop(name) for name in options if name in given}
    return exchange, build_request(exchange.history._chat, response_type, given, **options)  # type: ignore[arg-type]  # noqa: SLF001 - of this package; the options of the method


class _Value(Recorded[C_co, R_co, U_co], Generic[C_co, R_co, U_co]):
    """Adds an answer that is a value to its conversation, as `Conversation.parse` does."""

    def _build_opening(self, request: Request) -> Flow[Response]:
        opening: Flow[Response] = super()._build_opening(request)  # type: ignore[misc]  # that of `ParsedStream`
        return open_exchange(self._exchange, opening)

    def _complete(self) -> None:
        stream: Any = self
        try:
            parsed = stream.parsed()
        except ParseError as error:
            self._exchange.fail(error)  # `parsed()` raises it
        else:
            self._exchange.complete_parsed(parsed)


class RecordedParsedStream(
    _Value[C_co, R_co, U_co], ParsedStream[T_co, C_co, R_co, U_co], Generic[T_co, C_co, R_co, U_co]
):
    """A chat stream whose answer is a value, and becomes part of a conversation."""

    def __init__(self, parsing: tuple[Exchange, Request], transport: Transport) -> None:
        self._exchange, request = parsing
        super().__init__(request, transport)


class AsyncRecordedParsedStream(
    _Value[C_co, R_co, U_co], AsyncParsedStream[T_co, C_co, R_co, U_co], Generic[T_co, C_co, R_co, U_co]
):
    """An async chat stream whose answer is a value, and becomes part of a conversation."""

    def __init__(self, parsing: tuple[Exchange, Request], transport: AsyncTransport) -> None:
        self._exchange, request = parsing
        super().__init__(request, transport)
