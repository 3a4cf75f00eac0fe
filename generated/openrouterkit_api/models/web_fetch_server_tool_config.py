# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebFetchServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import WebFetchEngineEnum

    class WebFetchServerToolConfigDict(TypedDict, total=False):
        """`WebFetchServerToolConfig` as a plain dict."""

        allowed_domains: Sequence[str]
        blocked_domains: Sequence[str]
        engine: WebFetchEngineEnum
        max_content_tokens: int
        max_uses: int


class WebFetchServerToolConfig(JsonModel):
    """Settings of the web fetch tool."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"allowed_domains": Each(), "blocked_domains": Each()}

    allowed_domains: list[str] | None
    """Fetch only from these domains. Defaults to all domains."""
    blocked_domains: list[str] | None
    """Never fetch from these domains."""
    engine: WebFetchEngineEnum | None
    """Engine that fetches the pages. Defaults to auto."""
    max_content_tokens: int | None
    """Approximate maximum number of tokens of a page; the rest is truncated."""
    max_uses: int | None
    """Maximum number of fetches per request. Further fetches return an error to the model."""

    def __init__(
        self,
        *,
        allowed_domains: Sequence[str] = UNSET,
        blocked_domains: Sequence[str] = UNSET,
        engine: WebFetchEngineEnum = UNSET,
        max_content_tokens: int = UNSET,
        max_uses: int = UNSET,
    ) -> None:
        self._build(locals())
