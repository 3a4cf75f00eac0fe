# Generated from mistral.yaml sha256:c1a15b97de4c4674 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `FTModelCard`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model_capabilities import ModelCapabilities


class FTModelCard(JsonModel):
    """A model that was fine-tuned in your workspace."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "aliases": Each(),
        "capabilities": Nested("ModelCapabilities"),
        "deprecation": decode_datetime,
    }

    aliases: list[str] | None
    """Other names by which requests can use the model."""
    archived: bool | None
    """Whether the model is archived and cannot be used."""
    billing_model_name: str | None
    """Name of the model on invoices."""
    capabilities: ModelCapabilities
    """What the model can do."""
    created: int | None
    """When the model was created, as a Unix time in seconds."""
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
    job: str
    """Id of the job that created the model."""
    max_context_length: int | None
    """Maximum number of tokens of prompt and answer together. Defaults to 32768."""
    name: str | None
    """Name of the model."""
    object: Literal["model"] | None
    """Kind of the object."""
    owned_by: str | None
    """The workspace that owns the model."""
    root: str
    """The model that was fine-tuned."""
    type: Literal["fine-tuned"]
    """Marks the model as a fine-tuned one."""

    def __init__(
        self,
        *,
        type: Literal["fine-tuned"] = "fine-tuned",
        capabilities: ModelCapabilities | Mapping[str, Any],
        id: str,
        job: str,
        root: str,
        aliases: Sequence[str] = UNSET,
        archived: bool = UNSET,
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
