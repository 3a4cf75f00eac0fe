# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `SubagentServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .subagent_nested_tool import SubagentNestedTool, SubagentNestedToolDict
    from .subagent_reasoning import SubagentReasoning, SubagentReasoningDict

    class SubagentServerToolConfigDict(TypedDict, total=False):
        """`SubagentServerToolConfig` as a plain dict."""

        inherit_functions: bool
        inherited_function_names: Sequence[str]
        instructions: str
        max_completion_tokens: int
        max_tool_calls: int
        model: str
        name: str
        reasoning: SubagentReasoning | SubagentReasoningDict | JsonObject
        temperature: float
        tools: Sequence[SubagentNestedTool | SubagentNestedToolDict | JsonObject]


class SubagentServerToolConfig(JsonModel):
    """Settings of one subagent."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "inherited_function_names": Each(),
        "reasoning": Nested("SubagentReasoning"),
        "tools": Each(Nested("SubagentNestedTool")),
    }

    inherit_functions: bool | None
    """Whether the subagent may call every function in tools. Experimental, and for the responses API only:
    chat completions refuse it with status 400.
    """
    inherited_function_names: list[str] | None
    """Names of those functions in tools that the subagent may call; without effect beside
    inherit_functions. Experimental, and for the responses API only: chat completions refuse it with
    status 400.
    """
    instructions: str | None
    """System instructions for the subagent. It gets none when absent."""
    max_completion_tokens: int | None
    """Most tokens that the subagent may write, reasoning included. The provider's default applies when
    absent.
    """
    max_tool_calls: int | None
    """Most rounds of tool calls that the subagent may make, from 1 to 25. Only of use with tools."""
    model: str | None
    """The model that does the work, as provider/model. The model of the request when absent."""
    name: str | None
    """Name under which the model sees this subagent, unique among them: letters, digits, spaces,
    underscores and dashes, 1 to 64 characters.
    """
    reasoning: SubagentReasoning | None
    """How much the subagent reasons."""
    temperature: float | None
    """Sampling temperature of the subagent. The provider's default applies when absent."""
    tools: list[SubagentNestedTool] | None
    """Server tools that the subagent may use. Functions of yours are refused, and so is the subagent tool
    itself.
    """

    def __init__(
        self,
        *,
        inherit_functions: bool = UNSET,
        inherited_function_names: Sequence[str] = UNSET,
        instructions: str = UNSET,
        max_completion_tokens: int = UNSET,
        max_tool_calls: int = UNSET,
        model: str = UNSET,
        name: str = UNSET,
        reasoning: SubagentReasoning | SubagentReasoningDict | JsonObject = UNSET,
        temperature: float = UNSET,
        tools: Sequence[SubagentNestedTool | SubagentNestedToolDict | JsonObject] = UNSET,
    ) -> None:
        self._build(locals())
