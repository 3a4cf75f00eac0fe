# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""One block of a model's reasoning: plain text, a summary, an encrypted block, or a record of a server
tool that ran.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    ReasoningDetailEncryptedDict,
    ReasoningDetailServerToolCallDict,
    ReasoningDetailSummaryDict,
    ReasoningDetailTextDict,
)
from ._unions import DECODERS
from .reasoning_detail_encrypted import ReasoningDetailEncrypted
from .reasoning_detail_server_tool_call import ReasoningDetailServerToolCall
from .reasoning_detail_summary import ReasoningDetailSummary
from .reasoning_detail_text import ReasoningDetailText

ReasoningDetailUnion: TypeAlias = (
    ReasoningDetailSummary
    | ReasoningDetailEncrypted
    | ReasoningDetailText
    | ReasoningDetailServerToolCall
    | UnknownVariant
)
"""One block of a model's reasoning: plain text, a summary, an encrypted block, or a record of a server
tool that ran.
"""

ReasoningDetailUnionDict: TypeAlias = (
    ReasoningDetailSummaryDict
    | JsonObject
    | ReasoningDetailEncryptedDict
    | ReasoningDetailTextDict
    | ReasoningDetailServerToolCallDict
)
"""The values that arguments accept for a `ReasoningDetailUnion`, in addition to its models."""


def read_reasoning_detail_union(data: Any) -> ReasoningDetailUnion:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ReasoningDetailUnion", DECODERS["ReasoningDetailUnion"](owned(data)))
