"""Suggestions for unknown keyword arguments, in the errors of clients and option classes."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")


def suggest_names(**other_names: str) -> Callable[[type[T]], type[T]]:
    """Return a class decorator that adds the right name to the TypeError for an unknown keyword argument.

    The signature of the class, as type checkers and `inspect.signature` see it, does not change.

    Args:
        **other_names: Name of a setting in other libraries -> its name here, and optionally a comma and a remark.
    """

    def decorate(kind: type[T]) -> type[T]:
        build: Any = vars(kind)["__init__"]

        @wraps(build)
        def __init__(self: T, *args: Any, **keywords: Any) -> None:  # noqa: N807 - it becomes the method of the class
            try:
                build(self, *args, **keywords)
            except TypeError:
                known = _list_keywords(type(self), build)
                unknown = next((name for name in keywords if name not in known), None)
                if unknown is None:
                    raise
                raise TypeError(describe_unknown(type(self).__name__, unknown, known, other_names)) from None
            finally:
                del args, keywords  # a traceback with local variables would show the API key

        kind.__init__ = __init__  # type: ignore[method-assign, assignment, unused-ignore]  # the same signature
        return kind

    return decorate


def _list_keywords(kind: type, build: Callable[..., Any]) -> list[str]:
    """Return the keyword arguments of a class, whose constructor may add some to those of its base class."""
    from inspect import signature

    inherited = [*signature(build).parameters.values()][1:]
    own = signature(vars(kind).get("__init__", build)).parameters.values()
    added = [each.name for each in own if each.kind is each.KEYWORD_ONLY]
    if not any(each.kind is each.VAR_KEYWORD for each in own):
        return [each.name for each in inherited]
    return [*added, *(each.name for each in inherited if each.kind is each.KEYWORD_ONLY and each.name not in added)]


def describe_unknown(
    kind: str,
    unknown: str,
    known: Iterable[str],
    other_names: Mapping[str, str] | None = None,
    otherwise: str = "",
) -> str:
    """Return the error message for an unknown keyword argument.

    Args:
        kind: What received it: a class or a method.
        unknown: The argument.
        known: The arguments that it accepts.
        other_names: See `suggest_names`.
        otherwise: What to do if no name is similar. Defaults to a list of the arguments that it accepts.
    """
    known = list(known)
    name, _, remark = (other_names or {}).get(unknown, "").partition(",")
    if not name:
        from difflib import get_close_matches

        parts = [each for each in known if each in unknown.split("_")]
        name = next(iter([*get_close_matches(unknown, known, 1, 0.7), *parts]), "")
    hint = otherwise or f"it accepts {', '.join(known)}"
    if name:
        hint = f"did you mean {name!r}{remark and ','}{remark}?"
    return f"{kind}() got an unexpected keyword argument {unknown!r}; {hint}"
