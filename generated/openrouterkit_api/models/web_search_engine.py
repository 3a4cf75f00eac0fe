# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Which search engine to use: native is the provider's own search; exa, firecrawl (with your own key),
parallel and perplexity are outside services.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

WebSearchEngine: TypeAlias = Literal["native", "exa", "firecrawl", "parallel", "perplexity"] | str
"""Which search engine to use: native is the provider's own search; exa, firecrawl (with your own key),
parallel and perplexity are outside services.
"""
