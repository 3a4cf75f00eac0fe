# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatJsonSchemaConfig`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class ChatJsonSchemaConfigDict(TypedDict, total=False):
        """`ChatJsonSchemaConfig` as a plain dict."""

        description: str
        name: Required[str]
        schema: Mapping[str, Any]
        strict: bool | None


class ChatJsonSchemaConfig(JsonModel):
    """A JSON Schema of the answer."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"schema": Mapped()}

    description: str | None
    """Purpose of the answer, for the model."""
    name: str
    """Name of the schema: letters, digits, underscores and dashes, at most 64 characters."""
    schema: dict[str, Any] | None
    """The JSON Schema of the answer. Strict mode usually requires every property in `required`, and
    `additionalProperties` to be false.
    """
    strict: bool | None
    """Whether the provider must enforce the schema while generating. Strict mode allows only a subset of
    JSON Schema.
    """

    def __init__(
        self, *, name: str, description: str = UNSET, schema: Mapping[str, Any] = UNSET, strict: bool | None = UNSET
    ) -> None:
        self._build(locals())
