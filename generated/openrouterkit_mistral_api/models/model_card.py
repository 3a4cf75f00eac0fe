# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelCard`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ModelCardType
    from .model_capabilities import ModelCapabilities


class ModelCard(JsonModel):
    """A model of the service, or one that was fine-tuned in your workspace."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "aliases": Each(),
        "audio_speech_capabilities": Mapped(),
        "audio_transcription_capabilities": Mapped(),
        "capabilities": Nested("ModelCapabilities"),
        "deprecation": decode_datetime,
    }

    aliases: list[str] | None
    """Other names by which requests can use the model."""
    archived: bool | None
    """Whether a fine-tuned model is archived and cannot be used."""
    audio_speech_capabilities: dict[str, Any] | None
    """What the model can do with speech. Null for most models."""
    audio_transcription_capabilities: dict[str, Any] | None
    """What the model can do with recordings. Null for most models."""
    billing_model_name: str | None
    """Name of the model on invoices."""
    capabilities: ModelCapabilities
    """What the model can do."""
    created: int | None
    """When the list was made, or the model was added, as a Unix time in seconds."""
    default_model_temperature: float | None
    """The temperature that is used if a request sets none. Null if not fixed."""
    deprecation: datetime | None
    """When the model is removed. Null if no date is set."""
    deprecation_replacement_model: str | None
    """The model to use after the deprecation. Null if there is none."""
    description: str | None
    """What the model is made for."""
    id: str
    """Id of the model, for the member `model` of requests."""
    internal: bool | None
    """Whether only the service itself uses the model."""
    job: str | None
    """Id of the job that created a fine-tuned model."""
    max_context_length: int | None
    """Maximum number of tokens of prompt and answer together. Defaults to 32768."""
    name: str | None
    """Name of the model, often its dated id."""
    object: Literal["model"] | None
    """Kind of the object."""
    owned_by: str | None
    """Who owns the model, such as mistralai, or the workspace that fine-tuned it."""
    root: str | None
    """The model that was fine-tuned. Only in fine-tuned models."""
    type: ModelCardType
    """Whether the model is one of the service or a fine-tuned one."""

    def __init__(
        self,
        *,
        capabilities: ModelCapabilities | Mapping[str, Any],
        id: str,
        type: ModelCardType,
        aliases: Sequence[str] = UNSET,
        archived: bool = UNSET,
        audio_speech_capabilities: Mapping[str, Any] | None = UNSET,
        audio_transcription_capabilities: Mapping[str, Any] | None = UNSET,
        billing_model_name: str | None = UNSET,
        created: int = UNSET,
        default_model_temperature: float | None = UNSET,
        deprecation: datetime | str | None = UNSET,
        deprecation_replacement_model: str | None = UNSET,
        description: str | None = UNSET,
        internal: bool = UNSET,
        job: str = UNSET,
        max_context_length: int = UNSET,
        name: str | None = UNSET,
        object: Literal["model"] = UNSET,
        owned_by: str = UNSET,
        root: str = UNSET,
    ) -> None:
        self._build(locals())
