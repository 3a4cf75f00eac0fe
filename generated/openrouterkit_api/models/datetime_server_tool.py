# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DatetimeServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .datetime_server_tool_config import DatetimeServerToolConfig, DatetimeServerToolConfigDict

    class DatetimeServerToolDict(TypedDict, total=False):
        """`DatetimeServerTool` as a plain dict."""

        parameters: DatetimeServerToolConfig | DatetimeServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:datetime"]]


class DatetimeServerTool(JsonModel):
    """Server tool that returns the current date and time to the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("DatetimeServerToolConfig")}

    parameters: DatetimeServerToolConfig | None
    """The time zone."""
    type: Literal["openrouter:datetime"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:datetime"] = "openrouter:datetime",
        parameters: DatetimeServerToolConfig | DatetimeServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
