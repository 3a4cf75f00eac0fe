# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FunctionCall`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class FunctionCallDict(TypedDict, total=False):
        """`FunctionCall` as a plain dict."""

        arguments: Required[str | Mapping[str, Any]]
        name: Required[str]


class FunctionCall(JsonModel):
    """The function to call, and its arguments."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"arguments": Mapped()}

    arguments: str | dict[str, Any]
    """The arguments: JSON as a text in responses. Requests may contain the object itself."""
    name: str
    """Name of the function."""

    def __init__(self, *, arguments: str | Mapping[str, Any], name: str) -> None:
        self._build(locals())
