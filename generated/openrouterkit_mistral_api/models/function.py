# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `Function`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class FunctionDict(TypedDict, total=False):
        """`Function` as a plain dict."""

        description: str
        name: Required[str]
        parameters: Required[Mapping[str, Any]]
        strict: bool


class Function(JsonModel):
    """A function of your program, as the model sees it."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Mapped()}

    description: str | None
    """What the function does and when to use it."""
    name: str
    """Name of the function."""
    parameters: dict[str, Any]
    """The arguments, as a JSON Schema of an object."""
    strict: bool | None
    """Whether the arguments must follow the schema exactly. Defaults to false."""

    def __init__(
        self, *, name: str, parameters: Mapping[str, Any], description: str = UNSET, strict: bool = UNSET
    ) -> None:
        self._build(locals())
