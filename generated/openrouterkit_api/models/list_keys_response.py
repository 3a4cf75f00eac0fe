# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A page of the API keys of an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .api_key import APIKey


class ListKeysResponse(JsonModel):
    """A page of the API keys of an account."""

    __slots__ = ("data",)

    _members: ClassVar[Members] = {
        "data": ("data", Each(Nested("APIKey"))),
    }

    data: list[APIKey]
    """The keys of this page, 100 at most. Empty beyond the last key."""

    def __init__(
        self,
        *,
        data: Sequence[APIKey | Mapping[str, Any]],
    ) -> None:
        self._assign(
            {
                "data": data,
            }
        )
