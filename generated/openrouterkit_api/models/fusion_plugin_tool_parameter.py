# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Value of one setting of a tool: a scalar, or a list or mapping of scalars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from openrouterkit_runtime.model import owned

from ._unions import DECODERS

FusionPluginToolParameter: TypeAlias = (
    str | float | bool | list[str | float | bool | None] | dict[str, str | float | bool | None]
)
"""Value of one setting of a tool: a scalar, or a list or mapping of scalars."""

FusionPluginToolParameterDict: TypeAlias = Sequence[str | float | bool | None] | Mapping[str, str | float | bool | None]
"""The values that arguments accept for a `FusionPluginToolParameter`, in addition to its models."""


def read_fusion_plugin_tool_parameter(data: Any) -> FusionPluginToolParameter:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("FusionPluginToolParameter", DECODERS["FusionPluginToolParameter"](owned(data)))
