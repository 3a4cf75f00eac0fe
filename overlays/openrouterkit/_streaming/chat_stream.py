"""Chat streams: event streams whose chunks add up to a completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._errors.factory import ErrorFactory
from ..errors import IncompleteStreamError
from .event_stream import AsyncEventStream, EventStream, Stream

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatUsage

    from ..flow import Response
    from ..results import ChatCompletion, ChatCompletionChunk  # noqa: F401 - a type argument of the base classes, in quotes
    from .parser import AccumulatingParser


class _ChatStream(Stream["ChatCompletionChunk"]):
    def result(self) -> ChatCompletion:
        """Return the whole completion, built from the chunks that were read. Does not read the stream.

        Raises:
            IncompleteStreamError: The stream is not open, was not read to its end, was closed before its end, or
                failed. `.partial` is the completion so far; None if the stream is not open.
        """
        response = self._response
        if response is None:
            raise self._build_not_open_error() from self._failure
        parser = _get_parser(response)
        partial: ChatCompletion = parser.partial()
        completion = partial.from_response(partial, self.response, parser.latency)
        if parser.done and parser.failure is None and not parser.ready and not self._abandoned:
            return completion
        if parser.failure is not None:
            message = f"the stream failed: {parser.failure}"
        elif self._abandoned:
            message = "the stream was closed before its end"
        else:
            message = "the stream was not read to its end; read the rest with read_all()"
        error = IncompleteStreamError(message)
        error.partial = completion
        error.generation_id = completion.id
        raise ErrorFactory.from_response(response).complete(error, response.attempts) from parser.failure

    @property
    def usage(self) -> ChatUsage | None:
        """Tokens and cost; None until the stream reports them."""
        from openrouterkit_api.models import ChatUsage

        usage = _get_parser(self._get_response()).usage
        return None if usage is None else ChatUsage.from_dict(usage)


def _get_parser(response: Response) -> AccumulatingParser[Any]:
    assert response.stream is not None
    return cast("AccumulatingParser[Any]", response.stream.parser)


class ChatStream(_ChatStream, EventStream["ChatCompletionChunk"]):
    """An iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`."""

    def read_all(self) -> ChatCompletion:
        """Read the rest of the stream, and return the whole completion."""
        for _ in self:
            pass
        return self.result()


class AsyncChatStream(_ChatStream, AsyncEventStream["ChatCompletionChunk"]):
    """An async iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`."""

    async def read_all(self) -> ChatCompletion:
        """Read the rest of the stream, and return the whole completion."""
        async for _ in self:
            pass
        return self.result()
