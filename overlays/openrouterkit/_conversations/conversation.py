"""`Conversation` and `AsyncConversation`: conversations that send their messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, overload

from .._runs.starts import continue_run, start_run
from .history import History
from .run_streams import AsyncRecordedRunStream, RecordedRunStream, read_settings
from .saving import decode_state, read_state
from .streams import AsyncRecordedStream, RecordedStream

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from typing_extensions import TypeVar

    from openrouterkit_api.models import ChatUsage

    from .._parsing.results import Parsed
    from .._runs.results import Run
    from .._runs.run_streams import AsyncRunStream, RunStream
    from ..results import ChatCompletion, ChatCompletionChunk
    from ..streams import AsyncChatStream, ChatStream
    from .chat_types import AsyncChatOf, ChatOf, HasAsyncChat, HasChat
    from .cleaning import CleaningRule
    from .trimming import TrimmingRule

    T = TypeVar("T")
    C = TypeVar("C", default=ChatCompletionChunk)
    R = TypeVar("R", default=ChatCompletion)
    U = TypeVar("U", default=ChatUsage)
else:
    from typing import TypeVar

    T, C, R, U = TypeVar("T"), TypeVar("C"), TypeVar("R"), TypeVar("U")

__all__ = ["AsyncConversation", "Conversation"]


class Conversation(History, Generic[C, R, U]):
    """A conversation with a model, which keeps its messages and what it has used.

        conversation = Conversation(client, model="openai/gpt-4o-mini", system="Be terse.")
        print(conversation.send("Capital of France?").text)
        for text in conversation.stream("And of Italy?").texts():
            print(text, end="")
        print(conversation.cost)
        conversation.save("conversation.json")

    Answers are kept unchanged, with reasoning and signatures. What a request must not contain is left out when it is
    sent; see `CLEANING_RULES`. A call that fails, and a stream that is not read to its end, add no messages; of a run,
    they add the answers that were complete, with the outputs of the tools that have run. A conversation has one request
    at a time; `fork` returns further ones.

    Args:
        chat: A client with a chat, such as `OpenRouter()`, or its chat namespace.
        model: The model. It can be changed at any time.
        system: The instructions of the first message: a text, content parts, or a system or developer message.
        messages: Messages to begin with.
        tools: Tools of every request; see `chat.run`.
        trim: A function that receives all messages and returns those to send, such as `TokenLimit(8000)`. Defaults to
            all.
        cleaning: The rules that change messages before they are sent. Defaults to `CLEANING_RULES`.
        parameters: Further parameters of every request, such as `temperature` and `options`.

    Attributes:
        model: The model of the next request.
        tools: The tools of the next request.
        parameters: Further parameters of the next request.
        trim: The rule that chooses the messages to send; None to send all.
        cleaning: The rules that change messages before they are sent.
        usage: The tokens and the cost of all requests so far, also of those whose answers were discarded.
        open_run: The run that waits for decisions, or that an error has stopped, which `resume` continues; None if
            there is none.

    Raises:
        InvalidArgumentError: An argument is invalid.
    """

    def __init__(
        self,
        chat: HasChat[C, R, U] | ChatOf[C, R, U],
        *,
        model: str | None = None,
        system: Any = None,
        messages: Iterable[Any] = (),
        tools: Sequence[Any] = (),
        trim: TrimmingRule | None = None,
        cleaning: Sequence[CleaningRule] | None = None,
        **parameters: Any,
    ) -> None:
        super().__init__(
            chat,
            model=model,
            system=system,
            messages=messages,
            tools=tools,
            trim=trim,
            cleaning=cleaning,
            parameters=parameters,
        )

    @classmethod
    def from_json(cls, chat: HasChat[C, R, U] | ChatOf[C, R, U], text: str | bytes, **settings: Any) -> Self:
        """Return the conversation that `to_json` wrote.

        Accept only text that your own program has stored.

        Args:
            chat: A client with a chat, or its chat namespace.
            text: The JSON text.
            settings: What is not saved, such as `tools`, `trim` and `options`, and what replaces saved parameters.

        Raises:
            InvalidArgumentError: The text is not that of a conversation, or of an unknown version.
        """
        return cls._restore(chat, decode_state(text), settings)

    @classmethod
    def load(cls, chat: HasChat[C, R, U] | ChatOf[C, R, U], path: str | os.PathLike[str], **settings: Any) -> Self:
        """Return the conversation that `save` wrote.

        Args:
            chat: A client with a chat, or its chat namespace.
            path: The path of the file.
            settings: What is not saved; see `from_json`.

        Raises:
            InvalidArgumentError: The file contains no conversation.
            OSError: The file cannot be read.
        """
        return cls._restore(chat, decode_state(read_state(path)), settings)

    def send(self, message: Any = None, /, **parameters: Any) -> R:
        """Send a message, and return the answer; both become part of the conversation.

            result = conversation.send("What is this?")
            result = conversation.send(["And this?", content.image(path)], temperature=0)
            result = conversation.send([tool("21 °C", tool_call_id=call.id) for call in result.tool_calls])

        Args:
            message: A text, or content parts, of the user; a message, or a list of messages; None to send what the
                conversation contains.
            parameters: Parameters of this request, such as `model`, which replace those of the conversation.

        Raises:
            InvalidArgumentError: An argument is invalid.
            ConfigurationError: A request or a stream of the conversation is in progress.
            SDKError: The call failed; see `openrouterkit.errors`. The messages are unchanged.
        """
        with self._build_exchange(message, parameters) as exchange:
            result: R = self._chat.send(**exchange.request)
            exchange.complete(result)
        return result

    def stream(self, message: Any = None, /, **parameters: Any) -> ChatStream[C, R, U]:
        """Return the stream of the answer to a message; both become part of the conversation at its end.

        A stream that is closed early, or fails, adds no messages.

        Args:
            message: The message; see `send`.
            parameters: Parameters of this request.

        Raises:
            InvalidArgumentError: An argument is invalid.
        """
        exchange = self._build_exchange(message, parameters)
        stream: ChatStream[C, R, U] = self._chat._get_client()._build_own_stream(RecordedStream, exchange)  # noqa: SLF001 - of this package
        return stream

    @overload
    def parse(self, message: Any = None, /, *, response_type: type[T], **parameters: Any) -> Parsed[T, R]: ...
    @overload
    def parse(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Parsed[Any, R]: ...
    def parse(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Any:
        """Send a message, and return the answer as a value of a type; see `chat.parse`.

        The conversation contains the last answer, without earlier ones that did not fit.

        Args:
            message: The message; see `send`.
            response_type: The type.
            parameters: Further arguments of `chat.parse`.

        Raises:
            ParseError: No value can be read from the answer. The messages are unchanged.
            SDKError: A call failed; see `send`.
        """
        with self._build_exchange(message, parameters) as exchange:
            parsed = self._chat.parse(response_type=response_type, **exchange.request)
            exchange.complete_parsed(parsed)
        return parsed

    def run(self, message: Any = None, /, **settings: Any) -> Run[R]:
        """Send a message, run the tools that the model calls until it has answered, and return the run; see `chat.run`.

        All answers and results become part of the conversation. If the run pauses, continue it with `resume`.

        Args:
            message: The message; see `send`.
            settings: Further arguments of `chat.run`, such as `stop_when`, and parameters of the requests.

        Raises:
            InvalidArgumentError: An argument is invalid.
            ConfigurationError: A tool or a hook is async, or a request of the conversation is in progress.
            SDKError: A call failed. The conversation contains the answers before it, with the outputs of the tools;
                `resume` continues the run, and another message goes on without it.
        """
        with self._build_exchange(message, settings) as exchange:
            run: Run[R] = self._chat.run(**exchange.request)
            exchange.complete_run(run)
        return run

    def run_stream(self, message: Any = None, /, **settings: Any) -> RunStream[R]:
        """Return a run whose events are read as they happen; see `run` and `chat.run_stream`.

        Args:
            message: The message; see `send`.
            settings: Further arguments of `chat.run_stream`.

        Raises:
            InvalidArgumentError: An argument is invalid.
            ConfigurationError: A tool or a hook is async.
        """
        exchange = self._build_exchange(message, settings)
        loop = start_run(self._chat, read_settings(exchange.request), is_async=False, is_stream=True)
        return RecordedRunStream(self._chat._get_client(), loop, None, exchange)  # noqa: SLF001 - of this package

    def resume(self, **settings: Any) -> Run[R]:
        """Continue `open_run`, and return it; see `chat.resume`.

            run = conversation.run("Delete the old files.")
            if run.is_paused:
                run = conversation.resume(approve=True)

        Args:
            settings: The decisions `approve`, `deny` and `answers`, and further arguments of `chat.resume`.

        Raises:
            InvalidArgumentError: No run is open, or a decision fits no pending call.
            SDKError: A call failed; see `run`.
        """
        exchange, run, arguments = self._build_resumption(settings)
        with exchange:
            resumed: Run[R] = self._chat.resume(run, **arguments)
            exchange.complete_run(resumed)
        return resumed

    def resume_stream(self, **settings: Any) -> RunStream[R]:
        """Return the rest of `open_run`, whose events are read as they happen; see `resume`.

        Args:
            settings: The decisions, and further arguments of `chat.resume_stream`.

        Raises:
            InvalidArgumentError: No run is open, or a decision fits no pending call.
        """
        exchange, run, arguments = self._build_resumption(settings)
        given = read_settings(arguments, resume=True)
        loop, decisions = continue_run(self._chat, run, given, is_async=False, is_stream=True)
        return RecordedRunStream(self._chat._get_client(), loop, decisions, exchange)  # noqa: SLF001 - of this package


class AsyncConversation(History, Generic[C, R, U]):
    """A conversation with a model in async code. See `Conversation`.

    conversation = AsyncConversation(client, model="openai/gpt-4o-mini")
    print((await conversation.send("Capital of France?")).text)
    """

    def __init__(
        self,
        chat: HasAsyncChat[C, R, U] | AsyncChatOf[C, R, U],
        *,
        model: str | None = None,
        system: Any = None,
        messages: Iterable[Any] = (),
        tools: Sequence[Any] = (),
        trim: TrimmingRule | None = None,
        cleaning: Sequence[CleaningRule] | None = None,
        **parameters: Any,
    ) -> None:
        super().__init__(
            chat,
            model=model,
            system=system,
            messages=messages,
            tools=tools,
            trim=trim,
            cleaning=cleaning,
            parameters=parameters,
        )

    @classmethod
    def from_json(cls, chat: HasAsyncChat[C, R, U] | AsyncChatOf[C, R, U], text: str | bytes, **settings: Any) -> Self:
        """Return the conversation that `to_json` wrote. See `Conversation.from_json`."""
        return cls._restore(chat, decode_state(text), settings)

    @classmethod
    def load(
        cls, chat: HasAsyncChat[C, R, U] | AsyncChatOf[C, R, U], path: str | os.PathLike[str], **settings: Any
    ) -> Self:
        """Return the conversation that `save` wrote. See `Conversation.load`."""
        return cls._restore(chat, decode_state(read_state(path)), settings)

    async def send(self, message: Any = None, /, **parameters: Any) -> R:
        """Send a message, and return the answer; both become part of the conversation. See `Conversation.send`."""
        with self._build_exchange(message, parameters) as exchange:
            result: R = await self._chat.send(**exchange.request)
            exchange.complete(result)
        return result

    def stream(self, message: Any = None, /, **parameters: Any) -> AsyncChatStream[C, R, U]:
        """Return the stream of the answer to a message. See `Conversation.stream`."""
        exchange = self._build_exchange(message, parameters)
        client = self._chat._get_client()  # noqa: SLF001 - of this package
        stream: AsyncChatStream[C, R, U] = client._build_own_stream(AsyncRecordedStream, exchange)  # noqa: SLF001 - see above
        return stream

    @overload
    async def parse(self, message: Any = None, /, *, response_type: type[T], **parameters: Any) -> Parsed[T, R]: ...
    @overload
    async def parse(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Parsed[Any, R]: ...
    async def parse(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Any:
        """Send a message, and return the answer as a value of a type. See `Conversation.parse`."""
        with self._build_exchange(message, parameters) as exchange:
            parsed = await self._chat.parse(response_type=response_type, **exchange.request)
            exchange.complete_parsed(parsed)
        return parsed

    async def run(self, message: Any = None, /, **settings: Any) -> Run[R]:
        """Send a message, and run the tools that the model calls until it has answered. See `Conversation.run`."""
        with self._build_exchange(message, settings) as exchange:
            run: Run[R] = await self._chat.run(**exchange.request)
            exchange.complete_run(run)
        return run

    def run_stream(self, message: Any = None, /, **settings: Any) -> AsyncRunStream[R]:
        """Return a run whose events are read as they happen. See `Conversation.run_stream`."""
        exchange = self._build_exchange(message, settings)
        loop = start_run(self._chat, read_settings(exchange.request), is_async=True, is_stream=True)
        return AsyncRecordedRunStream(self._chat._get_client(), loop, None, exchange)  # noqa: SLF001 - of this package

    async def resume(self, **settings: Any) -> Run[R]:
        """Continue `open_run`, and return it. See `Conversation.resume`."""
        exchange, run, arguments = self._build_resumption(settings)
        with exchange:
            resumed: Run[R] = await self._chat.resume(run, **arguments)
            exchange.complete_run(resumed)
        return resumed

    def resume_stream(self, **settings: Any) -> AsyncRunStream[R]:
        """Return the rest of `open_run`, whose events are read as they happen. See `Conversation.resume_stream`."""
        exchange, run, arguments = self._build_resumption(settings)
        given = read_settings(arguments, resume=True)
        loop, decisions = continue_run(self._chat, run, given, is_async=True, is_stream=True)
        return AsyncRecordedRunStream(self._chat._get_client(), loop, decisions, exchange)  # noqa: SLF001 - of this package
