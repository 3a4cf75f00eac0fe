# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Order of a model list. `most-popular` and `top-weekly` go by tokens processed, `newest` by the date
a model was added, `pricing-...` by the mean of prompt and completion price, `context-...` by
context length, `throughput-...` and `latency-...` by recent medians, `intelligence-...`,
`coding-...` and `agentic-...` by the indices of Artificial Analysis, `design-arena-elo-...` by the
best Elo rating in Design Arena. Models without a score come last.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

GetModelsSort: TypeAlias = (
    Literal[
        "most-popular",
        "newest",
        "top-weekly",
        "pricing-low-to-high",
        "pricing-high-to-low",
        "context-high-to-low",
        "throughput-high-to-low",
        "latency-low-to-high",
        "intelligence-high-to-low",
        "coding-high-to-low",
        "agentic-high-to-low",
        "design-arena-elo-high-to-low",
    ]
    | str
)
"""Order of a model list. `most-popular` and `top-weekly` go by tokens processed, `newest` by the date
a model was added, `pricing-...` by the mean of prompt and completion price, `context-...` by
context length, `throughput-...` and `latency-...` by recent medians, `intelligence-...`,
`coding-...` and `agentic-...` by the indices of Artificial Analysis, `design-arena-elo-...` by the
best Elo rating in Design Arena. Models without a score come last.
"""
