"""Functions that take the keywords of a model of the contract, whichever it has."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


def keywords_of(model: Callable[[], Callable[P, Any]]) -> Callable[[Callable[..., T]], Callable[P, T]]:
    """Gives a function the keywords of a model, for type checkers and for people who misspell one.

    A member that the contract gains is a keyword of the function with the next generation, typed and unwritten.

    Args:
        model: gives the model's class; called late, so that declaring the function loads no model.

    Raises:
        TypeError: by the function, for a keyword that the model does not have; it names the nearest one and all.
    """

    def decorate(function: Callable[..., T]) -> Callable[P, T]:
        @wraps(function)
        def called(*args: P.args, **given: P.kwargs) -> T:
            try:
                return function(*args, **given)
            except TypeError:
                message = _explained(function.__name__, model(), given)
                if message is None:
                    raise
                raise TypeError(message) from None

        return called

    return decorate


def _explained(name: str, model: Callable[..., Any], given: dict[str, Any]) -> str | None:
    from difflib import get_close_matches
    from inspect import signature

    known = list(signature(model).parameters)
    unknown = next((keyword for keyword in given if keyword not in known), None)
    if unknown is None:
        return None
    near = get_close_matches(unknown, known, 1)
    meant = f"; did you mean {near[0]!r}?" if near else "."
    return (
        f"{name}() has no keyword {unknown!r}{meant} It takes {', '.join(known)}; "
        f"for what the contract does not know yet, give a plain dict instead"
    )
