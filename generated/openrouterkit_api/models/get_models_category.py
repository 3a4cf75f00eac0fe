# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Field of use by which models are ranked. `marketing/seo` is a part of `marketing`."""

from __future__ import annotations

from typing import Literal, TypeAlias

GetModelsCategory: TypeAlias = (
    Literal[
        "programming",
        "roleplay",
        "marketing",
        "marketing/seo",
        "technology",
        "science",
        "translation",
        "legal",
        "finance",
        "health",
        "trivia",
        "academia",
    ]
    | str
)
"""Field of use by which models are ranked. `marketing/seo` is a part of `marketing`."""
