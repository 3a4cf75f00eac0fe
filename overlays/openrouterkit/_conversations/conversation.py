"""`Conversation`: a conversation in sync code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, overload

from .run_methods import RunMethods
from .streams import RecordedStream

if TYPE_CHECKING:
    import os
    from typing import ParamSpec

    from typing_extensions import TypeVar

    from .._parsing.results import Parsed
    from .._parsing.streams import ParsedStream
    from ..namespaces.chat import Chat
    from ..streams import ChatStream
    from .chat_types import HasChat, Parses, ParsesStreams, Sends, Settings, Streams

    T = TypeVar("T")
    C = TypeVar("C")
    R = TypeVar("R")
    U = TypeVar("U")
    P = ParamSpec("P")
    ChatT_co = TypeVar("ChatT_co", covariant=True, default=Chat)
else:
    from typing import TypeVar

    ChatT_co = TypeVar("ChatT_co", covariant=True)

__all__ = ["Conversation"]


class Conversation(RunMethods[ChatT_co], Generic[ChatT_co]):
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
        settings: `model`: the model. `system`: the instructions of the first message: a text, content parts, or a
            system or developer message. `messages`: messages to begin with. `tools`: tools of every request; see
            `chat.run`. `trim`: a function that receives all messages and returns those to send, such as
            `TokenLimit(8000)`. `cleaning`: the rules that change messages before they are sent, by default
            `CLEANING_RULES`. `keep_partial`: True to keep the question and the text so far of a stream that is closed
            before its end, for example by Ctrl-C in its `with` block. Further parameters of every request, such as
            `temperature` and `options`; settings of runs are passed to `run`.

    Attributes:
        model: The model of the next request. It can be changed at any time.
        tools: The tools of the next request.
        parameters: Further parameters of the next request.
        trim: The rule that chooses the messages to send; None to send all.
        cleaning: The rules that change messages before they are sent.
        keep_partial: Whether the text of a stream that is closed early is kept.
        usage: The tokens and the cost of all requests so far, also of those whose answers were discarded. That of a
            fork begins at zero.
        open_run: The run that waits for decisions, or that an error or a limit has stopped before it had an answer,
            which `resume` continues; None if there is none.

    Raises:
        InvalidArgumentError: An argument is invalid, or the client is async.
        TypeError: A setting is unknown.
    """

    __slots__ = ()

    def __init__(self, chat: HasChat[ChatT_co, P], *further: P.args, **settings: P.kwargs) -> None:
        if further:
            raise TypeError("Conversation() accepts one positional argument; pass settings by name, such as model=...")
        given: Any = settings
        super().__init__(chat, **given)

    @classmethod
    def from_json(cls, chat: HasChat[ChatT_co, P], text: str | bytes, *further: P.args, **settings: P.kwargs) -> Self:
        """Return the conversation that `to_json` wrote.

        Accept only text that your own program has stored.

        Args:
            chat: A client with a chat, or its chat namespace.
            text: The JSON text.
            further: Nothing.
            settings: What is not saved, such as `tools`, `trim` and `options`, and what replaces saved parameters.

        Raises:
            InvalidArgumentError: The text is not that of a conversation, or of an unknown version.
            TypeError: A setting is unknown.
        """
        return cls._decode(chat, text, further, settings)

    @classmethod
    def load(
        cls, chat: HasChat[ChatT_co, P], path: str | os.PathLike[str], *further: P.args, **settings: P.kwargs
    ) -> Self:
        """Return the conversation that `save` wrote.

        Args:
            chat: A client with a chat, or its chat namespace.
            path: The path of the file.
            further: Nothing.
            settings: What is not saved; see `from_json`.

        Raises:
            InvalidArgumentError: The file contains no conversation.
            OSError: The file cannot be read.
            TypeError: A setting is unknown.
        """
        return cls._load(chat, path, further, settings)

    def fork(self: Conversation[Settings[P]], *further: P.args, **settings: P.kwargs) -> Conversation[ChatT_co]:
        """Return a copy that continues on its own, with its own usage, which begins at zero.

            other = conversation.fork(model="anthropic/claude-sonnet-4.5", system="Be verbose.")

        Args:
            further: Nothing.
            settings: What is different; see `Conversation`.

        Raises:
            InvalidArgumentError: A setting is invalid.
            TypeError: A setting is unknown.
        """
        fork: Any = self._fork(further, settings)
        return fork  # type: ignore[no-any-return]  # `Self`, which a method cannot return whose `self` has a type

    def send(self: Conversation[Sends[P, R]], message: Any = None, /, *further: P.args, **parameters: P.kwargs) -> R:
        """Send a message, and return the answer; both become part of the conversation.

            result = conversation.send("What is this?")
            result = conversation.send(["And this?", content.image(path)], temperature=0)
            result = conversation.send([tool("21 °C", tool_call_id=call.id) for call in result.tool_calls])

        Args:
            message: A text, or content parts, of the user; a message, or a list of messages; None to send what the
                conversation contains.
            further: Nothing.
            parameters: Parameters of this request, such as `model`, which replace those of the conversation.

        Raises:
            InvalidArgumentError: An argument is invalid.
            TypeError: A parameter is unknown.
            ConfigurationError: A request or a stream of the conversation is in progress.
            SDKError: The call failed; see `openrouterkit.errors`. The messages are unchanged.
        """
        with self._build_exchange("send", message, further, parameters) as exchange:
            result: R = self._chat.send(**exchange.request)
            exchange.complete(result)
        return result

    def stream(
        self: Conversation[Streams[P, C, R, U]], message: Any = None, /, *further: P.args, **parameters: P.kwargs
    ) -> ChatStream[C, R, U]:
        """Return the stream of the answer to a message; both become part of the conversation at its end.

        A stream that is closed early adds no messages, unless `keep_partial` is set: then it adds the message and the
        text so far. A stream that fails adds none.

        Args:
            message: The message; see `send`.
            further: Nothing.
            parameters: Parameters of this request.

        Raises:
            InvalidArgumentError: An argument is invalid.
            TypeError: A parameter is unknown.
        """
        exchange = self._build_exchange("stream", message, further, parameters)
        stream: ChatStream[C, R, U] = self._build_own_stream(RecordedStream, exchange)
        return stream

    if TYPE_CHECKING:  # `response_type` is passed by name; with a ParamSpec, it cannot be declared so

        @overload
        def parse(
            self: Conversation[Parses[P, R]],
            message: Any = None,
            response_type: type[T] = ...,  # pyright: ignore[reportInvalidTypeVarUse]  # it has no default
            *further: P.args,
            **parameters: P.kwargs,
        ) -> Parsed[T, R]: ...
        @overload
        def parse(
            self: Conversation[Parses[P, R]],
            message: Any = None,
            response_type: Any = ...,
            *further: P.args,
            **parameters: P.kwargs,
        ) -> Parsed[Any, R]: ...
        def parse(self, *arguments: Any, **parameters: Any) -> Any:
            """See below."""

        @overload
        def parse_stream(
            self: Conversation[ParsesStreams[P, C, R, U]],
            message: Any = None,
            response_type: type[T] = ...,  # pyright: ignore[reportInvalidTypeVarUse]  # it has no default
            *further: P.args,
            **parameters: P.kwargs,
        ) -> ParsedStream[T, C, R, U]: ...
        @overload
        def parse_stream(
            self: Conversation[ParsesStreams[P, C, R, U]],
            message: Any = None,
            response_type: Any = ...,
            *further: P.args,
            **parameters: P.kwargs,
        ) -> ParsedStream[Any, C, R, U]: ...
        def parse_stream(self, *arguments: Any, **parameters: Any) -> Any:
            """See below."""

    else:

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
            with self._build_exchange("parse", message, (), parameters) as exchange:
                parsed = self._chat.parse(response_type=response_type, **exchange.request)
                exchange.complete_parsed(parsed)
            return parsed

        def parse_stream(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type; see `chat.parse_stream`.

            Message and answer become part of the conversation at its end, if a value can be read from the answer.

            Args:
                message: The message; see `send`.
                response_type: The type.
                parameters: Further arguments of `chat.parse_stream`.

            Raises:
                InvalidArgumentError: An argument is invalid, or the type has no JSON Schema.
                TypeError: A parameter is unknown.
            """
            from .parsed_streams import RecordedParsedStream, build_parsing

            exchange = self._build_exchange("parse_stream", message, (), parameters)
            return self._build_own_stream(RecordedParsedStream, build_parsing(exchange, response_type))
