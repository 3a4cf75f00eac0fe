# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Value of one setting of a tool: a scalar, or a list or mapping of scalars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from .._runtime.model import owned
from ._unions import READERS

FusionPluginToolParameter: TypeAlias = (
    str | float | bool | list[str | float | bool | None] | dict[str, str | float | bool | None]
)
"""Value of one setting of a tool: a scalar, or a list or mapping of scalars."""

FusionPluginToolParameterDict: TypeAlias = Sequence[str | float | bool | None] | Mapping[str, str | float | bool | None]
"""What a caller may give for a `FusionPluginToolParameter`."""


def read_fusion_plugin_tool_parameter(data: Any) -> FusionPluginToolParameter:
    """The variant that the JSON value is; one the contract does not know is kept as it came."""
    return cast("FusionPluginToolParameter", READERS["FusionPluginToolParameter"](owned(data)))
