# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How detailed the summary of reasoning is: concise or detailed, or auto to leave it to the model.
Only for models that summarise their reasoning.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatReasoningSummaryVerbosityEnum: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How detailed the summary of reasoning is: concise or detailed, or auto to leave it to the model.
Only for models that summarise their reasoning.
"""
