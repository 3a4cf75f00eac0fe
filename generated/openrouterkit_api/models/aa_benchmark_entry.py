# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AABenchmarkEntry`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class AABenchmarkEntry(JsonModel):
    """Indices of Artificial Analysis. Higher is better; null means not measured."""

    agentic_index: float | None
    """How well the model works as an agent with tools."""
    coding_index: float | None
    """How well the model writes code."""
    intelligence_index: float | None
    """How well the model does over all evaluations."""

    def __init__(
        self, *, agentic_index: float | None, coding_index: float | None, intelligence_index: float | None
    ) -> None:
        self._build(locals())
