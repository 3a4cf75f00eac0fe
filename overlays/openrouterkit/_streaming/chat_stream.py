"""Chat streams: streams whose chunks add up to a completion, with its text and usage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast

from .event_stream import Stream
from .result_stream import AsyncResultStream, ResultStream, get_parser

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from openrouterkit_api.models import ChatUsage

    from ..results import ChatCompletion, ChatCompletionChunk

    C_co = TypeVar("C_co", covariant=True, default=ChatCompletionChunk)
    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
    U_co = TypeVar("U_co", covariant=True, default=ChatUsage)
else:
    from typing import TypeVar

    C_co = TypeVar("C_co", covariant=True)
    R_co = TypeVar("R_co", covariant=True)
    U_co = TypeVar("U_co", covariant=True)


class _Text(Stream[C_co], Generic[C_co, U_co]):
    @property
    def text(self) -> str:
        """The text of the chunks read so far; "" if they have none, or the stream is not open yet. See `partial`."""
        partial: Any = self.partial  # type: ignore[attr-defined]  # subclasses are streams with a result
        return "" if partial is None else cast("str", partial.text)

    @property
    def usage(self) -> U_co | None:
        """What the call used, such as tokens and cost; None until a chunk that was read reports it. See `partial`."""
        if self._response is None:
            return None
        parser = get_parser(self._response)
        usage = parser.usage
        # As the member of a result, so that it is an object of the result's own class.
        return None if usage is None else cast("U_co", parser.build_result({"usage": dict(usage)}).usage)


class ChatStream(_Text[C_co, U_co], ResultStream[C_co, R_co], Generic[C_co, R_co, U_co]):
    """An iterator over the chunks of a chat completion, which also builds the completion. See `EventStream`.

    The types of its chunks, of the completion and of the usage are those of OpenRouter by default. For another service
    it is `ChatStream[ReplyChunk, Reply, Usage]`.
    """


class AsyncChatStream(_Text[C_co, U_co], AsyncResultStream[C_co, R_co], Generic[C_co, R_co, U_co]):
    """An async iterator over the chunks of a chat completion, which also builds the completion. See `ChatStream`."""
