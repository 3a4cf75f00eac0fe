# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelBenchmarks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .aa_benchmark_entry import AABenchmarkEntry
    from .da_benchmark_entry import DABenchmarkEntry


class ModelBenchmarks(JsonModel):
    """Results of a model in public benchmarks."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "artificial_analysis": Nested("AABenchmarkEntry"),
        "design_arena": Each(Nested("DABenchmarkEntry")),
    }

    artificial_analysis: AABenchmarkEntry | None
    """Indices of Artificial Analysis. Absent if the model was not measured."""
    design_arena: list[DABenchmarkEntry]
    """Rankings of Design Arena, one per arena and category. Empty if there are none."""

    def __init__(
        self,
        *,
        design_arena: Sequence[DABenchmarkEntry | Mapping[str, Any]],
        artificial_analysis: AABenchmarkEntry | Mapping[str, Any] = UNSET,
    ) -> None:
        self._build(locals())
