# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubagentServerToolOpenRouter`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .subagent_server_tool_config import SubagentServerToolConfig, SubagentServerToolConfigDict

    class SubagentServerToolOpenRouterDict(TypedDict, total=False):
        """`SubagentServerToolOpenRouter` as a plain dict."""

        parameters: SubagentServerToolConfig | SubagentServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:subagent"]]


class SubagentServerToolOpenRouter(JsonModel):
    """Server tool that lets the model delegate a self-contained task to another, usually cheaper, model
    during a completion. Several entries define several subagents.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("SubagentServerToolConfig")}

    parameters: SubagentServerToolConfig | None
    """The model of the subagent, and its settings."""
    type: Literal["openrouter:subagent"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:subagent"] = "openrouter:subagent",
        parameters: SubagentServerToolConfig | SubagentServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
