# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of input. `file` stands for documents such as PDF."""

from __future__ import annotations

from typing import Literal, TypeAlias

InputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str
"""Kind of input. `file` stands for documents such as PDF."""
