"""`Tool`: a tool that exists as a schema, with or without a function that answers its calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET
from openrouterkit_api.models import ChatFunctionToolFunction

from ..errors import InvalidArgumentError, InvalidValueError
from ..messages.content import cache_control
from ..requests.remedies import check_schema
from ..schemas import make_strict, read_value, schema_of
from ..schemas.type_forms import is_type, name_type
from .answers import check_answer
from .arguments import check_required, decode_arguments
from .functions import is_async_function

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..messages.content import Cache
    from .protocol import ToolContext

__all__ = ["Tool"]


class Tool(ChatFunctionToolFunction):
    """A tool that exists as a schema, for example one that a person or another program answers.

        ask = Tool("ask_user", "Ask the user a question.", Question)
        search = Tool("search", "Search the archive.", schema, answer=archive.find)  # find(query="...", limit=3)

    Without `answer`, a run pauses at a call of the tool until the answer is passed.

    Args:
        name: The name for the model: letters, digits, underscores and dashes, at most 64 characters.
        description: What the tool does and when to use it.
        parameters: The arguments: a class with members, or a JSON Schema of an object. Defaults to no parameters.
        answer: The function that answers calls, sync or async. If `parameters` is a schema, it receives the arguments
            as keywords; write `**arguments` for all of them. If `parameters` is a class, it receives one instance.
        strict: Whether the arguments must follow the schema exactly. A class is then described as strict mode requires.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which a call with equal arguments no longer runs in a run; None for no limit, such as
            for a status that is requested again and again. Defaults to that of the run.
        cache: A cache breakpoint after this tool; see `content.cache_control`.

    Raises:
        InvalidArgumentError: The parameters are neither a class with members nor a schema of an object, or `answer`
            does not accept the arguments.
    """

    def __init__(
        self,
        name: str,
        description: str = UNSET,
        parameters: Mapping[str, Any] | type = UNSET,
        *,
        answer: Callable[..., Any] | None = None,
        strict: bool | None = None,
        requires_approval: bool | Callable[[Any], bool] = False,
        timeout: float | None = None,
        repeat_limit: int | None = UNSET,
        cache: Cache = UNSET,
    ) -> None:
        self._kind = parameters if is_type(parameters) else None
        self._answer = answer
        self._requires_approval = requires_approval
        self._timeout = timeout
        self._repeat_limit = repeat_limit
        definition = api.models.ChatFunctionToolDefinition(
            name=name,
            description=description,
            parameters=build_parameters(parameters, strict=bool(strict), function="Tool"),
            strict=UNSET if strict is None else strict,
        )
        super().__init__(function=definition, cache_control=cache_control(cache))
        if answer is not None:
            check_answer(name, answer, None if self._kind else self.parameters)

    @property
    def name(self) -> str:
        """The name by which the model calls the tool."""
        return self.function.name

    @property
    def description(self) -> str:
        """What the tool does, for the model; "" without a description."""
        return self.function.description or ""

    @property
    def parameters(self) -> dict[str, Any]:
        """The JSON Schema of the arguments; {} without parameters."""
        return self.function.parameters or {}

    @property
    def is_async(self) -> bool:
        """Whether `answer` is async, so that `call` returns an awaitable."""
        return self._answer is not None and is_async_function(self._answer)

    @property
    def needs_answer(self) -> bool:
        """Whether there is no `answer`, so that a run pauses at a call."""
        return self._answer is None

    @property
    def requires_approval(self) -> bool | Callable[[Any], bool]:
        """Whether a run asks before each call; or the function of the arguments that decides it."""
        return self._requires_approval

    @property
    def timeout(self) -> float | None:
        """How many seconds a call may take in a run, None for no limit."""
        return self._timeout

    @property
    def repeat_limit(self) -> int | None:
        """The count at which an equal call no longer runs; None for no limit, UNSET for that of the run."""
        return self._repeat_limit

    def read_arguments(self, arguments: str | Mapping[str, Any] | None) -> Any:
        """Return the arguments that a model wrote: an instance of the class, or the JSON object.

        Args:
            arguments: JSON text, or the decoded object.

        Raises:
            InvalidValueError: They are not a JSON object, do not fit the class, or a required member is missing.
        """
        value = decode_arguments(self.name, arguments)
        if self._kind is not None:
            try:
                return read_value(self._kind, value)
            except InvalidValueError as error:
                raise InvalidValueError(f"the arguments of {self.name} do not fit: {error}", error.problems) from None
        return check_required(self.name, self.parameters, value)

    def call(self, arguments: Any, context: ToolContext[Any] | None = None) -> Any:  # noqa: ARG002 - of the protocol
        """Return the answer of the function.

        Args:
            arguments: What `read_arguments` returned.
            context: Unused: a function that needs it is a `function_tool`.

        Raises:
            InvalidArgumentError: The tool has no function that answers.
        """
        if self._answer is None:
            raise InvalidArgumentError(f"the tool {self.name} has no function; pass the answer to the run")
        return self._answer(arguments) if self._kind is not None else self._answer(**arguments)


def build_parameters(parameters: Any, *, strict: bool, function: str) -> Any:
    """Return the JSON Schema of the parameters of a tool; UNSET and None unchanged.

    Args:
        parameters: A class with members, or a schema, which is returned unchanged.
        strict: Whether to change the schema of a class to what strict mode requires.
        function: The function that it was passed to, for the message.

    Raises:
        InvalidArgumentError: It is the schema or the type of something else than an object, or neither of the two.
    """
    if not is_type(parameters):
        if parameters is not UNSET and parameters is not None:
            check_schema(parameters, function)
        return parameters
    schema = schema_of(parameters)
    if schema.get("type") != "object":
        raise InvalidArgumentError(
            f"the parameters of a tool are an object, but {name_type(parameters)} is described as "
            f"{schema.get('type', 'several types')}; pass a class with a member for each parameter"
        )
    return make_strict(schema) if strict else schema
