# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AdvisorServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .advisor_reasoning import AdvisorReasoning, AdvisorReasoningDict

    class AdvisorServerToolConfigDict(TypedDict, total=False):
        """`AdvisorServerToolConfig` as a plain dict."""

        forward_transcript: bool
        instructions: str
        max_completion_tokens: int
        model: str
        name: str
        reasoning: AdvisorReasoning | AdvisorReasoningDict | JsonObject
        stream: bool
        temperature: float


class AdvisorServerToolConfig(JsonModel):
    """Settings of one advisor."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"reasoning": Nested("AdvisorReasoning")}

    forward_transcript: bool | None
    """Whether the advisor receives the whole conversation. By default (false) it receives only the prompt
    that the calling model writes.
    """
    instructions: str | None
    """System instructions for the advisor. Defaults to none."""
    max_completion_tokens: int | None
    """Maximum number of tokens of an answer of the advisor, including reasoning. Defaults to the
    provider's default.
    """
    model: str | None
    """The model of the advisor, as provider/model. By default the calling model may choose one; otherwise
    the model of the request is used.
    """
    name: str | None
    """Unique name of this advisor for the model: letters, digits, spaces, underscores and dashes, 1 to 64
    characters.
    """
    reasoning: AdvisorReasoning | None
    """How much the advisor reasons."""
    stream: bool | None
    """Whether the answer of the advisor is streamed. Has no effect on chat completions. Defaults to false."""
    temperature: float | None
    """Sampling temperature of the advisor. Defaults to the provider's default."""

    def __init__(
        self,
        *,
        forward_transcript: bool = UNSET,
        instructions: str = UNSET,
        max_completion_tokens: int = UNSET,
        model: str = UNSET,
        name: str = UNSET,
        reasoning: AdvisorReasoning | AdvisorReasoningDict | JsonObject = UNSET,
        stream: bool = UNSET,
        temperature: float = UNSET,
    ) -> None:
        self._build(locals())
