# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Region in which data are processed: `eu` is the European Union, `us` the United States."""

from __future__ import annotations

from typing import Literal, TypeAlias

GetModelsRegion: TypeAlias = Literal["eu", "us"] | str
"""Region in which data are processed: `eu` is the European Union, `us` the United States."""
