"""Your functions that a model may call: the constructor of items of the argument `tools`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import InvalidArgumentError
from ..messages.content import cache_control
from .remedies import check_schema, is_type, write_function_tool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_api.models import ChatFunctionToolFunction

    from ..messages.content import Cache
    from ..tools import FunctionTool

__all__ = ["function_tool"]

P = ParamSpec("P")
R = TypeVar("R")


@overload
def function_tool(function: Callable[P, R], /) -> FunctionTool[P, R]: ...
@overload
def function_tool(
    name: str,
    /,
    description: str = UNSET,
    parameters: Mapping[str, Any] | type = UNSET,
    *,
    strict: bool | None = UNSET,
    cache: Cache = UNSET,
) -> ChatFunctionToolFunction: ...
@overload
def function_tool(
    *,
    name: str,
    parameters: Mapping[str, Any] | type,
    description: str = UNSET,
    strict: bool | None = UNSET,
    cache: Cache = UNSET,
) -> ChatFunctionToolFunction: ...
@overload
def function_tool(
    *,
    name: str = UNSET,
    description: str = UNSET,
    strict: bool | None = UNSET,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
    repeat_limit: int | None = UNSET,
    cache: Cache = UNSET,
) -> Callable[[Callable[P, R]], FunctionTool[P, R]]: ...
def function_tool(
    function: str | Callable[..., Any] = UNSET,
    /,
    description: str = UNSET,
    parameters: Mapping[str, Any] | type = UNSET,
    *,
    name: str = UNSET,
    strict: bool | None = UNSET,
    requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
    timeout: float | None = None,
    repeat_limit: int | None = UNSET,
    cache: Cache = UNSET,
) -> Any:
    """Return a function tool: a function that a model may call, or the description of one.

    As a decorator, it reads the name, the description and the types of the parameters from the function:

        @function_tool
        def weather(city: str, unit: Literal["c", "f"] = "c") -> str:
            '''Return the current weather of a city.'''

        @function_tool(requires_approval=True, timeout=10)
        async def send_mail(to: str, text: str) -> None: ...

    The result is a `FunctionTool`, which is still called as the function, and is an item of `tools` for every service.

    With a name as its first argument, it describes a function that your program runs itself:

        clock = function_tool(
            "clock",
            "Return the current time of a city.",
            {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        )
        result = client.chat.send(model="openai/gpt-4o-mini", messages=messages, tools=[clock])

    The model requests calls of the function in `result.tool_calls`. Your program runs the function and sends each
    result back as a `tool` message.

    Args:
        function: The function, sync or async; or a name, in place of `name`.
        description: What the function does and when to use it. The model decides by this text. Defaults to the
            description in the docstring.
        parameters: For a name: the JSON Schema of the arguments, an object schema, or a class with a member for each.
            Omit it for a function without parameters.
        name: The name: letters, digits, underscores and dashes, at most 64 characters. Defaults to that of the
            function.
        strict: Whether the arguments must follow the schema exactly, if the provider can enforce it. Schemas of types
            are then changed as strict mode requires. Defaults to False.
        requires_approval: For a function: whether a run asks before each call; or a function of the arguments that
            decides it.
        timeout: For a function: how many seconds a call may take in a run. Defaults to no limit.
        repeat_limit: For a function: the count at which a call with equal arguments no longer runs in a run; None for
            no limit, such as for a status that is requested again and again. Defaults to that of the run.
        cache: A cache breakpoint after this tool, so that the tools up to here can be cached; see
            `content.cache_control`. Defaults to none.

    Raises:
        InvalidArgumentError: The parameters are not an object, or a parameter of the function cannot be passed by a
            model, because its type has no JSON Schema.
        ConfigurationError: The docstring is parsed by the extra `tools`, which is not installed.

    Warns:
        UserWarning: A parameter of the function has no annotation, so that models do not know its type.
    """
    if isinstance(function, str) or parameters is not UNSET:
        if requires_approval or timeout is not None or repeat_limit is not UNSET or callable(function):
            raise InvalidArgumentError(
                "function_tool() accepts requires_approval, timeout and repeat_limit only for a function, and "
                "parameters only for a name; use openrouterkit.tools.Tool for a tool that a run calls by its schema"
            )
        return _describe(name if function is UNSET else function, description, parameters, strict=strict, cache=cache)

    from ..tools import FunctionTool

    def decorate(decorated: Any) -> FunctionTool[Any, Any]:
        return FunctionTool(
            decorated,
            name=name or None,
            description=None if description is UNSET else description,
            strict=None if strict is UNSET else strict,
            requires_approval=requires_approval,
            timeout=timeout,
            repeat_limit=repeat_limit,
            cache=cache,
        )

    return decorate if function is UNSET else decorate(function)


def _describe(
    name: Any, description: str, parameters: Any, *, strict: bool | None, cache: Cache
) -> ChatFunctionToolFunction:
    if not isinstance(name, str):
        raise InvalidArgumentError(
            f"function_tool() requires a function or a name as its first argument, not {type(name).__name__}; "
            f"write {write_function_tool(name)}"
        )
    schema: Any = parameters
    if is_type(parameters):
        from ..tools.definitions import build_parameters

        schema = build_parameters(parameters, strict=bool(strict), function="function_tool")
    elif parameters is not UNSET and parameters is not None:
        check_schema(parameters, "function_tool")
    models = api.models
    return models.ChatFunctionToolFunction(
        function=models.ChatFunctionToolDefinition(
            name=name, description=description, parameters=schema, strict=strict
        ),
        cache_control=cache_control(cache),
    )
