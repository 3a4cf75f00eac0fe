# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Which search engine to use: native is the provider's own search; exa, parallel, firecrawl (with your
own key) and perplexity are outside services. auto uses native where the provider has it, else exa.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

WebSearchEngineEnum: TypeAlias = Literal["native", "exa", "parallel", "firecrawl", "perplexity", "auto"] | str
"""Which search engine to use: native is the provider's own search; exa, parallel, firecrawl (with your
own key) and perplexity are outside services. auto uses native where the provider has it, else exa.
"""
