# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebFetchPlugin`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class WebFetchPluginDict(TypedDict, total=False):
        """`WebFetchPlugin` as a plain dict."""

        allowed_domains: Sequence[str]
        blocked_domains: Sequence[str]
        id: Required[Literal["web-fetch"]]
        max_content_tokens: int
        max_uses: int


class WebFetchPlugin(JsonModel):
    """Lets the model read web pages by their URL."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"allowed_domains": Each(), "blocked_domains": Each()}

    allowed_domains: list[str] | None
    """Fetch only from these domains. Defaults to all domains."""
    blocked_domains: list[str] | None
    """Never fetch from these domains."""
    id: Literal["web-fetch"]
    """Selects this plugin."""
    max_content_tokens: int | None
    """Approximate maximum number of tokens of a page; the rest is truncated."""
    max_uses: int | None
    """Maximum number of fetches per request. Further fetches return an error to the model."""

    def __init__(
        self,
        *,
        id: Literal["web-fetch"] = "web-fetch",
        allowed_domains: Sequence[str] = UNSET,
        blocked_domains: Sequence[str] = UNSET,
        max_content_tokens: int = UNSET,
        max_uses: int = UNSET,
    ) -> None:
        self._build(locals())
