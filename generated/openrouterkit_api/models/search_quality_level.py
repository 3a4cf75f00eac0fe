# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How much text a web search brings back. exa takes it as about 5,000 (low), 15,000 (medium) or 30,000
(high) characters per result, parallel as the size of all results together.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

SearchQualityLevel: TypeAlias = Literal["low", "medium", "high"] | str
"""How much text a web search brings back. exa takes it as about 5,000 (low), 15,000 (medium) or 30,000
(high) characters per result, parallel as the size of all results together.
"""
