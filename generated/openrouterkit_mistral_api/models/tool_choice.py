# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Whether the model must use a tool, and which: a mode for all tools, or a function by its name."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ToolChoiceFunctionDict
from ._enumerations import ToolChoiceMode
from ._unions import DECODERS
from .tool_choice_function import ToolChoiceFunction

ToolChoice: TypeAlias = ToolChoiceMode | ToolChoiceFunction
"""Whether the model must use a tool, and which: a mode for all tools, or a function by its name."""

ToolChoiceDict: TypeAlias = ToolChoiceFunctionDict | JsonObject
"""The values that arguments accept for a `ToolChoice`, in addition to its models."""


def read_tool_choice(data: Any) -> ToolChoice:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ToolChoice", DECODERS["ToolChoice"](owned(data)))
