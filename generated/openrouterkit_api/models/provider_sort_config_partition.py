# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How several models of a request are ordered: model tries all providers of the first model before the
next one, none orders the providers of all models together.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ProviderSortConfigPartition: TypeAlias = Literal["model", "none"] | str
"""How several models of a request are ordered: model tries all providers of the first model before the
next one, none orders the providers of all models together.
"""
