"""The signatures of chat methods with the parameters of `send`, for `inspect.signature`, `help()` and editors."""

from __future__ import annotations

from functools import lru_cache
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import Final

__all__ = ["name_parameters"]

_SENDING: Final = ("send", "stream")
_SENT_OTHERWISE: Final = ("stream",)
_OMITTED: Final = {"parse": ("stream", "response_format"), "parse_stream": ("stream", "response_format")}
"""Method -> parameters of `send` that it does not accept."""


def name_parameters(kind: type, root: type) -> None:
    """Give the methods that a class inherits from a mixin signatures with the parameters of `send`.

    The class gets copies of the methods, which list these parameters in place of `**parameters`.

    Args:
        kind: The class, which has a method `send`.
        root: The mixin; the methods of its subclasses count, too.
    """
    sent = signature(kind.send).parameters.values()  # type: ignore[attr-defined]  # see Args
    keywords = [each for each in sent if each.kind is Parameter.KEYWORD_ONLY]
    is_whole = all(each.kind is not Parameter.VAR_KEYWORD for each in sent)
    for base in kind.__mro__[1:]:
        for name, method in vars(base).items() if issubclass(base, root) else ():
            if isinstance(method, FunctionType) and name[0] != "_" and name not in vars(kind) and name not in _SENDING:
                omitted = _OMITTED.get(name, _SENT_OTHERWISE)
                named = [each for each in keywords if each.name not in omitted]
                setattr(kind, name, _copy(method, _merge(_read(method), named, is_whole=is_whole)))


_read = lru_cache(maxsize=64)(signature)


def _merge(own: Signature, keywords: list[Parameter], *, is_whole: bool) -> Signature:
    """Return a signature with further keywords, and without `**parameters` if the keywords are all that it accepts."""
    kept = [each for each in own.parameters.values() if not is_whole or each.kind is not Parameter.VAR_KEYWORD]
    further = [kept.pop()] if kept and kept[-1].kind is Parameter.VAR_KEYWORD else []
    added = [each for each in keywords if each.name not in own.parameters]
    return Signature([*kept, *added, *further], return_annotation=own.return_annotation)


def _copy(method: FunctionType, named: Signature) -> FunctionType:
    copy = FunctionType(method.__code__, method.__globals__, method.__name__, method.__defaults__, method.__closure__)
    copy.__dict__.update(method.__dict__, __signature__=named)
    copy.__kwdefaults__, copy.__annotations__ = method.__kwdefaults__, method.__annotations__
    copy.__doc__, copy.__module__, copy.__qualname__ = method.__doc__, method.__module__, method.__qualname__
    return copy
