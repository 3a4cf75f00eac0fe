# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How vectors are written: float is a list of numbers, base64 the same numbers as little-endian 32-bit
floats in base64, which is shorter.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

CreateEmbeddingsRequestEncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""How vectors are written: float is a list of numbers, base64 the same numbers as little-endian 32-bit
floats in base64, which is shorter.
"""
