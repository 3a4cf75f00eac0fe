# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GuardrailConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class GuardrailConfigDict(TypedDict, total=False):
        """`GuardrailConfig` as a plain dict."""

        block_on_error: bool
        moderation_llm_v1: Mapping[str, Any] | None
        moderation_llm_v2: Mapping[str, Any] | None


class GuardrailConfig(JsonModel):
    """A check of the content, before and after the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"moderation_llm_v1": Mapped(), "moderation_llm_v2": Mapped()}

    block_on_error: bool | None
    """Whether to reject the request with status 403 if the check itself fails. Defaults to false."""
    moderation_llm_v1: dict[str, Any] | None
    """Settings of the first model for moderation."""
    moderation_llm_v2: dict[str, Any] | None
    """Settings of the second model for moderation."""

    def __init__(
        self,
        *,
        block_on_error: bool = UNSET,
        moderation_llm_v1: Mapping[str, Any] | None = UNSET,
        moderation_llm_v2: Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
