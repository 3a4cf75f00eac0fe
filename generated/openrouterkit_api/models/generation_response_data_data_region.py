# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Region a request was routed through. global stands for any."""

from __future__ import annotations

from typing import Literal, TypeAlias

GenerationResponseDataDataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""Region a request was routed through. global stands for any."""
