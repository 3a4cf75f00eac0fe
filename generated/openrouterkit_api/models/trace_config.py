# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `TraceConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class TraceConfigDict(TypedDict, total=False):
        """`TraceConfig` as a plain dict."""

        generation_name: str
        parent_span_id: str
        span_name: str
        trace_id: str
        trace_name: str


class TraceConfig(JsonModel):
    """Data that observability tools, to which the account broadcasts, should record about the request.
    Further members are sent as metadata.
    """

    generation_name: str | None
    """Name of this request in the trace."""
    parent_span_id: str | None
    """Id of the parent span."""
    span_name: str | None
    """Name of the span of this request."""
    trace_id: str | None
    """Id of the trace, which groups several requests."""
    trace_name: str | None
    """Name of the trace."""

    def __init__(
        self,
        *,
        generation_name: str = UNSET,
        parent_span_id: str = UNSET,
        span_name: str = UNSET,
        trace_id: str = UNSET,
        trace_name: str = UNSET,
    ) -> None:
        self._build(locals())
