# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ListKeysResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .api_key import APIKey


class ListKeysResponse(JsonModel):
    """A page of the API keys of an account."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Each(Nested("APIKey"))}

    data: list[APIKey]
    """The keys of this page, at most 100. Empty after the last page."""

    def __init__(self, *, data: Sequence[APIKey | Mapping[str, Any]]) -> None:
        self._build(locals())
