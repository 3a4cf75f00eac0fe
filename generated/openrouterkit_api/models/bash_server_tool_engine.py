# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Who runs shell commands: openrouter runs them in its sandbox; native, and auto at present, hand the
call back for your program to run.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

BashServerToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""Who runs shell commands: openrouter runs them in its sandbox; native, and auto at present, hand the
call back for your program to run.
"""
