# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Answers: Ask questions, and get answers with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from openrouterkit_runtime.sender import AsyncEventStream, AsyncSender, EventStream, Options, Sender, Timeout

    from ..models.answer import Answer
    from ..models.answer_piece import AnswerPiece

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    AskResult_co = TypeVar("AskResult_co", covariant=True, default="Answer")
    AskStream_co = TypeVar("AskStream_co", covariant=True, default="EventStream[AnswerPiece]")
    AsyncAskStream_co = TypeVar("AsyncAskStream_co", covariant=True, default="AsyncEventStream[AnswerPiece]")
else:
    from typing import TypeVar

    AskResult_co = TypeVar("AskResult_co", covariant=True)
    AskStream_co = TypeVar("AskStream_co", covariant=True)
    AsyncAskStream_co = TypeVar("AsyncAskStream_co", covariant=True)


class Answers(Generic[AskResult_co, AskStream_co]):
    """Ask questions, and get answers with their sources."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def ask(
        self,
        *,
        question: str,
        language: str = UNSET,
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AskResult_co:
        """Answer a question.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            question: The question.
            language: The language of the answer, such as "fr". Defaults to that of the question.
            stream: Leave unset; use `stream_ask` for an event stream.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The answer, or its pieces.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised as an exception of
                the client.
        """
        _arguments = locals()
        from ..operations.answers import _ASK as _endpoint

        if stream:
            from ..operations.answers import _STREAM_ASK as _streaming

            _streamed = _streaming.build(_arguments, sender=self._sender).with_stream()
            del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
            _stream = self._sender.stream(_streamed, timeout=timeout, options=options)
            return _stream.__enter__()
        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _result: Any = self._sender.send(_operation, timeout=timeout, options=options)
        return _result  # type: ignore[no-any-return]  # the endpoint's Behavior names the class

    def stream_ask(
        self,
        *,
        question: str,
        language: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AskStream_co:
        """Answer a question, as an event stream.

        See `ask` for the arguments.

        Example:
            with client.answers.stream_ask(...) as stream:
                for event in stream:
                    print(event)

        Returns:
            The event stream: a context manager that sends the request on entry and closes the response on
            exit. Iterate over it for the events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised on entry or during
                iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.answers import _STREAM_ASK as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender).with_stream()
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class


class AsyncAnswers(Generic[AskResult_co, AsyncAskStream_co]):
    """Ask questions, and get answers with their sources."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def ask(
        self,
        *,
        question: str,
        language: str = UNSET,
        stream: Literal[False] = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AskResult_co:
        """Answer a question.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            question: The question.
            language: The language of the answer, such as "fr". Defaults to that of the question.
            stream: Leave unset; use `stream_ask` for an event stream.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The answer, or its pieces.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised as an exception of
                the client.
        """
        _arguments = locals()
        from ..operations.answers import _ASK as _endpoint

        if stream:
            from ..operations.answers import _STREAM_ASK as _streaming

            _streamed = _streaming.build(_arguments, sender=self._sender).with_stream()
            del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
            _stream = self._sender.stream(_streamed, timeout=timeout, options=options)
            return await _stream.__aenter__()
        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _result: Any = await self._sender.send(_operation, timeout=timeout, options=options)
        return _result  # type: ignore[no-any-return]  # the endpoint's Behavior names the class

    def stream_ask(
        self,
        *,
        question: str,
        language: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncAskStream_co:
        """Answer a question, as an event stream.

        See `ask` for the arguments.

        Example:
            async with client.answers.stream_ask(...) as stream:
                async for event in stream:
                    print(event)

        Returns:
            The event stream: an asynchronous context manager that sends the request on entry and closes the
            response on exit. Iterate over it for the events.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised on entry or during
                iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.answers import _STREAM_ASK as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender).with_stream()
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        _stream: Any = self._sender.stream(_operation, timeout=timeout, options=options)
        return _stream  # type: ignore[no-any-return]  # the endpoint's Behavior names the class
