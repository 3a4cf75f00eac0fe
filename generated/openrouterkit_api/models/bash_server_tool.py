# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `BashServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .bash_server_tool_config import BashServerToolConfig, BashServerToolConfigDict

    class BashServerToolDict(TypedDict, total=False):
        """`BashServerTool` as a plain dict."""

        parameters: BashServerToolConfig | BashServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:bash"]]


class BashServerTool(JsonModel):
    """Server tool that lets the model run shell commands in a sandboxed container."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("BashServerToolConfig")}

    parameters: BashServerToolConfig | None
    """Settings of the container."""
    type: Literal["openrouter:bash"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:bash"] = "openrouter:bash",
        parameters: BashServerToolConfig | BashServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
