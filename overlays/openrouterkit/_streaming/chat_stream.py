"""Open chat streams: event streams whose chunks add up to a completion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._errors.factory import ErrorFactory
from ..errors import IncompleteStreamError
from .event_stream import AsyncEventStream, EventStream, Stream

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatUsage

    from ..flow import Response
    from ..results import ChatCompletion, ChatCompletionChunk  # noqa: F401 - named in a base class
    from .parser import AccumulatingParser


class _ChatStream(Stream["ChatCompletionChunk"]):
    def result(self) -> ChatCompletion:
        """The whole completion, added up from the chunks. Reads nothing.

        Raises:
            IncompleteStreamError: the stream is not open, is not at its end, was closed before it, or broke off;
                `.partial` has the completion so far.
        """
        response = self._response
        if response is None:
            raise self._not_open() from self._failure
        parser = _parser_of(response)
        partial: ChatCompletion = parser.partial()
        completion = partial.from_response(partial, self.response, parser.latency)
        if parser.done and parser.failure is None and not parser.ready and not self._abandoned:
            return completion
        if parser.failure is not None:
            reason = f"broke off: {parser.failure}"
        else:
            reason = "was closed before its end" if self._abandoned else "is not at its end: read_all() reads the rest"
        error = IncompleteStreamError(f"the stream {reason}")
        error.partial = completion
        error.generation_id = completion.id
        raise ErrorFactory.from_response(response).complete(error, response.attempts) from parser.failure

    @property
    def usage(self) -> ChatUsage | None:
        """Tokens and cost, once the stream has reported them; None before."""
        from openrouterkit_api.models import ChatUsage

        usage = _parser_of(self._opened()).usage
        return None if usage is None else ChatUsage.from_dict(usage)


def _parser_of(response: Response) -> AccumulatingParser[Any]:
    assert response.stream is not None
    return cast("AccumulatingParser[Any]", response.stream.parser)


class ChatStream(_ChatStream, EventStream["ChatCompletionChunk"]):
    """The chunks of a chat completion as they arrive, and in the end the completion. See `EventStream`."""

    def read_all(self) -> ChatCompletion:
        """The whole completion, after reading the rest of the stream."""
        for _ in self:
            pass
        return self.result()


class AsyncChatStream(_ChatStream, AsyncEventStream["ChatCompletionChunk"]):
    """The chunks of a chat completion as they arrive, and in the end the completion. See `EventStream`."""

    async def read_all(self) -> ChatCompletion:
        """The whole completion, after reading the rest of the stream."""
        async for _ in self:
            pass
        return self.result()
