# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Whether the output of a model may be used to train other models, as text: `true` or `false`."""

from __future__ import annotations

from typing import Literal, TypeAlias

GetModelsDistillable: TypeAlias = Literal["true", "false"] | str
"""Whether the output of a model may be used to train other models, as text: `true` or `false`."""
