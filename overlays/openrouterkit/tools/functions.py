"""`FunctionTool`: a function that a model may call, with its description for the model."""

from __future__ import annotations

import functools
import inspect
import re
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, overload

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import InvalidArgumentError
from ..schemas import make_strict
from .arguments import decode_arguments
from .callable_tools import CallableTool
from .protocol import ToolContext
from .signatures import ToolSignature

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..messages.content import Cache

__all__ = ["FunctionTool"]

P = ParamSpec("P")
Q = ParamSpec("Q")
R = TypeVar("R")
S = TypeVar("S")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class FunctionTool(CallableTool, Generic[P, R]):
    """A function that a model may call; `function_tool` creates it. It is an item of `tools` for every service.

    Calling it runs the function. As an attribute of a class it is a method, and `instance.method` is the tool of that
    instance.

    Args:
        function: The function, sync or async.
        name: The name for the model. Defaults to that of the function.
        description: What it does and when to use it. Defaults to the description in the docstring.
        strict: Whether the arguments must follow the schema exactly; the schema is changed as strict mode requires.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it. The
            arguments are a dict, with defaults.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which a call with equal arguments no longer runs in a run; None for no limit, such as
            for a status that is requested again and again. Defaults to that of the run.
        cache: A cache breakpoint after this tool; see `content.cache_control`.

    Raises:
        InvalidArgumentError: The function has no name that services accept, or a parameter that models cannot pass.
        ConfigurationError: The docstring is parsed by the extra `tools`, which is not installed.

    Warns:
        UserWarning: A parameter has no annotation.

    Example:
        @function_tool
        def add(one: int, two: int = 0) -> int:
            \"\"\"Add two numbers.\"\"\"
            return one + two

        add(1, 2)  # 3
        add.call(add.read_arguments('{"one": 1}'))  # 1
    """

    __wrapped__: Any
    __qualname__: str

    def __init__(
        self,
        function: Callable[P, R],
        *,
        name: str | None = None,
        description: str | None = None,
        strict: bool | None = None,
        requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
        timeout: float | None = None,
        repeat_limit: int | None = UNSET,
        cache: Cache = UNSET,
    ) -> None:
        name = _choose_name(function, name)
        bound: Any = function.__func__ if isinstance(function, staticmethod | classmethod) else function
        if inspect.isasyncgenfunction(inspect.unwrap(bound)):
            raise InvalidArgumentError(f"the tool {name} is an async generator; return one value, such as a list")
        self._signature = ToolSignature.of(bound, name)
        self._signature.warn_of_untyped(bound, name)
        self._settings: dict[str, Any] = {
            "name": name,
            "description": description,
            "strict": strict,
            "requires_approval": requires_approval,
            "timeout": timeout,
            "repeat_limit": repeat_limit,
            "cache": cache,
        }
        schema = self._signature.schema
        definition = api.models.ChatFunctionToolDefinition(
            name=name,
            description=(self._signature.description or UNSET) if description is None else description,
            parameters=make_strict(schema) if strict else schema,
            strict=UNSET if strict is None else strict,
        )
        super().__init__(
            definition, cache=cache, requires_approval=requires_approval, timeout=timeout, repeat_limit=repeat_limit
        )
        functools.update_wrapper(self, bound)
        self.__wrapped__ = function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the function."""
        result: R = self.__wrapped__(*args, **kwargs)
        return result

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> FunctionTool[P, R]: ...
    @overload
    def __get__(
        self: FunctionTool[Concatenate[Any, Q], S], instance: object, owner: type | None = None
    ) -> FunctionTool[Q, S]: ...
    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        """Return the tool of an instance, for a tool that is a method."""
        function: Any = self.__wrapped__
        if not hasattr(function, "__get__"):
            return self
        bound = function.__get__(instance, owner)
        return self if bound is function else FunctionTool(bound, **self._settings)

    @property
    def is_async(self) -> bool:
        """Whether the function is async, so that `call` returns an awaitable."""
        return is_async_function(self.__wrapped__)

    def read_arguments(self, arguments: str | Mapping[str, Any] | None) -> dict[str, Any]:
        """Return the arguments that a model wrote, as the types of the parameters, with defaults.

        Args:
            arguments: JSON text, or the decoded object.

        Raises:
            InvalidValueError: They are not a JSON object, or do not fit the parameters. It lists all problems.
        """
        return self._signature.read(self.name, decode_arguments(self.name, arguments))

    def call(self, arguments: Mapping[str, Any], context: ToolContext[Any] | None = None) -> R:
        """Run the function with the arguments of a model.

        Args:
            arguments: What `read_arguments` returned.
            context: The value of parameters that are a `ToolContext`. Defaults to one with the value None.
        """
        positional, named = self._signature.bind(arguments, ToolContext(None) if context is None else context)
        result: R = self.__wrapped__(*positional, **named)
        return result

    def __reduce__(self) -> Any:
        # By name, as functions are pickled: the name in the module is that of the tool.
        return self.__qualname__


def is_async_function(function: Any) -> bool:
    """Return True if calling a function returns an awaitable.

    Args:
        function: A function, a method, a `functools.partial`, or an object with `__call__`.
    """
    while isinstance(function, functools.partial):
        function = function.func
    if isinstance(function, staticmethod | classmethod):
        function = function.__func__
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004 - the method is needed, not whether there is one


def _choose_name(function: Any, name: str | None) -> str:
    """Return the name of a tool.

    Raises:
        InvalidArgumentError: The object is not a function, or services do not accept its name.
    """
    if isinstance(function, type) or not (callable(function) or isinstance(function, staticmethod | classmethod)):
        from ..requests.remedies import write_function_tool

        kind = f"the class {function.__name__}" if isinstance(function, type) else type(function).__name__
        raise InvalidArgumentError(
            f"function_tool() requires a function or a name as its first argument, not {kind}; "
            f"write {write_function_tool(function)}"
        )
    inner = function
    while isinstance(inner, functools.partial):
        inner = inner.func
    chosen = name or getattr(inner, "__name__", "") or type(inner).__name__
    if not _NAME.fullmatch(chosen):
        raise InvalidArgumentError(
            f"{chosen!r:.80} is no name of a tool; pass name= with letters, digits, underscores and dashes, at most 64"
        )
    return chosen
