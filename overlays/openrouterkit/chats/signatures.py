"""The signatures of chat methods with the parameters of `send`, for `inspect.signature`, `help()` and editors."""

from __future__ import annotations

from functools import lru_cache
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

from .._options.suggestions import describe_unknown

__all__ = ["describe_unknown_keyword", "name_parameters"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SENT_OTHERWISE: Final = ("stream",)
_OMITTED: Final = {"parse": ("stream", "response_format"), "parse_stream": ("stream", "response_format")}
"""Method -> parameters of `send` that it does not accept."""


def name_parameters(kind: type, method: FunctionType) -> FunctionType:
    """Return a copy of a method whose signature lists the parameters of `send` in place of `**parameters`.

    Args:
        kind: The class, which has a method `send`.
        method: A method that it inherits from a mixin.
    """
    sent = signature(kind.send).parameters.values()  # type: ignore[attr-defined]  # see Args
    omitted = _OMITTED.get(method.__name__, _SENT_OTHERWISE)
    named = [each for each in sent if each.kind is Parameter.KEYWORD_ONLY and each.name not in omitted]
    is_whole = all(each.kind is not Parameter.VAR_KEYWORD for each in sent)
    return _copy(method, _merge(_read(method), named, is_whole=is_whole))


def describe_unknown_keyword(build: Callable[..., Any], given: Iterable[str], method: Any) -> str:
    """Return the error message for the first keyword that neither an operation nor a method accepts; "" for none.

    Args:
        build: The function that builds the operation.
        given: The keywords.
        method: The method that has received them.
    """
    accepted = _read(build).parameters
    unknown = next((name for name in given if name not in accepted), None)
    if unknown is None or any(each.kind is Parameter.VAR_KEYWORD for each in accepted.values()):
        return ""
    own = [each.name for each in _read(method).parameters.values() if each.kind is Parameter.KEYWORD_ONLY]
    known = dict.fromkeys([*own, *accepted, "timeout", "options"])
    otherwise = "pass parameters that only the service knows in extra_body={...}"
    return describe_unknown(f"chat.{method.__name__}", unknown, known, otherwise=otherwise)


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
