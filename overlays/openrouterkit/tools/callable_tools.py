"""`CallableTool`: what the tools that a run calls have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_api import UNSET
from openrouterkit_api.models import ChatFunctionToolFunction

from ..messages.content import cache_control

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_api.models import ChatFunctionToolDefinition

    from ..messages.content import Cache

__all__: list[str] = []


class CallableTool(ChatFunctionToolFunction):
    """A function tool that a run calls, with the settings of its calls. Subclasses define `call`.

    Args:
        definition: The function as the model sees it.
        cache: The cache breakpoint after the tool; see `messages.cache_control`.
        requires_approval: Whether a run asks before each call; or a function of the arguments that decides it.
        timeout: How many seconds a call may take in a run, None for no limit.
        repeat_limit: The count at which an equal call no longer runs; None for no limit. Defaults to that of the run.
    """

    def __init__(
        self,
        definition: ChatFunctionToolDefinition,
        *,
        cache: Cache = UNSET,
        requires_approval: bool | Callable[[Mapping[str, Any]], bool] = False,
        timeout: float | None = None,
        repeat_limit: int | None = UNSET,
    ) -> None:
        self._requires_approval = requires_approval
        self._timeout = timeout
        self._repeat_limit = repeat_limit
        super().__init__(function=definition, cache_control=cache_control(cache))

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
        """The JSON Schema of the arguments."""
        return self.function.parameters or {}

    @property
    def needs_answer(self) -> bool:
        """False, because a run calls the tool."""
        return False

    @property
    def requires_approval(self) -> bool | Callable[[Mapping[str, Any]], bool]:
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
