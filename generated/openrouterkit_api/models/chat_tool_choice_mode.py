# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Use of tools in general: none forbids it, auto leaves it to the model, required demands at least one
call.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Use of tools in general: none forbids it, auto leaves it to the model, required demands at least one
call.
"""
