# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How a model was chosen: `direct` as requested, `auto` by the auto router, `free` among the free
models, `latest` as the newest of a family, `alias` by resolving another name, `fallback` from the
`models` list, `pareto` by price and quality, `bodybuilder` and `fusion` by the routers of these
names.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

RoutingStrategy: TypeAlias = (
    Literal["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"] | str
)
"""How a model was chosen: `direct` as requested, `auto` by the auto router, `free` among the free
models, `latest` as the newest of a family, `alias` by resolving another name, `fallback` from the
`models` list, `pareto` by price and quality, `bodybuilder` and `fusion` by the routers of these
names.
"""
