"""The chat of a conversation, and the keyword arguments that its methods accept."""

from __future__ import annotations

from functools import lru_cache
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Final

from openrouterkit_runtime.lookup import load

from .._options.suggestions import describe_unknown
from ..chats import AsyncChatMethods, ChatMethods
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["check_names", "find_chat", "find_result_class"]

CONVERSATION: Final = ("model", "system", "messages", "tools", "trim", "cleaning", "keep_partial")
"""Settings of a conversation, beside the parameters of its requests."""

_OWN: Final = {
    "messages": "pass them to Conversation(...), to add(...), or as the first argument",
    "stream": "use stream(...)",
    "system": "set conversation.system",
}
"""Parameters that a conversation sets itself, and what to write instead."""


def find_chat(chat: Any, *, is_async: bool) -> Any:
    """Return the chat namespace of a client; a namespace is returned unchanged.

    Args:
        chat: A client or a namespace.
        is_async: True for an async conversation.

    Raises:
        InvalidArgumentError: It is neither, or async in a sync conversation, or the reverse.
    """
    found = chat if _is_namespace(chat) else getattr(chat, "chat", None)
    if not _is_namespace(found):
        raise InvalidArgumentError(
            f"a conversation needs a client with a chat, such as OpenRouter(), or client.chat, not {chat!r:.100}; the "
            f"chat of a service of your own needs openrouterkit.chats.ChatMethods"
        )
    needed, other = (AsyncChatMethods, ChatMethods) if is_async else (ChatMethods, AsyncChatMethods)
    if isinstance(found, needed):
        return found
    if isinstance(found, other):
        own, others = ("AsyncConversation", "Conversation") if is_async else ("Conversation", "AsyncConversation")
        raise InvalidArgumentError(
            f"{own} needs {'an async' if is_async else 'a sync'} client; use {others} with {type(chat).__name__}"
        )
    raise InvalidArgumentError(f"{type(found).__name__} lacks the methods of openrouterkit.chats.{needed.__name__}")


def _is_namespace(value: Any) -> bool:
    return hasattr(type(value), "send_operation")


def find_result_class(chat: Any) -> type[Any] | None:
    """Return the class of the completions of a chat; None if its operation names none."""
    parameters = {"model": "", "messages": [{"role": "user", "content": ""}]}
    operation, _ = chat._build_operation(parameters)  # noqa: SLF001 - of this package
    reference = operation.endpoint.behavior.result
    found: type[Any] | None = load(reference) if isinstance(reference, str) else reference
    return found


def check_names(owner: str, method: str, chat: Any, given: Mapping[str, Any]) -> None:
    """Check that a method of a conversation accepts keyword arguments.

    Args:
        owner: The class of the conversation.
        method: The method; "" for the class itself, and the methods that create conversations.
        chat: The chat.
        given: The keyword arguments.

    Raises:
        InvalidArgumentError: The conversation sets one of them itself.
        TypeError: One of them is unknown.
    """
    creates = not method
    kind: Any = type(chat)
    for name in given:
        if name in _OWN and not (creates and name in CONVERSATION):
            raise InvalidArgumentError(f"a conversation does not accept {name} here; {_OWN[name]}")
    known = _list_names(kind, method or "send")
    if known is None:
        return
    accepted = {*known, *(CONVERSATION if creates else ())} - ({*_OWN} - {*CONVERSATION})
    unknown = next((name for name in given if name not in accepted), None)
    if unknown is None:
        return
    place = f"{owner}.{method}" if method else owner
    others = [each for each in ("run", "parse") if unknown in (_list_names(kind, each) or ())]
    if others:
        raise TypeError(f"{place}() got an unexpected keyword argument {unknown!r}; pass it to {others[0]}(...)")
    raise TypeError(describe_unknown(place, unknown, sorted(accepted - {*_OWN} | {*CONVERSATION} & accepted)))


@lru_cache(maxsize=256)
def _list_names(chat: Any, method: str) -> frozenset[str] | None:
    """Return the names of the parameters of a method of a chat; None if it accepts any."""
    names, is_whole = _list_keywords(getattr(chat, method))
    if is_whole:
        return frozenset(names)
    reference = chat.send_operation
    further, is_whole = _list_keywords(load(reference) if reference else reference)
    return frozenset({*names, *further, "timeout", "options"}) if is_whole else None


def _list_keywords(function: Any) -> tuple[Iterable[str], bool]:
    """Return the names of the keyword arguments of a function, and whether it accepts no others."""
    parameters = signature(function).parameters.values()
    names = [each.name for each in parameters if each.kind is Parameter.KEYWORD_ONLY]
    return names, all(each.kind is not Parameter.VAR_KEYWORD for each in parameters)
