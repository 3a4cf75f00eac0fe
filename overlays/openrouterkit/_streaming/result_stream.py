"""Streams whose items add up to a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import evolve

from .._results.has_response import HasResponse
from ..errors import ConfigurationError
from .accumulating_parser import AccumulatingParser
from .event_stream import AsyncEventStream, EventStream
from .stream_state import CLOSED_EARLY, Stream

if TYPE_CHECKING:
    from ..flow import Response

C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class Results(Stream[C_co], Generic[C_co, R_co]):
    """The result of a stream, sync or async."""

    def result(self) -> R_co:
        """Return the whole result, built from the items that were read. Does not read the stream.

        If the stream ended or was closed early and `on_incomplete` is "return", it returns the result so far.

        Raises:
            IncompleteStreamError: The stream is not open, was not read to its end, was closed before its end, or
                failed. `.partial` is the result so far; None if the stream is not open.
        """
        response = self._response
        if response is None:
            raise self._build_not_open_error() from self._failure
        parser = get_parser(response)
        if parser.failure is not None:
            message = f"the stream failed: {parser.failure}"
        elif self._abandoned and not parser.keeps_incomplete:
            message = CLOSED_EARLY
        elif not self._abandoned and (parser.ready or not parser.done):
            message = "the stream was not read to its end; read the rest with read_all()"
        else:
            return self._add_response(parser.delivered())
        error = self._build_incomplete_error(response, message)
        error.partial = self._add_response(parser.partial())
        raise error from parser.failure

    @property
    def partial(self) -> R_co | None:
        """The result that the items read so far add up to; None if the stream is not open yet.

        It can be read at any time: in the loop, after `KeyboardInterrupt`, after an error, after `close()`. Items
        that were received but not read do not count. Each access builds it anew.
        """
        response = self._response
        return None if response is None else self._add_response(get_parser(response).delivered())

    def _add_response(self, result: Any) -> R_co:
        if isinstance(result, HasResponse):
            parser = get_parser(self._get_response())
            is_complete = parser.done and not parser.incomplete and not self._abandoned
            response = evolve(self.response, is_complete=is_complete)
            result = result.from_response(cast("Any", result), response, parser.latency)
        return cast("R_co", result)


def get_parser(response: Response) -> AccumulatingParser[Any]:
    """Return the parser of an open stream.

    Raises:
        ConfigurationError: The items of the stream are not accumulated.
    """
    assert response.stream is not None
    parser = response.stream.parser
    if not isinstance(parser, AccumulatingParser):
        raise ConfigurationError(
            "the items of this stream have no result: set `accumulator` in the Behavior of the operation, or "
            "make_accumulator() in its protocol"
        )
    return parser


class ResultStream(Results[C_co, R_co], EventStream[C_co]):
    """An iterator over the items of a stream, which also builds their result. See `EventStream`."""

    def read_all(self) -> R_co:
        """Read the rest of the stream, and return the whole result."""
        for item in self:
            del item  # a traceback may show local variables
        return self.result()


class AsyncResultStream(Results[C_co, R_co], AsyncEventStream[C_co]):
    """An async iterator over the items of a stream, which also builds their result. See `EventStream`."""

    async def read_all(self) -> R_co:
        """Read the rest of the stream, and return the whole result."""
        async for item in self:
            del item  # a traceback may show local variables
        return self.result()
