"""Chat streams whose answer is a value: `ParsedStream` and `AsyncParsedStream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from .._results.usages import add_usages
from .._streaming.chat_stream import AsyncChatStream, ChatStream, StreamText
from ..errors import DecodeError
from .ladder import open_ladder
from .readers import build_invalid_error
from .results import Parsed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from typing_extensions import TypeVar

    from openrouterkit_api.models import ChatUsage

    from .._streaming.partial_json import PartialJson
    from ..flow import AsyncTransport, Flow, Response, Transport
    from ..results import ChatCompletion, ChatCompletionChunk
    from .items import ItemQueue
    from .ladder import Request
    from .readers import Reader

    T_co = TypeVar("T_co", covariant=True)
    C_co = TypeVar("C_co", covariant=True, default=ChatCompletionChunk)
    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
    U_co = TypeVar("U_co", covariant=True, default=ChatUsage)
    Item = TypeVar("Item")
else:
    from typing import TypeVar

    T_co = TypeVar("T_co", covariant=True)
    C_co = TypeVar("C_co", covariant=True)
    R_co = TypeVar("R_co", covariant=True)
    U_co = TypeVar("U_co", covariant=True)


class _Value(StreamText[C_co, U_co], Generic[T_co, C_co, R_co, U_co]):
    """The value in the answer of a stream, sync or async."""

    _reader: Reader | None = None  # once the stream is open
    _kind: Any = None
    _items: ItemQueue | None = None  # once `items` was called

    def _get_items(self) -> ItemQueue:
        if self._items is None:
            from .items import ItemQueue

            self._items = ItemQueue(self._kind)
        return self._items

    def _build_opening(self, request: Request) -> Flow[Response]:
        """Return the flow that opens the stream, and note what is parsed. Subclasses add what happens before it."""
        self._kind = request.target.kind
        return open_ladder(request, self._set_reader)

    def _set_reader(self, reader: Reader) -> None:
        self._reader = reader

    @property
    def partial_value(self) -> Any:
        """The value so far, as plain data; None if it has not begun. It can be read at any time.

        What may still change is left out: a number without an end, a member without a value. Texts grow. Each access
        parses the text anew. `partial_values` yields only changes.
        """
        from .._streaming.partial_json import PartialJson

        return self._read_partial(PartialJson())

    def _read_partial(self, json: PartialJson) -> Any:
        return None if self._reader is None else self._reader.read_partial(self._find_text(), json)

    def _find_text(self) -> str:
        """Return the text of the value so far."""
        partial: Any = self.partial  # type: ignore[attr-defined]  # subclasses are streams with a result
        return "" if partial is None or self._reader is None else self._reader.find_text(partial)

    def parsed(self) -> Parsed[T_co, R_co]:
        """Return the value of the whole answer. Does not read the stream.

        No correction is requested.

        Raises:
            ParseError: No value can be read from the answer.
            IncompleteStreamError: The stream was not read to its end, or failed.
        """
        result: Any = self.result()  # type: ignore[attr-defined]  # see above
        reader = self._reader
        assert reader is not None  # as the stream is open
        try:
            value, repairs = reader.read(result, [result])
        except DecodeError as error:
            raise build_invalid_error(reader, reader.find_text(result), [result], [error]) from error
        return Parsed(value, (result,), add_usages([result]), reader.method, repairs, reader.find_text(result))


class ParsedStream(_Value[T_co, C_co, R_co, U_co], ChatStream[C_co, R_co, U_co], Generic[T_co, C_co, R_co, U_co]):
    """A chat stream whose answer is a value: `partial_values` reads it as it grows, `parsed` returns it at the end.

    with client.chat.parse_stream(response_type=City, model="openai/gpt-4o-mini", messages=messages) as stream:
        for value in stream.partial_values():
            print(value)
    city = stream.parsed().value
    """

    def __init__(self, request: Request, transport: Transport) -> None:
        super().__init__(self._build_opening(request), transport)

    def items(self: ParsedStream[list[Item], Any, Any, Any]) -> Iterator[Item]:
        """Return an iterator over the items of a list, which reads the stream: each as soon as the next one begins.

            stream = client.chat.parse_stream(response_type=list[City], model="openai/gpt-4o-mini", messages=messages)
            for city in stream.items():
                print(city.name)

        The items of an answer that begins with other text, or with a code block, are yielded at its end.

        Raises:
            InvalidArgumentError: The type of the answer is not a list.
            ParseError: No value can be read from the answer. Raised by the iterator, at the end.
        """
        from .items import Items

        return Items(self, self._get_items())

    def read_value(self) -> T_co:
        """Read the rest of the stream, and return the value of the answer.

        Raises:
            ParseError: No value can be read from the answer.
            SDKError: The call failed.
        """
        self.read_all()
        return self.parsed().value


class AsyncParsedStream(
    _Value[T_co, C_co, R_co, U_co], AsyncChatStream[C_co, R_co, U_co], Generic[T_co, C_co, R_co, U_co]
):
    """An async chat stream whose answer is a value. See `ParsedStream`."""

    def __init__(self, request: Request, transport: AsyncTransport) -> None:
        super().__init__(self._build_opening(request), transport)

    def items(self: AsyncParsedStream[list[Item], Any, Any, Any]) -> AsyncIterator[Item]:
        """Return an async iterator over the items of a list. See `ParsedStream.items`."""
        from .items import AsyncItems

        return AsyncItems(self, self._get_items())

    async def read_value(self) -> T_co:
        """Read the rest of the stream, and return the value of the answer. See `ParsedStream.read_value`."""
        await self.read_all()
        return self.parsed().value
