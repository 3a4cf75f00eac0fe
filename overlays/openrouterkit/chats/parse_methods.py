"""Answers as values, as methods of chat namespaces: `parse` and `parse_stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, overload

from .flows import ChatFlows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .._parsing.results import Parsed
    from .._parsing.steps import Method
    from .._parsing.streams import AsyncParsedStream, ParsedStream
    from ..streams import AsyncChatStream, ChatStream
    from .senders import AsyncSends, Sends

__all__ = ["AsyncParseMethods", "ParseMethods"]

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")
U = TypeVar("U")
C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)


class Streams(Protocol[C_co, R_co, U_co]):
    """A chat namespace of a sync client, with streams."""

    @property
    def stream(self) -> Callable[..., ChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        raise NotImplementedError


class AsyncStreams(Protocol[C_co, R_co, U_co]):
    """A chat namespace of an async client, with streams."""

    @property
    def stream(self) -> Callable[..., AsyncChatStream[C_co, R_co, U_co]]:
        """The method that returns the stream of a completion."""
        raise NotImplementedError


class ParseMethods(ChatFlows):
    """Answers as values, in sync code."""

    @overload
    def parse(
        self: Sends[R],
        *,
        response_type: type[T],
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Parsed[T, R]: ...
    @overload
    def parse(
        self: Sends[R],
        *,
        response_type: Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Parsed[Any, R]: ...
    def parse(
        self,
        *,
        response_type: type[Any] | Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Any:
        """Send a conversation, and return the answer as a value of a type.

            @dataclass
            class City:
                name: str
                population: int

            parsed = client.chat.parse(
                response_type=City, model="openai/gpt-4o-mini", messages=[user("The capital of France?")]
            )
            print(parsed.value.population)

        The answer is requested with a JSON Schema of the type. If the service responds that the model does not support
        this, the next method is tried: a JSON object, a forced call of a tool, and instructions in the system message.
        Later calls with the same client and model begin with the method that worked. An answer that does not fit is
        sent back to the model with what is wrong.

        Args:
            response_type: The type: a dataclass, a class of attrs, msgspec or pydantic, a TypedDict, or a type such as
                `list[int]` or `Literal["yes", "no"]`; see `schemas.schema_of`.
            messages: The conversation.
            method: The only method to try: "json_schema", "json_object", "tool" or "prompt".
            strict: Whether the schema is that of strict mode, which enforces it. Defaults to True, if strict mode can
                express the type.
            repair: Whether JSON is also found inside other text, and small damage of it is repaired. The latter needs
                the extra `tools`.
            max_corrections: How often the model may correct an answer that does not fit.
            parameters: Further parameters of `send`, such as `model` and `temperature`, without `response_format`.

        Raises:
            RefusalError: The model refused to answer.
            TruncatedError: The answer was cut off, for example at `max_tokens`.
            InvalidOutputError: The answer does not fit, also after the corrections, or a correction failed.
            InvalidArgumentError: An argument is invalid, or the type has no JSON Schema.
            SDKError: A call failed; see `openrouterkit.errors`.
        """
        from .._parsing.ladder import build_request, parse

        given = {"messages": messages, **parameters}
        request = build_request(self, response_type, given, method=method, strict=strict, repair=repair)
        return self._get_client().run(parse(request, max_corrections))

    @overload
    def parse_stream(
        self: Streams[C, R, U],
        *,
        response_type: type[T],
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> ParsedStream[T, C, R, U]: ...
    @overload
    def parse_stream(
        self: Streams[C, R, U],
        *,
        response_type: Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> ParsedStream[Any, C, R, U]: ...
    def parse_stream(
        self,
        *,
        response_type: type[Any] | Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> Any:
        """Return the stream of an answer that is a value of a type: `partial_values` yields it as it grows.

            with client.chat.parse_stream(response_type=City, model="openai/gpt-4o-mini", messages=messages) as stream:
                for value in stream.partial_values():
                    print(value)
            city = stream.parsed().value

        With `response_type=list[City]`, `stream.items()` yields each City that is complete. The methods are those of
        `parse`. No correction is requested.

        Args:
            response_type: The type; see `parse`.
            messages: The conversation.
            method: The only method to try; see `parse`.
            strict: Whether the schema is that of strict mode; see `parse`.
            repair: Whether small damage is repaired; see `parse`.
            parameters: Further parameters of `stream`, such as `model`.

        Raises:
            InvalidArgumentError: An argument is invalid, or the type has no JSON Schema.
        """
        from .._parsing.ladder import build_request
        from .._parsing.streams import ParsedStream

        given = {"messages": messages, **parameters}
        request = build_request(self, response_type, given, method=method, strict=strict, repair=repair)
        return self._get_client()._build_own_stream(ParsedStream, request)  # noqa: SLF001 - of this package


class AsyncParseMethods(ChatFlows):
    """Answers as values, in async code."""

    @overload
    async def parse(
        self: AsyncSends[R],
        *,
        response_type: type[T],
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Parsed[T, R]: ...
    @overload
    async def parse(
        self: AsyncSends[R],
        *,
        response_type: Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Parsed[Any, R]: ...
    async def parse(
        self,
        *,
        response_type: type[Any] | Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        max_corrections: int = 1,
        **parameters: Any,
    ) -> Any:
        """Send a conversation, and return the answer as a value of a type. See `ParseMethods.parse`."""
        from .._parsing.ladder import build_request, parse

        given = {"messages": messages, **parameters}
        request = build_request(self, response_type, given, method=method, strict=strict, repair=repair)
        return await self._get_client().run(parse(request, max_corrections))

    @overload
    def parse_stream(
        self: AsyncStreams[C, R, U],
        *,
        response_type: type[T],
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> AsyncParsedStream[T, C, R, U]: ...
    @overload
    def parse_stream(
        self: AsyncStreams[C, R, U],
        *,
        response_type: Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> AsyncParsedStream[Any, C, R, U]: ...
    def parse_stream(
        self,
        *,
        response_type: type[Any] | Any,
        messages: Iterable[Any],
        method: Method | Literal["auto"] = "auto",
        strict: bool | None = None,
        repair: bool = True,
        **parameters: Any,
    ) -> Any:
        """Return the stream of an answer that is a value of a type. See `ParseMethods.parse_stream`."""
        from .._parsing.ladder import build_request
        from .._parsing.streams import AsyncParsedStream

        given = {"messages": messages, **parameters}
        request = build_request(self, response_type, given, method=method, strict=strict, repair=repair)
        return self._get_client()._build_own_stream(AsyncParsedStream, request)  # noqa: SLF001 - of this package
