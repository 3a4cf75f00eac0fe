"""Open chat streams: event streams whose chunks add up to an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._errors.factory import Failures
from ..errors import IncompleteStreamError
from .event_stream import AsyncEventStream, EventStream, Stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ChatUsage

    from ..results import ChatCompletion, ChatCompletionChunk  # noqa: F401 - named in a base class
    from .parser import ChatStreamState


class _ChatStream(Stream["ChatCompletionChunk"]):
    def result(self) -> ChatCompletion:
        """The whole answer, added up from the chunks. Reads nothing.

        Raises:
            IncompleteStreamError: the stream is not open, is not at its end, was closed before it, or broke off;
                `.partial` has what came.
        """
        answer = self._answer
        if answer is None:
            raise self._incomplete() from self._failure
        state: ChatStreamState = answer.state
        completion = state.partial().came_with(self.response, state.latency)
        if state.done and state.failure is None and not state.ready and not self._abandoned:
            return completion
        if state.failure is not None:
            how = f"broke off: {state.failure}"
        else:
            how = "was closed before its end" if self._abandoned else "is not at its end: read_all() reads the rest"
        error = IncompleteStreamError(f"the stream {how}")
        error.partial = completion
        error.attempts = answer.attempts
        error.generation_id = completion.id
        raise Failures.of(answer).marked(error) from state.failure

    @property
    def usage(self) -> ChatUsage | None:
        """Tokens and cost, once the stream has said so; None before."""
        from openrouterkit_api.models import ChatUsage

        usage: Mapping[str, Any] | None = self._opened().state.usage
        return None if usage is None else ChatUsage.from_dict(usage)


class ChatStream(_ChatStream, EventStream["ChatCompletionChunk"]):
    """The chunks of a chat answer, as they come, and in the end the answer they add up to. See `EventStream`."""

    def read_all(self) -> ChatCompletion:
        """The whole answer, after reading the rest of the stream."""
        for _ in self:
            pass
        return self.result()


class AsyncChatStream(_ChatStream, AsyncEventStream["ChatCompletionChunk"]):
    """The chunks of a chat answer, as they come, and in the end the answer they add up to. See `EventStream`."""

    async def read_all(self) -> ChatCompletion:
        """The whole answer, after reading the rest of the stream."""
        async for _ in self:
            pass
        return self.result()
