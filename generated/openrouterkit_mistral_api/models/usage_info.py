# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `UsageInfo`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .prompt_tokens_details import PromptTokensDetails


class UsageInfo(JsonModel):
    """The number of tokens that a request used."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"prompt_tokens_details": Nested("PromptTokensDetails")}

    completion_tokens: int | None
    """Tokens of the answer, reasoning included."""
    num_cached_tokens: int | None
    """Tokens of the prompt that were read from the cache."""
    prompt_audio_seconds: int | None
    """Length of the audio in the prompt, in seconds."""
    prompt_tokens: int | None
    """Tokens of the prompt."""
    prompt_tokens_details: PromptTokensDetails | None
    """Details about the tokens of the prompt."""
    service_tier: str | None
    """The processing tier that was used."""
    total_tokens: int | None
    """Tokens of prompt and answer together."""

    def __init__(
        self,
        *,
        completion_tokens: int = UNSET,
        num_cached_tokens: int = UNSET,
        prompt_audio_seconds: int | None = UNSET,
        prompt_tokens: int = UNSET,
        prompt_tokens_details: PromptTokensDetails | Mapping[str, Any] | None = UNSET,
        service_tier: str | None = UNSET,
        total_tokens: int = UNSET,
    ) -> None:
        self._build(locals())
