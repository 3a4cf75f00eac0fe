# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of output: text, image or audio."""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatRequestModality: TypeAlias = Literal["text", "image", "audio"] | str
"""Kind of output: text, image or audio."""
