# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A tool that the model may use: a function of your program, or a tool that the service runs. `type`
selects the kind; without it, the tool is a function.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import CustomConnectorDict, DocumentLibraryToolDict, ImageGenerationToolDict, ToolDict
from ._unions import DECODERS
from .custom_connector import CustomConnector
from .document_library_tool import DocumentLibraryTool
from .image_generation_tool import ImageGenerationTool
from .tool import Tool

ChatTool: TypeAlias = Tool | ImageGenerationTool | DocumentLibraryTool | CustomConnector | UnknownVariant
"""A tool that the model may use: a function of your program, or a tool that the service runs. `type`
selects the kind; without it, the tool is a function.
"""

ChatToolDict: TypeAlias = (
    ToolDict | JsonObject | ImageGenerationToolDict | DocumentLibraryToolDict | CustomConnectorDict
)
"""The values that arguments accept for a `ChatTool`, in addition to its models."""


def read_chat_tool(data: Any) -> ChatTool:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatTool", DECODERS["ChatTool"](owned(data)))
