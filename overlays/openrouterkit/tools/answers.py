"""Whether the function that answers the calls of a `Tool` accepts their arguments."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__: list[str] = []


def check_answer(name: str, answer: Callable[..., Any], schema: Mapping[str, Any] | None) -> None:
    """Check that a function accepts the arguments of a tool, so that a mistake is not reported to a model.

    Args:
        name: The name of the tool, for the message.
        answer: The function.
        schema: The JSON Schema of the arguments, which are passed as keywords; None if they are one object.

    Raises:
        InvalidArgumentError: It does not.
    """
    try:
        signature = inspect.signature(answer)
    except (TypeError, ValueError):
        return  # a function of a C library
    if schema is None:
        problem = _find_problem(signature, (object(),), {})
        if problem:
            raise InvalidArgumentError(
                f"the answer of the tool {name} is called with one instance of the class, but {problem}; write a "
                f"function with one parameter"
            )
        return
    properties = schema.get("properties")
    if "properties" not in schema and schema.keys() - {"type", "additionalProperties", "description", "title"}:
        return  # its members are elsewhere, such as behind a $ref
    keywords = dict.fromkeys(properties if isinstance(properties, dict) else {})
    problem = _find_problem(signature, (), keywords)
    if problem:
        expected = ", ".join(keywords)
        remedy = f"a function with the parameters ({expected}), or with (**arguments) for all of them"
        raise InvalidArgumentError(
            f"the answer of the tool {name} is called with the keywords of its schema, but {problem}; write {remedy}"
        )


def _find_problem(signature: inspect.Signature, positional: tuple[Any, ...], keywords: Mapping[str, Any]) -> str:
    """Return why a function cannot be called with these arguments; "" if it can."""
    try:
        signature.bind(*positional, **keywords)
    except TypeError as error:
        return str(error)
    return ""
