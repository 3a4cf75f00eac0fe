"""Chat streams: event streams whose chunks add up to a completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .event_stream import CLOSED_EARLY, AsyncEventStream, EventStream, Stream

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatUsage

    from ..flow import Response
    from ..results import ChatCompletion, ChatCompletionChunk  # noqa: F401 - a type argument of the base classes, in quotes
    from .accumulating_parser import AccumulatingParser


class _ChatStream(Stream["ChatCompletionChunk"]):
    def result(self) -> ChatCompletion:
        """Return the whole completion, built from the chunks that were read. Does not read the stream.

        If the stream ended or was closed early and `on_incomplete` is "return", it returns the completion so far.

        Raises:
            IncompleteStreamError: The stream is not open, was not read to its end, was closed before its end, or
                failed. `.partial` is the completion so far; None if the stream is not open.
        """
        response = self._response
        if response is None:
            raise self._build_not_open_error() from self._failure
        parser = _get_parser(response)
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
    def partial(self) -> ChatCompletion | None:
        """The completion that the chunks read so far add up to; None if the stream is not open yet.

        It can be read at any time: in the loop, after `KeyboardInterrupt`, after an error, after `close()`. Chunks
        that were received but not read do not count. Each access builds it anew.
        """
        response = self._response
        return None if response is None else self._add_response(_get_parser(response).delivered())

    @property
    def text(self) -> str:
        """The text of the chunks read so far; "" if they have none, or the stream is not open yet. See `partial`."""
        partial = self.partial
        return "" if partial is None else partial.text

    @property
    def usage(self) -> ChatUsage | None:
        """Tokens and cost; None until a chunk that was read reports them. See `partial`."""
        from openrouterkit_api.models import ChatUsage

        usage = None if self._response is None else _get_parser(self._response).usage
        return None if usage is None else ChatUsage.from_dict(usage)

    def _add_response(self, completion: ChatCompletion) -> ChatCompletion:
        response = self._get_response()
        return completion.from_response(completion, self.response, _get_parser(response).latency)


def _get_parser(response: Response) -> AccumulatingParser[Any]:
    assert response.stream is not None
    return cast("AccumulatingParser[Any]", response.stream.parser)


class ChatStream(_ChatStream, EventStream["ChatCompletionChunk"]):
    """An iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`."""

    def read_all(self) -> ChatCompletion:
        """Read the rest of the stream, and return the whole completion."""
        for chunk in self:
            del chunk  # a traceback may show local variables
        return self.result()


class AsyncChatStream(_ChatStream, AsyncEventStream["ChatCompletionChunk"]):
    """An async iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`."""

    async def read_all(self) -> ChatCompletion:
        """Read the rest of the stream, and return the whole completion."""
        async for chunk in self:
            del chunk  # a traceback may show local variables
        return self.result()
