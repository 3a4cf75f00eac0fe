# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Server tool that lets the model run shell commands in a sandboxed container."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .bash_server_tool_config import BashServerToolConfig, BashServerToolConfigDict


class BashServerToolDict(TypedDict, total=False):
    """A `BashServerTool` as a plain dict."""

    parameters: BashServerToolConfig | BashServerToolConfigDict | Mapping[str, Any]
    type: Required[Literal["openrouter:bash"]]


class BashServerTool(JsonModel):
    """Server tool that lets the model run shell commands in a sandboxed container."""

    __slots__ = ("parameters", "type")

    _members: ClassVar[Members] = {
        "parameters": ("parameters", Nested("BashServerToolConfig")),
        "type": ("type", None),
    }

    parameters: BashServerToolConfig | None
    """Where the commands run."""
    type: Literal["openrouter:bash"]
    """Chooses this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:bash"] = "openrouter:bash",
        parameters: BashServerToolConfig | BashServerToolConfigDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "parameters": parameters,
            }
        )
