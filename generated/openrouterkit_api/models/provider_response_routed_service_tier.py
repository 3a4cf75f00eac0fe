# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Service tier of an attempt: flex is cheaper and slower than usual, priority dearer and faster."""

from __future__ import annotations

from typing import Literal, TypeAlias

ProviderResponseRoutedServiceTier: TypeAlias = Literal["flex", "priority"] | str
"""Service tier of an attempt: flex is cheaper and slower than usual, priority dearer and faster."""
