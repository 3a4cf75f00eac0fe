# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Numeric precision that a provider runs a model at: integers (int) or floating point (fp, bf, with
the block formats mxfp and nvfp) of so many bits. unknown means that the provider does not tell.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

Quantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)
"""Numeric precision that a provider runs a model at: integers (int) or floating point (fp, bf, with
the block formats mxfp and nvfp) of so many bits. unknown means that the provider does not tell.
"""
