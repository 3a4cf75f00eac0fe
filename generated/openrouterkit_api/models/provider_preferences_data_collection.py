# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Which providers may be used with regard to data: allow permits those that store prompts and may
train on them, deny only those that do not.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ProviderPreferencesDataCollection: TypeAlias = Literal["deny", "allow"] | str
"""Which providers may be used with regard to data: allow permits those that store prompts and may
train on them, deny only those that do not.
"""
