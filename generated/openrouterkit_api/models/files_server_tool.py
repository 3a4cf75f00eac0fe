# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FilesServerTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class FilesServerToolDict(TypedDict, total=False):
        """`FilesServerTool` as a plain dict."""

        parameters: Mapping[str, Any]
        type: Required[Literal["openrouter:files"]]


class FilesServerTool(JsonModel):
    """Server tool that lets the model list, read, write and edit the files of the workspace of the API
    key.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Mapped()}

    parameters: dict[str, Any] | None
    """Settings of the tool. It has none yet."""
    type: Literal["openrouter:files"]
    """Selects this server tool."""

    def __init__(
        self, *, type: Literal["openrouter:files"] = "openrouter:files", parameters: Mapping[str, Any] = UNSET
    ) -> None:
        self._build(locals())
