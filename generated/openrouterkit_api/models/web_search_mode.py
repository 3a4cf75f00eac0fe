# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Speed against depth of a search. exa knows instant, fast, auto (its default), deep-lite, deep and
deep-reasoning; parallel knows turbo, fast, basic (its default) and advanced. Ignored where the
engine lacks it.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

WebSearchMode: TypeAlias = (
    Literal["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"] | str
)
"""Speed against depth of a search. exa knows instant, fast, auto (its default), deep-lite, deep and
deep-reasoning; parallel knows turbo, fast, basic (its default) and advanced. Ignored where the
engine lacks it.
"""
