"""Calls of a chat namespace as parts of flows: `ChatFlows`."""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from openrouterkit_runtime.lookup import load
from openrouterkit_runtime.unset import UNSET

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import StreamingOperation

    from .._streaming.flow_stream import FlowStream
    from ..flow import Flow, Response

__all__ = ["ChatFlows"]


class ChatFlows:
    """Calls of a chat namespace as flows, which are the same in sync and async code.

    The namespace has the attribute `_sender`: the client, as every generated namespace does.

    Attributes:
        send_operation: The function that builds the operation of a chat from keyword arguments, such as
            `openrouterkit_api.operations.chat.send`, or its import path `module:name`.
    """

    send_operation: ClassVar[str | Callable[..., StreamingOperation[Any, Any]]] = ""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if hasattr(cls, "send"):  # a mixin has none
            _inherit_methods(cls)

    def build_flow(self, **parameters: Any) -> Flow[Any]:
        """Return a flow that sends a conversation and returns the completion, as `send` does.

            def compare(chat, question):
                first = yield from chat.build_flow(model="a/b", messages=[user(question)])
                second = yield from chat.build_flow(model="c/d", messages=[user(question)])
                return first.text == second.text

            client.run(compare(client.chat, "Capital of France?"))

        Args:
            parameters: The keyword arguments of `send`.

        Raises:
            InvalidArgumentError: An argument is invalid. Raised immediately, not when the flow runs.
        """
        operation, options = self._build_operation(parameters)
        flow: Flow[Any] = self._get_client().build_flow(operation, **options)
        return flow

    def build_stream(self, **parameters: Any) -> FlowStream[Any, Any]:
        """Return the stream of a completion, to be read by a flow. See `FlowStream`.

        Args:
            parameters: The keyword arguments of `stream`.

        Raises:
            InvalidArgumentError: An argument is invalid.
        """
        operation, options = self._build_operation(parameters)
        stream: FlowStream[Any, Any] = self._get_client().build_stream(operation, **options)
        return stream

    def _build_opening(self, parameters: dict[str, Any]) -> Flow[Response]:
        """Return the flow that opens the stream of a completion, for streams of a class of their own."""
        return self.build_stream(**parameters)._opening  # noqa: SLF001 - the stream itself is not used

    def _get_client(self) -> Any:
        sender: Any = self._sender  # type: ignore[attr-defined]  # the namespace has it
        return getattr(sender, "_attached_to", None) or sender

    def _build_operation(
        self, parameters: dict[str, Any], method: str = "send"
    ) -> tuple[StreamingOperation[Any, Any], dict[str, Any]]:
        """Return the operation with these parameters, and the keywords with which it is sent.

        The name of the method that received the parameters is that of the message for an unknown one.
        """
        reference = type(self).send_operation  # of the class, so that a function is not a method
        build = load(reference) if reference else None
        if build is None:
            name = type(self).__name__
            raise ConfigurationError(
                f"{name} has no operation: set {name}.send_operation to a function that builds it, or to its import "
                f'path, such as "openrouterkit_api.operations.chat:send"'
            )
        given = {name: value for name, value in parameters.items() if value is not UNSET}
        options: dict[str, Any] = {name: given.pop(name) for name in ("timeout", "options") if name in given}
        client = self._get_client()
        try:
            return build(**client._convert_arguments(given)), options  # noqa: SLF001 - as the generated methods do
        except (TypeError, ValueError) as error:
            from .signatures import describe_unknown_keyword

            unknown = describe_unknown_keyword(build, given, getattr(self, method))
            shown = TypeError(unknown) if unknown else _name_method(error, method)
            raise client._convert_argument_error(shown) from error  # noqa: SLF001 - see above


def _name_method(error: Exception, method: str) -> Exception:
    """Return an error whose message names the method that was called, and not `send`."""
    place, is_found, rest = str(error).partition(".send() ")
    if is_found and "\n" not in place and error.args:
        error.args = (f"{place}.{method}() {rest}", *error.args[1:])
    return error


class _InheritedMethod:
    """A method of a mixin, which gets a signature with the parameters of `send` when it is first used.

    To write the signatures of all methods takes longer than to create a client.
    """

    def __init__(self, kind: type, method: FunctionType) -> None:
        self._kind = kind
        self._method = method

    def __get__(self, instance: Any, owner: type) -> Any:
        from .signatures import name_parameters

        named = name_parameters(self._kind, self._method)
        setattr(self._kind, named.__name__, named)
        return named.__get__(instance, owner)


_OWN: Final = ("send", "stream", "send_operation")


def _inherit_methods(kind: type) -> None:
    """Give a class with `send` methods of its own in place of those of its mixins, with its own parameters."""
    for base in kind.__mro__[1:]:
        for name, method in vars(base).items() if issubclass(base, ChatFlows) else ():
            if isinstance(method, FunctionType) and name[0] != "_" and name not in (*_OWN, *vars(kind)):
                setattr(kind, name, _InheritedMethod(kind, method))
