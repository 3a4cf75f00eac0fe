# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AdvisorServerToolOpenRouter`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .advisor_server_tool_config import AdvisorServerToolConfig, AdvisorServerToolConfigDict

    class AdvisorServerToolOpenRouterDict(TypedDict, total=False):
        """`AdvisorServerToolOpenRouter` as a plain dict."""

        parameters: AdvisorServerToolConfig | AdvisorServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:advisor"]]


class AdvisorServerToolOpenRouter(JsonModel):
    """Server tool that lets the model consult another, usually stronger, model during a completion.
    Several entries define several advisors; at most one may have no name.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("AdvisorServerToolConfig")}

    parameters: AdvisorServerToolConfig | None
    """The model of the advisor, and its settings."""
    type: Literal["openrouter:advisor"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:advisor"] = "openrouter:advisor",
        parameters: AdvisorServerToolConfig | AdvisorServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
