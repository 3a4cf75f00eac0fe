# Generated from mistral.yaml sha256:c1a15b97de4c4674 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `BaseModelCard`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model_capabilities import ModelCapabilities


class BaseModelCard(JsonModel):
    """A model of the service."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "aliases": Each(),
        "audio_speech_capabilities": Mapped(),
        "audio_transcription_capabilities": Mapped(),
        "capabilities": Nested("ModelCapabilities"),
        "deprecation": decode_datetime,
    }

    aliases: list[str] | None
    """Other names by which requests can use the model."""
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
    max_context_length: int | None
    """Maximum number of tokens of prompt and answer together. Defaults to 32768."""
    name: str | None
    """Name of the model, often its dated id."""
    object: Literal["model"] | None
    """Kind of the object."""
    owned_by: str | None
    """Who owns the model, such as mistralai."""
    type: Literal["base"]
    """Marks the model as one of the service."""

    def __init__(
        self,
        *,
        type: Literal["base"] = "base",
        capabilities: ModelCapabilities | Mapping[str, Any],
        id: str,
        aliases: Sequence[str] = UNSET,
        audio_speech_capabilities: Mapping[str, Any] | None = UNSET,
        audio_transcription_capabilities: Mapping[str, Any] | None = UNSET,
        billing_model_name: str | None = UNSET,
        created: int = UNSET,
        default_model_temperature: float | None = UNSET,
        deprecation: datetime | str | None = UNSET,
        deprecation_replacement_model: str | None = UNSET,
        description: str | None = UNSET,
        internal: bool = UNSET,
        max_context_length: int = UNSET,
        name: str | None = UNSET,
        object: Literal["model"] = UNSET,
        owned_by: str = UNSET,
    ) -> None:
        self._build(locals())
