# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubagentNestedTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class SubagentNestedToolDict(TypedDict, total=False):
        """`SubagentNestedTool` as a plain dict."""

        parameters: Mapping[str, Any]
        type: Required[str]


class SubagentNestedTool(JsonModel):
    """A server tool that a subagent may use. Further members are sent unchanged."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Mapped()}

    parameters: dict[str, Any] | None
    """Settings of the tool, as its type defines them."""
    type: str
    """Which server tool, such as openrouter:web_search."""

    def __init__(self, *, type: str, parameters: Mapping[str, Any] = UNSET) -> None:
        self._build(locals())
