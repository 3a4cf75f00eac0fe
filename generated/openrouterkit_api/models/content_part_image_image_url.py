# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Where a picture is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ContentPartImageImageUrlDict(TypedDict, total=False):
    """A `ContentPartImageImageUrl` as a plain dict."""

    url: Required[str]


class ContentPartImageImageUrl(JsonModel):
    """Where a picture is."""

    __slots__ = ("url",)

    _members: ClassVar[Members] = {
        "url": ("url", None),
    }

    url: str
    """Address of the picture, or the picture itself as a data URL."""

    def __init__(
        self,
        *,
        url: str,
    ) -> None:
        self._assign(
            {
                "url": url,
            }
        )
