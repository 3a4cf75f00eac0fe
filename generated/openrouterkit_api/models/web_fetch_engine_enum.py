# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What fetches pages: native is the provider's own fetch, openrouter a plain HTTP request, exa,
parallel and firecrawl are outside services (firecrawl with your own key). auto uses native where
the provider has it, else exa.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

WebFetchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str
"""What fetches pages: native is the provider's own fetch, openrouter a plain HTTP request, exa,
parallel and firecrawl are outside services (firecrawl with your own key). auto uses native where
the provider has it, else exa.
"""
