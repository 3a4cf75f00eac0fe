"""The namespaces of services that are compatible with the API of OpenAI. `E` is the type of `extra_body`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, overload

from attrs import field, frozen

from openrouterkit_api import UNSET, namespaces
from openrouterkit_runtime import Behavior, Endpoint, Operation, Responses

from ..chats import AsyncChatMethods, ChatMethods
from .accepted_parameters import AcceptedParameters

if TYPE_CHECKING:
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_api import models
    from openrouterkit_runtime import AsyncSender, Sender, Timeout

    from ..options import RequestOptions
    from ..parsing import AsyncParsedStream, Parsed, ParsedStream
    from ..results import ChatCompletion, ChatCompletionChunk
    from ..runs import AsyncRunStream, Run, RunStream
    from ..streams import AsyncChatStream, ChatStream
    from .parameters import ChatParameters, EmbeddingParameters, ParseParameters, RunParameters

    T = TypeVar("T")
    E = TypeVar("E", bound=Mapping[str, Any], default=Mapping[str, Any])
else:
    from typing import TypeVar

    E = TypeVar("E")

__all__ = ["AsyncChat", "AsyncEmbeddings", "AsyncModels", "Chat", "Embeddings", "ModelInfo", "Models"]


@frozen
class ModelInfo:
    """A model that a service offers.

    Attributes:
        id: The name of the model, for the parameter `model`.
        created: When the model was created, as a Unix time in seconds; None if the service does not return it.
        owned_by: Who offers the model; None if the service does not return it.
        details: The whole JSON object, with the members that only this service returns.
    """

    id: str
    created: int | None = None
    owned_by: str | None = None
    details: Mapping[str, Any] = field(factory=dict, repr=False)


def _read_model(value: Any) -> ModelInfo:
    if not isinstance(value, Mapping) or not isinstance(value.get("id"), str):
        raise ValueError("a model is an object with an id")  # noqa: TRY004 - the client makes it a DecodeError
    return ModelInfo(value["id"], value.get("created"), value.get("owned_by"), value)


def _read_models(value: Any) -> list[ModelInfo]:
    data = value.get("data") if isinstance(value, Mapping) else None
    if not isinstance(data, list):
        raise ValueError("a list of models is an object with the list data")  # noqa: TRY004 - see above
    return [_read_model(item) for item in data]


_SECURITY: Final = (("apiKey",),)

_SEND: Final = "openrouterkit_api.operations.chat:send"
"""The operation of a chat: that of OpenRouter, whose API is compatible, too."""

_LIST: Final[Endpoint[Operation[list[ModelInfo]]]] = Endpoint(
    id="listModels",
    name="models.list",
    method="GET",
    path="/models",
    kind=Operation,
    responses=Responses({"200": {"application/json": _read_models}}),
    security=_SECURITY,
    behavior=Behavior(required_member="data"),
)
_GET: Final[Endpoint[Operation[ModelInfo]]] = Endpoint(
    id="getModel",
    name="models.get",
    method="GET",
    path="/models/{id}",
    kind=Operation,
    responses=Responses({"200": {"application/json": _read_model}}),
    path_params={"id": "id"},
    required=("id",),
    security=_SECURITY,
    behavior=Behavior(required_member="id"),
)


class Chat(AcceptedParameters[E], ChatMethods, Generic[E]):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `ParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[T, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[Any, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `ParseMethods.parse_stream`."""

        def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion]:
            """Run the tools that the model calls until it has answered. See `RunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[RunParameters],
        ) -> RunStream[ChatCompletion]:
            """Return a run whose events are read as they happen. See `RunMethods.run_stream`."""
            raise NotImplementedError

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._chat: namespaces.chat.Chat[ChatCompletion, ChatStream] = namespaces.chat.Chat(sender)

    def send(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatCompletion:
        """Send a conversation and return the completion.

        Args:
            extra_body: Members of the body that only this service knows.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
            parameters: The model, the messages and further members of the body; see `ChatParameters`.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._chat.send(extra_body=extra_body, timeout=timeout, options=options, **parameters)

    def stream(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatStream:
        """Return the stream of a completion. For the arguments see `Chat.send`."""
        return self._chat.stream(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class AsyncChat(AcceptedParameters[E], AsyncChatMethods, Generic[E]):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        async def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        async def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        async def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `AsyncParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[T, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[Any, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `AsyncParseMethods.parse_stream`."""

        async def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion]:
            """Run the tools that the model calls until it has answered. See `AsyncRunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            extra_body: E | None = None,
            timeout: Timeout = UNSET,
            options: RequestOptions | None = None,
            **parameters: Unpack[RunParameters],
        ) -> AsyncRunStream[ChatCompletion]:
            """Return a run whose events are read as they happen. See `AsyncRunMethods.run_stream`."""
            raise NotImplementedError

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender
        self._chat: namespaces.chat.AsyncChat[ChatCompletion, AsyncChatStream] = namespaces.chat.AsyncChat(sender)

    async def send(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatCompletion:
        """Send a conversation and return the completion. For the arguments see `Chat.send`."""
        return await self._chat.send(extra_body=extra_body, timeout=timeout, options=options, **parameters)

    def stream(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> AsyncChatStream:
        """Return the stream of a completion. For the arguments see `Chat.send`."""
        return self._chat.stream(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class Embeddings(Generic[E]):
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: Sender) -> None:
        self._embeddings = namespaces.embeddings.Embeddings(sender)

    def create(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[EmbeddingParameters],
    ) -> models.CreateEmbeddingsResponse:
        """Return the vectors of one or more texts.

        Args:
            extra_body: Members of the body that only this service knows.
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.
            parameters: The model, the texts and further members of the body; see `EmbeddingParameters`.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._embeddings.generate(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class AsyncEmbeddings(Generic[E]):
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: AsyncSender) -> None:
        self._embeddings = namespaces.embeddings.AsyncEmbeddings(sender)

    async def create(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[EmbeddingParameters],
    ) -> models.CreateEmbeddingsResponse:
        """Return the vectors of one or more texts. For the arguments see `Embeddings.create`."""
        return await self._embeddings.generate(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class Models:
    """List the models of the service."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> Sequence[ModelInfo]:
        """Return all models, in the order of the service.

        Args:
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._sender.send(_LIST.build({}), timeout=timeout, options=options)

    def get(self, id: str, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> ModelInfo:  # noqa: A002 - as in the JSON
        """Return a model by its name.

        Args:
            id: The name of the model.
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._sender.send(_GET.build({"id": id}, sender=self._sender), timeout=timeout, options=options)


class AsyncModels:
    """List the models of the service."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> Sequence[ModelInfo]:
        """Return all models. See `Models.list`."""
        return await self._sender.send(_LIST.build({}), timeout=timeout, options=options)

    async def get(self, id: str, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> ModelInfo:  # noqa: A002 - as in the JSON
        """Return a model by its name. See `Models.get`."""
        return await self._sender.send(_GET.build({"id": id}, sender=self._sender), timeout=timeout, options=options)
