# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `JSONSchema`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class JSONSchemaDict(TypedDict, total=False):
        """`JSONSchema` as a plain dict."""

        description: str | None
        name: Required[str]
        schema: Required[Mapping[str, Any]]
        strict: bool | None


class JSONSchema(JsonModel):
    """A JSON Schema that the answer must follow."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"schema": Mapped()}

    description: str | None
    """What the answer is, for the model."""
    name: str
    """Name of the schema."""
    schema: dict[str, Any]
    """The schema."""
    strict: bool | None
    """Whether the answer must follow the schema exactly. Defaults to false."""

    def __init__(
        self, *, name: str, schema: Mapping[str, Any], description: str | None = UNSET, strict: bool | None = UNSET
    ) -> None:
        self._build(locals())
